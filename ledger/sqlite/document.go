package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"parley"
	"parley/ledger"
)

// versions returns the document versions that a condition on versions (v),
// documents (d) and bodies (b) selects. The text is not held against its hash:
// see verified.
func versions(ctx context.Context, t *sql.Tx, where string, args ...any) ([]ledger.Logged, error) {
	rows, err := t.QueryContext(ctx, `SELECT v.seq, v.version, v.hash, v.origin, v.stored, v.details, d.name, v.title,
		v.outlet, v.published, v.language, v.url, b.text
		FROM versions v JOIN documents d ON d.id = v.document JOIN bodies b ON b.seq = v.seq WHERE `+where, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []ledger.Logged
	for rows.Next() {
		v, err := scanVersion(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// scanVersion reads one row of versions.
func scanVersion(rows *sql.Rows) (ledger.Logged, error) {
	var v, own ledger.Logged
	var stored, details string
	err := rows.Scan(&v.Seq, &v.Version.Version, &v.Hash, &v.From, &stored, &details, &own.ID, &own.Title, &own.Outlet,
		&own.Published, &own.Language, &own.URL, &own.Text)
	if err != nil {
		return v, err
	}
	if err := json.Unmarshal([]byte(details), &v.Document); err != nil {
		return v, fmt.Errorf("%w: details of log number %d: %w", parley.ErrDamaged, v.Seq, err)
	}
	v.ID, v.Title, v.Outlet, v.Published = own.ID, own.Title, own.Outlet, own.Published
	v.Language, v.URL, v.Text = own.Language, own.URL, own.Text
	v.Stored, err = unstamp(stored)
	return v, err
}

// version returns one version of a document, its text verified; 0 is the newest.
func version(ctx context.Context, t *sql.Tx, id string, number int) (ledger.Logged, error) {
	found, err := versions(ctx, t, `d.name = ? AND (v.version = ? OR (? = 0 AND v.live = 1))`, id, number, number)
	switch {
	case err != nil:
		return ledger.Logged{}, err
	case len(found) == 0:
		return ledger.Logged{}, parley.ErrNotFound
	}
	return found[0], verified(&found[0].Version)
}

// verified holds a version against its hash, so that damage to the file is
// never served as text that can be cited.
func verified(v *ledger.Version) error {
	if contentHash(&v.Document) != v.Hash {
		return fmt.Errorf("%w: the stored text of version %d does not match its hash", parley.ErrDamaged, v.Version)
	}
	return nil
}

// Document returns one version of a document; version 0 is the newest.
func (l *Ledger) Document(ctx context.Context, id string, number int) (ledger.Version, error) {
	var out ledger.Logged
	err := l.view(ctx, func(t *sql.Tx) (err error) {
		out, err = version(ctx, t, id, number)
		return err
	})
	if err != nil {
		return ledger.Version{}, fmt.Errorf("document %q, version %d: %w", id, number, err)
	}
	return out.Version, nil
}

// Versions returns all versions of a document, oldest first.
func (l *Ledger) Versions(ctx context.Context, id string) ([]ledger.Version, error) {
	var out []ledger.Version
	err := l.view(ctx, func(t *sql.Tx) error {
		found, err := versions(ctx, t, `d.name = ? ORDER BY v.version`, id)
		if err == nil && len(found) == 0 {
			err = parley.ErrNotFound
		}
		for i := range found {
			err = errors.Join(err, verified(&found[i].Version))
			out = append(out, found[i].Version)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("versions of document %q: %w", id, err)
	}
	return out, nil
}

// Raw returns the input that a document version was made from; nil where none
// was given.
func (l *Ledger) Raw(ctx context.Context, id string, number int) ([]byte, error) {
	var packed []byte
	err := l.view(ctx, func(t *sql.Tx) error {
		err := t.QueryRowContext(ctx, `SELECT b.raw FROM versions v JOIN documents d ON d.id = v.document
			JOIN bodies b ON b.seq = v.seq WHERE d.name = ? AND (v.version = ? OR (? = 0 AND v.live = 1))`,
			id, number, number).Scan(&packed)
		if errors.Is(err, sql.ErrNoRows) {
			return parley.ErrNotFound
		}
		return err
	})
	var raw []byte
	if err == nil {
		raw, err = unpack(packed)
	}
	if err != nil {
		return nil, fmt.Errorf("raw input of document %q, version %d: %w", id, number, err)
	}
	return raw, nil
}

// Reading returns a document version with its entries. It fails with
// parley.ErrDamaged where an entry no longer cites the text.
func (l *Ledger) Reading(ctx context.Context, id string, number int) (parley.Reading, error) {
	var out parley.Reading
	err := l.view(ctx, func(t *sql.Tx) error {
		v, err := version(ctx, t, id, number)
		if err != nil {
			return err
		}
		out.Document = v.Document
		return entries(ctx, t, v.Seq, &out)
	})
	if err != nil {
		return parley.Reading{}, fmt.Errorf("reading of document %q, version %d: %w", id, number, err)
	}
	return out, nil
}

// entries adds a version's entries to a reading that has the version's text.
func entries(ctx context.Context, t *sql.Tx, seq int64, r *parley.Reading) error {
	rows, err := t.QueryContext(ctx, `SELECT slot, start, "end", body FROM entries WHERE seq = ? ORDER BY slot DESC`, seq)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var slot int64
		var hull parley.Span
		var body sql.RawBytes
		if err := rows.Scan(&slot, &hull.Start, &hull.End, &body); err != nil {
			return err
		}
		if err := addEntry(r, kindOf(slot), hull, body); err != nil {
			return fmt.Errorf("%w: entry %s of log number %d: %w", parley.ErrDamaged, kindOf(slot), seq, err)
		}
	}
	return rows.Err()
}

// addEntry decodes an entry and adds it to its list.
func addEntry(r *parley.Reading, kind parley.Kind, hull parley.Span, body []byte) error {
	var e parley.Entry
	var err error
	switch kind {
	case parley.KindActor:
		e, err = decoded(&r.Actors, body)
	case parley.KindRole:
		e, err = decoded(&r.Roles, body)
	case parley.KindStatement:
		e, err = decoded(&r.Statements, body)
	case parley.KindDate:
		e, err = decoded(&r.Dates, body)
	case parley.KindEvent:
		e, err = decoded(&r.Events, body)
	case parley.KindCondition:
		e, err = decoded(&r.Conditions, body)
	case parley.KindDue:
		e, err = decoded(&r.Dues, body)
	case parley.KindPosition:
		e, err = decoded(&r.Positions, body)
	case parley.KindLabel:
		e, err = decoded(&r.Labels, body)
	case parley.KindFigure:
		e, err = decoded(&r.Figures, body)
	default:
		err = errors.New("no such kind")
	}
	if err != nil {
		return err
	}
	return cited(e, hull, len(r.Document.Text))
}

// decoded adds an entry to a list and returns it.
func decoded[T any, P interface {
	*T
	parley.Entry
}](list *[]T, body []byte) (parley.Entry, error) {
	var e T
	if err := json.Unmarshal(body, &e); err != nil {
		return nil, err
	}
	*list = append(*list, e)
	return P(&(*list)[len(*list)-1]), nil
}

// cited says why an entry does not stand in a text of the given length where
// its row says, or nil.
func cited(e parley.Entry, hull parley.Span, length int) error {
	if got := parley.Hull(e); got != hull {
		return fmt.Errorf("%q stands at %v, and its row says %v", e.Key(), got, hull)
	}
	if hull.Start < 0 || hull.End > length || hull.Start > hull.End {
		return fmt.Errorf("%q stands at %v of a text of %d bytes", e.Key(), hull, length)
	}
	return nil
}
