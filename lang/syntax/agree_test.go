package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/lang/parse/net"
)

// tagged makes a sentence of words written form/tag/name.
func tagged(text string) Tree {
	var t Tree
	for item := range strings.FieldsSeq(text) {
		parts := strings.Split(item, "/")
		t.Words = append(t.Words, Word{Form: parts[0], XPOS: parts[1], Name: parts[2]})
	}
	return t
}

func TestNewKnowing(t *testing.T) {
	plain, err := New()
	if err != nil {
		t.Fatal(err)
	}
	knowing, err := NewKnowing(net.NewGazetteer(map[string]net.Class{"Orlen Front": net.Body, "Tolm": net.City}))
	if err != nil {
		t.Fatal(err)
	}
	forms := strings.Fields("Officials of the Orlen Front met in Tolm .")
	names := func(p *Parser) (out []string) {
		for _, w := range p.Words(forms) {
			out = append(out, w.Name)
		}
		return out
	}
	want := []string{"", "", "", "B-ORG", "I-ORG", "", "", "B-LOC", ""}
	if diff := cmp.Diff(want, names(knowing)); diff != "" {
		t.Errorf("knowing (plain: %q): %s", names(plain), diff)
	}
}

func TestNamesAgree(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a name that was missed", "Tolm/NNP/B-LOC fell/VBD/ . Tolm/NNP/ burns/VBZ/", "B-LOC  . B-LOC "},
		{"a family name", "Ilya/NNP/B-PER Marn/NNP/I-PER left/VBD/ . Marn/NNP/ wept/VBD/", "B-PER I-PER  . B-PER "},
		{"the type that most mentions have", "Dreil/NNP/B-LOC . Dreil/NNP/B-ORG . Dreil/NNP/B-LOC", "B-LOC . B-LOC . B-LOC"},
		{"no verb in a name", "Dreil/NNP/B-ORG want/VBP/I-ORG peace/NN/I-ORG", "B-ORG  "},
		{"a verb with a capital", "Meet/VB/B-ORG Is/VBZ/I-ORG", "B-ORG I-ORG"},
		{"no majority", "Dreil/NNP/B-LOC . Dreil/NNP/B-ORG", "B-LOC . B-ORG"},
		{"no name beside another proper noun", "Tolm/NNP/B-LOC . Tolm/NNP/ Herald/NNP/", "B-LOC .  "},
		{"no name where it is none", "Post/NNP/B-ORG . post/NN/", "B-ORG . "},
		{"a name within another", "Tolm/NNP/B-LOC . Tolm/NNP/B-ORG City/NNP/I-ORG", "B-LOC . B-ORG I-ORG"},
	} {
		var trees []Tree
		for sentence := range strings.SplitSeq(c.text, " . ") {
			trees = append(trees, tagged(sentence))
		}
		agree(trees)
		var got []string
		for _, tree := range trees {
			var names []string
			for _, w := range tree.Words {
				names = append(names, w.Name)
			}
			got = append(got, strings.Join(names, " "))
		}
		if text := strings.Join(got, " . "); text != c.want {
			t.Errorf("%s: got %q, want %q", c.name, text, c.want)
		}
	}
}
