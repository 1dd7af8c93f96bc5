// Package issues joins the positions of many documents by what they are on: the same
// issue in other words, with each party's stand on it over time. In flow the positions
// that the ledger has and what people decided on issues; out flow the issues, each with
// the tellings that it rests on.
//
// Two positions are on one issue where their words share enough of what is rare: words
// count by how seldom the positions at hand use them, so that "the talks in Tolm" and
// "talks" do not become one because both say "talks". The join is a pure function of its
// input. It errs on the side of too many issues; a person merges, splits and names them,
// and every such decision is kept with its day (Decision).
package issues

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
	"strings"
	"unicode"

	"parley"
	"parley/ledger"
)

// Issue is what positions are on.
type Issue struct {
	ID       string   `json:"id"`   // stable as long as its first telling is
	Name     string   `json:"name"` // given by a person, else the words of its first telling
	Named    bool     `json:"named,omitempty"`
	Stands   []Stand  `json:"stands"` // of the parties, the most told first
	Tellings int      `json:"tellings"`
	words    []string // sorted
}

// Stand is where a party stands on an issue.
type Stand struct {
	Party    string        `json:"party"`  // name
	Stance   parley.Stance `json:"stance"` // the last that was told
	Before   parley.Stance `json:"before,omitempty"`
	Tellings []ledger.Item `json:"tellings"` // the newest first
	Outlets  int           `json:"outlets"`
}

// Moved reports whether the party stood elsewhere before.
func (s *Stand) Moved() bool { return s.Before != "" }

// Last returns the day of the newest telling, YYYY-MM-DD, or "".
func (s *Stand) Last() string { return dayOf(&s.Tellings[0]) }

// dayOf returns the day of publication of a telling.
func dayOf(t *ledger.Item) string { return t.Published[:min(len(t.Published), len("2006-01-02"))] }

// similar is how much of their words, by weight, two positions on one issue share at
// least; by eye on stories of two conflicts.
const similar = 0.5

// Join makes issues of positions, in whatever order they come, and applies decisions.
func Join(positions []ledger.Item, decisions []Decision) []Issue {
	list := slices.Clone(positions)
	slices.SortStableFunc(list, func(a, b ledger.Item) int {
		return cmp.Or(strings.Compare(a.Published, b.Published), strings.Compare(a.Document, b.Document), a.Span.Start-b.Span.Start)
	})
	j := joiner{rules: rulesOf(decisions), weight: weights(list), byWord: map[string][]int{}}
	for i := range list {
		j.add(&list[i])
	}
	out := make([]Issue, 0, len(j.issues))
	for _, x := range j.issues {
		x.finish(j.rules)
		out = append(out, *x)
	}
	slices.SortStableFunc(out, func(a, b Issue) int {
		return cmp.Or(len(b.Stands)-len(a.Stands), b.Tellings-a.Tellings, strings.Compare(a.ID, b.ID))
	})
	return out
}

// joiner gathers issues.
type joiner struct {
	rules  rules
	weight map[string]float64
	issues []*Issue
	byWord map[string][]int
}

// add puts a telling where it belongs.
func (j *joiner) add(t *ledger.Item) {
	name := cmp.Or(t.Issue, t.What)
	words := wordsOf(name)
	if len(words) == 0 {
		return
	}
	id := idOf(t)
	i := j.find(id, words)
	if i < 0 {
		i = len(j.issues)
		j.issues = append(j.issues, &Issue{ID: id, Name: name, words: words})
	}
	x := j.issues[i]
	for _, w := range words {
		if has(x.words, w) && !slices.Contains(j.byWord[w], i) {
			j.byWord[w] = append(j.byWord[w], i)
		}
	}
	x.Tellings++
	x.tell(t)
}

