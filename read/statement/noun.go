package statement

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"parley"
	"parley/lang/syntax"
)

//go:embed nouns.txt
var nounsFile string

// nominal is a line of nouns.txt.
type nominal struct {
	act       parley.Act
	that, to  bool
	by        []string // prepositions that join the content
	adjective bool
}

// nominals are the lines of nouns.txt by their words; a test checks that the file
// is well formed.
var nominals, errNominals = parseNominals(nounsFile)

// parseNominals reads the format that nouns.txt describes.
func parseNominals(file string) (map[string]nominal, error) {
	out := map[string]nominal{}
	for n, line := range strings.Split(file, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		parts := strings.Split(line, ":")
		if len(parts) != 3 {
			return out, fmt.Errorf("nouns.txt:%d: %q: want word : act : what carries the content", n+1, line)
		}
		word, adjective := strings.CutPrefix(strings.TrimSpace(parts[0]), "~")
		x := nominal{act: parley.Act(strings.TrimSpace(parts[1])), adjective: adjective}
		for _, by := range strings.Fields(parts[2]) {
			x.that, x.to = x.that || by == "that", x.to || by == "to"
			if by != "that" {
				x.by = append(x.by, by)
			}
		}
		if word = strings.TrimSpace(word); out[word].act != "" || len(strings.Fields(word)) != 1 {
			return out, fmt.Errorf("nouns.txt:%d: %q: want one word that does not stand there already", n+1, word)
		}
		out[word] = x
	}
	return out, nil
}

// nominal returns the line of nouns.txt for word w: a noun by its base form, an
// adjective, which may be tagged as a participle, by the form that it stands in.
func (p *parsed) nominal(w int) (nominal, bool) {
	word := p.Words[w].Lemma
	if p.upos(w, "ADJ", "VERB") {
		word = p.at(p.token(w)).Lower
	}
	x, ok := nominals[word]
	return x, ok && x.adjective == p.upos(w, "ADJ", "VERB")
}

// nominalCue reads the noun or adjective w, token i, as a cue.
func (r *reader) nominalCue(p *parsed, i, w int) (o occurrence, content parley.Spans, ok bool) {
	x, ok := p.nominal(w)
	if !ok || p.Words[w].Confidence < sure || p.at(i).Capital() && !p.titled && i > p.start {
		return o, nil, false
	}
	o = occurrence{sense: sense{&cue{verb: p.Words[w].Lemma, act: x.act, frames: frameThing}, base}, head: i, first: i, last: i + 1, group: i, from: i}
	if x.adjective {
		o.source = p.holder(w, &o)
	} else {
		o.source = p.owner(w, &o)
	}
	if o.source.empty() {
		return o, nil, false
	}
	content = r.nominalContent(p, &o, w, x)
	o.from = min(o.group, o.source.first)
	return o, content, len(content) > 0
}

// nominalContent returns what hangs on a noun or adjective as its content.
func (r *reader) nominalContent(p *parsed, o *occurrence, w int, x nominal) parley.Spans {
	for _, k := range p.carriers(w) {
		marker := p.marker(k)
		switch {
		case x.that && p.rel(k, "acl", "ccomp") && !p.rel(k, "acl:relcl") && (marker == "that" || x.adjective && marker == ""):
			return r.words(p, p.hull(k, nil))
		case x.to && p.rel(k, "acl", "xcomp", "advcl") && marker == "to":
			return r.words(p, p.hull(k, nil))
		case p.rel(k, "nmod", "obl", "acl", "advcl") && slices.Contains(x.by, marker) && !p.rel(k, "nmod:poss"):
			t := p.hull(k, nil)
			if p.at(t.first).Is(marker) {
				if t.first == o.last {
					o.last++
				}
				t.first++
			}
			return r.words(p, t)
		}
	}
	return r.predicated(p, w, x)
}

