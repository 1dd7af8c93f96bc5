package figure

import (
	"strings"

	"parley/lang"
)

// few is the count up to which people and things are no figure unless something
// was done to them: "the two leaders", "five demands".
const few = 10

// accept decides whether a number with what it counts is a figure, and sets its
// measure.
func (r *reader) accept(f *found) bool {
	switch f.kind {
	case money:
		f.measure = measure{name: r.purpose(f)}
		return r.sum(f)
	case percent, share:
		f.measure = measure{name: r.part(f)}
		fraction := f.kind == share
		if f.measure.name == "" {
			f.kind = unmeasured
		}
		return f.measure.name != "" || !fraction && f.high != 100
	}
	r.measureOf(f)
	if f.unit == "" || f.measure.strong && f.kind != things {
		f.unit = "people"
	}
	switch {
	case f.head < 0 && !f.measure.strong && (!f.vague || f.measure.name == ""), !f.vague && f.high <= 1:
		return false
	case f.head < 0:
		return r.bare(f)
	case f.vague:
		return r.countsPeople(f)
	case f.measure.strong && f.kind == people:
		f.kind = harmed
		return !f.definite || f.high > few
	case f.definite && f.high <= 2*few:
		return false
	}
	return f.high > few
}

// sum decides whether a sum of money is a figure. Small sums without a purpose are
// prices and examples.
func (r *reader) sum(f *found) bool {
	if f.measure.name == "" {
		f.kind = unmeasured
	}
	return !r.converted(f) && (f.high >= 1000 || f.measure.name != "" && f.high >= 100)
}

// countsPeople reports whether the noun of a vague number is for people.
func (r *reader) countsPeople(f *found) bool {
	return isPeople(f.noun) || countedPeople[f.noun] != ""
}

// bare reports whether a number without a noun can stand for people: something
// was done to them, and no word behind the number is counted by it.
func (r *reader) bare(f *found) bool {
	if f.definite || r.aged(f) || r.word(f.end) == "of" && !r.token(f.end+1).Is("them", "whom", "those", "these", "us") {
		return false // "rescued four of the banks"
	}
	if !f.vague {
		f.kind = harmed
	}
	t := r.token(f.end)
	return t.Kind == lang.Punct || t.Kind == lang.Mark || closed[t.Lower] || harm[t.Lower].name != "" || auxiliaries[t.Lower]
}

// aged reports whether a number without a noun is the age of the person before it:
// "Ela Vint, 52, was arrested".
func (r *reader) aged(f *found) bool {
	return r.token(f.first-1).Is(",") && r.token(f.first-2).Capital() && f.first == f.from && f.high < 120 &&
		r.token(f.end).Is(",", "and", ".", ";", ")")
}

// converted reports whether a sum of money in brackets only says the one before
// it in another currency: "$32bn (£19bn)".
func (r *reader) converted(f *found) bool {
	return r.token(f.first-1).Is("(", "/") && r.last.sum && r.last.end == f.first-1
}

// purpose names what a sum of money is: "in military aid", "a $2bn loan",
// "debts of $2bn".
func (r *reader) purpose(f *found) string {
	if r.token(f.end).Is("in", "of", "worth") {
		from := f.end + 1
		if r.word(from) == "of" {
			from++
		}
		if name := r.words(from, r.nounPhrase(from, from)); name != "" && !noPurpose[r.word(from)] {
			return name
		}
	}
	if w := r.word(f.end); sums[w] {
		return w
	}
	if w := r.word(f.end + 1); sums[w] && r.token(f.end).Kind == lang.Word {
		return r.words(f.end, f.end+2)
	}
	for k := f.first - 1; k >= f.first-measureReach; k-- {
		w := r.word(k)
		if sums[w] {
			return w
		}
		if name := payments[w]; name != "" {
			return name
		}
	}
	return ""
}

// noPurpose are the words that begin what follows a sum and is not its purpose:
// "in exchange for", "in the Senate version".
var noPurpose = wordSet("exchange return order favor favour addition total the this that a")

