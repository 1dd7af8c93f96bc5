// Package position finds where the parties of a text stand: who is for or against what,
// or for it on a condition. In flow a reading that has its statements, conditions and
// events, the analysed text and its trees; out flow the entries of kind Position.
//
// A position rests on what a statement does (one who demands is for, one who condemns
// is against), on words in it that take a side (stances.txt), or on an act that does
// (one who protests is against). Reporting alone is no position, and where no word
// takes a side there is none. What a person says counts for the party that the person
// speaks for.
package position

import (
	"math"
	"slices"
	"strings"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/statement"
)

// Name and Version identify the reader in the ledger.
const (
	Name    = "position"
	Version = 5
)

// Parties tells who stands behind words, and for whom an actor speaks: coref.Cast.
type Parties interface {
	// Who returns the actors behind the phrase whose head is word w of sentence s.
	Who(s, w int) parley.IDs
	// All returns them and those that "and" joins to it.
	All(s, w int) parley.IDs
	// Party returns the state or body that an actor belongs to, or "".
	Party(id string) string
	// Kind returns the kind of an actor.
	Kind(id string) parley.ActorKind
	// Sides reports whether an actor can hold a position.
	Sides(id string) bool
}

// Read returns the positions of a text in the order of their evidence.
func Read(reading *parley.Reading, text *lang.Text, trees []syntax.Tree, who Parties) []parley.Position {
	r := reader{reading: reading, text: text, trees: trees, who: who, said: statement.NewIndex(text, reading.Statements), held: map[holding][]parley.Span{}, inside: map[string][]int{}, conditions: map[int][]int{}}
	for i := range reading.Conditions {
		s := text.SentenceAt(reading.Conditions[i].Antecedent[0].Start)
		r.conditions[s] = append(r.conditions[s], i)
	}
	for i := range reading.Statements {
		if p := reading.Statements[i].Parent; p != "" && len(r.inside[p]) < heldMost {
			r.inside[p] = append(r.inside[p], i)
		}
	}
	for i := range reading.Statements {
		r.statement(&reading.Statements[i])
	}
	for s := range trees {
		r.clauses(s)
	}
	for i := range reading.Events {
		r.event(&reading.Events[i])
	}
	r.settleShifts()
	slices.SortStableFunc(r.found, func(a, b parley.Position) int { return a.Evidence[0].Start - b.Evidence[0].Start })
	return r.found
}

// reader gathers the positions of one text.
type reader struct {
	reading *parley.Reading
	text    *lang.Text
	trees   []syntax.Tree
	who     Parties
	found   []parley.Position
	said    *statement.Index

	held       map[holding][]parley.Span // evidence so far
	inside     map[string][]int          // statements by those that contain them
	conditions map[int][]int             // by the sentences of their antecedents
}

// holding is a party and a sentence in which it takes a side.
type holding struct {
	actor    string
	sentence int
}

// view is where somebody stands, before it is known on what.
type view struct {
	stance parley.Stance
	shift  parley.Shift
	sure   float64
	skip   int // words of what is said that are no part of the issue
	warned bool
}

// statement adds the positions of a statement: by sentence, since a long quotation takes
// a side here and none there.
func (r *reader) statement(s *parley.Statement) {
	if len(s.SourceActors) == 0 {
		return
	}
	for k, part := range r.sentences(s.Content) {
		if r.relays(s.ID, part) {
			continue
		}
		v, ok := r.view(s, r.words(part), k == 0)
		if k == 0 {
			r.companions(s, part, v)
		}
		if !ok {
			continue
		}
		if v.stance == parley.Support && r.conditional(part, s.Act == parley.Offer) {
			v.stance = parley.ConditionalStance
		}
		for _, piece := range r.pieces(s, part, &v) {
			r.hold(s, piece, v)
		}
	}
}

