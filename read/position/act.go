package position

import (
	"slices"
	"strings"

	"parley"
	"parley/lang/syntax"
)

// sureVerb is how sure a position is that a verb tells of its subject.
const sureVerb = 0.62

// clauses adds the positions that verbs of a sentence tell of their subjects.
func (r *reader) clauses(s int) {
	t := r.trees[s]
	for w := range t.Words {
		if t.Words[w].UPOS == "NOUN" {
			r.noun(s, w)
			continue
		}
		v, on, ok := r.sideOf(t, w)
		if !ok || supposed(t, w) || besideSubject(t, w) || unnamed(t, w) {
			continue
		}
		who := t.Child(w, "nsubj")
		if t.Passive(w) {
			who = t.Agent(w)
		}
		if who < 0 || anybody(t, who) {
			continue
		}
		if t.Negated(w) || t.NoObject(w) {
			if !slices.Contains(deniable, t.Base(w)) {
				continue
			}
			v = opposite(v)
		}
		evidence, ok := r.predicate(t, w)
		if !ok || r.blamed(t.Words[w].Span) {
			continue
		}
		p := parley.Position{Stance: stances[v], Evidence: parley.Spans{evidence}, Statement: r.said.ID(t.Words[w].Span), Issue: named(t, w, r.object(t, w))}
		if p.Issue == "" && t.Passive(w) {
			continue // "is believed to be backed by Kestria": what is, stands elsewhere.
		}
		if on >= 0 && t.Words[on].Is("advcl") { // "agreed on Monday to move the deadline": the parser hangs it too loosely.
			if span, ok := r.phraseOf(t, on); ok {
				p.Evidence[0].End, p.Issue = max(evidence.End, span.End), issue(span.In(r.text.Source))
			}
		}
		for _, id := range r.those(s, who) {
			p.Actor = r.party(id)
			r.add(p, sureVerb)
		}
	}
}

// those returns the actors behind a subject, with those that "including" names of them:
// "countries including Kestria and Oru".
func (r *reader) those(s, who int) parley.IDs {
	t := r.trees[s]
	noun := who
	if v := t.Words[who].Head; t.Words[who].UPOS == "PRON" && v >= 0 && t.Words[v].Relation == "acl:relcl" && t.Words[v].Head >= 0 {
		noun = t.Words[v].Head // "people that want it"
	}
	if of := t.Child(noun, "nmod"); of >= 0 && t.Words[of].XPOS == "NNPS" && !slices.Contains(plurals, t.Words[of].Form) {
		return nil // "thousands of Kestrians"
	}
	if slices.Contains(citizens, t.Base(noun)) {
		return nil // What the people of a state want is not what the state wants.
	}
	if t.Words[who].XPOS == "NNPS" && !slices.Contains(plurals, t.Words[who].Form) {
		return nil // "Many Iranians" are not Iran.
	}
	ids := r.who.All(s, who)
	for _, o := range t.Children(who, "nmod", "obl") {
		if p := t.Preposition(o); p == "including" || p == "such as" {
			ids = append(ids, r.who.All(s, o)...)
		}
	}
	return ids
}

// citizens are the nouns of those who live in a state and do not speak for it.
var citizens = strings.Fields("people person man woman resident citizen civilian family student worker voter soldier refugee youth crowd public")

// plurals are the names of states and bodies with the ending of a plural.
var plurals = strings.Fields("States Nations Emirates Netherlands Philippines Democrats Republicans Tories Conservatives Liberals Greens Brotherhood Maldives Bahamas Seychelles Houthis Taliban Guards Forces")

// sureNoun is how sure a position is that a noun tells of its owner.
const sureNoun = 0.6

// noun adds the position that a noun tells of its owner: "Kestria's opposition to the deal",
// "calls by Oru for talks". What is a statement's cue has its position already.
func (r *reader) noun(s, w int) {
	t := r.trees[s]
	leads := words.nouns[t.Base(w)]
	if leads == nil || r.blamed(t.Words[w].Span) {
		return
	}
	on, v := -1, side("")
	for _, o := range t.Children(w, "nmod", "acl", "ccomp", "advcl") {
		if x, ok := leads[t.Preposition(o)]; ok && t.Preposition(o) != "" && o > w {
			on, v = o, x
			break
		}
	}
	if h := t.Words[w].Head; h >= 0 && t.Words[w].Is("obj") && slices.Contains([]string{"seek", "want", "demand", "need", "request"}, t.Base(h)) {
		return // "seeks a council condemnation": there is none yet.
	}
	if on < 0 || slices.Contains(telling, t.Base(on)) || t.Base(w) == "opposition" && t.Words[on].UPOS == "VERB" {
		return // "the opposition to meet"
	}
	evidence, ok := r.phraseOf(t, w)
	object, also := r.phraseOf(t, on)
	if !ok || !also {
		return
	}
	p := parley.Position{Stance: stances[v], Evidence: parley.Spans{evidence}, Statement: r.said.ID(t.Words[w].Span), Issue: issue(object.In(r.text.Source))}
	for _, m := range t.Children(w, "nmod:poss", "amod", "compound", "nmod") {
		if m == on || t.Words[m].Relation == "nmod" && t.Preposition(m) != "by" && t.Preposition(m) != "of" && t.Preposition(m) != "from" {
			continue
		}
		for _, id := range r.who.All(s, m) {
			p.Actor = r.party(id)
			r.add(p, sureNoun)
		}
	}
}