// sums are the nouns for sums of money.
var sums = wordSet(`loan loans debt debts aid assistance budget deficit fund funds funding package deal contract cost costs damage damages
	bailout grant grants pledge fine reward ransom investment exports imports sale sales arms trade revenue revenues assets
	compensation price programme program project salary losses reserves bribe bribes donation donations`)

// payments are the verbs of paying, with what the sum then is.
var payments = map[string]string{"owes": "debt", "owed": "debt", "owe": "debt", "cost": "cost", "costs": "cost", "costing": "cost",
	"spent": "spending", "spend": "spending", "paid": "payment", "pay": "payment", "pledged": "pledge", "pledging": "pledge",
	"donated": "donation", "worth": "value", "valued": "value", "lent": "loan", "invested": "investment", "offered": "offer",
	"lost": "loss", "frozen": "assets frozen", "fined": "fine", "borrowed": "loan", "earned": "income", "raised": "money raised"}

// part names what a share is a share of, or what grew or shrank by it.
func (r *reader) part(f *found) string {
	of := f.to + r.percentAt(f.to)
	if voted := r.voted(f); voted != "" {
		return voted
	}
	if f.end > of {
		whole := r.words(of, f.end)
		if name := r.control(f, whole); name != "" {
			return name
		}
		return strings.TrimPrefix(whole, "of ")
	}
	for k := f.first - 1; k >= f.first-measureReach; k-- {
		if w := r.word(k); rates[w] != "" {
			return rates[w]
		}
	}
	for k := f.end; k < f.end+3; k++ {
		if w := r.word(k); rates[w] != "" {
			return rates[w]
		}
	}
	if r.last.unit == f.unit {
		return r.last.measure.name
	}
	return ""
}

// voted names what a share voted for: "voted to leave", and "to stay" after it.
func (r *reader) voted(f *found) string {
	switch w := r.word(f.end); {
	case w == "voted":
		return r.words(f.end, f.end+3)
	case (w == "to" || w == "for" || w == "against") && strings.HasPrefix(r.last.measure.name, "voted "):
		return "voted " + r.words(f.end, f.end+2)
	}
	return ""
}

// rates are the nouns of percentages and the verbs of change, with their measure.
var rates = map[string]string{"growth": "growth", "grew": "growth", "inflation": "inflation", "unemployment": "unemployment",
	"turnout": "turnout", "rose": "increase", "increase": "increase", "increased": "increase", "rise": "increase", "risen": "increase",
	"fell": "decrease", "fallen": "decrease", "decrease": "decrease", "drop": "decrease", "dropped": "decrease", "declined": "decrease",
	"cut": "decrease", "tariff": "tariff", "tariffs": "tariff", "tax": "tax", "interest": "interest", "enriched": "enrichment",
	"enrichment": "enrichment", "purity": "enrichment", "majority": "majority", "support": "support", "approval": "approval",
	"vote": "votes", "votes": "votes", "shrank": "decrease", "shrink": "decrease", "stake": "stake", "discount": "discount",
	"deficit": "deficit", "fatality": "fatality rate"}

// controls are the verbs of holding ground.
var controls = wordSet(`controls control controlled controlling hold holds held holding occupies occupied seized took taken over rules governs
	governed captured`)

// control names a share of ground or people that someone holds.
func (r *reader) control(f *found, whole string) string {
	ground := ""
	switch {
	case strings.Contains(whole, "population"):
		ground = "population controlled"
	case strings.Contains(whole, "territory"), strings.Contains(whole, "country"), strings.Contains(whole, "land"):
		ground = "territory controlled"
	default:
		return ""
	}
	for k := f.first - 1; k >= f.first-measureReach; k-- {
		if controls[r.word(k)] {
			return ground
		}
	}
	return ""
}

// words returns tokens [from, to) as one string in lower case.
func (r *reader) words(from, to int) string {
	var out []string
	for k := from; k < to; k++ {
		if w := r.word(k); w != "" {
			out = append(out, w)
		}
	}
	return strings.ReplaceAll(strings.Join(out, " "), " 's", "'s")
}
