package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"parley"
	"parley/eval"
	"parley/read"
	"parley/read/event"
	"parley/source"
)

// evalMarksCmd is `parley eval marks`.
type evalMarksCmd struct {
	Marks string `arg:"" type:"existingfile" help:"The file of marks, a line each."`
	News  string `arg:"" type:"existingdir" help:"The folder of the files that hold the stories."`
	Learn string `type:"path" placeholder:"FILE" help:"Learn from the marks how much evidence is to be trusted, and write it to this file."`
}

// Run reads the stories of the marks again and says what became of what was marked.
func (c *evalMarksCmd) Run(s *session) error {
	marks, err := eval.LoadMarks(c.Marks)
	if err != nil {
		return err
	}
	stories, err := c.stories(s, marks)
	if err != nil {
		return err
	}
	again, err := s.rereadAll(stories)
	if err != nil {
		return err
	}
	now := make([]eval.Now, len(marks))
	verdicts := []event.Verdict{}
	for i := range marks {
		m := &marks[i]
		story := again[m.Story]
		now[i] = eval.ReadNow(m, &story.reading)
		if j := m.At(story.candidates); j >= 0 {
			verdicts = append(verdicts, verdict(m, eval.MarkedAs(&story.candidates[j], story.reading.Actors), story.evidence[j]))
		}
	}
	if c.Learn != "" {
		if err := c.write(surety(len(verdicts)) + event.Learn(verdicts).String()); err != nil {
			return fmt.Errorf("learn: %w", err)
		}
	}
	score := eval.ScoreMarks(now)
	if s.asJSON() {
		return s.emit(score)
	}
	fmt.Fprint(s.out, score)
	return nil
}

// write writes what was learnt, whole or not at all.
func (c *evalMarksCmd) write(learnt string) error {
	if err := os.WriteFile(c.Learn+".new", []byte(learnt), 0o644); err != nil {
		return err
	}
	return os.Rename(c.Learn+".new", c.Learn)
}

// surety is the head of the file that is learnt.
func surety(marks int) string {
	return fmt.Sprintf("# How much the evidence for an event is to be trusted: question, item, weight of a logistic regression. Learnt from %d\n# marked events by: parley eval marks eval/testdata/marks.tsv NEWS --learn read/event/surety.tsv\n", marks)
}

// lenient is the annotator of the marks who lets a doubtful entry pass.
const lenient = "1"

// stories returns the stories of the marks, by their ids.
func (c *evalMarksCmd) stories(s *session, marks []eval.Mark) (map[string]parley.Document, error) {
	wanted, files := map[string]bool{}, []string{}
	for _, m := range marks {
		wanted[m.Story] = true
		if path := filepath.Join(c.News, filepath.Base(m.File)); !slices.Contains(files, path) {
			files = append(files, path)
		}
	}
	found := map[string]parley.Document{}
	var failed error // the last input that could not be read, which may hold what is missing
	for item, err := range source.Open(s.ctx, files, s.sources("", "", "")) {
		if s.ctx.Err() != nil {
			return nil, s.ctx.Err()
		}
		if err != nil {
			failed = err
		} else if wanted[item.Document.ID] {
			found[item.Document.ID] = item.Document
		}
	}
	if n := len(wanted) - len(found); n > 0 {
		return nil, errors.Join(fmt.Errorf("marks: %s: %d of %d stories: %w", c.News, n, len(wanted), parley.ErrNotFound), failed)
	}
	return found, nil
}

// reread is a story read again, with all that might be an event and the evidence for it; spans
// are in code points.
type reread struct {
	reading    parley.Reading
	candidates []parley.Event
	evidence   [][]string
}

// rereadAll reads stories with all cores.
func (s *session) rereadAll(stories map[string]parley.Document) (map[string]*reread, error) {
	reader, err := s.reader()
	if err != nil {
		return nil, err
	}
	var mu sync.Mutex
	out := map[string]*reread{}
	group, ctx := errgroup.WithContext(s.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for id, doc := range stories {
		group.Go(func() error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			r, err := rereadStory(reader, doc)
			mu.Lock()
			defer mu.Unlock()
			out[id] = r
			return err
		})
	}
	return out, group.Wait()
}

// rereadStory reads a story again.
func rereadStory(reader *read.Reader, doc parley.Document) (*reread, error) {
	reading, all, err := reader.Candidates(doc)
	if err != nil {
		return nil, fmt.Errorf("marks: %w", err)
	}
	r := &reread{reading: reading}
	offsets := parley.ByteOffsets(doc.Text)
	point := func(at int) int {
		n, _ := slices.BinarySearch(offsets, at)
		return n
	}
	for _, c := range all {
		e := c.Event
		e.Trigger = parley.Spans{{Start: point(e.Trigger[0].Start), End: point(e.Trigger[0].End)}}
		r.candidates, r.evidence = append(r.candidates, e), append(r.evidence, c.Evidence)
	}
	return r, nil
}

// verdict returns what a mark tells of a candidate, field by field.
func verdict(m *eval.Mark, as eval.Marked, evidence []string) event.Verdict {
	n := eval.Now{Mark: m, Read: true, As: as}
	v := event.Verdict{Evidence: evidence, Lenient: m.By == lenient, Right: map[event.Question]bool{}}
	for q, field := range map[event.Question]int{event.Told: eval.MarkType, event.Status: eval.MarkStatus, event.Actors: eval.MarkActors, event.Recipients: eval.MarkRecipients} {
		if n.Same(field) {
			v.Right[q] = m.Right[field]
		}
	}
	return v
}
