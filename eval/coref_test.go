package eval_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley"
	"parley/eval"
)

// The chains of an invented document in the format of OntoGUM: Orlen is chain 1,
// the deputy chain 2.
const chains = `# newdoc id = GUM_news_bridge
# newpar
# sent_id = 1
# text = Orlen's deputy left.
1-2	Orlen's	_	_	_	_	_	_	_	_
1	Orlen	Orlen	PROPN	NNP	_	3	nmod:poss	_	Entity=(2(1)
2	's	's	PART	POS	_	1	case	_	_
3	deputy	deputy	NOUN	NN	_	4	nsubj	_	Entity=2)
4	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# sent_id = 2
# text = He said she knew him.
1	He	he	PRON	PRP	_	2	nsubj	_	Entity=(1)
2	said	say	VERB	VBD	_	0	root	_	_
3	she	she	PRON	PRP	_	4	nsubj	_	Entity=(2)
4	knew	know	VERB	VBD	_	2	ccomp	_	_
5	him	he	PRON	PRP	_	4	obj	_	Entity=(1)|SpaceAfter=No
6	.	.	PUNCT	.	_	2	punct	_	_
`

// Its discourse tree: "He said" attributes the rest, "deputy" is a credit.
const tree = `<rst><header><relations/></header><body>
<segment id="1" parent="0" relname="span">Orlen 's deputy left .</segment>
<segment id="2" parent="3" relname="attribution-positive">He said</segment>
<segment id="3" parent="0" relname="span">she knew him .</segment>
<group id="4" type="span" parent="0" relname="attribution-negative"/>
<signals>
<signal source="2" type="semantic" subtype="attribution_source" tokens="6"/>
<signal source="2" type="lexical" subtype="indicative_word" tokens="7"/>
<signal source="4" type="semantic" subtype="attribution_source" tokens="1,2,3"/>
<signal source="3" type="semantic" subtype="synonymy" tokens="1"/>
</signals></body></rst>`

// gumFolder writes a folder in the form of GUM's.
func gumFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("splits.md", []byte("# Splits\n\n## dev\n\n  * GUM_news_other\n\n## test\n\n  * GUM_news_bridge\n  * GUM_voyage_bridge\n"))
	write("ontogum-conllu.tar.gz", packed(t, "conllu/GUM_news_bridge.conllu", chains))
	write("erst-rstweb.tar.gz", packed(t, "rstweb/GUM_news_bridge.rs4", tree))
	return dir
}

// packed returns an archive of one file.
func packed(t *testing.T, name, data string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(data))}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bridge loads the invented document.
func bridge(t *testing.T) eval.CorefDocument {
	t.Helper()
	docs, err := eval.LoadCoref(gumFolder(t), "test", "news")
	if err != nil {
		t.Fatal(err)
	}
	return docs[0]
}

// places returns the spans of words in the text, each searched behind the one before.
func places(t *testing.T, text string, words ...string) parley.Spans {
	t.Helper()
	var out parley.Spans
	from := 0
	for _, w := range words {
		i := strings.Index(text[from:], w)
		if i < 0 {
			t.Fatalf("no %q in %q", w, text[from:])
		}
		out = append(out, parley.Span{Start: from + i, End: from + i + len(w)})
		from += i + len(w)
	}
	return out
}

func TestLoadCoref(t *testing.T) {
	d := bridge(t)
	if want := "Orlen's deputy left.\n\nHe said she knew him."; d.Text != want {
		t.Errorf("text %q, want %q", d.Text, want)
	}
	if d.ID != "GUM_news_bridge" || d.Genre != "news" || len(d.Words) != 11 {
		t.Errorf("id %q, genre %q, %d words", d.ID, d.Genre, len(d.Words))
	}
	var got []string
	for _, m := range d.Mentions {
		got = append(got, m.Chain+" "+d.Text[d.Words[m.First].Start:d.Words[m.Last-1].End])
	}
	if want := "1 Orlen; 2 Orlen's deputy; 1 He; 2 she; 1 him"; strings.Join(got, "; ") != want {
		t.Errorf("mentions %q, want %q", strings.Join(got, "; "), want)
	}
	if len(d.Attributions) != 2 || d.Attributions[0].Source.In(d.Text) != "He" || d.Attributions[0].Cue.In(d.Text) != "said" {
		t.Errorf("attributions %v", d.Attributions)
	}
}

