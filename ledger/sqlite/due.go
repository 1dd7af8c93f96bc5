package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"parley"
	"parley/ledger"
	"parley/timex"
)

// The statements that keep the days of dues.
const (
	insertDay  = `INSERT OR IGNORE INTO days (slot, first, last) VALUES (?, ?, ?)`
	deleteDays = `DELETE FROM days WHERE slot = ?`
)

// stretch is a first and last day, YYYY-MM-DD.
type stretch struct{ first, last string }

// stretches returns the stretches of days that TIMEX3 values stand for; a value that
// is none gives none.
func stretches(values ...string) []stretch {
	var out []stretch
	for _, v := range values {
		if first, last, ok := timex.Interval(v); ok {
			out = append(out, stretch{first.Format(time.DateOnly), last.Format(time.DateOnly)})
		}
	}
	return out
}

// keepDays stores the days of an entry.
func keepDays(ctx context.Context, t *tx, r *row) error {
	for _, s := range r.days {
		if err := t.exec(ctx, insertDay, r.slot, s.first, s.last); err != nil {
			return err
		}
	}
	return nil
}

// The last day where a query sets none: days sort as text.
const noLastDay = "9999-12-31"

// duesBetween finds the dues of the newest versions by their days.
const duesBetween = `SELECT ` + documentColumns + `, e.slot, e.id, e.start, e."end", e.who, e.speakers, e.act, e.said, e.what, e.context, e.confidence, e.body, b.text
	FROM entries e CROSS JOIN versions v ON v.seq = e.seq CROSS JOIN documents d ON d.id = v.document CROSS JOIN bodies b ON b.seq = v.seq
	WHERE e.live = 1 AND e.slot IN (SELECT slot FROM days WHERE last >= ? AND first <= ?) ORDER BY e.slot DESC LIMIT ?`

// Dues returns what documents tell of dues between two days, newest document first.
func (l *Ledger) Dues(ctx context.Context, q ledger.DueQuery) ([]ledger.DueItem, error) {
	to, limit := q.To, q.Limit
	if to == "" {
		to = noLastDay
	}
	if limit <= 0 {
		limit = ledger.MostDues
	}
	var out []ledger.DueItem
	err := l.view(ctx, func(t *sql.Tx) (err error) {
		out, err = dues(ctx, t, q.From, to, limit)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("dues from %q to %q: %w", q.From, q.To, err)
	}
	return out, nil
}

// dues runs the query.
func dues(ctx context.Context, t *sql.Tx, from, to string, limit int) ([]ledger.DueItem, error) {
	rows, err := t.QueryContext(ctx, duesBetween, from, to, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []ledger.DueItem
	for rows.Next() {
		x := ledger.DueItem{Item: ledger.Item{Kind: parley.KindDue}}
		var slot int64
		var speakers, body, text string
		err := rows.Scan(append(documentFields(&x.Item), &slot, &x.Entry, &x.Span.Start, &x.Span.End, &x.Who, &speakers, &x.Act, &x.Said, &x.What,
			&x.Context, &x.Confidence, &body, &text)...)
		if err = errors.Join(err, json.Unmarshal([]byte(body), &x.Due), unlist(speakers, &x.Speakers)); err != nil {
			return nil, err
		}
		x.Parties = x.Speakers
		if hull := x.Due.Date.Hull(); hull.Start >= 0 && hull.End <= len(text) && hull.Start <= hull.End {
			x.Words = x.Due.Date.In(text)
		}
		out = append(out, x)
	}
	return out, rows.Err()
}
