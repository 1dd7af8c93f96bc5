package web

import (
	"net/http"
	"strconv"
	"strings"

	"parley"
	"parley/lang"
	"parley/ledger"
)

// diffView is the data of the comparison of two versions of a document.
type diffView struct {
	head
	A, B   ledger.Version
	ToA    string // addresses of the two versions
	ToB    string
	Fields []diffLine // title, dates and the like that changed
	Lines  []diffLine
	Same   bool // nothing changed
}

// diffLine is a sentence of the old version, of the new one, or of both.
type diffLine struct {
	Name  string // of the field; "" for a sentence
	Sign  string // "−" gone, "+" new, "" the same
	NoA   string // number of the sentence in the old and the new version
	NoB   string
	Words []diffWord
}

// diffWord is a stretch of a line; Changed words stand in this version only.
type diffWord struct {
	Text    string
	Changed bool
}

// diff compares two versions of a document.
func (s *Server) diff(r *http.Request) (view, error) {
	id := r.PathValue("id")
	var v diffView
	for _, side := range []struct {
		name string
		doc  *ledger.Version
	}{{"a", &v.A}, {"b", &v.B}} {
		n, err := versionParam(r, side.name)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, badRequest("A comparison wants two versions, such as ?a=1&b=2.")
		}
		if *side.doc, err = s.ledger.Document(r.Context(), id, n); err != nil {
			return nil, err
		}
	}
	v.head = head{Title: "Changes of " + titleOf(&v.B.Document), Screen: "diff", Script: "diff.js"}
	v.ToA, v.ToB = docAddress(id, v.A.Version), docAddress(id, v.B.Version)
	v.Fields = fieldChanges(&v.A.Document, &v.B.Document)
	v.Lines = textChanges(sentences(v.A.Text), sentences(v.B.Text))
	v.Same = len(v.Fields) == 0 && v.A.Text == v.B.Text
	return v, nil
}

// fieldChanges compares what the two versions say about the story.
func fieldChanges(a, b *parley.Document) []diffLine {
	var out []diffLine
	for _, f := range []struct{ name, a, b string }{
		{"title", a.Title, b.Title}, {"author", a.Author, b.Author}, {"published", a.Published, b.Published},
		{"modified", a.Modified, b.Modified}, {"outlet", a.Outlet, b.Outlet}, {"address", a.URL, b.URL},
	} {
		if f.a != f.b {
			gone, added := wordChanges(f.a, f.b)
			out = append(out, diffLine{Name: f.name, Sign: "−", Words: gone}, diffLine{Name: f.name, Sign: "+", Words: added})
		}
	}
	return out
}

// sentences returns the sentences of a text.
func sentences(text string) []string {
	var out []string
	for _, s := range lang.Analyse(text).Sentences {
		out = append(out, s.In(text))
	}
	return out
}

// textChanges compares two texts sentence by sentence, and a sentence that took
// another's place word by word.
func textChanges(a, b []string) []diffLine {
	var out []diffLine
	na, nb := 0, 0
	for _, c := range changes(a, b) {
		if c.Same {
			for i, s := range c.A {
				out = append(out, diffLine{NoA: strconv.Itoa(na + i + 1), NoB: strconv.Itoa(nb + i + 1), Words: []diffWord{{Text: s}}})
			}
		} else {
			out = append(out, replaced(c, na, nb)...)
		}
		na, nb = na+len(c.A), nb+len(c.B)
	}
	return out
}

// replaced returns the lines of a stretch that differs: the sentences that went
// first, each beside the one that came in its place.
func replaced(c change, na, nb int) []diffLine {
	var out []diffLine
	for i := range max(len(c.A), len(c.B)) {
		gone, added := wordChanges(at(c.A, i), at(c.B, i))
		if i < len(c.A) {
			out = append(out, diffLine{Sign: "−", NoA: strconv.Itoa(na + i + 1), Words: gone})
		}
		if i < len(c.B) {
			out = append(out, diffLine{Sign: "+", NoB: strconv.Itoa(nb + i + 1), Words: added})
		}
	}
	return out
}

// at returns item i of a list, or "" behind its end.
func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// wordChanges compares two sentences and returns both with their own words marked.
func wordChanges(a, b string) (gone, added []diffWord) {
	for _, c := range changes(words(a), words(b)) {
		gone = appendWord(gone, strings.Join(c.A, ""), !c.Same)
		added = appendWord(added, strings.Join(c.B, ""), !c.Same)
	}
	return gone, added
}

// appendWord adds a stretch, unless it is empty.
func appendWord(list []diffWord, text string, changed bool) []diffWord {
	if text == "" {
		return list
	}
	return append(list, diffWord{text, changed})
}

// words cuts a sentence behind every space, so that joining gives it back.
func words(s string) []string {
	if s == "" {
		return nil
	}
	return strings.SplitAfter(s, " ")
}