// find returns the issue of a telling: where a person put it, else the one that shares
// most with it; -1 for none.
func (j *joiner) find(id string, words []string) int {
	if into := j.rules.target(id); into != id {
		if i := slices.IndexFunc(j.issues, func(x *Issue) bool { return x.ID == into }); i >= 0 {
			return i
		}
	}
	if j.rules.split[id] {
		return -1
	}
	best, most := -1, similar
	tried := map[int]bool{}
	for _, w := range words {
		for _, i := range j.byWord[w] {
			if tried[i] {
				continue
			}
			tried[i] = true
			if s := j.shared(words, j.issues[i].words); s > most || s == most && best >= 0 && i < best {
				best, most = i, s
			}
		}
	}
	if best >= 0 {
		if into := j.rules.target(j.issues[best].ID); into != j.issues[best].ID {
			if i := slices.IndexFunc(j.issues, func(x *Issue) bool { return x.ID == into }); i >= 0 {
				return i
			}
		}
	}
	return best
}

// shared returns the weight of the words that two sets share, by that of both (Jaccard). The
// words are sorted, so that the same sets always give the same sum.
func (j *joiner) shared(a, b []string) float64 {
	both, all := 0.0, 0.0
	n := 0
	for _, w := range a {
		all += j.weight[w]
		if has(b, w) {
			both += j.weight[w]
			n++
		}
	}
	for _, w := range b {
		if !has(a, w) {
			all += j.weight[w]
		}
	}
	if n < 2 && len(a) > 1 || all == 0 {
		return 0
	}
	return both / all
}

// has reports whether a word is one of sorted words.
func has(sorted []string, w string) bool {
	_, found := slices.BinarySearch(sorted, w)
	return found
}

// tell adds a telling to the party's stand.
func (x *Issue) tell(t *ledger.Item) {
	i := slices.IndexFunc(x.Stands, func(s Stand) bool { return s.Party == t.Who })
	if i < 0 {
		i = len(x.Stands)
		x.Stands = append(x.Stands, Stand{Party: t.Who})
	}
	s := &x.Stands[i]
	if stance := parley.Stance(t.Act); s.Stance != stance {
		s.Before, s.Stance = s.Stance, stance
	}
	s.Tellings = append(s.Tellings, *t)
}

// finish sorts what was gathered and names the issue.
func (x *Issue) finish(r rules) {
	for i := range x.Stands {
		s := &x.Stands[i]
		slices.Reverse(s.Tellings)
		outlets := map[string]bool{}
		for _, t := range s.Tellings {
			outlets[t.Outlet] = true
		}
		s.Outlets = len(outlets)
	}
	slices.SortStableFunc(x.Stands, func(a, b Stand) int {
		return cmp.Or(len(b.Tellings)-len(a.Tellings), strings.Compare(a.Party, b.Party))
	})
	if name := r.names[x.ID]; name != "" {
		x.Name, x.Named = name, true
	}
}

// idOf returns the id of the issue that a telling would begin.
func idOf(t *ledger.Item) string {
	sum := sha256.Sum256([]byte(t.Document + "\x00" + t.Entry))
	return hex.EncodeToString(sum[:5])
}

// weights returns how much each word tells: more, the fewer positions use it.
func weights(list []ledger.Item) map[string]float64 {
	counts := map[string]int{}
	for i := range list {
		for _, w := range wordsOf(cmp.Or(list[i].Issue, list[i].What)) {
			counts[w]++
		}
	}
	out := make(map[string]float64, len(counts))
	for w, n := range counts {
		out[w] = math.Log(1 + float64(len(list)+1)/float64(n))
	}
	return out
}

// empty are the words that say nothing of what a position is on.
var empty = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`a an the and or but of to in on at by for from with as that this these those it its he his she her they their we our i my you your
		is are was were be been being has have had do does did will would should must can could may might not no never any all some more most than then so if
		there who which what when where how said says say called call calls urged urge demanded demand supported support supports opposed oppose rejected reject
		wants want welcomed welcome condemned condemn also very just only own other such into over under about after before again still`) {
		out[w] = true
	}
	return out
}()

// wordsOf returns the words that tell what a position is on, cut to their stems, each once
// and sorted.
func wordsOf(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !empty[w] && len(w) > 1 {
			out = append(out, stem(w))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// stem cuts the endings of inflection off a word, roughly: the same for all forms is enough.
func stem(w string) string {
	for _, end := range []string{"ations", "ation", "ings", "ing", "ies", "als", "al", "ed", "es", "s"} {
		if cut, ok := strings.CutSuffix(w, end); ok && len(cut) >= 4 {
			return cut
		}
	}
	return w
}
