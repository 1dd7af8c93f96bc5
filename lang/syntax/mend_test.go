package syntax

import "testing"

// TestMend holds what is hung elsewhere than the parser has, and what is left.
func TestMend(t *testing.T) {
	word := func(form, lemma, upos, xpos string, head int, relation string) Word {
		return Word{Form: form, Lemma: lemma, UPOS: upos, XPOS: xpos, Head: head, Relation: relation}
	}
	for _, c := range []struct {
		name  string
		words []Word
		want  []string // head and relation of each word
	}{
		{"have and a participle", []Word{
			word("Forces", "force", "NOUN", "NNS", 1, "nsubj"), word("have", "have", "VERB", "VBP", Root, "root"),
			word("tortured", "torture", "VERB", "VBN", 3, "amod"), word("refugees", "refugee", "NOUN", "NNS", 1, "obj"),
		}, []string{"2 nsubj", "2 aux", "-1 root", "2 obj"}},
		{"no verb at all", []Word{
			word("Israeli", "israeli", "ADJ", "JJ", 1, "amod"), word("tanks", "tank", "NOUN", "NNS", 3, "compound"),
			word("shelled", "shell", "VERB", "VBN", 3, "amod"), word("positions", "position", "NOUN", "NNS", Root, "root"), word(".", ".", "PUNCT", ".", 3, "punct"),
		}, []string{"1 amod", "2 nsubj", "-1 root", "2 obj", "2 punct"}},
		{"an adjective", []Word{
			word("The", "the", "DET", "DT", 2, "det"), word("besieged", "besiege", "VERB", "VBN", 2, "amod"),
			word("city", "city", "NOUN", "NN", 3, "nsubj"), word("fell", "fall", "VERB", "VBD", Root, "root"),
		}, []string{"2 det", "2 amod", "3 nsubj", "-1 root"}},
		{"a phrase before that", []Word{
			word("He", "he", "PRON", "PRP", 1, "nsubj"), word("said", "say", "VERB", "VBD", Root, "root"), word("Monday", "Monday", "PROPN", "NNP", 6, "obl"),
			word("that", "that", "SCONJ", "IN", 6, "mark"), word("it", "it", "PRON", "PRP", 6, "nsubj"), word("would", "would", "AUX", "MD", 6, "aux"),
			word("work", "work", "VERB", "VB", 1, "ccomp"),
		}, []string{"1 nsubj", "-1 root", "1 obl", "6 mark", "6 nsubj", "6 aux", "1 ccomp"}},
		{"a name behind a comma", []Word{
			word("After", "after", "ADP", "IN", 1, "case"), word("talks", "talk", "NOUN", "NNS", 5, "obl"), word(",", ",", "PUNCT", ",", 3, "punct"),
			word("Ana", "Ana", "PROPN", "NNP", 1, "appos"), word("Khan", "Khan", "PROPN", "NNP", 1, "flat"), word("left", "leave", "VERB", "VBD", Root, "root"),
		}, []string{"1 case", "5 obl", "3 punct", "5 nsubj", "3 flat", "-1 root"}},
		{"another name of the subject", []Word{
			word("Kestria", "Kestria", "PROPN", "NNP", 3, "nsubj"), word(",", ",", "PUNCT", ",", 2, "punct"),
			word("Oru", "Oru", "PROPN", "NNP", 0, "appos"), word("left", "leave", "VERB", "VBD", Root, "root"),
		}, []string{"3 nsubj", "2 punct", "0 appos", "-1 root"}},
		{"a title of two", []Word{
			word("Presidents", "president", "PROPN", "NNPS", 4, "nsubj"), word("Doe", "Doe", "PROPN", "NNP", 4, "nsubj"), word("and", "and", "CCONJ", "CC", 3, "cc"),
			word("Roe", "Roe", "PROPN", "NNP", 1, "conj"), word("met", "meet", "VERB", "VBD", Root, "root"),
		}, []string{"1 nmod:desc", "4 nsubj", "3 cc", "1 conj", "-1 root"}},
	} {
		mend(c.words)
		for i, w := range c.words {
			if got := itoa(w.Head) + " " + w.Relation; got != c.want[i] {
				t.Errorf("%s: %s is %s, want %s", c.name, w.Form, got, c.want[i])
			}
		}
	}
}

// itoa prints a head.
func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	return string(rune('0' + n))
}
