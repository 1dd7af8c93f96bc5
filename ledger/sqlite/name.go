package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"parley"
)

// The sorts of name.
const (
	sortWho    = "w"
	sortOutlet = "o"
)

// The fields of an entry in which an actor can stand by name. A key of one of
// them has the number of the name among those of sort "w".
const (
	keySpeaker = "a" // who speaks, acts, has the role or is concerned
	keyToward  = "t" // at whom the entry is directed
)

// The statements of name.
const (
	findName   = `SELECT id FROM names WHERE sort = ? AND name = ?`
	insertName = `INSERT INTO names (sort, name) VALUES (?, ?)`
	indexName  = `INSERT INTO name_index (rowid, name) VALUES (?, ?)`
)

// maxNames is how many speakers are searched by their keys. A part of a name
// that is in more of them is searched as a word that is begun, which costs the
// same for any number.
const maxNames = 1000

// key returns the word that stands in the full-text indexes for a name of a
// sort, or for an actor of that name in a field.
func key(of string, id int64) string { return of + strconv.FormatInt(id, 10) }

// name returns the number of a name, a new one if need be.
func (t *tx) name(ctx context.Context, sort, name string) (int64, error) {
	id, ok := t.names[sort+name]
	if ok {
		return id, nil
	}
	err := t.row(ctx, findName, sort, name).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		id, err = t.addName(ctx, sort, name)
	}
	if err == nil {
		t.names[sort+name] = id
	}
	return id, err
}

// addName stores a new name.
func (t *tx) addName(ctx context.Context, sort, name string) (int64, error) {
	added, err := t.stmt(ctx, insertName).ExecContext(ctx, sort, name)
	if err != nil {
		return 0, err
	}
	id, err := added.LastInsertId()
	if err != nil {
		return 0, err
	}
	return id, t.exec(ctx, indexName, id, name)
}

// keysOf returns the keys of the names that match an expression, up to limit.
func keysOf(ctx context.Context, t *sql.Tx, sort, match string, limit int) ([]string, error) {
	rows, err := t.QueryContext(ctx, `SELECT n.id FROM name_index CROSS JOIN names n ON n.id = name_index.rowid
		WHERE name_index MATCH ? AND n.sort = ? LIMIT ?`, match, sort, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var keys []string
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		keys = append(keys, key(sort, id))
	}
	return keys, rows.Err()
}

// matchKeys returns the expression for any of the keys.
func matchKeys(keys []string) string { return in("keys", strings.Join(keys, " OR ")) }

// list returns names as the file keeps them: a list in JSON, or nothing.
func list(names []string) (string, error) {
	if len(names) == 0 {
		return "", nil
	}
	out, err := json.Marshal(names)
	return string(out), err
}

// unlist reads the names of a list.
func unlist(stored string, names *[]string) error {
	if stored == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(stored), names); err != nil {
		return fmt.Errorf("%w: names %.80q: %w", parley.ErrDamaged, stored, err)
	}
	return nil
}
