package sqlite

import (
	"cmp"
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"strconv"

	"parley"
	"parley/ledger"
)

// Rows a page, where the query does not say and at most.
const (
	pageRows    = 50
	maxPageRows = 1000
)

// maxTotal is where counting stops: beyond it a reader does not need the exact
// number, and counting on would make common words slow.
const maxTotal = 10_000

// Find returns the entries that answer a query, or for InText the documents.
// The latest published come first; of one minute, those that came last; within
// a document, in the order of the reading. Names match by words in their order,
// the last of which may be only begun: "minis" finds "Foreign Minister".
func (l *Ledger) Find(ctx context.Context, q ledger.Query) (ledger.Page, error) {
	var page ledger.Page
	s, err := searchOf(q)
	if err == nil {
		err = l.view(ctx, func(t *sql.Tx) error {
			for _, narrow := range []func(context.Context, *sql.Tx, ledger.Query) (bool, error){
				s.inDocument, s.byOutlet, s.byWho, s.byActor, s.towardActor,
			} {
				if some, err := narrow(ctx, t, q); err != nil || !some {
					return err
				}
			}
			page, err = s.page(ctx, t)
			return err
		})
	}
	if err != nil {
		return ledger.Page{}, fmt.Errorf("find: %w", err)
	}
	return page, nil
}

// A search is a query in the terms of the file: a range of slots, from which an
// expression of full-text search selects.
type search struct {
	inText      bool
	kind        parley.Kind // none for texts
	match       string      // FTS5 expression; empty selects all
	first, last int64       // slots
	whole       bool        // the range is all there is of the kind
	after       int64       // the page begins below this slot
	limit       int
}

// searchOf translates a query.
func searchOf(q ledger.Query) (*search, error) {
	s := &search{inText: q.InText, limit: min(cmp.Or(max(q.Limit, 0), pageRows), maxPageRows)}
	if s.inText {
		s.match = in("title text", matchWords(q.Words))
	} else {
		s.kind = cmp.Or(q.Kind, parley.KindStatement)
		s.match = in("who what", matchWords(q.Words))
	}
	bits, err := kindBits(s.kind)
	if err != nil {
		return nil, err
	}
	if s.first, s.last, err = daySlots(q.From, q.To); err != nil {
		return nil, err
	}
	s.first, s.last = bits|s.first, bits|s.last
	s.whole = q.From == "" && q.To == "" && q.Document == ""
	s.after = s.last + 1
	if q.After != "" {
		if s.after, err = strconv.ParseInt(q.After, 36, 64); err != nil || s.after < 0 {
			return nil, fmt.Errorf("%w: %q is no page of this ledger", parley.ErrRefused, q.After)
		}
	}
	return s, nil
}

// inDocument narrows the range to one document, where the query names one. Like
// the next two it reports whether there is anything left to look for.
func (s *search) inDocument(ctx context.Context, t *sql.Tx, q ledger.Query) (bool, error) {
	if q.Document == "" {
		return s.first <= s.last, nil
	}
	var slot int64
	err := t.QueryRowContext(ctx, `SELECT v.slot FROM versions v JOIN documents d ON d.id = v.document
		WHERE d.name = ? AND v.live = 1`, q.Document).Scan(&slot)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	bits, kindErr := kindBits(s.kind)
	slot |= bits
	s.first, s.last = max(s.first, slot), min(s.last, slot+perVersion-1)
	return s.first <= s.last, errors.Join(err, kindErr)
}

// byOutlet confines the search to outlets that have the given words in their name.
func (s *search) byOutlet(ctx context.Context, t *sql.Tx, q ledger.Query) (bool, error) {
	name := matchName("name", q.Outlet)
	if name == "" {
		return true, nil
	}
	keys, err := keysOf(ctx, t, sortOutlet, name, -1)
	s.match = both(s.match, matchKeys(keys))
	return len(keys) > 0, err
}

