package sqlite

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"parley"
	"parley/ledger"
)

// opened returns an empty ledger.
func opened(t *testing.T) *Ledger {
	t.Helper()
	l, err := Open(t.Context(), filepath.Join(t.TempDir(), "ledger"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// TestManyNames asks for a part of a name that more speakers have than are
// searched one by one.
func TestManyNames(t *testing.T) {
	l := opened(t)
	doc := parley.Document{ID: "a", Text: "They said so."}
	if _, err := l.Put(t.Context(), []ledger.Incoming{{Document: doc}}); err != nil {
		t.Fatal(err)
	}
	r := parley.Reading{Document: doc}
	for i := range maxNames + 1 {
		id := fmt.Sprint("a", i)
		r.Actors = append(r.Actors, parley.Actor{ID: id, Name: fmt.Sprint("Delegate ", i), Kind: parley.Person})
		r.Statements = append(r.Statements, parley.Statement{ID: id, Content: parley.Spans{{Start: 10, End: 12}},
			SourceActors: parley.IDs{id}, Type: parley.Indirect, Act: parley.Assert})
	}
	pass := ledger.Pass{Name: "read", Version: "1"}
	if err := l.Commit(t.Context(), pass, []ledger.Result{{Logged: ledger.Logged{Seq: 1}, Reading: r}}); err != nil {
		t.Fatal(err)
	}
	for who, want := range map[string]int{"deleg": maxNames + 1, "delegate 100": 2, "delegate 77": 1 + 10, "ambassador": 0} {
		page, err := l.Find(t.Context(), ledger.Query{Who: who})
		if err != nil {
			t.Fatal(err)
		}
		if page.Total != want {
			t.Errorf("%q finds %d, want %d", who, page.Total, want)
		}
	}
}

// TestFullMinute fills a minute and puts one more version into it.
func TestFullMinute(t *testing.T) {
	l := opened(t)
	put := func(id string) int64 {
		t.Helper()
		doc := parley.Document{ID: id, Published: "2031-03-01", Text: id}
		if _, err := l.Put(t.Context(), []ledger.Incoming{{Document: doc}}); err != nil {
			t.Fatal(err)
		}
		var slot int64
		if err := l.read.QueryRow(`SELECT slot FROM versions ORDER BY seq DESC`).Scan(&slot); err != nil {
			t.Fatal(err)
		}
		return slot
	}
	first, last := minuteSlots(minuteOf("2031-03-01"))
	if got := put("a"); got != first {
		t.Fatalf("the first is at %x, want %x", got, first)
	}
	if _, err := l.write.Exec(`UPDATE versions SET slot = ?`, last+1-perVersion); err != nil {
		t.Fatal(err)
	}
	if got := put("b"); got != last+1 {
		t.Errorf("in a full minute the next is at %x, want the next minute's %x", got, last+1)
	}
	if got, want := put("c"), last+1+perVersion; got != want {
		t.Errorf("the one after it is at %x, want %x", got, want)
	}
}

// TestTooMany commits more entries of a kind than a version has numbers for.
func TestTooMany(t *testing.T) {
	v := stored{doc: parley.Document{Text: "So."}}
	r := parley.Reading{}
	for range perVersion + 1 {
		r.Statements = append(r.Statements, parley.Statement{Content: parley.Spans{{Start: 0, End: 2}}, Type: parley.Direct, Act: parley.Assert})
	}
	if _, err := v.rows(&r, map[parley.Kind]int{}); parley.Reason(err) != "too large" {
		t.Errorf("got %v, want that it is too large", err)
	}
	r.Statements = r.Statements[1:]
	if rows, err := v.rows(&r, map[parley.Kind]int{}); err != nil || len(rows) != perVersion {
		t.Errorf("got %d rows and %v, want %d", len(rows), err, perVersion)
	}
}

// TestFullDisk lets the file grow no more, and then grow again.
func TestFullDisk(t *testing.T) {
	l := opened(t)
	big := ledger.Incoming{Document: parley.Document{ID: "big", Text: strings.Repeat("No room. ", 100_000)}}
	limit := func(pages string) {
		t.Helper()
		if _, err := l.write.Exec(`PRAGMA max_page_count = ` + pages); err != nil {
			t.Fatal(err)
		}
	}
	limit("60")
	if _, err := l.Put(t.Context(), []ledger.Incoming{big}); err == nil || !strings.Contains(err.Error(), "disk is full") {
		t.Fatalf("got %v, want that the disk is full", err)
	}
	if last, err := l.Latest(t.Context()); err != nil || last != 0 {
		t.Errorf("a part of it was stored: log number %d, %v", last, err)
	}
	limit("1000000")
	if out, err := l.Put(t.Context(), []ledger.Incoming{big}); err != nil || out[0].Change != ledger.Added {
		t.Errorf("with room again: got %v, %v", out, err)
	}
}

// TestCutOff opens files as a process leaves them that is killed while it makes
// a new ledger.
func TestCutOff(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger")
	for _, step := range []string{`PRAGMA application_id = 0x50524c59`, `CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now')))`, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1)`} {
		db, err := connect(path, "rw", 1)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(step); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	l, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}