// hold adds a view of a statement for each of its sources.
func (r *reader) hold(s *parley.Statement, part parley.Span, v view) {
	if v.sure == sureAct && (v.stance == parley.Support || v.skip > 0) && !v.warned {
		v.stance, v.skip = parley.Support, leaveOff(r.words(part)) // Each piece of a demand can be to leave something off.
		if v.skip > 0 {
			v.stance = parley.Oppose
		}
	}
	for _, id := range s.SourceActors {
		if v.sure == sureWord && r.who.Kind(id) == parley.Group {
			continue
		}
		r.add(parley.Position{Actor: r.party(id), Stance: v.stance, Shift: v.shift, Evidence: parley.Spans{part}, Statement: s.ID, Issue: r.behind(part, v.skip)}, v.sure*max(s.Confidence, 0.5))
	}
}

// pieces cuts what a statement does not say in direct speech where "and" leads on to the like:
// who condemns one thing and another is against both. What rests on a word that takes a side
// stays whole.
func (r *reader) pieces(s *parley.Statement, part parley.Span, v *view) []parley.Span {
	if s.Type == parley.Direct || v.sure != sureAct {
		return []parley.Span{part}
	}
	var out []parley.Span
	from := part
	words, between := 0, false
	for i := r.text.TokenAt(part.Start); i+1 < len(r.text.Tokens) && r.text.Tokens[i].End <= part.End; i++ {
		t := r.text.Tokens[i]
		if t.Kind == lang.Word {
			words++
			between = between || t.Lower == "between" || t.Lower == "both"
		}
		if !t.Is("and") || between || words <= leastPiece || !leads[r.text.Tokens[i+1].Lower] || r.text.QuoteAt(t.Start) >= 0 {
			continue
		}
		rest := parley.Span{Start: r.text.Tokens[i+1].Start, End: part.End}
		if len(r.words(rest)) < leastPiece {
			break
		}
		out = append(out, parley.Span{Start: from.Start, End: t.Start})
		from, words = rest, 0
	}
	return append(out, from)
}

// leastPiece is how many words a piece has that is something by itself.
const leastPiece = 3

// leads are the words with which the like begins behind "and".
var leads = map[string]bool{"to": true, "the": true, "a": true, "an": true, "their": true, "its": true, "our": true, "that": true, "for": true, "his": true, "as": true}

// relays reports whether what is said in a part is that others say something: the position
// is theirs, and who passes it on takes none.
func (r *reader) relays(id string, part parley.Span) bool {
	for _, i := range r.inside[id] {
		n := &r.reading.Statements[i]
		if len(n.Cue) == 0 || !part.Contains(n.Cue[0]) {
			continue
		}
		if inner := n.Content.Hull(); 2*overlap(inner, part) > part.Len() {
			return true
		}
	}
	return false
}