// blamed reports whether words stand in what somebody accuses or criticises others of: what
// these are said to want is the speaker's word for it.
func (r *reader) blamed(at parley.Span) bool {
	s := r.said.At(at)
	return s != nil && (s.Act == parley.Accuse || s.Act == parley.Criticise || s.Act == parley.Deny)
}

// object names the issue of a verb by its object or, of a passive, by its subject; "" where
// it has none of its own.
func (r *reader) object(t syntax.Tree, w int) string {
	relations := []string{"ccomp", "xcomp", "obj"}
	if h := t.Words[w].Head; t.Words[w].XPOS == "VBN" && t.Words[w].Relation == "acl" && h >= 0 {
		if span, ok := r.phraseOf(t, h); ok { // "the armed groups backed by Kestria"
			return issue(parley.Span{Start: span.Start, End: min(span.End, t.Words[w].Start)}.In(r.text.Source))
		}
	}
	if t.Passive(w) {
		relations = []string{"nsubj:pass"}
		if o := t.Child(w, "nsubj:pass"); o >= 0 && t.Words[o].UPOS == "PRON" && t.Words[w].Relation == "acl:relcl" && t.Words[w].Head >= 0 {
			if span, ok := r.phraseOf(t, t.Words[w].Head); ok { // "the plan, which was backed by Kestria"
				return issue(parley.Span{Start: span.Start, End: min(span.End, t.Words[o].Start)}.In(r.text.Source))
			}
		}
	}
	for _, relation := range relations {
		o := t.Child(w, relation)
		if o < 0 || relation == "ccomp" && (o < w || slices.Contains(telling, t.Base(o)) || t.Base(o) == "add") {
			continue
		}
		if span, ok := r.phraseOf(t, o); ok {
			return issue(span.In(r.text.Source))
		}
	}
	return ""
}

// anybody reports whether a subject is no party: the speaker as a person, or somebody in
// general ("a mother").
func anybody(t syntax.Tree, who int) bool {
	if t.Words[who].Form == "I" {
		return true
	}
	d := t.Child(who, "det")
	return t.Words[who].UPOS == "NOUN" && d >= 0 && (t.Base(d) == "a" || t.Base(d) == "an")
}

// unnamed reports whether all that a verb is for or against is a pronoun: "supports him".
func unnamed(t syntax.Tree, w int) bool {
	o := t.Child(w, "obj")
	return o > w && t.Words[o].UPOS == "PRON" && t.Words[o].Relation == "obj" && t.Child(w, "xcomp", "ccomp") < 0
}

// besideSubject reports whether a participle between commas tells who is with a subject:
// companions has what these are for.
func besideSubject(t syntax.Tree, w int) bool {
	h := t.Words[w].Head
	return t.Words[w].XPOS == "VBN" && h >= 0 && h < w && t.Words[h].Is("nsubj") && w > 0 && (t.Words[w-1].Form == "," || t.Words[w-1].Form == "and")
}

// deniable are the verbs whose denial takes the other side: who does not want a thing is
// against it, who has not urged it is not.
var deniable = strings.Fields("want support back accept approve endorse welcome favour favor recommend")

// sideOf returns the side that a verb takes with what follows it, and the word behind the
// preposition or mark by which it does, or -1.
func (r *reader) sideOf(t syntax.Tree, w int) (side, int, bool) {
	followed, ok := words.verbs[t.Base(w)]
	if !ok || t.Words[w].UPOS != "VERB" {
		return "", -1, false
	}
	for _, o := range t.Children(w, "obl", "xcomp", "ccomp", "advcl") {
		if s, ok := followed[t.Preposition(o)]; ok && t.Preposition(o) != "" && !r.dated(t.Words[o].Span) {
			return s, o, t.Preposition(o) != "that" || subjunctive(t, o) // "insisted that it was so" only says so.
		}
	}
	s, ok := followed[""]
	return s, -1, ok && (t.Passive(w) || t.Child(w, "obj", "xcomp", "ccomp") >= 0)
}

