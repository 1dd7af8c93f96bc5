// Package disputes joins what many documents tell of contested names and figures: the
// same thing called by different words, the same measure given different values. In flow
// the labels and figures that the ledger has, out flow the disputes, each use with its
// evidence.
//
// Labels are of one thing where the words of what they are said of agree; figures where
// the measure agrees and their sentences share words: "12 killed" in one town is no
// dispute about "40 killed" in another. The join is a pure function of its
// input, errs on the side of too many disputes, and states nothing but who said what.
package disputes

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"parley/ledger"
)

// Dispute is a thing with the words or values that it is given.
type Dispute struct {
	Referent string `json:"referent"` // what the words are said of, or what is counted, as first told
	Uses     []Use  `json:"uses"`     // the most told first
	Users    int    `json:"users"`    // how many parties and outlets use any of them
}

// Use is a label or a value with who uses it.
type Use struct {
	Words    string        `json:"words"` // as first told
	By       []string      `json:"by"`    // names; of a figure without a source the outlet
	Tellings []ledger.Item `json:"tellings"`
}

// First returns the day on which the words were first used, YYYY-MM-DD, or "".
func (u *Use) First() string {
	p := u.Tellings[0].Published
	return p[:min(len(p), len("2006-01-02"))]
}

// Labels joins labels by what they are said of. Something that is given one name by one
// party alone is no dispute.
func Labels(list []ledger.Item) []Dispute {
	return join(list, func(t *ledger.Item) (string, string) { return t.Whom, t.What }, nil, func(d *Dispute) bool { return len(d.Uses) > 1 || d.Users > 1 })
}

// Figures joins figures by their measure and the words that their sentences share, where the
// values are not too far apart to be counts of one thing; it is a dispute where they differ.
func Figures(list []ledger.Item) []Dispute {
	return join(list, func(t *ledger.Item) (string, string) {
		if t.Act == "" {
			return "", ""
		}
		return t.Act, t.What
	}, func(a, b *ledger.Item) bool { return sameMatter(a, b) && near(a.Value, b.Value) }, func(d *Dispute) bool { return len(d.Uses) > 1 })
}

// join groups items by what they are of, the oldest first, and where same is given only
// those that it takes for one matter with the first of a group.
func join(items []ledger.Item, parts func(*ledger.Item) (of, words string), same func(a, b *ledger.Item) bool, disputed func(*Dispute) bool) []Dispute {
	list := slices.Clone(items)
	slices.SortStableFunc(list, func(a, b ledger.Item) int {
		return cmp.Or(strings.Compare(a.Published, b.Published), strings.Compare(a.Document, b.Document), a.Span.Start-b.Span.Start)
	})
	places := map[string][]int{}
	var all []Dispute
	for i := range list {
		of, words := parts(&list[i])
		k := key(of)
		if k == "" || key(words) == "" {
			continue
		}
		groups := places[k][max(0, len(places[k])-groupsMost):]
		g := slices.IndexFunc(groups, func(at int) bool { return same == nil || same(&all[at].Uses[0].Tellings[0], &list[i]) })
		at := len(all)
		if g >= 0 {
			at = groups[g]
		} else {
			places[k] = append(places[k], at)
			all = append(all, Dispute{Referent: of})
		}
		all[at].use(words, &list[i])
	}
	all = slices.DeleteFunc(all, func(d Dispute) bool {
		return !disputed(&d)
	})
	for i := range all {
		slices.SortStableFunc(all[i].Uses, func(a, b Use) int { return len(b.Tellings) - len(a.Tellings) })
	}
	slices.SortStableFunc(all, func(a, b Dispute) int { return cmp.Or(b.Users-a.Users, len(b.Uses)-len(a.Uses)) })
	return all
}

// groupsMost is how many matters of one measure are looked at, the newest: what is older
// is seldom counted again.
const groupsMost = 200

// Words of a sentence tell what it is about where they are long enough; two sentences are
// about one matter where they share so many.
const (
	tellingLength = 5
	tellingShared = 3
)

// sameMatter reports whether the sentences of two figures share the words that tell what
// they are about.
func sameMatter(a, b *ledger.Item) bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(key(a.Context)) {
		words[w] = len(w) >= tellingLength
	}
	shared := 0
	for _, w := range strings.Fields(key(b.Context)) {
		if words[w] {
			shared++
			words[w] = false
		}
	}
	return shared >= tellingShared
}

// apartMost is how many times as large as another count of the same thing one can be: two
// sides seldom differ by more, and the dead of a war are not those of a day.
const apartMost = 5

// near reports whether two values can be counts of one thing; where one is not told,
// or none are counted, they are taken to be.
func near(a, b *float64) bool {
	return a == nil || b == nil || min(*a, *b) <= 0 || max(*a, *b) <= apartMost*min(*a, *b)
}

// use adds a telling to the words that it uses.
func (d *Dispute) use(words string, t *ledger.Item) {
	i := slices.IndexFunc(d.Uses, func(u Use) bool { return key(u.Words) == key(words) })
	if i < 0 {
		i = len(d.Uses)
		d.Uses = append(d.Uses, Use{Words: words})
	}
	u := &d.Uses[i]
	u.Tellings = append(u.Tellings, *t)
	who := cmp.Or(t.Who, t.Outlet)
	if who != "" && !slices.Contains(u.By, who) {
		if !slices.ContainsFunc(d.Uses, func(o Use) bool { return slices.Contains(o.By, who) }) {
			d.Users++
		}
		u.By = append(u.By, who)
	}
}

// idle are words that do not tell one thing from another, and pronouns, of which nobody
// knows across documents for what they stand.
var idle = map[string]bool{"the": true, "a": true, "an": true, "this": true, "that": true, "these": true, "those": true, "it": true, "he": true, "she": true,
	"they": true, "we": true, "i": true, "which": true, "who": true, "whom": true, "of": true, "in": true, "its": true, "his": true, "her": true, "their": true,
	"as": true, "what": true, "there": true, "by": true, "on": true, "to": true, "s": true}

// key returns the words of a phrase that tell it from others, in lower case and order; ""
// where it has none.
func key(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words = slices.DeleteFunc(words, func(w string) bool { return idle[w] })
	return strings.Join(words, " ")
}