func TestLoadCorefFaults(t *testing.T) {
	tests := []struct{ name, split, file, chains, want string }{
		{"no such split", "blind", "", "", "no document"},
		{"a mention closed that is not open", "test", "ontogum-conllu.tar.gz", strings.Replace(chains, "Entity=2)", "Entity=7)", 1), "not open"},
		{"no CoNLL-U", "test", "ontogum-conllu.tar.gz", "a\tb\n", "GUM_news_bridge"},
		{"a tree with a word too many", "test", "erst-rstweb.tar.gz", strings.Replace(tree, `"7"`, `"77"`, 1), "no word"},
		{"no tree", "test", "erst-rstweb.tar.gz", "<rst", "discourse tree"},
	}
	for _, tt := range tests {
		dir := gumFolder(t)
		if tt.file != "" {
			if err := os.WriteFile(filepath.Join(dir, tt.file), packed(t, "x/GUM_news_bridge.x", tt.chains), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := eval.LoadCoref(dir, tt.split, "news"); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one about %q", tt.name, err, tt.want)
		}
	}
}

func TestScoreCoref(t *testing.T) {
	d := bridge(t)
	orlen := func(words ...string) parley.Actor {
		return parley.Actor{ID: "ORLEN", Kind: parley.Person, Mentions: places(t, d.Text, words...)}
	}
	deputy := func(words ...string) parley.Actor {
		return parley.Actor{ID: "DEPUTY", Kind: parley.Person, Mentions: places(t, d.Text, words...)}
	}
	tests := []struct {
		name                      string
		actors                    []parley.Actor
		right, unresolved, faults int
		muc, b3, ceafe            float64
	}{
		{"all right", []parley.Actor{orlen("Orlen", "He", "him"), deputy("Orlen's deputy", "she")}, 3, 0, 0, 1, 1, 1},
		{"the owner's deputy is not the owner", []parley.Actor{orlen("Orlen", "He", "she", "him")}, 1, 0, 2, 2. / 3, 35. / 53, 4. / 7},
		{"nothing", nil, 0, 3, 3, 0, 0, 0},
		{"one missing", []parley.Actor{orlen("Orlen", "He"), deputy("Orlen's deputy", "she")}, 2, 1, 1, 4. / 5, 4. / 5, 9. / 10},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, faults := eval.ScoreCoref([]eval.CorefDocument{d}, []parley.Reading{{Actors: tt.actors}})
			if s.Pronouns.Right != tt.right || s.Pronouns.Of != 3 || s.Unresolved != tt.unresolved || len(faults) != tt.faults {
				t.Errorf("right %d of %d, %d unresolved, %d faults", s.Pronouns.Right, s.Pronouns.Of, s.Unresolved, len(faults))
			}
			if math.Abs(s.MUC.F1-tt.muc) > 1e-9 || math.Abs(s.CEAFe.F1-tt.ceafe) > 1e-9 {
				t.Errorf("MUC %.4f, want %.4f; CEAFe %.4f, want %.4f", s.MUC.F1, tt.muc, s.CEAFe.F1, tt.ceafe)
			}
			if math.Abs(s.B3.F1-tt.b3) > 1e-9 {
				t.Errorf("B3 %.4f, want %.4f", s.B3.F1, tt.b3)
			}
			if want := (s.MUC.F1 + s.B3.F1 + s.CEAFe.F1) / 3; math.Abs(s.CoNLL-want) > 1e-9 {
				t.Errorf("CoNLL %.4f, want %.4f", s.CoNLL, want)
			}
		})
	}
}

func TestScoreAttributions(t *testing.T) {
	d := bridge(t)
	statement := func(source, cue string) eval.CorefAttribution {
		return eval.CorefAttribution{Source: places(t, d.Text, source), Cue: places(t, d.Text, cue)}
	}
	tests := []struct {
		name             string
		read             []eval.CorefAttribution
		both, source, of int
		precision        float64
	}{
		{"both relations", []eval.CorefAttribution{statement("He", "said"), statement("Orlen", "left")}, 2, 2, 2, 1},
		{"another cue", []eval.CorefAttribution{statement("He", "knew")}, 0, 1, 2, 0},
		{"another source", []eval.CorefAttribution{statement("him", "said")}, 0, 0, 2, 0},
		{"nothing", nil, 0, 0, 2, 0},
	}
	for _, tt := range tests {
		s, faults := eval.ScoreAttributions([]eval.CorefDocument{d}, [][]eval.CorefAttribution{tt.read})
		if s.All.Right != tt.both || s.SourceAny.Right != tt.source || s.All.Of != tt.of || len(faults) != tt.of-tt.both || s.Precision != tt.precision {
			t.Errorf("%s: %+v, %d faults", tt.name, s, len(faults))
		}
	}
}

func TestScoreSources(t *testing.T) {
	text := "Ana Bretz said no. She said yes. The Tolm leader said no."
	statement := func(source, content string, actors ...string) parley.Statement {
		return parley.Statement{Source: places(t, text, source), Cue: places(t, text, "said"), Content: places(t, text, content), SourceActors: actors}
	}
	actors := []parley.Actor{{ID: "BRETZ", Name: "Ana Bretz", Kind: parley.Person}, {ID: "RELL", Name: "Jonas Rell", Kind: parley.Person}}
	document := parley.Document{Text: text}
	gold := parley.Reading{Document: document, Actors: actors, Statements: []parley.Statement{
		statement("Ana Bretz", "no. She", "BRETZ"), statement("She", "yes. The", "BRETZ"), statement("The Tolm leader", "no.", "BRETZ"),
	}}
	read := parley.Reading{Document: document, Actors: actors, Statements: []parley.Statement{
		statement("Ana Bretz", "no. She", "BRETZ"), statement("She", "yes. The"), statement("The Tolm leader", "no.", "RELL"),
	}}
	s, faults := eval.ScoreSources([]eval.Pair{{ID: "a", Gold: &gold, Read: &read}})
	got := s.String()
	for _, line := range []string{"named                         1.000   1 of 1, 0", "pronoun                       0.000   0 of 1, 1", "noun phrase                   0.000   0 of 1, 0"} {
		if !strings.Contains(got, line) {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
	if len(faults) != 2 {
		t.Errorf("%d faults, want 2", len(faults))
	}
}
