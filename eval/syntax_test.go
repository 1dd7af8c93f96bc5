package eval_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"parley/eval"
	"parley/lang/conllu"
)

// trees reads sentences in a short hand: a word is "form/upos/lemma/head/relation",
// the last ones may be missing; "form=2" before two words makes a multiword token
// of them; "|" ends a sentence.
func trees(t *testing.T, text string) []*conllu.Sentence {
	t.Helper()
	s := &conllu.Sentence{}
	out := []*conllu.Sentence{s}
	for field := range strings.FieldsSeq(text) {
		if field == "|" {
			s = &conllu.Sentence{}
			out = append(out, s)
			continue
		}
		if form, count, ok := strings.Cut(field, "="); ok {
			first := len(s.Words)
			s.Ranges = append(s.Ranges, conllu.Range{First: first, Last: first + int(count[0]-'0'), Form: form})
			continue
		}
		f := strings.Split(field, "/")
		w := conllu.Word{Form: f[0], Head: min(len(s.Words), 1), Relation: "dep"}
		if len(f) == 5 {
			w = conllu.Word{Form: f[0], UPOS: f[1], Lemma: f[2], Relation: f[4]}
			if _, err := fmt.Sscan(f[3], &w.Head); err != nil {
				t.Fatalf("%s: %v", field, err)
			}
		}
		s.Words = append(s.Words, w)
	}
	return out
}

func scoreSyntax(t *testing.T, gold, read string) eval.SyntaxScore {
	t.Helper()
	score, err := eval.ScoreSyntax(trees(t, gold), trees(t, read))
	if err != nil {
		t.Fatal(err)
	}
	return score
}

// TestSyntaxAlignment counts the words that are aligned, the case of multiword
// tokens above all.
func TestSyntaxAlignment(t *testing.T) {
	tests := []struct {
		name, gold, read    string
		right, golds, read2 int
	}{
		{"equal", "Tolm fell", "Tolm fell", 2, 2, 2},
		{"one cut too many", "Tolm cease-fire", "Tolm cease - fire", 1, 2, 4},
		{"cuts at other places", "a bcd e", "ab cd e", 1, 3, 3},
		{"sentences differ", "Tolm fell | Ardo", "Tolm fell Ardo", 3, 3, 3},
		{"both cut the clitic", "they didn't=2 did n't go", "they did n't go", 4, 4, 4},
		{"only one cuts it", "they didn't=2 did n't go", "they didn't go", 2, 4, 3},
		{"forms unlike the text", "won't=2 will not go", "wo n't go", 1, 3, 3},
		{"half of the forms", "cannot=2 can not go", "can no t go", 2, 3, 4},
		{"tokens that overlap", "abc=2 ab c d", "a bcd=3 b c d", 2, 3, 4},
		{"token before the multiword token", "ab cd=2 c d", "a bcd=3 b c d", 2, 3, 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := scoreSyntax(t, tt.gold, tt.read).Words
			p, r := float64(tt.right)/float64(tt.read2), float64(tt.right)/float64(tt.golds)
			if math.Abs(got.P-p) > 1e-9 || math.Abs(got.R-r) > 1e-9 {
				t.Errorf("P %.3f R %.3f, want %.3f and %.3f", got.P, got.R, p, r)
			}
		})
	}
}

func TestSyntaxScores(t *testing.T) {
	gold := `Varenia/PROPN/Varenia/2/nsubj said/VERB/say/0/root it/PRON/it/5/nsubj:pass was/AUX/be/5/aux attacked/VERB/attack/2/ccomp`
	tests := []struct {
		name, read                  string
		upos, lemma, uas, las, full float64
	}{
		{"all right", gold, 5, 5, 5, 5, 5},
		{"tag and lemma", strings.Replace(gold, "was/AUX/be", "was/VERB/was", 1), 4, 4, 5, 5, 5},
		{"subtype", strings.Replace(gold, "nsubj:pass", "nsubj", 1), 5, 5, 5, 5, 4},
		{"relation", strings.Replace(gold, "nsubj:pass", "obj", 1), 5, 5, 5, 4, 4},
		{"head", strings.Replace(gold, "it/PRON/it/5", "it/PRON/it/2", 1), 5, 5, 4, 4, 4},
		{"root", "Varenia/PROPN/Varenia/2/nsubj said/VERB/say/5/parataxis it/PRON/it/5/nsubj:pass was/AUX/be/5/aux attacked/VERB/attack/0/root", 5, 5, 3, 3, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := scoreSyntax(t, gold, tt.read)
			for _, c := range []struct {
				name      string
				got, want float64
			}{{"UPOS", s.UPOS.F1, tt.upos}, {"lemma", s.Lemma.F1, tt.lemma}, {"UAS", s.UAS.F1, tt.uas}, {"LAS", s.LAS.F1, tt.las}, {"LAS with subtypes", s.Subtyped.F1, tt.full}} {
				if math.Abs(c.got-c.want/5) > 1e-9 {
					t.Errorf("%s %.3f, want %.3f", c.name, c.got, c.want/5)
				}
			}
		})
	}
}

