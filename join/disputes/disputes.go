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
	"time"
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
	return join(list, func(t *ledger.Item) (string, string) { return t.Whom, t.What }, datedKey, nil, func(d *Dispute) bool { return len(d.Uses) > 1 || d.Users > 1 })
}

// Figures joins figures by their measure and the words that their sentences share, where the
// values are not too far apart to be counts of one thing; it is a dispute where they differ.
func Figures(list []ledger.Item) []Dispute {
	return join(list, func(t *ledger.Item) (string, string) {
		if t.Act == "" {
			return "", ""
		}
		return t.Act, t.What
	}, key, func(a, b *ledger.Item) bool { return sameMatter(a, b) && near(a.Value, b.Value) }, func(d *Dispute) bool { return len(d.Uses) > 1 })
}

// join groups items by the key of what they are of, the oldest first, and where same is given only
// those that it takes for one matter with the first of a group.
func join(items []ledger.Item, parts func(*ledger.Item) (of, words string), keyOf func(string) string, same func(a, b *ledger.Item) bool, disputed func(*Dispute) bool) []Dispute {
	list := slices.Clone(items)
	slices.SortStableFunc(list, func(a, b ledger.Item) int {
		return cmp.Or(strings.Compare(a.Published, b.Published), strings.Compare(a.Document, b.Document), a.Span.Start-b.Span.Start)
	})
	places := map[string][]int{}
	var all []Dispute
	for i := range list {
		of, words := parts(&list[i])
		k := keyOf(of)
		if k == "" || key(words) == "" {
			continue
		}
		groups := places[k][max(0, len(places[k])-groupsMost):]
		g := slices.IndexFunc(groups, func(at int) bool { return same == nil || all[at].like(&list[i], same) })
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

// deeds are the words for something done that only their day tells from others.
var deeds = map[string]bool{"happened": true, "operation": true, "event": true, "events": true, "action": true, "move": true, "step": true, "campaign": true, "offensive": true, "incident": true, "attack": true}

// datedKey is the key of what a label is said of: of something done in a month that is named
// the month alone, since one calls it "the operation" and another "what happened".
func datedKey(s string) string {
	words := strings.Fields(key(s))
	year := slices.IndexFunc(words, func(w string) bool { return len(w) == 4 && strings.Trim(w, "0123456789") == "" })
	if year < 1 || len(words) < 3 {
		return key(s)
	}
	for i, w := range words {
		if i != year && i != year-1 && !deeds[w] {
			return key(s)
		}
	}
	return words[year-1] + " " + words[year]
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

// tellingsMost is how many tellings of a use are compared with another.
const tellingsMost = 8

// like reports whether an item is of one matter with some telling of a dispute.
func (d *Dispute) like(t *ledger.Item, same func(a, b *ledger.Item) bool) bool {
	for u := range d.Uses {
		tellings := d.Uses[u].Tellings
		for k := range tellings[:min(len(tellings), tellingsMost)] {
			if same(&tellings[k], t) {
				return true
			}
		}
	}
	return false
}

// How many days apart two figures can be that share a place and need no other words, and two
// that share none.
const (
	daysOfPlace = 14
	daysApart   = 45
)

// sameMatter reports whether the sentences of two figures are about one matter: they share a
// place within some days, or the words that tell what they are about. Where both name places,
// they share one; where they share none, they are of about one time.
func sameMatter(a, b *ledger.Item) bool {
	words := map[string]bool{}
	here, there := places(a.Context), places(b.Context)
	common := slices.ContainsFunc(here, func(p string) bool { return slices.Contains(there, p) })
	apart := daysBetween(a.Published, b.Published)
	switch {
	case len(here) > 0 && len(there) > 0 && !common, !common && apart > daysApart:
		return false
	case common && apart <= daysOfPlace:
		return true
	}
	for _, w := range strings.Fields(key(a.Context)) {
		words[w] = len(w) >= tellingLength && !usual[w]
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

// daysBetween returns how many days lie between two times of publication, 0 where one is not
// known.
func daysBetween(a, b string) int {
	const day = len(time.DateOnly)
	if len(a) < day || len(b) < day {
		return 0
	}
	x, err1 := time.Parse(time.DateOnly, a[:day])
	y, err2 := time.Parse(time.DateOnly, b[:day])
	if err1 != nil || err2 != nil {
		return 0
	}
	return int(x.Sub(y).Abs().Hours() / 24)
}

// usual are words of nearly every count of people, which tell no matter from another.
var usual = map[string]bool{"people": true, "killed": true, "wounded": true, "injured": true, "police": true, "officials": true, "official": true, "ministry": true,
	"spokesman": true, "government": true, "least": true, "night": true, "monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// placing are the words before the name of a place.
var placing = map[string]bool{"in": true, "at": true, "near": true, "around": true, "outside": true, "of": true}

// sites are the nouns of a place that its name follows behind "of".
var sites = map[string]bool{"town": true, "village": true, "city": true, "port": true, "district": true, "province": true, "valley": true, "suburb": true, "camp": true}

// places returns the names of places of a sentence, in lower case: what is written with a
// capital behind "in", "near" or "the town of".
func places(sentence string) []string {
	words := strings.Fields(sentence)
	var out []string
	for i := 1; i < len(words); i++ {
		w := strings.TrimFunc(words[i], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		before := strings.ToLower(words[i-1])
		if w == "" || !unicode.IsUpper([]rune(w)[0]) || !placing[before] || times[strings.ToLower(w)] {
			continue
		}
		if before == "of" && (i < 2 || !sites[strings.ToLower(words[i-2])]) {
			continue
		}
		out = append(out, strings.ToLower(w))
	}
	return out
}

// times are the names behind "in" that are no places.
var times = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true,
	"october": true, "november": true, "december": true, "ramadan": true, "monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

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
