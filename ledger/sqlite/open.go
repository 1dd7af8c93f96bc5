// Package sqlite keeps a ledger in one SQLite file. What comes in are documents
// and readings, as rows of an ordered log; what goes out are documents, entries
// and lists of them. The schema is drawn at the top of migrations/0001_ledger.sql.
//
// One process holds the file at a time. Within it one connection writes, and a
// few more read; a reader sees the ledger as it was when it began.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/pressly/goose/v3"

	"parley"
	"parley/ledger"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a SQLite file as a ledger; it spells "PRLY".
const applicationID = 0x50524c59

// readers is how many connections read at once.
const readers = 4

// Ledger is a ledger in a SQLite file.
type Ledger struct {
	path  string
	lock  *lock
	write *sql.DB              // a single connection
	read  *sql.DB              // connections that cannot write
	stmts map[string]*sql.Stmt // on the writing connection, by their SQL
}

var _ ledger.Ledger = (*Ledger)(nil)

// Open opens the ledger in the file at path, and makes it where there is none.
// It fails with parley.ErrLocked while another process has it open, with
// parley.ErrDamaged where the file is not a sound database, and with
// parley.ErrRefused where it is another program's or a newer parley's.
func Open(ctx context.Context, path string) (*Ledger, error) {
	l, err := open(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("open ledger %s: %w", path, err)
	}
	return l, nil
}

// open does the work of Open and closes on failure what it had opened.
func open(ctx context.Context, path string) (_ *Ledger, err error) {
	path, err = resolve(path)
	if err != nil {
		return nil, err
	}
	l := &Ledger{path: path, stmts: map[string]*sql.Stmt{}}
	defer func() {
		if err != nil {
			_ = l.Close() // The first error is the one that tells.
		}
	}()
	if l.lock, err = acquire(ctx, path); err != nil {
		return nil, err
	}
	if l.write, err = connect(path, "rw", 1); err != nil {
		return nil, err
	}
	if l.read, err = connect(path, "ro", readers); err != nil {
		return nil, err
	}
	if err := l.migrate(ctx); err != nil {
		return nil, kinded(err)
	}
	return l, kinded(l.prepare(ctx))
}

// resolve returns the absolute path of the file itself, so that two names of
// one ledger are locked as one. It fails where there can be no ledger.
func resolve(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return path, nil
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("%w: it is a directory or a device, not a file", parley.ErrRefused)
	}
	return filepath.EvalSymlinks(path)
}

// connect returns a pool of connections to the file. They are opened as needed.
func connect(path, mode string, size int) (*sql.DB, error) {
	params := url.Values{"_txlock": {"deferred"}, "_pragma": {
		"busy_timeout(5000)", "foreign_keys(1)", "temp_store(memory)", "cache_size(-16000)",
	}}
	if mode == "rw" {
		params.Set("_txlock", "immediate")
		params["_pragma"] = append(params["_pragma"],
			"journal_mode(wal)", "synchronous(full)", "journal_size_limit(67108864)")
	} else {
		params["_pragma"] = append(params["_pragma"], "query_only(1)")
	}
	db, err := sql.Open("sqlite", address(path, params))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	return db, nil
}

// address returns the driver's name for a file. It is a URI, so that a path may
// hold "?", "%" and "#".
func address(path string, params url.Values) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // A drive letter follows.
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: params.Encode()}).String()
}

// migrate brings the schema up to date, after it has made sure that the file is
// a ledger or empty.
func (l *Ledger) migrate(ctx context.Context) error {
	var id, tables int
	err := l.write.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&id, &tables)
	if err != nil {
		return err
	}
	if id != applicationID && tables > 0 {
		return fmt.Errorf("%w: the file is a database of another program", parley.ErrRefused)
	}
	if tables == 0 { // Before any table, so that a file that is cut off here is not taken for another program's.
		if _, err := l.write.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
			return err
		}
	}
	provider, err := l.migrations()
	if err != nil {
		return err
	}
	has, knows, err := provider.GetVersions(ctx)
	if err != nil {
		return err
	}
	if has > knows {
		return fmt.Errorf("%w: the ledger has schema %d, and this parley knows %d; use a newer parley", parley.ErrRefused, has, knows)
	}
	_, err = provider.Up(ctx)
	return err
}

// migrations returns what brings the schema up to date.
func (l *Ledger) migrations() (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, l.write, files, goose.WithDisableGlobalRegistry(true))
}

// prepare compiles the statements that write, once for the ledger's life.
func (l *Ledger) prepare(ctx context.Context) error {
	for _, query := range writes {
		stmt, err := l.write.PrepareContext(ctx, query)
		if err != nil {
			return fmt.Errorf("prepare %.60s: %w", query, err)
		}
		l.stmts[query] = stmt
	}
	return nil
}

// Close releases the file. A ledger that is closed twice stays closed.
func (l *Ledger) Close() error {
	var errs []error
	for _, stmt := range l.stmts {
		errs = append(errs, stmt.Close())
	}
	for _, db := range []*sql.DB{l.read, l.write} { // The last one to close empties the write-ahead log.
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if l.lock != nil {
		errs = append(errs, l.lock.release())
	}
	return errors.Join(errs...)
}
