package sqlite

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"
)

func TestMatchWords(t *testing.T) {
	for query, want := range map[string]string{
		``:                        ``,
		`  `:                      ``,
		`peace`:                   `"peace"`,
		` peace   talks `:         `"peace" AND "talks"`,
		`"peace talks"`:           `"peace talks"`,
		`"peace talks" tolm`:      `"peace talks" AND "tolm"`,
		`tolm"peace talks"ardo`:   `"tolm" AND "peace talks" AND "ardo"`,
		`“peace talks”`:           `"peace talks"`,
		`"peace`:                  `"peace"`,
		`"`:                       ``,
		`""""`:                    ``,
		`peace*`:                  `"peace*" *`,
		`p*`:                      `"p*"`,
		`"peace*"`:                `"peace*"`,
		`***`:                     ``,
		`NEAR(a b)`:               `"NEAR(a" AND "b)"`,
		`what:peace OR -x`:        `"what:peace" AND "OR" AND "-x"`,
		"nul\x00byte":             `"nul byte"`,
		"broken\xffbyte":          `"broken byte"`,
		`it's`:                    `"it's"`,
		`—`:                       ``,
		`мир`:                     `"мир"`,
		strings.Repeat("a ", 500): strings.Join(strings.Split(strings.Repeat(`"a" `, maxTerms), " ")[:maxTerms], " AND "),
	} {
		if got := matchWords(query); got != want {
			t.Errorf("%q becomes %s, want %s", query, got, want)
		}
	}
}

// FuzzMatch sends whatever people may type through the index. No expression may
// be refused, and words of the text alone must find it.
func FuzzMatch(f *testing.F) {
	for _, seed := range []string{`peace`, `"`, `a"b`, `""`, `x*`, `*`, "\x00", "a\x00b", "\xff", `{who}:x`, `NOT`, `^a`, `"a" + "b"`,
		`NEAR(x y, 3)`, `“x`, `ß*`, "a\u0301*", "\U000e0001", "𞤀*", `\`, `'; --`, "१२*"} {
		f.Add(seed)
	}
	db, err := sql.Open("sqlite", filepath.Join(f.TempDir(), "fts"))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1)
	const table = `CREATE VIRTUAL TABLE x USING fts5 (who, what, keys, tokenize = 'unicode61 remove_diacritics 2')`
	if _, err := db.Exec(table); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, query string) {
		text := strings.ToValidUTF8(query, " ")
		if _, err := db.Exec(`INSERT OR REPLACE INTO x (rowid, who, what, keys) VALUES (1, ?, ?, ?)`, text, text, text); err != nil {
			t.Fatal(err)
		}
		words := in("who what", matchWords(query))
		match := both(words, matchName("who", query), matchName("keys", query))
		if match == "" {
			return
		}
		var n int
		if err := db.QueryRow(`SELECT count(*) FROM x WHERE x MATCH ?`, match).Scan(&n); err != nil {
			t.Fatalf("%q becomes %s: %v", query, match, err)
		}
		if n == 0 && plainASCII(query) {
			t.Fatalf("%q becomes %s, which does not find the same words", query, match)
		}
	})
}

// plainASCII reports whether s is of characters whose words cannot be doubted.
func plainASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) < 0
}
