package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"parley"
)

// A tx is one transaction that writes, with the ledger's prepared statements.
type tx struct {
	tx    *sql.Tx
	stmts map[string]*sql.Stmt // of the ledger
	own   map[string]*sql.Stmt // of this transaction
	names map[string]int64     // numbers of names met in it
}

// change runs f in a transaction that is durable when change returns nil, and
// leaves nothing behind otherwise.
func (l *Ledger) change(ctx context.Context, f func(context.Context, *tx) error) (err error) {
	begun, err := l.write.BeginTx(ctx, nil)
	if err != nil {
		return kinded(err)
	}
	defer func() {
		_ = begun.Rollback() // Does nothing after a commit.
		if err != nil && ctx.Err() != nil {
			err = ctx.Err() // Why the transaction ended is plainer than that it ended.
		}
	}()
	t := &tx{tx: begun, stmts: l.stmts, own: map[string]*sql.Stmt{}, names: map[string]int64{}}
	// The driver starts a goroutine for each statement whose context can end.
	// The transaction watches the context itself, so statements need not.
	if err := f(context.WithoutCancel(ctx), t); err != nil {
		return kinded(err)
	}
	return kinded(begun.Commit())
}

// stmt returns a prepared statement bound to the transaction.
func (t *tx) stmt(ctx context.Context, query string) *sql.Stmt {
	s := t.own[query]
	if s == nil {
		s = t.tx.StmtContext(ctx, t.stmts[query])
		t.own[query] = s
	}
	return s
}

// exec runs one of the prepared statements.
func (t *tx) exec(ctx context.Context, query string, args ...any) error {
	_, err := t.stmt(ctx, query).ExecContext(ctx, args...)
	return err
}

// row runs one of the prepared statements for one row.
func (t *tx) row(ctx context.Context, query string, args ...any) *sql.Row {
	return t.stmt(ctx, query).QueryRowContext(ctx, args...)
}

// each runs one of the prepared statements and scans every row into dest,
// calling f after each.
func (t *tx) each(ctx context.Context, query string, args, dest []any, f func()) error {
	rows, err := t.stmt(ctx, query).QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return err
		}
		f()
	}
	return rows.Err()
}

// view runs f on the ledger as it is now, whatever is written meanwhile.
func (l *Ledger) view(ctx context.Context, f func(*sql.Tx) error) error {
	begun, err := l.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return kinded(err)
	}
	defer func() { _ = begun.Rollback() }() // Nothing was written.
	return kinded(f(begun))
}

// kinded adds parley's kind to an error of the database that has one.
func kinded(err error) error {
	var e *driver.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff { // The rest of the code tells the cause more closely.
	case codes.SQLITE_CORRUPT, codes.SQLITE_NOTADB:
		return fmt.Errorf("%w: the file is not a sound database: %w", parley.ErrDamaged, err)
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED:
		return fmt.Errorf("%w: another program has the database open: %w", parley.ErrLocked, err)
	case codes.SQLITE_FULL:
		return fmt.Errorf("the disk is full: %w", err)
	}
	return err
}

// timeFormat has a fixed number of decimals, so that times sort as text.
const timeFormat = "2006-01-02T15:04:05.000000000Z"

// stamp returns a time as the ledger keeps it; the zero time is empty.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(timeFormat)
}

// unstamp returns the time of a stamp.
func unstamp(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(timeFormat, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("%w: stored time %q", parley.ErrDamaged, s)
	}
	return t, nil
}