// subjunctive reports whether a clause tells what is to be: "that the budget include it".
func subjunctive(t syntax.Tree, w int) bool {
	if t.Words[w].XPOS == "VB" {
		return true
	}
	s := t.Child(w, "nsubj")
	return t.Words[w].XPOS == "VBP" && s >= 0 && (t.Words[s].XPOS == "NN" || t.Words[s].XPOS == "NNP")
}

// supposed reports whether a clause only supposes what it says: under "may", "might" or
// "could", behind "if" or "whether", or in a question about whom.
func supposed(t syntax.Tree, w int) bool {
	for _, a := range t.Auxiliaries(w) {
		if slices.Contains([]string{"may", "might", "could", "should", "must"}, a) {
			return true
		}
	}
	if h := t.Words[w].Head; h >= 0 && slices.Contains(unsure, t.Base(h)) {
		return true
	}
	if h := t.Words[w].Head; h >= 0 && t.Words[w].Is("acl") && slices.Contains(able, t.Base(h)) {
		return true // "the right to veto it"
	}
	p := t.Preposition(w)
	if p == "if" || p == "whether" || p == "unless" {
		return true
	}
	if x := t.Child(w, "xcomp"); x >= 0 && slices.Contains(telling, t.Base(x)) {
		return true
	}
	o := t.Child(w, "obj", "nsubj")
	return o >= 0 && o < w && slices.Contains([]string{"whom", "what", "who"}, t.Base(o)) || o > w && t.Words[o].Lemma == "you"
}

// able are the nouns of what one could do.
var able = strings.Fields("right power ability authority chance opportunity option capacity prerogative mandate way")

// unsure are the words under which a thing is not done, or not likely.
var unsure = strings.Fields("reluctant unwilling unlikely hesitant fail unable hesitate doubt unclear abstain refrain hope wish pray able")

// telling are the verbs of which nobody is for or against: "wanted to know".
var telling = strings.Fields("clarify believe identify name quote recognize recognise know see say tell write talk hear understand point ask be thank express remind note stress remember imagine")

// predicate returns the words of a clause from its verb on: what its subject is for or
// against, without the clauses that only hang on it; of a passive the whole.
func (r *reader) predicate(t syntax.Tree, w int) (parley.Span, bool) {
	span, ok := r.phraseOf(t, w)
	if !ok || t.Passive(w) {
		return span, ok
	}
	span.Start = max(span.Start, t.Words[w].Start)
	return span, len(r.words(span)) > 1
}

// sides are the sides that acts of a type take, and how sure that is.
var sides = map[string]view{
	"SUPPORT": {stance: parley.Support, sure: 0.55}, "AGREE": {stance: parley.Support, sure: 0.6}, "PROTEST": {stance: parley.Oppose, sure: 0.55},
	"REJECT": {stance: parley.Oppose, sure: 0.55},
}

// event adds the position that an act takes: one who protests is against what the protest
// is against.
func (r *reader) event(e *parley.Event) {
	v, ok := sides[e.Type]
	if !ok || len(e.Actors) == 0 {
		return
	}
	if e.Type == "SUPPORT" && e.Status == parley.Proposed {
		return // Who is asked to support it does not yet.
	}
	if e.Type == "PROTEST" && slices.ContainsFunc(e.Actors, func(id string) bool { return r.who.Kind(id) == parley.State }) {
		return // Who protests in a state is not the state.
	}
	if e.Status == parley.Denied && e.Type == "REJECT" || e.Status == parley.Proposed && e.Type == "AGREE" {
		return // Who has not agreed or helped need not be against it.
	}
	evidence, issue, refused, ok := r.clauseOf(e)
	if !ok {
		return
	}
	if refused {
		v.stance = parley.Oppose
	}
	for _, id := range e.Actors {
		r.add(parley.Position{Actor: r.party(id), Stance: v.stance, Evidence: parley.Spans{evidence}, Statement: e.Statement, Issue: issue}, v.sure)
	}
}

// agreedOn reports whether a clause names what is agreed: not "agreed on Monday".
func (r *reader) agreedOn(t syntax.Tree, w int) bool {
	if t.Child(w, "obj", "xcomp", "nsubj:pass") >= 0 || t.Words[w].Is("acl") {
		return true
	}
	return slices.ContainsFunc(t.Children(w, "obl"), func(o int) bool {
		return o > w && t.Preposition(o) != "in" && !r.dated(t.Words[o].Span)
	})
}

