package corpus

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/lang/conllu"
	"parley/lang/parse/net"
)

const bank = `# newdoc id = news_tolm
1	Talks	talk	NOUN	NNS	_	2	nsubj	_	_
2	began	begin	VERB	VBD	_	0	root	_	_

# newdoc id = blog_ardo
1	Nobody	nobody	PRON	NN	_	2	nsubj	_	_
2	came	come	VERB	VBD	_	0	root	_	_

`

func loadBank(t *testing.T) []*conllu.Sentence {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bank.conllu.gz")
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write([]byte(bank))
	w.Close()
	if err := os.WriteFile(path, packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestDocuments(t *testing.T) {
	list := loadBank(t)
	news := Documents(list, "news_")
	if len(list) != 2 || len(news) != 1 || news[0].Words[0].Form != "Talks" {
		t.Errorf("%d sentences, %d of news", len(list), len(news))
	}
}

func TestExamples(t *testing.T) {
	list := loadBank(t)
	shape := net.Shape{Rows: [net.Features]int{9, 9, 9, 9}, Vector: 1}
	Labels(&shape, list)
	if diff := cmp.Diff([]string{"NN", "NNS", "VBD"}, shape.XPOS); diff != "" {
		t.Error(diff)
	}
	vectors := net.NewVectors(1, map[string][]float32{"talks": {1}})
	e := Examples(&shape, vectors, list)[0]
	got := [][]int{e.XPOS, e.Gold.Head, e.Gold.Relation, e.Vectors}
	if diff := cmp.Diff([][]int{{1, 2}, {1, 2}, {0, 1}, {0, -1}}, got); diff != "" {
		t.Error(diff)
	}
}

// packVectors writes a package of vectors as it is published.
func packVectors(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "vectors.tgz")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	packed := gzip.NewWriter(file)
	archive := tar.NewWriter(packed)
	archive.WriteHeader(&tar.Header{Name: "package/words-100d.json", Size: int64(len(content)), Mode: 0o600})
	archive.Write([]byte(content))
	archive.Close()
	packed.Close()
	return path
}

func TestVectorsAreCut(t *testing.T) {
	path := packVectors(t, `{"size":3,"words":["the","of","envoy"],"vectors":{"the":[1,2,9],"of":[3,4,9],"envoy":[5,6,9]}}`)
	v, err := Vectors(path, 2, 1, map[string]bool{"envoy": true, "talks": true})
	if err != nil {
		t.Fatal(err)
	}
	if v.Len() != 2 || v.Row("the") < 0 || v.Row("envoy") < 0 || v.Row("of") >= 0 {
		t.Errorf("%d vectors", v.Len())
	}
}

func TestVectorsRefuseBrokenFiles(t *testing.T) {
	for name, content := range map[string]string{
		"no vectors":      `{"size":3}`,
		"too narrow":      `{"vectors":{"the":[1]}}`,
		"not JSON":        `vectors`,
		"ends in a word":  `{"vectors":{"the":[1,`,
		"text for number": `{"vectors":{"the":["a","b"]}}`,
	} {
		if _, err := Vectors(packVectors(t, content), 2, 10, nil); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestReadNames(t *testing.T) {
	got, err := readNames(strings.NewReader("\nIlya B-PER\nMarn I-PER\n\n\nTolm\tB-location\r\nHerald\tB-product\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Named{
		{Forms: []string{"Ilya", "Marn"}, Labels: []string{"B-PER", "I-PER"}},
		{Forms: []string{"Tolm", "Herald"}, Labels: []string{"B-LOC", "O"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNamesOfEntities(t *testing.T) {
	const text = `1	The	the	DET	DT	_	2	det	_	Entity=(1-person-new-nnnnn
2	envoy	envoy	NOUN	NN	_	7	nsubj	_	_
3	of	of	ADP	IN	_	4	case	_	_
4	Kestria	Kestria	PROPN	NNP	_	2	nmod	_	Entity=(2-place-new-sgl)1)
5	,	,	PUNCT	,	_	6	punct	_	_
6	Ilya	Ilya	PROPN	NNP	_	2	appos	_	Entity=(1-person-giv-coref)
7	toured	tour	VERB	VBD	_	0	root	_	_
8	the	the	DET	DT	_	9	det	_	Entity=(3-organization-new
9	University	university	PROPN	NNP	_	7	obj	_	_
10	of	of	ADP	IN	_	11	case	_	_
11	Tolm	Tolm	PROPN	NNP	_	9	nmod	_	Entity=(4-place-new)3)
12	alone	alone	ADV	RB	_	7	advmod	_	Entity=9)(5-person-new

`
	sentences, err := conllu.ReadAll(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields("O O O B-LOC O B-PER O O B-ORG I-ORG I-ORG O")
	if diff := cmp.Diff(want, Names(sentences, nil)[0].Labels); diff != "" {
		t.Error(diff)
	}
}
