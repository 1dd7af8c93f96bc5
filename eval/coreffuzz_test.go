package eval

import (
	"testing"

	"parley"
)

// FuzzCorefDocument asks that any bytes give a document whose words, mentions and
// attributions lie in its text and can be scored, or an error.
func FuzzCorefDocument(f *testing.F) {
	f.Add("# newpar\n1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1)\n2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\tEntity=(2(3)2)\n\n",
		`<rst><body><segment id="1" relname="attribution-positive"/><signals><signal source="1" subtype="attribution_source" tokens="1"/></signals></body></rst>`)
	f.Add("1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tdo\tdo\tAUX\tVB\t_\t0\troot\t_\tEntity=1)\n2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n\n", "")
	f.Fuzz(func(t *testing.T, chains, tree string) {
		d, err := newCorefDocument("GUM_news_x", []byte(chains), []byte(tree))
		if err != nil {
			return
		}
		actor := parley.Actor{ID: "A"}
		for _, w := range d.Words {
			if w.Start < 0 || w.End > len(d.Text) || w.Start > w.End || w.Head >= len(d.Words) {
				t.Fatalf("word %+v of a text of %d bytes", w, len(d.Text))
			}
			actor.Mentions = append(actor.Mentions, w.Span)
		}
		for _, m := range d.Mentions {
			if m.First < 0 || m.Last > len(d.Words) || m.First >= m.Last {
				t.Fatalf("mention %+v of %d words", m, len(d.Words))
			}
		}
		read := []parley.Reading{{Document: d.Document(), Actors: []parley.Actor{actor}}}
		if s, _ := ScoreCoref([]CorefDocument{d}, read); s.CoNLL < 0 || s.CoNLL > 1+1e-9 {
			t.Fatalf("CoNLL F1 %v", s.CoNLL)
		}
		ScoreAttributions([]CorefDocument{d}, [][]CorefAttribution{d.Attributions})
	})
}