// byWho confines the search to entries of those who have the given words in
// their name.
func (s *search) byWho(ctx context.Context, t *sql.Tx, q ledger.Query) (bool, error) {
	name := matchName("name", q.Who)
	if name == "" || s.inText {
		return true, nil
	}
	keys, err := keysOf(ctx, t, sortWho, name, maxNames+1)
	if len(keys) > maxNames {
		s.match = both(s.match, matchName("who", q.Who))
		return true, err
	}
	s.match = both(s.match, matchKeys(keys))
	return len(keys) > 0, err
}

// byActor confines the search to entries in which an actor of the given name
// speaks, acts or is concerned.
func (s *search) byActor(ctx context.Context, t *sql.Tx, q ledger.Query) (bool, error) {
	return s.named(ctx, t, keySpeaker, q.By)
}

// towardActor confines the search to entries that are directed at an actor of
// the given name.
func (s *search) towardActor(ctx context.Context, t *sql.Tx, q ledger.Query) (bool, error) {
	return s.named(ctx, t, keyToward, q.Toward)
}

// named confines the search to entries that have an actor of the exact name in
// a field; an empty name to nothing.
func (s *search) named(ctx context.Context, t *sql.Tx, field, name string) (bool, error) {
	if name == "" || s.inText {
		return true, nil
	}
	var id int64
	err := t.QueryRowContext(ctx, findName, sortWho, name).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	s.match = both(s.match, matchKeys([]string{key(field, id)}))
	return err == nil, err
}

// page returns the rows below s.after and the number of all rows.
func (s *search) page(ctx context.Context, t *sql.Tx) (page ledger.Page, err error) {
	if page.Total, err = s.total(ctx, t); err != nil {
		return page, err
	}
	if page.Total > maxTotal && !s.counted() {
		page.Total, page.AtLeast = maxTotal, true
	}
	var slots []int64
	if s.inText {
		page.Items, slots, err = s.documents(ctx, t)
	} else {
		page.Items, slots, err = s.entries(ctx, t)
	}
	if len(page.Items) > s.limit {
		page.Items = page.Items[:s.limit]
		page.Next = strconv.FormatInt(slots[s.limit-1], 36)
	}
	return page, err
}

// counted reports whether the number of rows is kept and need not be counted.
func (s *search) counted() bool { return s.whole && s.match == "" && !s.inText }

