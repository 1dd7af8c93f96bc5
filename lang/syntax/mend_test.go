package syntax

import "testing"

// TestMend holds which participles become verbs again.
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