// TestSyntaxHeadNotAligned asks that a head that the gold does not have is wrong,
// and that sentence ends count by both their ends.
func TestSyntaxHeadNotAligned(t *testing.T) {
	gold := "the/DET/the/2/det cease-fire/NOUN/cease-fire/3/nsubj held/VERB/hold/0/root | Ardo/PROPN/Ardo/0/root"
	read := "the/DET/the/4/det cease/NOUN/cease/4/compound -/PUNCT/-/4/punct fire/NOUN/fire/5/nsubj held/VERB/hold/0/root Ardo/PROPN/Ardo/5/obj"
	s := scoreSyntax(t, gold, read)
	want := eval.PRF{P: 1.0 / 6, R: 1.0 / 4, F1: 0.2} // "held" alone
	if math.Abs(s.UAS.P-want.P)+math.Abs(s.UAS.R-want.R)+math.Abs(s.UAS.F1-want.F1) > 1e-9 {
		t.Errorf("UAS %v, want %v", s.UAS, want)
	}
	if s.Sentences.F1 != 0 || s.Tokens.R != 0.75 {
		t.Errorf("sentences %v, tokens %v", s.Sentences, s.Tokens)
	}
}

func TestSyntaxRelations(t *testing.T) {
	gold := `Varo/PROPN/Varo/4/nsubj ,/PUNCT/,/3/punct minister/NOUN/minister/1/appos said/VERB/say/0/root that/SCONJ/that/8/mark
		troops/NOUN/troop/8/nsubj not/PART/not/8/advmod slept/VERB/sleep/4/ccomp`
	read := strings.NewReplacer("minister/1/appos", "minister/4/obj", "troop/8/nsubj", "troop/8/obj").Replace(gold)
	got := map[string]eval.RelationScore{}
	for _, r := range scoreSyntax(t, gold, read).Relations {
		got[r.Relation] = r
	}
	// "troops" and "not" depend on "slept", which is not one of the verbs; "that"
	// counts because its clause is what was said.
	tests := []struct {
		relation   string
		gold, read int
		f1         float64
	}{
		{"nsubj", 1, 1, 1}, {"appos", 1, 0, 0}, {"obj", 0, 1, 0}, {"ccomp", 1, 1, 1}, {"mark", 1, 1, 1}, {"negation", 0, 0, 0}, {"obl", 0, 0, 0},
	}
	for _, tt := range tests {
		if r := got[tt.relation]; r.Gold != tt.gold || r.Read != tt.read || r.F1 != tt.f1 {
			t.Errorf("%s: gold %d, read %d, F1 %.2f", tt.relation, r.Gold, r.Read, r.F1)
		}
	}
}

func TestSyntaxNegation(t *testing.T) {
	gold := "they/PRON/they/4/nsubj did/AUX/do/4/aux n't/PART/not/4/advmod sign/VERB/sign/0/root today/NOUN/today/4/advmod"
	for _, r := range scoreSyntax(t, gold, gold).Relations {
		if r.Relation == "negation" && (r.Gold != 1 || r.F1 != 1) {
			t.Errorf("negation: %+v", r)
		}
	}
}

func TestSyntaxFaults(t *testing.T) {
	good := "Tolm fell"
	tests := []struct{ name, gold, read, want string }{
		{"other words", good, "Tolm rose", "fell"},
		{"more words", good, "Tolm fell again", "again"},
		{"gold is no tree", "Tolm/X/x/2/dep fell/X/x/1/dep", good, "gold"},
		{"reading is no tree", good, "Tolm/X/x/0/root fell/X/x/0/root", "reading"},
	}
	for _, tt := range tests {
		_, err := eval.ScoreSyntax(trees(t, tt.gold), trees(t, tt.read))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one about %q", tt.name, err, tt.want)
		}
	}
}

func TestSyntaxTable(t *testing.T) {
	got := scoreSyntax(t, "Tolm fell", "Tolm fell").String()
	for _, line := range []string{"LAS                      100.00   100.00   100.00\n", "  nsubj                    0.00     0.00     0.00   gold 0, read 0\n"} {
		if !strings.Contains(got, line) {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
}