// carriers returns what hangs on word w behind it, or on the phrase that tells
// whose it is: "a call by the opposition for elections".
func (p *parsed) carriers(w int) []int {
	var out []int
	for _, k := range p.kids[w] {
		if k < w || p.Words[k].Confidence < sure && !p.rel(k, "acl", "ccomp") {
			continue
		}
		out = append(out, k)
		if p.rel(k, "nmod") && (p.marker(k) == "by" || p.marker(k) == "from") {
			for _, x := range p.kids[k] {
				if x > k && p.rel(x, "nmod", "acl") {
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// predicated returns what a noun is said to be: "its answer was that talks had ended".
func (r *reader) predicated(p *parsed, w int, x nominal) parley.Spans {
	head := p.Words[w].Head
	if !x.that || head == syntax.Root || !p.rel(w, "nsubj") {
		return nil
	}
	if k := p.child(head, "ccomp"); k > w && p.Words[head].Lemma == "be" {
		return r.words(p, p.hull(k, nil))
	}
	for _, k := range p.kids[head] { // The clause is the predicate itself.
		if k > w && p.rel(k, "mark") && p.at(p.token(k)).Is("that") && p.rel(w, "nsubj:outer") {
			return r.words(p, p.trimmed(tokens{p.token(k), p.hull(head, nil).last}))
		}
	}
	return nil
}

// light are verbs that only say that their object is voiced.
var light = strings.Fields(`make issue give express voice repeat reiterate renew send deliver launch lodge share echo
	extend convey restate release publish announce underline underscore stress`)

// owner returns whose a noun is: "Kestria's demand", "a warning by the minister",
// "Kestrian calls", "the ministry issued a warning".
func (p *parsed) owner(w int, o *occurrence) tokens {
	if k := p.child(w, "nmod:poss"); k >= 0 {
		if !p.agentive(k) && !p.upos(k, "PRON") || p.at(p.token(k)).Is("its", "my", "your", "our") && !p.upos(k, "PRON") {
			return tokens{}
		}
		return p.phrase(k)
	}
	if k := p.with(w, []string{"by", "from", "among"}, "nmod"); k > w && p.agentive(k) {
		return p.hull(k, func(x int) bool {
			return x > k && p.rel(x, "nmod", "acl") && p.Words[x].Head == k || p.rel(x, "case") && p.Words[x].Head == k
		})
	}
	for _, k := range p.kids[w] {
		if t := p.at(p.token(k)); k < w && t.Capital() && (p.rel(k, "amod") || p.rel(k, "compound") && p.upos(k, "PROPN")) && p.token(k) > p.start {
			return tokens{p.hull(k, nil).first, p.token(k) + 1}
		}
	}
	verb := p.Words[w].Head
	if verb == syntax.Root || !p.rel(w, "obj") || !slices.Contains(light, p.Words[verb].Lemma) || p.child(verb, "nsubj:pass") >= 0 {
		return tokens{}
	}
	if i := p.token(verb); i < o.first && cueWords[p.at(i).Lower] == nil && o.first-i <= 4 {
		o.first = i // "made a plea": the verb is part of the cue.
	}
	return p.subjectOf(verb)
}

// holder returns who is what an adjective says: "Kestria is ready", "remained opposed".
func (p *parsed) holder(w int, o *occurrence) tokens {
	verb := w
	if p.rel(w, "xcomp") && slices.Contains([]string{"remain", "stay", "feel", "become", "seem", "appear", "stand"}, p.Words[p.Words[w].Head].Lemma) {
		verb = p.Words[w].Head
	} else if p.child(w, "cop", "aux:pass") < 0 && !p.rel(w, "conj") {
		return tokens{}
	}
	s := p.child(verb, "nsubj")
	if s < 0 {
		s = p.child(verb, "nsubj:pass")
	}
	for _, k := range p.kids[w] {
		if k < w && p.rel(k, "advmod") && is(p.at(p.token(k)), negation) {
			o.negated, o.first = true, min(o.first, p.token(k))
		}
	}
	if s < 0 || s > w || p.Words[s].Confidence < sure || !p.agentive(s) && !p.upos(s, "PROPN") {
		return tokens{}
	}
	return p.sourceAt(s)
}