// total counts the rows of all pages, up to one more than maxTotal.
func (s *search) total(ctx context.Context, t *sql.Tx) (n int, err error) {
	if s.counted() {
		err = t.QueryRowContext(ctx, `SELECT coalesce(max(entries), 0) FROM counts WHERE kind = ?`, string(s.kind)).Scan(&n)
		return n, err
	}
	from, args := s.source(s.last)
	err = t.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM `+from+` LIMIT ?)`, append(args, maxTotal+1)...).Scan(&n)
	return n, err
}

// source returns the table, or full-text index, that holds the search's rows,
// with the conditions that select them up to a slot.
func (s *search) source(last int64) (from string, args []any) {
	table, index := "entries", "entry_index"
	if s.inText {
		table, index = "versions", "text_index"
	}
	if s.match == "" {
		return table + ` s WHERE s.live = 1 AND s.slot BETWEEN ? AND ?`, []any{s.first, last}
	}
	return index + ` WHERE ` + index + ` MATCH ? AND rowid BETWEEN ? AND ?`, []any{s.match, s.first, last}
}

// slots returns a query for the page's slots, in order, and one more.
func (s *search) slots() (query string, args []any) {
	from, args := s.source(min(s.after-1, s.last))
	slot := "rowid"
	if s.match == "" {
		slot = "slot"
	}
	return `SELECT ` + slot + ` AS slot FROM ` + from + ` ORDER BY ` + slot + ` DESC LIMIT ?`, append(args, s.limit+1)
}

// documentColumns are what every item tells of its document.
const documentColumns = `d.name, v.version, v.seq, v.title, v.outlet, v.published, v.url, v.language`

// documentFields returns where documentColumns go.
func documentFields(x *ledger.Item) []any {
	return []any{&x.Document, &x.Version, &x.Seq, &x.Title, &x.Outlet, &x.Published, &x.URL, &x.Language}
}

// entries returns a page of entries, and one more.
func (s *search) entries(ctx context.Context, t *sql.Tx) ([]ledger.Item, []int64, error) {
	query, args := s.slots()
	return collect(ctx, t, `SELECT `+documentColumns+`, p.slot, e.id, e.start, e."end", e.who, e.unresolved, e.speakers, e.whom, e.toward, e.role, e.standing, e.act,
		e.channel, e.relay, e.said, e.what, e.context, e.confidence, `+s.ofKind(parley.KindFigure, "value", "NULL")+`, `+s.ofKind(parley.KindPosition, "issue", "''")+`
		FROM (`+query+`) p CROSS JOIN entries e ON e.slot = p.slot CROSS JOIN versions v ON v.seq = e.seq
		CROSS JOIN documents d ON d.id = v.document ORDER BY p.slot DESC`, args,
		func(rows *sql.Rows) (x ledger.Item, slot int64, err error) {
			x.Kind = s.kind
			var speakers, toward string
			err = rows.Scan(append(documentFields(&x), &slot, &x.Entry, &x.Span.Start, &x.Span.End, &x.Who, &x.Unresolved, &speakers, &x.Whom,
				&toward, &x.Role, &x.Standing, &x.Act, &x.Channel, &x.Relay, &x.Said, &x.What, &x.Context, &x.Confidence, &x.Value, &x.Issue)...)
			if err == nil {
				err = errors.Join(unlist(speakers, &x.Speakers), unlist(toward, &x.Toward))
			}
			return x, slot, err
		})
}

// ofKind is what the query asks for a field that entries of one kind alone have, and what
// stands for it where there is none.
func (s *search) ofKind(kind parley.Kind, field, none string) string {
	if s.kind != kind {
		return none
	}
	return "coalesce(json_extract(e.body, '$." + field + "'), " + none + ")"
}

// documents returns a page of documents with the passages found, and one more.
func (s *search) documents(ctx context.Context, t *sql.Tx) ([]ledger.Item, []int64, error) {
	query, args := s.slots()
	text, from := `b.text`, ``
	m := marks{open: rand.Text(), end: rand.Text()} // No text can hold what nobody can guess.
	if s.match != "" {
		// The index is asked once more for each row of the page, as it marks
		// the words found only in its own rows.
		text = `highlight(text_index, 1, ?, ?)`
		from = ` CROSS JOIN text_index ON text_index.rowid = p.slot AND text_index MATCH ?`
		args = append([]any{m.open, m.end}, append(args, s.match)...)
	}
	return collect(ctx, t, `SELECT `+documentColumns+`, p.slot, `+text+` FROM (`+query+`) p`+from+`
		CROSS JOIN versions v ON v.slot = p.slot CROSS JOIN documents d ON d.id = v.document
		CROSS JOIN bodies b ON b.seq = v.seq ORDER BY p.slot DESC`, args,
		func(rows *sql.Rows) (x ledger.Item, slot int64, err error) {
			var marked string
			err = rows.Scan(append(documentFields(&x), &slot, &marked)...)
			x.What, x.Span = m.passage(marked)
			return x, slot, err
		})
}

// collect runs a query and gathers items with their slots.
func collect(ctx context.Context, t *sql.Tx, query string, args []any,
	scan func(*sql.Rows) (ledger.Item, int64, error)) (items []ledger.Item, slots []int64, err error) {
	rows, err := t.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		x, slot, err := scan(rows)
		if err != nil {
			return nil, nil, err
		}
		items, slots = append(items, x), append(slots, slot)
	}
	return items, slots, rows.Err()
}
