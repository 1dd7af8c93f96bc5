package eval_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"parley"
	"parley/eval"
)

// TestLedgerStories scores the readings of invented stories and compares the
// table, the calibration and the listing of faults with what stands beside them.
func TestLedgerStories(t *testing.T) {
	files, _ := filepath.Glob("testdata/ledger/*.txtar")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			story := parseStory(t, file)
			var got strings.Builder
			fmt.Fprintf(&got, "%v\n", eval.ScoreLedger(story.pairs))
			for _, c := range eval.Calibrate(story.pairs) {
				fmt.Fprintln(&got, c)
			}
			got.WriteByte('\n')
			for _, f := range eval.Faults(story.pairs) {
				fmt.Fprintln(&got, f)
			}
			story.golden(t, "want", got.String())
		})
	}
	if len(files) == 0 {
		t.Error("no stories")
	}
}

// TestQuoteStories does the same for the statements in the format of the
// corpora of quotations.
func TestQuoteStories(t *testing.T) {
	story := parseStory(t, "testdata/ledger/envoy.txtar")
	gold, read := story.quotes()
	var got strings.Builder
	fmt.Fprintf(&got, "%v\n", eval.ScoreQuotes(gold, read))
	for _, f := range eval.QuoteFaults(gold, read) {
		fmt.Fprintln(&got, f)
	}
	story.golden(t, "want quotes", got.String())
}

// TestTimeStories does the same for the dates in the format of the TimeML corpora.
func TestTimeStories(t *testing.T) {
	story := parseStory(t, "testdata/ledger/envoy.txtar")
	gold, read := story.times()
	score, faults := eval.ScoreTimes(gold, read)
	var got strings.Builder
	fmt.Fprintf(&got, "%v\n", score)
	for _, f := range faults {
		fmt.Fprintln(&got, f)
	}
	story.golden(t, "want times", got.String())
}

// TestStoriesReference holds the scores of the invented stories equal to the
// reference scorer.
func TestStoriesReference(t *testing.T) {
	script := beside(t, "score", "score_ledger.py")
	quotes := beside(t, "data", "quotes", "tools", "score.py")
	times := beside(t, "data", "time", "te3score.py")
	files, _ := filepath.Glob("testdata/ledger/*.txtar")
	for _, file := range files {
		story := parseStory(t, file)
		gold, readings := writePairs(t, story.pairs)
		sameLedger(t, eval.ScoreLedger(story.pairs), python(t, script, gold, readings, "--json"))
		goldQuotes, readQuotes := story.quotes()
		sameQuotes(t, eval.ScoreQuotes(goldQuotes, readQuotes),
			python(t, quotes, writeLines(t, goldQuotes), writeLines(t, readQuotes), "--boot", "1000"))
		goldTimes, readTimes := story.times()
		score, _ := eval.ScoreTimes(goldTimes, readTimes)
		sameTimes(t, score, python(t, times, writeLines(t, goldTimes), writeLines(t, readTimes)))
	}
}

// story is a txtar file of documents: ID.text, ID.gold and, if it was read, ID.read.
type story struct {
	file    string
	archive *txtar.Archive
	pairs   []eval.Pair
}

func parseStory(t testing.TB, file string) story {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := story{file: file, archive: archive}
	text := ""
	for _, f := range archive.Files {
		id, sort, _ := strings.Cut(f.Name, ".")
		switch sort {
		case "text":
			text = strings.TrimSuffix(string(f.Data), "\n")
		case "gold":
			s.pairs = append(s.pairs, eval.Pair{ID: id, Gold: spelled(t, id, text, f.Data)})
		case "read":
			s.pairs[len(s.pairs)-1].Read = spelled(t, id, text, f.Data)
		}
	}
	return s
}

// quotes gives the statements in the format of the corpora of quotations.
func (s story) quotes() (gold, read []eval.QuoteDocument) {
	for _, p := range s.pairs {
		d := eval.Attributions(*p.Gold)
		d.Text = p.Gold.Document.Text
		gold = append(gold, d)
		if p.Read != nil {
			read = append(read, eval.Attributions(*p.Read))
		}
	}
	return gold, read
}

// times gives the dates in the format of the TimeML corpora.
func (s story) times() (gold, read []eval.TimeDocument) {
	for _, p := range s.pairs {
		d := eval.Timexes(*p.Gold)
		d.Text = p.Gold.Document.Text
		gold = append(gold, d)
		if p.Read != nil {
			read = append(read, eval.Timexes(*p.Read))
		}
	}
	return gold, read
}

// golden compares got with a file of the archive, or rewrites it.
func (s story) golden(t *testing.T, name, got string) {
	t.Helper()
	for i := range s.archive.Files {
		f := &s.archive.Files[i]
		if f.Name != name {
			continue
		}
		if diff := cmp.Diff(string(f.Data), got); diff != "" && !*update {
			t.Errorf("differs from %s in %s; -update rewrites it (-want +got):\n%s", name, s.file, diff)
		}
		f.Data = []byte(got)
	}
	if *update {
		if err := os.WriteFile(s.file, txtar.Format(s.archive), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// spelled decodes a reading whose pieces of text are given by their words.
func spelled(t testing.TB, id, text string, data []byte) *parley.Reading {
	t.Helper()
	var fields map[string]any
	if err := json.Unmarshal(data, &fields); err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	for _, list := range fields {
		for _, entry := range list.([]any) {
			locateAll(t, text, entry.(map[string]any))
		}
	}
	fields["document"] = parley.Document{ID: id, Text: text}
	data, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	r := new(parley.Reading)
	if err := json.Unmarshal(data, r); err != nil {
		t.Fatal(err)
	}
	return r
}

// locateAll replaces the words of an entry's pieces of text by their places.
func locateAll(t testing.TB, text string, entry map[string]any) {
	t.Helper()
	for _, name := range []string{"mentions", "source", "cue", "content", "span", "trigger", "consequent", "connective",
		"antecedent", "what", "date", "evidence", "target", "label", "person", "title"} {
		switch words := entry[name].(type) {
		case string:
			entry[name] = [][2]int{locate(t, text, words)}
		case []any:
			for i, w := range words {
				words[i] = locate(t, text, w.(string))
			}
		}
	}
}

// locate returns the code points of the words; "talks#2" is the second "talks".
func locate(t testing.TB, text, words string) [2]int {
	t.Helper()
	words, nth, _ := strings.Cut(words, "#")
	n, err := strconv.Atoi(nth)
	if err != nil {
		n = 1
	}
	start := 0
	for i := range n {
		if i > 0 {
			start += len(words)
		}
		next := strings.Index(text[start:], words)
		if next < 0 {
			t.Fatalf("%q does not stand %d times in the text", words, n)
		}
		start += next
	}
	first := utf8.RuneCountInString(text[:start])
	return [2]int{first, first + utf8.RuneCountInString(words)}
}