// dated reports whether a word is of a date.
func (r *reader) dated(word parley.Span) bool {
	return slices.ContainsFunc(r.reading.Dates, func(d parley.Date) bool { return d.Span.Overlaps(word) })
}

// breaking are the verbs of who does not do what was agreed, which takes no side on it.
var breaking = strings.Fields("defy violate break ignore flout renege abandon")

// clauseOf returns the words of the clause or phrase of a trigger, from the trigger on, and
// the issue that its object names, if it is a verb that has one. Refused tells that it says that
// its subject will do no such thing.
func (r *reader) clauseOf(e *parley.Event) (evidence parley.Span, issue string, refused, ok bool) {
	trigger := e.Trigger[0]
	s := r.text.SentenceAt(trigger.Start)
	if s < 0 || s >= len(r.trees) {
		return parley.Span{}, "", false, false
	}
	t := r.trees[s]
	w := slices.IndexFunc(t.Words, func(w syntax.Word) bool { return w.Overlaps(trigger) })
	if w < 0 || supposed(t, w) || idle(t, w, e) || besideSubject(t, w) || unnamed(t, w) {
		return parley.Span{}, "", false, false
	}
	if e.Type == "AGREE" && (t.Child(w, "ccomp") > w || t.Words[w].UPOS == "VERB" && !r.agreedOn(t, w)) {
		return parley.Span{}, "", false, false // What they agreed that is or will be, the statement has.
	}
	if s := t.Subject(w); t.Words[w].UPOS == "VERB" && s >= 0 && t.Words[s].XPOS == "NNPS" && !slices.Contains(plurals, t.Words[s].Form) {
		return parley.Span{}, "", false, false // "Most Kestrians" are not Kestria.
	}
	if e.Type == "SUPPORT" && t.Subject(w) < 0 && t.Agent(w) < 0 && t.Words[w].UPOS == "VERB" || t.Words[w].UPOS == "NOUN" && !t.Words[w].Is("obj") {
		return parley.Span{}, "", false, false // Who supports is only inferred.
	}
	refused = refuses(t, w)
	if (e.Status == parley.Denied || t.NoObject(w)) && !refused {
		return parley.Span{}, "", false, false // Who has not agreed or helped need not be against it.
	}
	if t.Words[w].UPOS == "VERB" {
		if issue = named(t, w, r.object(t, w)); issue == "" && t.Passive(w) {
			return parley.Span{}, "", false, false
		}
	} else if v := t.Words[w].Head; t.Words[w].Is("obj") && v >= 0 && slices.Contains(voicing, t.Base(v)) {
		w = v
	} else if evidence, ok = r.phraseOf(t, w); ok {
		return evidence, "", refused, true
	}
	evidence, ok = r.predicate(t, w)
	return evidence, issue, refused, ok
}

// voicing are the verbs whose subject takes the side that their object names: "voiced support for".
var voicing = strings.Fields("voice express give offer lend throw reiterate reaffirm renew declare announce pledge provide show state win have get receive stage hold lead organise organize join")

// refuses reports whether a verb says that its subject will do no such thing: "would sign no
// accord".
func refuses(t syntax.Tree, w int) bool {
	return t.NoObject(w) && slices.ContainsFunc(t.Auxiliaries(w), func(a string) bool { return a == "will" || a == "would" || a == "'ll" })
}

// named returns the issue of a verb without the "no" by which its object denies it.
func named(t syntax.Tree, w int, issue string) string {
	if t.NoObject(w) {
		return strings.TrimPrefix(issue, "no ")
	}
	return issue
}

// idle reports whether an event takes no side: "the deal" is nobody's, "air support" and "the
// protests" are for and against nothing that is told, and who breaks a truce is not against it.
func idle(t syntax.Tree, w int, e *parley.Event) bool {
	if e.Type == "PROTEST" && len(e.Recipients) == 0 {
		return true
	}
	if t.Words[w].UPOS != "NOUN" {
		return e.Type == "REJECT" && slices.Contains(breaking, t.Base(w))
	}
	return e.Type == "AGREE" || e.Type == "REJECT" || len(e.Recipients) == 0 || t.Words[w].Is("nsubj")
}

// phraseOf returns the words of the clause or phrase with head w around it, without the
// clauses that only hang on it.
func (r *reader) phraseOf(t syntax.Tree, w int) (parley.Span, bool) {
	spans := t.Phrase(w, func(i int) bool { return t.Words[i].Is("acl:relcl", "advcl", "parataxis", "conj") && i != w })
	for _, x := range spans {
		if x.Overlaps(t.Words[w].Span) {
			return x, x.Len() > t.Words[w].Len()
		}
	}
	return parley.Span{}, false
}
