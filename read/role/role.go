// Package role reads who holds which office or post, as a text gives it:
// "Varenian Foreign Minister Oru Tal", "the president's spokeswoman, Ela Vint,"
// "Jon Marr, a senior fellow at the Selmark Institute".
//
// In flow a document and its analysed text; out flow roles, each with the span
// of the person's name and the span of the title. It looks outward from each
// personal name: at the title before it, at an apposition before or behind it,
// and at what a clause says of the person ("who is the head of", "was named
// mayor"). Words near the name find most titles; the tree of the sentence widens
// them, ends them, and finds those that stand further off. A person's title is
// given once a document; another title of the same person is another role.
package role

import (
	"strings"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
)

// Name and Version identify the reader.
const (
	Name    = "role"
	Version = 2
)

// confidence is, for each pattern, the share of its roles in the development
// half of the ledger gold that the gold has too, shrunk towards 0.7 as if by
// thirty further roles, since the patterns were found on that half.
//
//	pattern     right of given
//	before      105   105
//	bare          3     3
//	shared        3     5
//	commaFront   31    31
//	commaBack    18    19
//	clause        1     1
var confidence = [...]float64{
	before:     0.93,
	bare:       0.73,
	shared:     0.69,
	commaFront: 0.85,
	commaBack:  0.80,
	clause:     0.71,
}

// pattern is how a role was found.
type pattern uint8

// The patterns.
const (
	before     pattern = iota // a title with a capital or modifiers right before the name
	bare                      // one common noun right before the name: "activist Ela Vint"
	shared                    // a plural title over several names
	commaFront                // "the president, Ela Vint,"
	commaBack                 // "Ela Vint, the president of Varenia,"
	clause                    // "Ela Vint, who is the president of Varenia"
)

// Read finds the roles of a text, in the order of the names.
func Read(doc *parley.Document, text *lang.Text, trees []syntax.Tree) []parley.Role {
	r := reader{text: text, trees: trees, names: lang.Names(text), claimed: map[int]bool{}, seen: map[string][]string{}}
	r.nameAt = make(map[int]int, len(r.names))
	for i, n := range r.names {
		for k := n.First; k < n.Last; k++ {
			r.nameAt[k] = i
		}
	}
	for i := range r.names {
		r.name(i)
	}
	return r.out
}

// reader finds the roles of one text.
type reader struct {
	text    *lang.Text
	trees   []syntax.Tree
	names   []lang.Name
	nameAt  map[int]int         // which name holds a token
	claimed map[int]bool        // heads (tokens) that are some person's title already
	seen    map[string][]string // the titles given to each word of a person's name
	out     []parley.Role
	inside  lang.Sentence // the sentence of the name in hand
	tree    syntax.Tree   // its tree, without words where the text is not parsed
}

// token returns token i of the sentence in hand, and an empty one outside of it.
func (r *reader) token(i int) lang.Token {
	if i < r.inside.First || i >= r.inside.Last {
		return lang.Token{}
	}
	return r.text.Tokens[i]
}

// name looks for the title of name i by each pattern in turn.
func (r *reader) name(i int) {
	n := r.names[i]
	at := r.text.SentenceAt(n.Start)
	r.inside, r.tree = r.text.Sentences[at], syntax.Tree{}
	if at < len(r.trees) {
		r.tree = r.trees[at]
	}
	if n.Type != lang.PersonName && (n.Type != lang.OtherName || n.Last-n.First > 4) {
		return
	}
	front := n.First
	for skipped[plain(r.token(front-1))] {
		front--
	}
	if n.Type == lang.PersonName {
		defer r.predicate(i)
	}
	switch {
	case r.titleBefore(i, front):
		r.apposedBehind(i) // "Gen. Ela Vint, the commander of the border force,".
	case n.Type != lang.PersonName:
		// Words of unknown sort are taken for a name only right behind a title.
	case r.apposedBefore(i, front):
	default:
		r.apposedBehind(i)
	}
}

// title is a stretch of tokens [first, last) with its head.
type title struct{ first, last, head int }

// add appends a role unless the person has this title already.
func (r *reader) add(i int, t title, p pattern, more ...parley.Span) {
	n := r.names[i]
	first, last := r.text.Tokens[t.first], r.text.Tokens[t.last-1]
	spans := parley.Spans{{Start: first.Start, End: last.End}}
	spans = append(spans, more...)
	if !r.fresh(n, spans) {
		return
	}
	r.claimed[t.head] = true
	r.out = append(r.out, parley.Role{
		Person:     parley.Spans{n.Span},
		Title:      spans,
		Provenance: parley.Provenance{Confidence: confidence[p]},
	})
}

// mostTitles bounds the titles of one name, so that no text costs more than
// its length.
const mostTitles = 32

// fresh reports whether a title tells something new of the person, and notes it.
func (r *reader) fresh(n lang.Name, spans parley.Spans) bool {
	who := nameWords(n.In(r.text.Source))
	what := strings.ToLower(spans.In(r.text.Source))
	earlier := r.seen[who[len(who)-1]]
	if len(earlier) == mostTitles {
		return false
	}
	for _, old := range earlier {
		if within(what, old) {
			return false
		}
	}
	for _, w := range who {
		if len(r.seen[w]) < mostTitles {
			r.seen[w] = append(r.seen[w], what)
		}
	}
	return true
}

// within reports whether every word of a title stands in another one.
func within(what, old string) bool {
	has := map[string]bool{}
	for w := range strings.FieldsSeq(old) {
		has[w] = true
	}
	for w := range strings.FieldsSeq(what) {
		if !has[w] && !articles[w] {
			return false
		}
	}
	return true
}

// nameWords returns the words of a name in lower case without particles, the
// surname last as far as the order of the words tells.
func nameWords(name string) []string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		w = strings.Trim(w, ",.")
		if k := strings.IndexByte(w, '-'); k > 0 && k <= 3 {
			w = w[k+1:]
		}
		words[i] = w
	}
	if last := len(words) - 1; last > 0 && (words[last] == "jr" || words[last] == "sr") {
		words = words[:last]
	}
	return words
}

// plain returns a token's word in lower case without a final full stop.
func plain(w lang.Token) string { return strings.TrimSuffix(w.Lower, ".") }

// isHead reports whether a token is a role noun, singular or plural.
func isHead(w lang.Token) bool {
	p := plain(w)
	return heads[p] || plurals[p] != "" || abbreviated[p] && w.Capital()
}
