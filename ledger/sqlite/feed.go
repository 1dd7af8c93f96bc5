package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"parley/ledger"
)

// The columns of feeds, and the statement of SaveFeed.
const (
	feedColumns = `url, title, etag, last_modified, last_try, last_ok, next, failures, silent, error`
	saveFeed    = `INSERT OR REPLACE INTO feeds (` + feedColumns + `) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
)

// Feed returns what is known of a followed address.
func (l *Ledger) Feed(ctx context.Context, url string) (ledger.Feed, error) {
	f := ledger.Feed{URL: url}
	err := l.view(ctx, func(t *sql.Tx) error {
		found, err := scanFeed(t.QueryRowContext(ctx, `SELECT `+feedColumns+` FROM feeds WHERE url = ?`, url))
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		f = found
		return err
	})
	if err != nil {
		return ledger.Feed{}, fmt.Errorf("feed %s: %w", url, err)
	}
	return f, nil
}

// SaveFeed stores what is known of a followed address.
func (l *Ledger) SaveFeed(ctx context.Context, f ledger.Feed) error {
	err := l.change(ctx, func(ctx context.Context, t *tx) error {
		return t.exec(ctx, saveFeed, f.URL, f.Title, f.ETag, f.LastModified, stamp(f.LastTry), stamp(f.LastOK),
			stamp(f.Next), f.Failures, f.Silent, f.Error)
	})
	if err != nil {
		return fmt.Errorf("save feed %s: %w", f.URL, err)
	}
	return nil
}

// Feeds returns every followed address, by address.
func (l *Ledger) Feeds(ctx context.Context) ([]ledger.Feed, error) {
	var out []ledger.Feed
	err := l.view(ctx, func(t *sql.Tx) error {
		rows, err := t.QueryContext(ctx, `SELECT `+feedColumns+` FROM feeds ORDER BY url`)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			f, err := scanFeed(rows)
			if err != nil {
				return err
			}
			out = append(out, f)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("feeds: %w", err)
	}
	return out, nil
}

// scanFeed reads one row of feeds.
func scanFeed(row interface{ Scan(...any) error }) (ledger.Feed, error) {
	var f ledger.Feed
	var try, ok, next string
	err := row.Scan(&f.URL, &f.Title, &f.ETag, &f.LastModified, &try, &ok, &next, &f.Failures, &f.Silent, &f.Error)
	if err != nil {
		return f, err
	}
	var errs [3]error
	f.LastTry, errs[0] = unstamp(try)
	f.LastOK, errs[1] = unstamp(ok)
	f.Next, errs[2] = unstamp(next)
	return f, errors.Join(errs[:]...)
}
