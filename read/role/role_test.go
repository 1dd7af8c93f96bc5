package role_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"parley"
	"parley/lang"
	"parley/read/readtest"
	"parley/read/role"
)

var update = flag.Bool("update", false, "rewrite the roles in testdata")

// read returns the roles of a text, one a line: "person | title".
func read(text string) []string {
	var out []string
	t := lang.Analyse(text)
	for _, r := range role.Read(&parley.Document{Text: text}, t, readtest.Trees(t)) {
		out = append(out, r.Person.In(text)+" | "+r.Title.In(text))
	}
	return out
}

// TestCases reads the cases of testdata: each file's sections come in pairs, a
// text and the roles in it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, f := range files {
		archive, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			text, want := archive.Files[i], &archive.Files[i+1]
			t.Run(text.Name, func(t *testing.T) {
				got := strings.Join(append(read(string(text.Data)), ""), "\n")
				if *update {
					want.Data = []byte(got)
				} else if diff := cmp.Diff(string(want.Data), got); diff != "" {
					t.Errorf("roles (-want +got):\n%s", diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(f, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestInvariants checks on texts made of the words that matter that every span
// is valid, that no title touches its person, and that confidences are
// probabilities.
func TestInvariants(t *testing.T) {
	pieces := []string{"president", "President", "the", "of", "Varenia", "Ela", "Vint", "Mark", "Marr", ",", "and", "'s", "’s", "(",
		")", "former", "who is", "said", "spokesman", "Gen.", "Presidents", "al-", "-", "24", ".", "\n", "\n\n", "“", "”", "\xff", "Mr."}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), " ")
		if err := check(text); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("Varenian President Mark Vint met Sara Marr, the foreign minister of Kestria, on Monday.")
	f.Add("Presidents Mark Vint of Varenia and Sara Marr of Kestria")
	f.Add("\xff, the president, \xff")
	f.Fuzz(func(t *testing.T, text string) {
		if err := check(text); err != nil {
			t.Fatal(err)
		}
	})
}

// check says what is wrong with the roles of a text, or nil.
func check(text string) error {
	t := lang.Analyse(text)
	for _, r := range role.Read(&parley.Document{Text: text}, t, readtest.Trees(t)) {
		end := 0
		for _, s := range r.Title {
			if s.Start < end || s.End <= s.Start || s.End > len(text) || r.Person.Overlaps(s) {
				return fmt.Errorf("title %v of person %v in %q", r.Title, r.Person, text)
			}
			end = s.End
		}
		if len(r.Title) == 0 || len(r.Person) != 1 || r.Confidence <= 0 || r.Confidence > 1 {
			return fmt.Errorf("role %+v in %q", r, text)
		}
	}
	return nil
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Varenian President Mark Vint met Sara Marr, the foreign minister of Kestria, in Selmark on Monday. "+
		"The talks lasted an hour, said a spokesman for the ministry, Paul Oru.\n\n", 200)
	doc, t := &parley.Document{Text: text}, lang.Analyse(text)
	trees := readtest.Trees(t)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		role.Read(doc, t, trees)
	}
}
