package eval_test

import (
	"strings"
	"testing"

	"parley"
	"parley/eval"
	"parley/lang/conllu"
)

// conditionals is a treebank of two sentences: a condition with a multiword token, and one
// reduced to a phrase.
const conditionals = `# sent_id = one
1	If	if	SCONJ	IN	_	3	mark	_	_
2	Oru	Oru	PROPN	NNP	_	3	nsubj	_	_
3	leaves	leave	VERB	VBZ	_	7	advcl	_	CxnElt=7:Conditional-UnspecifiedEpistemic-NoInversion.Protasis|SpaceAfter=No
4	,	,	PUNCT	,	_	3	punct	_	_
5-6	we'll	_	_	_	_	_	_	_	_
5	we	we	PRON	PRP	_	7	nsubj	_	_
6	'll	will	AUX	MD	_	7	aux	_	_
7	stay	stay	VERB	VB	_	0	root	_	Cxn=Conditional-UnspecifiedEpistemic-NoInversion|CxnElt=7:Conditional-UnspecifiedEpistemic-NoInversion.Apodosis|SpaceAfter=No
8	.	.	PUNCT	.	_	7	punct	_	_

# sent_id = two
1	Stay	stay	VERB	VB	_	0	root	_	CxnElt=1:Conditional-UnspecifiedEpistemic-Reduced.Apodosis
2	if	if	SCONJ	IN	_	3	mark	_	_
3	possible	possible	ADJ	JJ	_	1	advcl	_	CxnElt=1:Conditional-UnspecifiedEpistemic-Reduced.Protasis|SpaceAfter=No
4	.	.	PUNCT	.	_	1	punct	_	_

`

// TestConditionals reads marked constructions and scores readings of them.
func TestConditionals(t *testing.T) {
	treebank, err := conllu.ReadAll(strings.NewReader(conditionals))
	if err != nil {
		t.Fatal(err)
	}
	gold := eval.Conditionals(treebank)
	if len(gold) != 2 || gold[0].Text != "If Oru leaves, we'll stay." || len(gold[0].Conditionals) != 1 || len(gold[1].Conditionals) != 0 || gold[1].LeftOut != 2 {
		t.Fatalf("%+v", gold)
	}
	if c := gold[0].Conditionals[0]; c.Protasis.In(gold[0].Text) != "leaves" || c.Apodosis.In(gold[0].Text) != "stay" {
		t.Fatalf("%+v", c)
	}
	at := func(words string) parley.Spans {
		i := strings.Index(gold[0].Text, words)
		return parley.Spans{{Start: i, End: i + len(words)}}
	}
	for _, c := range []struct {
		name            string
		conditions      []parley.Condition
		both, first, of int
	}{
		{"both parts", []parley.Condition{{Connective: at("If"), Antecedent: at("Oru leaves"), Consequent: at("we'll stay")}}, 1, 1, 1},
		{"another consequent", []parley.Condition{{Connective: at("If"), Antecedent: at("Oru leaves"), Consequent: at("we'll")}}, 0, 1, 1},
		{"all in one", []parley.Condition{{Connective: at("If"), Antecedent: at("Oru leaves, we'll stay"), Consequent: at("we'll")}}, 0, 0, 1},
		{"nothing", nil, 0, 0, 0},
	} {
		score, faults := eval.ScoreConditionals(gold, []parley.Reading{{Conditions: c.conditions}, {}})
		if score.Of != 1 || score.Read != c.of || score.Both.R != float64(c.both) || score.Protasis.R != float64(c.first) || len(faults) != 1-c.both {
			t.Errorf("%s: %+v %v", c.name, score, faults)
		}
	}
}
