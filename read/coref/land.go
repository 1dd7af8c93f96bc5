package coref

import (
	"slices"
	"strings"

	"parley"
	"parley/actors"
	"parley/lang"
	"parley/lang/syntax"
)

// lands returns the names of a text that can be a land's and that no table has, by the
// adjectives that they would make: "Varenia" by "varenian". A land has one where the
// text uses both; what looks like a person's name only where a noun follows the adjective
// ("Varenian forces").
func lands(text *lang.Text, known *actors.Known, names []lang.Name) map[string]string {
	out := map[string]string{}
	attributes := attributesOf(text)
	for _, n := range names {
		words := n.In(text.Source)
		if n.Last-n.First != 1 || len(words) < len("Chad") || !strings.HasSuffix(words, "a") || n.Type == lang.PersonName && !attributes[strings.ToLower(words)+"n"] {
			continue
		}
		if _, ok := known.Find(words); ok {
			continue
		}
		out[strings.ToLower(words)+"n"] = words
	}
	return out
}

// withFirst returns the names with those lands that only ever begin a sentence, where a
// capital tells nothing: the parser takes them for a name that acts, and the text has
// their adjective before a noun.
func withFirst(text *lang.Text, trees []syntax.Tree, names []lang.Name) []lang.Name {
	attributes := attributesOf(text)
	out := slices.Clone(names)
	named := map[int]bool{} // by first token
	for _, n := range names {
		named[n.First] = true
	}
	for s := range min(len(trees), len(text.Sentences)) {
		sentence := text.Sentences[s]
		if sentence.Last-sentence.First < 2 {
			continue
		}
		t := &text.Tokens[sentence.First]
		if !t.Capital() || !attributes[t.Lower+"n"] || named[sentence.First] {
			continue
		}
		if w := trees[s].At(sentence.First); w >= 0 && trees[s].Words[w].UPOS == "PROPN" && trees[s].Words[w].Is("nsubj", "nmod:poss") {
			out = append(out, lang.Name{Span: t.Span, First: sentence.First, Last: sentence.First + 1, Type: lang.OtherName})
		}
	}
	slices.SortStableFunc(out, func(a, b lang.Name) int { return a.Start - b.Start })
	return out
}

// attributesOf returns the words with a capital that a small word of letters follows, in
// lower case.
func attributesOf(text *lang.Text) map[string]bool {
	out := map[string]bool{}
	for i := 1; i < len(text.Tokens); i++ {
		t, next := &text.Tokens[i-1], &text.Tokens[i]
		if t.Capital() && next.Kind == lang.Word && !next.Capital() && next.Start == t.End+1 {
			out[t.Lower] = true
		}
	}
	return out
}

// land returns the id of the land that a name is, or whose adjective or people it is, of
// those that no table has; "" where the text does not tell.
func (c *cast) land(n lang.Name) string {
	words := strings.ToLower(n.In(c.text.Source))
	name, ok := c.lands[strings.TrimSuffix(words, "s")]
	if !ok && strings.HasSuffix(words, "a") && c.adjective(words+"n") {
		name, ok = c.lands[words+"n"]
	}
	if !ok || !c.adjective(strings.ToLower(name)+"n") {
		return ""
	}
	if i, made := c.byWords[strings.ToLower(name)]; made {
		c.wanted[c.members[i].ID] = true
		return c.members[i].ID
	}
	m := &member{Actor: parley.Actor{ID: c.freeID(name), Name: name, Kind: parley.State}, owner: -1}
	c.add(m, name)
	c.wanted[m.ID] = true
	return m.ID
}

// adjective reports whether the text has a word, in lower case, with a capital.
func (c *cast) adjective(word string) bool {
	if c.nameWords == nil {
		c.nameWords = map[string]bool{}
		for i := range c.text.Tokens {
			if t := &c.text.Tokens[i]; t.Capital() {
				c.nameWords[t.Lower] = true
			}
		}
	}
	return c.nameWords[word] || c.nameWords[word+"s"]
}

// landed returns the id of the land, organisation or armed group whose a title is: by its
// adjective, by a name of the tables ("NATO Secretary General"), or by a name of no table
// that owns the title ("Varenia's chief negotiator").
func (c *cast) landed(n lang.Name) string {
	if id := c.land(n); id != "" {
		return id
	}
	words := n.In(c.text.Source)
	if _, ok := c.known.State(words); ok || n.Type == lang.PersonName {
		return ""
	}
	if e, ok := c.known.Organisation(words); ok {
		return c.entry(e, parley.Span{})
	}
	if n.Last >= len(c.text.Tokens) || !c.text.Tokens[n.Last].Is("'s", "’s", "'", "’") {
		return ""
	}
	if i, ok := c.byWords[strings.ToLower(words)]; ok {
		if c.members[i].Kind == parley.Person {
			return ""
		}
		c.wanted[c.members[i].ID] = true
		return c.members[i].ID
	}
	kind := kindOf(strings.ToLower(lastWord(words)), words)
	m := &member{Actor: parley.Actor{ID: c.freeID(words), Name: words, Kind: kind}, owner: -1}
	c.add(m, words)
	c.wanted[m.ID] = true
	return m.ID
}
