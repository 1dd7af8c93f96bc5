package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/lang/conllu"
	"parley/lang/parse/net"
)

// TestNamesByOurScheme shows what of GUM's entities is no name to us: titles,
// what stands before them, and members of a people.
func TestNamesByOurScheme(t *testing.T) {
	const text = `1	Tolm	Tolm	PROPN	NNP	_	3	compound	_	Entity=(1-person-new(2-place-new)
2	Police	police	PROPN	NNP	_	3	compound	_	_
3	Chief	chief	PROPN	NNP	_	4	nmod:desc	_	_
4	Ilya	Ilya	PROPN	NNP	_	6	nsubj	_	_
5	Marn	Marn	PROPN	NNP	_	4	flat	_	Entity=1)
6	met	meet	VERB	VBD	_	0	root	_	_
7	Kestrians	Kestrian	PROPN	NNPS	_	6	obj	_	Entity=(3-person-new)
8	and	and	CCONJ	CC	_	10	cc	_	_
9	the	the	DET	DT	_	10	det	_	Entity=(4-person-new
10	Chief	chief	PROPN	NNP	_	7	conj	_	_
11	of	of	ADP	IN	_	12	case	_	_
12	Dreil	Dreil	PROPN	NNP	_	10	nmod	_	Entity=(5-place-new)4)

`
	sentences, err := conllu.ReadAll(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	titles := Titles(sentences)
	if diff := cmp.Diff(map[string]bool{"Chief": true}, titles); diff != "" {
		t.Error(diff)
	}
	want := strings.Fields("B-LOC O O B-PER I-PER O O O O O O B-LOC")
	if diff := cmp.Diff(want, Names(sentences, titles)[0].Labels); diff != "" {
		t.Error(diff)
	}
}

func TestVariants(t *testing.T) {
	list := make([]Named, rare)
	for i := range list {
		list[i] = Named{Forms: []string{"Talks"}, Labels: []string{"O"}}
	}
	list[0] = Named{Forms: strings.Fields("Al-Tolm left Kestria"), Labels: strings.Fields("B-ORG O B-LOC")}
	list[rare/2] = Named{Forms: strings.Fields("the talks began"), Labels: strings.Fields("O O O")}
	want := []Named{
		{Forms: strings.Fields("Al - Tolm left Kestria"), Labels: strings.Fields("B-ORG I-ORG I-ORG O B-LOC")},
		{Forms: strings.Fields("al-tolm left kestria"), Labels: strings.Fields("B-ORG O B-LOC")},
		{Forms: strings.Fields("the Talks Began"), Labels: strings.Fields("O O O")},
	}
	if diff := cmp.Diff(want, Variants(list)); diff != "" {
		t.Error(diff)
	}
}

func TestKnown(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{
		"states.tsv":        "# States\nKST\tKestria\tRepublic of Kestria\tOld Kestria\tKestrian\tKestrian;Kestrians\tTolm\tThe Hill\n",
		"places.tsv":        "Dreil\tKST\t16\nSelmark\tKST\t250\nOrlen Valley\tKST\tr\n",
		"organisations.tsv": "KP\tKestrian Pact\torganisation\t\tKP;Pact\n",
		"outlets.tsv":       "MP\tMeridian Post\n",
		"offices.jsonl":     `{"name": "Ilya Marn"} {"name": "Orlen"}`,
		"phoenix.jsonl": `{"name": "TOLM STEEL INC", "aliases": ["TOLM MILLS"], "dict": "International", "roles": [{"code": "MNC"}]}
{"name": "DAVIT ORLEN", "dict": "Countries", "roles": [{"code": "KSTGOV", "from": "2001-01-01"}]}
{"name": "OLD TOLM", "dict": "Countries", "roles": [{"code": "KST", "from": null}]}`,
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	g, err := Known(folder, filepath.Join(folder, "offices.jsonl"), filepath.Join(folder, "phoenix.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for phrase, want := range map[string]net.Class{
		"Kestria": net.State, "Kestrians": net.People, "Tolm": net.City, "Selmark": net.City, "Orlen Valley": net.City, "Dreil": net.Town, "Pact": net.Body,
		"The Hill": net.Body, "Meridian Post": net.Outlet, "Ilya Marn": net.Office, "Ilya": net.Given, "Marn": net.Family, "Tolm Steel": net.Body,
		"Tolm Mills": net.Body, "Davit Orlen": net.Office, "Old Tolm": 0, "Orlen": net.Family,
	} {
		forms := strings.Fields(phrase)
		got, keys := make([]net.Marked, len(forms)), make([]uint64, len(forms))
		for i, form := range forms {
			keys[i] = net.Key(form)
		}
		g.Mark(forms, keys, got)
		if got[0].Begins&want != want || want == 0 && got[0].Begins != 0 {
			t.Errorf("%s is %b, want %b", phrase, got[0].Begins, want)
		}
	}
	if _, err := Known(t.TempDir(), "", ""); err == nil {
		t.Error("no tables were read without error")
	}
}