// overlap is how many bytes two spans share.
func overlap(a, b parley.Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

// private reports whether an actor is a person of no office for whom no party is known: a
// resident or an analyst, who holds no position of a party.
func (r *reader) private(id string) bool {
	return r.who.Kind(id) == parley.Person && r.who.Party(id) == "" && !slices.ContainsFunc(r.reading.Roles, func(role parley.Role) bool { return role.Actor == id })
}

// sentences cuts a content at the sentences of the text, trimmed.
func (r *reader) sentences(content parley.Spans) []parley.Span {
	var out []parley.Span
	for _, part := range content {
		first := r.text.SentenceAt(part.Start)
		for s := max(first, 0); s < len(r.text.Sentences) && r.text.Sentences[s].Start < part.End; s++ {
			cut := parley.Span{Start: max(part.Start, r.text.Sentences[s].Start), End: min(part.End, r.text.Sentences[s].End)}
			if cut.Len() > 0 {
				out = append(out, cut)
			}
		}
	}
	return out
}

// words returns the words of a span in lower case.
func (r *reader) words(s parley.Span) []string {
	var out []string
	for i := r.text.TokenAt(s.Start); i < len(r.text.Tokens) && r.text.Tokens[i].End <= s.End; i++ {
		if t := r.text.Tokens[i]; t.Start >= s.Start && (t.Kind == lang.Word || t.Is("n't")) {
			out = append(out, t.Lower)
		}
	}
	return out
}

// behind names the issue of a span by its words behind the first skip ones; "" for none.
func (r *reader) behind(part parley.Span, skip int) string {
	if skip == 0 {
		return ""
	}
	for i := r.text.TokenAt(part.Start); i < len(r.text.Tokens) && r.text.Tokens[i].End <= part.End; i++ {
		if t := r.text.Tokens[i]; t.Start < part.Start || t.Kind != lang.Word && !t.Is("n't") {
			continue
		}
		if skip--; skip < 0 {
			return issue(parley.Span{Start: r.text.Tokens[i].Start, End: part.End}.In(r.text.Source))
		}
	}
	return ""
}

// binding are the words of connectives by which a party sets a condition for what it would do.
var binding = []string{"only", "unless", "until", "as long as", "so long as", "in return", "in exchange", "depend", "contingent", "provided"}

// conditional reports whether a condition is set in a span: any in an offer, else one that
// binds the speaker.
func (r *reader) conditional(s parley.Span, offer bool) bool {
	return slices.ContainsFunc(r.conditions[r.text.SentenceAt(s.Start)], func(i int) bool {
		c := &r.reading.Conditions[i]
		if !c.Antecedent.Overlaps(s) && !c.Consequent.Overlaps(s) {
			return false
		}
		words := strings.ToLower(c.Connective.Hull().In(r.text.Source))
		return offer || slices.ContainsFunc(binding, func(b string) bool { return strings.Contains(words, b) })
	})
}

// party returns for whom an actor speaks: a person for the state, body or organisation
// that the text or the dated list gives; a body of a state for itself.
func (r *reader) party(id string) string {
	if r.who.Kind(id) != parley.Person {
		return id
	}
	if of := r.who.Party(id); of != "" {
		return of
	}
	return id
}

// heldMost is how many sides a party takes in one sentence at most.
const heldMost = 8

// leastWords is how many words name something that one can be for or against: "on Friday"
// and "him" do not.
const leastWords = 2

// add adds a position unless the same party has it on overlapping words already.
func (r *reader) add(p parley.Position, sure float64) {
	p.Evidence = parley.Spans{p.Evidence[0].Trim(r.text.Source, marks)}
	at := holding{p.Actor, r.text.SentenceAt(p.Evidence[0].Start)}
	before := r.held[at]
	if p.Actor == "" || len(r.words(p.Evidence[0])) < leastWords || len(before) >= heldMost || slices.ContainsFunc(before, p.Evidence[0].Overlaps) {
		return
	}
	if p.Issue == "" {
		p.Issue = issue(p.Evidence[0].In(r.text.Source))
	}
	if r.private(p.Actor) || r.asks(at.sentence) || p.Issue == "" || pronouns[strings.ToLower(p.Issue)] || r.who.Kind(p.Actor) == parley.Outlet || !r.who.Sides(p.Actor) {
		return
	}
	r.held[at] = append(before, p.Evidence[0])
	p.Confidence = math.Round(100*min(sure, 0.95)) / 100
	r.found = append(r.found, p)
}

// asks reports whether a sentence is a question, which takes no side.
func (r *reader) asks(s int) bool {
	if s < 0 || s >= len(r.text.Sentences) {
		return false
	}
	last := r.text.Sentences[s].Last
	for i := last - 1; i >= max(r.text.Sentences[s].First, last-2); i-- {
		if r.text.Tokens[i].Is("?") {
			return true
		}
	}
	return false
}

// pronouns are the words that name no issue by themselves.
var pronouns = map[string]bool{"it": true, "this": true, "that": true, "them": true, "so": true, "him": true, "her": true, "to": true}

// marks are what a span of evidence neither begins nor ends with.
const marks = " \t\n,.;:—–"
