package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strconv"
	"strings"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"parley"
)

// A lock keeps a second process out of a ledger. It is an open transaction on a
// tiny database beside the ledger: SQLite knows how to lock a file on every
// system, and the system gives the lock back when the process dies, however it
// dies. The file itself stays, since removing it would let two processes lock
// two files of one name.
type lock struct {
	db   *sql.DB
	conn *sql.Conn
	note string // path of the note that names the holder
}

// acquire locks the ledger at path or fails at once with parley.ErrLocked.
func acquire(ctx context.Context, path string) (*lock, error) {
	k := &lock{note: path + ".pid"}
	// The note is opened first, because the system's own words for a place that
	// cannot be written are plainer than the database's.
	note, err := os.OpenFile(k.note, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, fmt.Errorf("the ledger's folder must be there and writable: %w", err)
	}
	defer note.Close()
	if k.db, err = sql.Open("sqlite", address(path+".lock", url.Values{"_pragma": {"busy_timeout(0)"}})); err != nil {
		return nil, err
	}
	if k.conn, err = k.db.Conn(ctx); err == nil {
		_, err = k.conn.ExecContext(ctx, "BEGIN EXCLUSIVE")
	}
	if err != nil {
		_ = k.close() // Nothing is held; the first error is the one that tells.
		return nil, refusal(err, k.note)
	}
	if err := sign(note); err != nil {
		return nil, errors.Join(err, k.release())
	}
	return k, nil
}

// sign writes the number of this process into the note.
func sign(note *os.File) error {
	if err := note.Truncate(0); err != nil {
		return err
	}
	_, err := fmt.Fprintln(note, os.Getpid())
	return err
}

// refusal says in plain words who holds the lock, where that is why err came.
func refusal(err error, note string) error {
	var e *driver.Error
	if !errors.As(err, &e) || e.Code()&0xff != codes.SQLITE_BUSY {
		return kinded(fmt.Errorf("lock: %w", err))
	}
	who := "another parley process"
	if text, err := os.ReadFile(note); err == nil {
		if pid, err := strconv.Atoi(strings.TrimSpace(string(text))); err == nil {
			who = fmt.Sprintf("another parley process (pid %d)", pid)
			if pid == os.Getpid() {
				who = "this parley process"
			}
		}
	}
	return fmt.Errorf("%w: %s has the ledger open; stop it first, or use another ledger", parley.ErrLocked, who)
}

// release gives the lock back. Releasing twice does nothing more.
func (k *lock) release() error {
	if k.db == nil {
		return nil
	}
	_ = os.Remove(k.note) // Before the lock goes, lest it be the next holder's. A note that stays harms nobody.
	return k.close()
}

// close ends the transaction with its connection.
func (k *lock) close() error {
	var errs []error
	if k.conn != nil {
		_, err := k.conn.ExecContext(context.Background(), "ROLLBACK")
		if err != nil && !strings.Contains(err.Error(), "no transaction") {
			errs = append(errs, err)
		}
		errs = append(errs, k.conn.Close())
	}
	errs = append(errs, k.db.Close())
	k.db, k.conn = nil, nil
	return errors.Join(errs...)
}
