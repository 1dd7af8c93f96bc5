package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley"
	"parley/ledger"
	"parley/ledger/ledgertest"
	"parley/ledger/sqlite"
)

func TestOpenRefuses(t *testing.T) {
	file := func(content []byte) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
		want error
		says string
	}{
		{"not a database", file(bytes.Repeat([]byte("Not a database. "), 1000)), parley.ErrDamaged, "not a sound database"},
		{"a database header and no more", file([]byte("SQLite format 3\x00 and then some")), parley.ErrDamaged, "not a sound database"},
		{"a directory", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}, parley.ErrRefused, "not a file"},
		{"another program's database", run(`CREATE TABLE visits (url TEXT)`), parley.ErrRefused, "another program"},
		{"a newer parley's ledger", func(t *testing.T, path string) {
			fill(t, path, 0)
			run(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, 1)`)(t, path)
		}, parley.ErrRefused, "newer parley"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "ledger")
			c.make(t, path)
			l, err := sqlite.Open(t.Context(), path)
			if err == nil {
				_ = l.Close()
			}
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), path) {
				t.Errorf("got %v, want %q, saying %q, with the path", err, c.want, c.says)
			}
		})
	}
}

// run returns a function that runs SQL on a file.
func run(query string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		t.Helper()
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenMissingFolder(t *testing.T) {
	_, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "none", "ledger"))
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want that the folder is not there", err)
	}
}

func TestOpenReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the administrator may write everywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	_, err := sqlite.Open(t.Context(), filepath.Join(dir, "ledger"))
	if !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v, want that there is no permission", err)
	}
}

func TestOpenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "ledger")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

func TestOpenPaths(t *testing.T) {
	for _, name := range []string{"with space", "a?mode=memory", "50%41", "#1", "ünï", "a&b=c", "quote'd"} {
		path := filepath.Join(t.TempDir(), name)
		fill(t, path, 1)
		if _, err := os.Stat(path); err != nil {
			t.Errorf("ledger is elsewhere: %v", err)
		}
	}
}

func TestOpenAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger")
	fill(t, path, 3)
	before := dumped(t, path)
	if !bytes.Contains(before, []byte(`"row":"entry"`)) {
		t.Fatal("nothing in the dump")
	}
	fill(t, path, 3)
	if after := dumped(t, path); !bytes.Equal(before, after) {
		t.Errorf("opening and adding again changed the ledger")
	}
}

func TestCloseTwice(t *testing.T) {
	l, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "ledger"))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := l.Latest(t.Context()); err == nil {
		t.Error("a closed ledger answers")
	}
}

// TestDamage breaks a ledger at one place of its file after another. Each time
// it must say that it is damaged, or answer as if nothing had happened: the
// place may be free, or belong to an index that the questions do not touch.
func TestDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger")
	fill(t, path, 30)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := questioned(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for at := 100; at < len(sound); at += len(sound) / 20 {
		broken := bytes.Clone(sound)
		for i := at; i < min(at+64, len(broken)); i++ {
			broken[i] ^= 0x55
		}
		if err := os.WriteFile(path, broken, 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := questioned(t.Context(), path)
		switch {
		case errors.Is(err, parley.ErrDamaged) || errors.Is(err, parley.ErrNotFound):
			told++
		case err != nil:
			told++
			t.Logf("at %d: damage is told as %v", at, err)
		case got != want:
			t.Errorf("at %d: damaged text was served as sound", at)
		}
	}
	if told < 5 {
		t.Errorf("only %d of 20 damages were told", told)
	}
}

func TestTruncated(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger")
	fill(t, path, 30)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, info.Size()/2); err != nil {
		t.Fatal(err)
	}
	if _, err := questioned(t.Context(), path); !errors.Is(err, parley.ErrDamaged) {
		t.Errorf("got %v, want %v", err, parley.ErrDamaged)
	}
}

// questioned asks the ledger for the texts and raw inputs of the stories in it.
func questioned(ctx context.Context, path string) (string, error) {
	l, err := sqlite.Open(ctx, path)
	if err != nil {
		return "", err
	}
	defer l.Close()
	var out strings.Builder
	page, err := l.Find(ctx, ledger.Query{InText: true, Limit: 1000})
	if err != nil {
		return "", err
	}
	for _, x := range page.Items {
		v, err := l.Document(ctx, x.Document, 1)
		if err != nil {
			return "", err
		}
		raw, err := l.Raw(ctx, x.Document, 1)
		if err != nil {
			return "", err
		}
		r, err := l.Reading(ctx, x.Document, 1)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&out, "%q %q %d\n", v.Text, raw, len(r.Statements))
	}
	return out.String(), nil
}

// fill opens a ledger, puts and reads the first n stories, and closes it.
func fill(t *testing.T, path string, n int) {
	t.Helper()
	l, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if err := add(t.Context(), l, i, 1); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// add puts some stories from the n-th on, and reads all that is pending.
func add(ctx context.Context, l ledger.Ledger, from, n int) error {
	var in []ledger.Incoming
	for i := from; i < from+n; i++ {
		story, _ := ledgertest.Story(i, statementsEach)
		in = append(in, story)
	}
	if _, err := l.Put(ctx, in); err != nil {
		return err
	}
	pass := ledger.Pass{Name: "read", Version: "1"}
	for {
		logged, err := l.Pending(ctx, pass, 10)
		if err != nil || len(logged) == 0 {
			return err
		}
		var done []ledger.Result
		for _, x := range logged {
			done = append(done, ledger.Result{Logged: x, Reading: readingOf(x.URL)})
		}
		if err := l.Commit(ctx, pass, done); err != nil {
			return err
		}
	}
}

// statementsEach is how many statements a story of add has.
const statementsEach = 10

// readingOf returns the reading of any of add's stories by its URL. What is
// pending need not be what was put last: it may be what a killed process left.
func readingOf(url string) parley.Reading {
	var n int
	if _, err := fmt.Sscanf(url, "https://news.example/%d", &n); err != nil {
		return parley.Reading{}
	}
	_, reading := ledgertest.Story(n, statementsEach)
	return reading
}

// dumped returns the dump of the ledger at path.
func dumped(t *testing.T, path string) []byte {
	t.Helper()
	l, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var out bytes.Buffer
	if err := l.Dump(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A ledger from before entries had the names of their actors is read again, and
// keeps what it has until then.
func TestOpenBeforeActors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger")
	fill(t, path, 3)
	run(`ALTER TABLE entries DROP COLUMN speakers; ALTER TABLE entries DROP COLUMN toward;
		ALTER TABLE entries DROP COLUMN standing; DROP TABLE days; DELETE FROM goose_db_version WHERE version_id >= 2`)(t, path)
	l := open(t, path)
	old, err := l.Find(t.Context(), ledger.Query{})
	if err != nil || old.Total == 0 || len(old.Items[0].Speakers) != 0 {
		t.Fatalf("the old ledger has %+v, %v", old, err)
	}
	logged, err := l.Pending(t.Context(), ledger.Pass{Name: "read", Version: "1"}, 10)
	if err != nil || len(logged) != 3 {
		t.Errorf("%d versions are to be read again, want all 3: %v", len(logged), err)
	}
}
