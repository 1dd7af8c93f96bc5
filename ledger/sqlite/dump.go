package sqlite

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
)

// dumped are the queries whose rows make a dump, by the name of the row.
// They leave out every time of the clock, so that two ledgers that took the
// same documents and results are dumped the same.
var dumped = []struct{ name, query string }{
	{"document", `SELECT id, key, name FROM documents ORDER BY id`},
	{"version", `SELECT v.seq, v.document, v.version, v.slot, v.live, v.hash, v.title, v.outlet, v.published, v.language,
		v.url, v.details, v.origin, b.text, b.raw FROM versions v JOIN bodies b ON b.seq = v.seq ORDER BY v.seq`},
	{"entry", `SELECT seq, slot, live, pass, pass_version, id, start, "end", reader, version, confidence, who, unresolved, speakers, whom, toward, role, standing,
		act, channel, relay, said, what, context, body FROM entries ORDER BY seq, slot DESC`},
	{"day", `SELECT slot, first, last FROM days ORDER BY slot, first, last`},
	{"count", `SELECT kind, entries FROM counts WHERE entries > 0 ORDER BY kind`},
	{"cursor", `SELECT pass, version, seq FROM cursors ORDER BY pass`},
}

// Dump writes the ledger's documents, versions, entries and cursors as lines of
// JSON, in an order and form that depend on nothing but what was put and
// committed: not on times, nor on how often a process was killed on the way.
func (l *Ledger) Dump(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriter(w)
	err := l.view(ctx, func(t *sql.Tx) error {
		for _, d := range dumped {
			if err := dump(ctx, t, d.name, d.query, json.NewEncoder(out)); err != nil {
				return fmt.Errorf("%s: %w", d.name, err)
			}
		}
		return out.Flush()
	})
	if err != nil {
		return fmt.Errorf("dump: %w", err)
	}
	return nil
}

// dump writes the rows of one query, each as an object with its columns.
func dump(ctx context.Context, t *sql.Tx, name, query string, out *json.Encoder) error {
	rows, err := t.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values, dest := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		dest[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return err
		}
		line := map[string]any{"row": name}
		for i, column := range columns {
			line[column] = plain(values[i])
		}
		if err := out.Encode(line); err != nil {
			return err
		}
	}
	return rows.Err()
}

// plain returns a value as a dump shows it: bytes by their length and checksum.
func plain(v any) any {
	packed, ok := v.([]byte)
	if !ok {
		return v
	}
	sum := crc32.NewIEEE()
	_, _ = sum.Write(packed) // A checksum never fails to write.
	return fmt.Sprintf("%d bytes, crc32 %s", len(packed), hex.EncodeToString(sum.Sum(nil)))
}
