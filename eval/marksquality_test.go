package eval_test

import (
	"path/filepath"
	"testing"

	"parley"
	"parley/eval"
	"parley/read"
	"parley/source"
)

// measureMarks says how many of the events that were marked by eye are right as they are read
// today, among those of which the marks tell, and how many of those that were right still are.
func measureMarks(t *testing.T, reader *read.Reader, name, file string) quality {
	marks, err := eval.LoadMarks(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	docs := markedStories(t, marks)
	readings := map[string]*parley.Reading{}
	for _, r := range readAll(t, reader, docs) {
		readings[r.Document.ID] = &r
	}
	var now []eval.Now
	for i := range marks {
		if r := readings[marks[i].Story]; r != nil {
			now = append(now, eval.ReadNow(&marks[i], r))
		}
	}
	s := eval.ScoreMarks(now)
	t.Logf("%s: %v", name, s)
	p, r := float64(s.Good)/float64(s.Stand), float64(s.Good-s.Mended)/float64(s.Right)
	return quality{name, "events", "right", eval.PRF{P: p, R: r, F1: 2 * p * r / (p + r)}, len(docs)}
}

// markedStories returns the stories of marks.
func markedStories(t *testing.T, marks []eval.Mark) []parley.Document {
	wanted, files := map[string]bool{}, map[string]bool{}
	for _, m := range marks {
		wanted[m.Story], files[beside(t, "data", "news", m.File)] = true, true
	}
	var docs []parley.Document
	for file := range files {
		for item, err := range source.Open(t.Context(), []string{file}, source.Options{}) {
			if err == nil && wanted[item.Document.ID] {
				docs = append(docs, item.Document)
			}
		}
	}
	if len(docs) < len(wanted) {
		t.Errorf("%d of %d marked stories found", len(docs), len(wanted))
	}
	return docs
}
