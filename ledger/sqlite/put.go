package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"parley"
	"parley/ledger"
)

// The statements of Put.
const (
	findDocument   = `SELECT id, name FROM documents WHERE key = ?`
	nameTaken      = `SELECT count(*) FROM documents WHERE name = ?`
	insertDocument = `INSERT INTO documents (key, name) VALUES (?, ?)`
	sameContent    = `SELECT version FROM versions WHERE document = ? AND hash = ?`
	lastOfMinute   = `SELECT coalesce(max(slot), -1) FROM versions WHERE slot BETWEEN ? AND ?`
	retireVersion  = `UPDATE versions SET live = 0 WHERE document = ? AND live = 1 RETURNING seq, slot, version`
	retireEntries  = `UPDATE entries SET live = 0 WHERE seq = ? AND live = 1 RETURNING slot`
	insertVersion  = `INSERT INTO versions (document, version, slot, live, hash, title, outlet, outlet_id, published,
		language, url, details, origin, stored) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertBody    = `INSERT INTO bodies (seq, text, raw) VALUES (?, ?, ?)`
	indexText     = `INSERT INTO text_index (rowid, title, text, keys) VALUES (?, ?, ?, ?)`
	unindexText   = `DELETE FROM text_index WHERE rowid = ?`
	solveBySource = `UPDATE failures SET solved = 1 WHERE input = ? AND stage IN ('fetch', 'extract', 'put') AND solved = 0`
)

// Put stores documents in order, in one transaction.
//
// Two documents are the same if they have the same URL or, where they have
// none, the same id of their own; without either, the same content. A document
// is known in the ledger by its own id; one without, by "d:" and the beginning
// of the hash of what makes it the same. Where the id belongs to another
// document already, "~" and the beginning of that hash are put after it.
//
// The content that makes a version is the title, the outlet, the time of
// publication and the text. Content that any version of the document had
// before is unchanged: a page that flips between two states gives two versions.
func (l *Ledger) Put(ctx context.Context, in []ledger.Incoming) ([]ledger.Outcome, error) {
	p := putting{
		now:   stamp(time.Now()),
		texts: map[int64]*parley.Document{},
		gone:  map[int64]bool{},
		tally: tally{},
	}
	out := make([]ledger.Outcome, len(in))
	err := l.change(ctx, func(ctx context.Context, t *tx) error {
		for i, x := range in {
			var err error
			if out[i], err = p.put(ctx, t, x); err != nil {
				return fmt.Errorf("document %q from %q: %w", x.Document.ID, x.From, err)
			}
		}
		return p.index(ctx, t)
	})
	if err != nil {
		return nil, fmt.Errorf("put %d documents: %w", len(in), err)
	}
	return out, nil
}

// putting is the state of one Put. The full-text indexes are changed at its
// end in the order of their rows, because each step back costs them a flush.
type putting struct {
	now     string
	packer  packer
	texts   map[int64]*parley.Document // to be indexed, by slot
	gone    map[int64]bool             // slots of versions to be taken out of the index
	entries []int64                    // slots of entries to be taken out of theirs
	tally   tally
}

// put stores one document.
func (p *putting) put(ctx context.Context, t *tx, in ledger.Incoming) (ledger.Outcome, error) {
	doc := sound(in.Document)
	hash := contentHash(&doc)
	doc.ID = cleaned(in.Document.ID)
	for _, input := range slices.Compact([]string{in.From, doc.URL}) {
		if err := t.exec(ctx, solveBySource, input); err != nil {
			return ledger.Outcome{}, err
		}
	}
	id, out, err := p.identify(ctx, t, &doc, hash)
	if err != nil {
		return out, err
	}
	doc.ID = out.ID
	if out.Change == ledger.Added {
		out.Version = 1
		return out, p.store(ctx, t, id, 1, hash, &doc, in)
	}
	err = t.row(ctx, sameContent, id, hash).Scan(&out.Version)
	if err == nil {
		out.Change = ledger.Unchanged
		return out, nil
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return out, err
	}
	if out.Version, err = p.retire(ctx, t, id); err != nil {
		return out, err
	}
	out.Version++
	return out, p.store(ctx, t, id, out.Version, hash, &doc, in)
}

// identify returns the number of the document in the file, a new one if need
// be, and the beginning of the outcome: its id, and whether it is new.
func (p *putting) identify(ctx context.Context, t *tx, doc *parley.Document, hash string) (int64, ledger.Outcome, error) {
	key := documentKey(doc, hash)
	out := ledger.Outcome{Change: ledger.Revised}
	var id int64
	err := t.row(ctx, findDocument, key).Scan(&id, &out.ID)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, out, err
	}
	out.Change = ledger.Added
	for name := range documentNames(doc.ID, key) {
		var taken int
		if err := t.row(ctx, nameTaken, name).Scan(&taken); err != nil {
			return 0, out, err
		}
		if taken == 0 {
			out.ID = name
			break
		}
	}
	if out.ID == "" {
		return 0, out, errors.New("every id for it is taken")
	}
	added, err := t.stmt(ctx, insertDocument).ExecContext(ctx, key, out.ID)
	if err != nil {
		return 0, out, err
	}
	id, err = added.LastInsertId()
	return id, out, err
}

// store adds a version and makes it the newest.
func (p *putting) store(ctx context.Context, t *tx, id int64, version int, hash string, doc *parley.Document, in ledger.Incoming) error {
	slot, err := freeSlot(ctx, t, minuteOf(doc.Published))
	if err != nil {
		return err
	}
	details, err := detailsOf(doc)
	if err != nil {
		return err
	}
	outlet, err := t.name(ctx, sortOutlet, doc.Outlet)
	if err != nil {
		return err
	}
	added, err := t.stmt(ctx, insertVersion).ExecContext(ctx, id, version, slot, hash, doc.Title, doc.Outlet, outlet,
		doc.Published, doc.Language, doc.URL, details, cleaned(in.From), p.now)
	if err != nil {
		return err
	}
	seq, err := added.LastInsertId()
	if err != nil {
		return err
	}
	raw, err := p.packer.pack(in.Raw)
	if err != nil {
		return err
	}
	p.texts[slot] = doc
	return t.exec(ctx, insertBody, seq, doc.Text, raw)
}

// freeSlot returns the next free slot of a minute or, where that is full, of
// the nearest later one.
func freeSlot(ctx context.Context, t *tx, minute int64) (int64, error) {
	for ; minute <= lastMinute; minute++ {
		first, last := minuteSlots(minute)
		var used int64
		if err := t.row(ctx, lastOfMinute, first, last).Scan(&used); err != nil {
			return 0, err
		}
		if used < 0 {
			return first, nil
		}
		if next := used + perVersion; next <= last {
			return next, nil
		}
	}
	return 0, fmt.Errorf("%w: no place left in the ledger's last minute", parley.ErrTooLarge)
}

// retire takes the document's newest version out of the lists and returns its number.
func (p *putting) retire(ctx context.Context, t *tx, id int64) (int, error) {
	var seq, slot, entry int64
	var version int
	if err := t.row(ctx, retireVersion, id).Scan(&seq, &slot, &version); err != nil {
		return 0, fmt.Errorf("newest version: %w", err)
	}
	if p.texts[slot] != nil { // It came in this very Put and is not in the index yet.
		delete(p.texts, slot)
	} else {
		p.gone[slot] = true
	}
	err := t.each(ctx, retireEntries, []any{seq}, []any{&entry}, func() {
		p.entries = append(p.entries, entry)
		p.tally[kindOf(entry)]--
	})
	return version, err
}

// index brings the full-text indexes and the counts up to date.
func (p *putting) index(ctx context.Context, t *tx) error {
	for _, slot := range slices.Sorted(maps.Keys(p.gone)) {
		if err := t.exec(ctx, unindexText, slot); err != nil {
			return err
		}
	}
	for _, slot := range slices.Sorted(maps.Keys(p.texts)) {
		doc := p.texts[slot]
		outlet, err := t.name(ctx, sortOutlet, doc.Outlet)
		if err != nil {
			return err
		}
		if err := t.exec(ctx, indexText, slot, doc.Title, doc.Text, key(sortOutlet, outlet)); err != nil {
			return err
		}
	}
	if err := unindexEntries(ctx, t, p.entries); err != nil {
		return err
	}
	return p.tally.store(ctx, t)
}

// detailsOf returns as JSON what of a document has no column of its own.
func detailsOf(doc *parley.Document) (string, error) {
	rest := *doc
	rest.ID, rest.Text, rest.Title, rest.Outlet, rest.Published, rest.Language, rest.URL = "", "", "", "", "", "", ""
	out, err := json.Marshal(rest)
	return string(out), err
}

// A tally is a change in the number of entries of the newest versions, by kind.
type tally map[parley.Kind]int

// addCount is the statement of store.
const addCount = `INSERT INTO counts (kind, entries) VALUES (?, ?)
	ON CONFLICT (kind) DO UPDATE SET entries = entries + excluded.entries`

// store adds the changes to the counts.
func (c tally) store(ctx context.Context, t *tx) error {
	for _, kind := range slices.SortedFunc(maps.Keys(c), cmp.Compare[parley.Kind]) {
		if err := t.exec(ctx, addCount, string(kind), c[kind]); err != nil {
			return err
		}
	}
	return nil
}
