package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"os"

	"parley"
	"parley/ledger"
)

// maxFailures is how many failures Status lists.
const maxFailures = 1000

// Latest returns the log's last number; 0 where it is empty.
func (l *Ledger) Latest(ctx context.Context) (int64, error) {
	var seq int64
	err := l.view(ctx, func(t *sql.Tx) (err error) {
		seq, err = latest(ctx, t)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("latest log number: %w", err)
	}
	return seq, nil
}

// latest returns the log's last number.
func latest(ctx context.Context, t *sql.Tx) (seq int64, err error) {
	err = t.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM versions`).Scan(&seq)
	return seq, err
}

// Status counts what the ledger holds. Entries are those of the newest
// versions, which are the ones that Find can show. It lists the newest thousand
// failures, and counts all of them by reason.
func (l *Ledger) Status(ctx context.Context) (ledger.Status, error) {
	s := ledger.Status{Entries: map[parley.Kind]int{}, Reasons: map[string]int{}}
	err := l.view(ctx, func(t *sql.Tx) error {
		err := t.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM versions),
			(SELECT count(*) FROM versions WHERE language NOT IN ('', 'en'))`).Scan(&s.Documents, &s.Versions, &s.Unread)
		if err != nil {
			return err
		}
		for _, part := range []func(context.Context, *sql.Tx, *ledger.Status) error{
			countEntries, countReasons, listFailures, listPasses,
		} {
			if err := part(ctx, t, &s); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		s.Bytes, err = l.size()
	}
	if err != nil {
		return ledger.Status{}, fmt.Errorf("status: %w", err)
	}
	return s, nil
}

// countEntries counts the entries by kind.
func countEntries(ctx context.Context, t *sql.Tx, s *ledger.Status) error {
	return numbers(ctx, t, `SELECT kind, entries FROM counts WHERE entries > 0`, func(kind string, n int) {
		s.Entries[parley.Kind(kind)] = n
	})
}

// countReasons counts the unsolved failures by reason.
func countReasons(ctx context.Context, t *sql.Tx, s *ledger.Status) error {
	return numbers(ctx, t, `SELECT reason, count(*) FROM failures WHERE solved = 0 GROUP BY reason`, func(reason string, n int) {
		s.Reasons[reason] = n
	})
}

// numbers runs a query for names with numbers.
func numbers(ctx context.Context, t *sql.Tx, query string, f func(string, int)) error {
	rows, err := t.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		var n int
		if err := rows.Scan(&name, &n); err != nil {
			return err
		}
		f(name, n)
	}
	return rows.Err()
}

// listFailures lists the unsolved failures, newest first.
func listFailures(ctx context.Context, t *sql.Tx, s *ledger.Status) error {
	rows, err := t.QueryContext(ctx, `SELECT input, stage, reason, message, first, last, count, solved FROM failures
		WHERE solved = 0 ORDER BY last DESC, input, stage LIMIT ?`, maxFailures)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var f ledger.Failure
		var first, last string
		err := rows.Scan(&f.Input, &f.Stage, &f.Reason, &f.Message, &first, &last, &f.Count, &f.Solved)
		if err != nil {
			return err
		}
		if f.First, err = unstamp(first); err != nil {
			return err
		}
		if f.Last, err = unstamp(last); err != nil {
			return err
		}
		s.Failures = append(s.Failures, f)
	}
	return rows.Err()
}

// listPasses lists how far each pass has come, in the version it last ran in.
func listPasses(ctx context.Context, t *sql.Tx, s *ledger.Status) error {
	last, err := latest(ctx, t)
	if err != nil {
		return err
	}
	rows, err := t.QueryContext(ctx, `SELECT pass, version, seq FROM cursors ORDER BY pass`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var p ledger.PassStatus
		if err := rows.Scan(&p.Name, &p.Pass.Version, &p.Done); err != nil {
			return err
		}
		p.Lag = last - p.Done
		s.Passes = append(s.Passes, p)
	}
	return rows.Err()
}

// size returns how many bytes the ledger takes on disk.
func (l *Ledger) size() (int64, error) {
	var sum int64
	for _, suffix := range []string{"", "-wal", "-shm"} {
		info, err := os.Stat(l.path + suffix)
		switch {
		case err == nil:
			sum += info.Size()
		case suffix == "" || !os.IsNotExist(err): // The other files come and go.
			return 0, err
		}
	}
	return sum, nil
}
