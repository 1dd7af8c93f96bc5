package train

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley"
	"parley/lang/conllu"
	"parley/lang/perceptron"
)

// archive packs one file as the vectors are packed.
func archive(t *testing.T, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(content))}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadVectors(t *testing.T) {
	const content = `{"size":3,"words":["the","of","tolm"],"vectors":{"the":[3,4,9],"of":[0,0,1],"tolm":[1,0,2]}}`
	v, err := ReadVectors(bytes.NewReader(archive(t, "package/vectors.json", content)), 2, 2)
	if err != nil {
		t.Fatal(err)
	}
	want := &Vectors{Words: []string{"the", "of"}, Rows: [][]float32{{0.6, 0.8}, {0, 0}}}
	if diff := cmp.Diff(want, v); diff != "" {
		t.Error(diff)
	}
}

func TestReadVectorsFaults(t *testing.T) {
	tests := []struct {
		name string
		file []byte
		want error
	}{
		{"no archive", []byte("vectors"), parley.ErrDamaged},
		{"no JSON inside", archive(t, "README.md", "vectors"), parley.ErrNotFound},
		{"no vectors", archive(t, "a.json", `{"size":3}`), parley.ErrNotFound},
		{"a short vector", archive(t, "a.json", `{"vectors":{"the":[1]}}`), parley.ErrDamaged},
	}
	for _, tt := range tests {
		if _, err := ReadVectors(bytes.NewReader(tt.file), 2, 2); !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
}

// TestKMeans asks that directions that lie together come into one group.
func TestKMeans(t *testing.T) {
	var rows [][]float32
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 60 {
		row := []float32{0.1 * random.Float32(), 0.1 * random.Float32(), 0.1 * random.Float32(), 0, 0}
		row[i%3] = 1
		rows = append(rows, normalised(row))
	}
	groups, centres := kMeans(rows, 3, rand.New(rand.NewPCG(3, 4)))
	if len(centres) != 3 {
		t.Fatalf("%d centres", len(centres))
	}
	for i := range rows {
		if groups[i] != groups[i%3] {
			t.Errorf("row %d is in group %d, row %d in %d", i, groups[i], i%3, groups[i%3])
		}
	}
}

// TestAverage follows a feature through four steps, before which its weight for
// class 1 is 0, 0, 1 and 1.
func TestAverage(t *testing.T) {
	w := newWeights(2)
	scores := make([]int32, 3)
	keys := []uint32{7, 0}
	w.learn(keys, 1, 1)
	w.learn(keys, 1, 0)
	if w.score(keys, scores); scores[1] != 0 {
		t.Errorf("scores %v after one update, want none yet", scores)
	}
	w.learn(keys, 0, 0)
	w.learn(keys, 1, 2)
	if w.score(keys, scores); scores[0] != -1 || scores[1] != 2 || scores[2] != -1 {
		t.Errorf("scores %v", scores)
	}
	const half = 0.5
	want := []perceptron.Row{{Key: 7, Cells: []perceptron.Cell{{Class: 0, Weight: -2}, {Class: 1, Weight: 2}}}}
	if diff := cmp.Diff(want, w.average(scale, half, false, 3)); diff != "" {
		t.Error(diff)
	}
	want = []perceptron.Row{{Key: 7, Cells: []perceptron.Cell{{Class: 1, Weight: 4}, {Class: 2, Weight: 2}}}}
	if diff := cmp.Diff(want, w.average(scale, half, true, 3)); diff != "" {
		t.Error(diff)
	}
	if rows := w.average(scale, 0.6, false, 3); len(rows) > 0 {
		t.Errorf("rows under the cut: %v", rows)
	}
}

func TestModelFaults(t *testing.T) {
	word := conllu.Word{Form: "Tolm", XPOS: "NNP", Head: 1, Relation: "dep"}
	tests := []struct {
		name      string
		sentences []*conllu.Sentence
	}{
		{"nothing", nil},
		{"no tree", []*conllu.Sentence{{Words: []conllu.Word{word}}}},
	}
	for _, tt := range tests {
		if _, err := Model(tt.sentences, nil, Defaults()); err == nil {
			t.Errorf("%s: no error", tt.name)
		}
	}
}
