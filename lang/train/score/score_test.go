package score

import (
	"testing"

	"parley/lang/conllu"
	"parley/lang/parse"
)

func TestAdd(t *testing.T) {
	gold := conllu.Word{UPOS: "NOUN", XPOS: "NN", Head: 3, Relation: "nsubj"}
	for _, c := range []struct {
		name string
		word parse.Word
		want Result
	}{
		{"all right", parse.Word{UPOS: "NOUN", XPOS: "NN", Head: 2, Relation: "nsubj"}, Result{1, 1, 1, 1, 1}},
		{"wrong relation", parse.Word{UPOS: "NOUN", XPOS: "NNS", Head: 2, Relation: "obj"}, Result{1, 1, 0, 1, 0}},
		{"wrong head", parse.Word{UPOS: "VERB", XPOS: "NN", Head: -1, Relation: "nsubj"}, Result{1, 0, 1, 0, 0}},
	} {
		var r Result
		if r.add(gold, c.word); r != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, r, c.want)
		}
	}
}

func TestRootHasNoHead(t *testing.T) {
	var r Result
	r.add(conllu.Word{Head: 0, Relation: "root"}, parse.Word{Head: -1, Relation: "root"})
	if r.Arcs != 1 || r.LAS() != 100 {
		t.Errorf("got %+v", r)
	}
}
