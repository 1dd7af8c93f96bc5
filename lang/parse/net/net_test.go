package net

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func testShape() Shape {
	return Shape{
		Embed: 3, Rows: [Features]int{7, 5, 5, 5}, Vector: 2, Width: 4, Pieces: 2, Reach: []int{1, 2}, Hidden: 3,
		XPOS: []string{"DT", "NN"}, UPOS: []string{"DET", "NOUN"}, Relations: []string{"det", "root"},
	}
}

func testNetwork() *Network {
	random := rand.New(rand.NewPCG(1, 2))
	shape := testShape()
	n := &Network{
		Params:  NewParams(shape),
		Vectors: NewVectors(2, map[string][]float32{"envoy": {1, -0.5}, "talks": {0, 0}}),
		Names:   NewNames(NameShape{Width: 4, Pieces: 2, Layers: 2, Types: []string{"PER", "LOC"}}, shape.NameInput()),
	}
	for _, flat := range [][]float32{n.Params.Flat, n.Names.Flat} {
		for i := range flat {
			flat[i] = random.Float32()
		}
	}
	return n
}

// written returns the bytes of a network's file.
func written(t testing.TB, n *Network) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := Write(&file, n); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestFeatures(t *testing.T) {
	for _, c := range []struct{ form, normal, prefix, suffix, shape string }{
		{"Parliament", "parliament", "par", "ent", "Xxxxx"},
		{"of", "of", "of", "of", "xx"},
		{"Éa", "éa", "éa", "éa", "Xx"},
		{"’s", "'s", "'s", "'s", "’x"},
		{"1,250", "1,250", "1,2", "250", "d,ddd"},
		{"U.S.", "u.s.", "u.s", ".s.", "X.X."},
		{"", "", "", "", ""},
	} {
		normal := Normal(c.form)
		got := []string{normal, prefix(normal, affix), suffix(normal, affix), shape(c.form)}
		if diff := cmp.Diff([]string{c.normal, c.prefix, c.suffix, c.shape}, got); diff != "" {
			t.Errorf("%q: %s", c.form, diff)
		}
	}
}

func TestNumbersOfOneLengthAreAlike(t *testing.T) {
	s := testShape()
	s.Rows[featureLower] = 1 << 20
	a, _ := s.Lexeme("1994")
	b, _ := s.Lexeme("2026")
	c, _ := s.Lexeme("20265")
	if a[featureLower] != b[featureLower] || a[featureLower] == c[featureLower] {
		t.Errorf("rows %v, %v, %v", a[featureLower], b[featureLower], c[featureLower])
	}
}

func TestLexemeTakesAnyForm(t *testing.T) {
	s := testShape()
	rapid.Check(t, func(t *rapid.T) {
		form := string(rapid.SliceOf(rapid.Byte()).Draw(t, "form"))
		lex, key := s.Lexeme(form)
		for f, rows := range lex {
			for _, r := range rows {
				if int(r) >= s.Rows[f] {
					t.Fatalf("feature %d: row %d", f, r)
				}
			}
		}
		if len(key) > maxForm*utf8.UTFMax {
			t.Fatalf("key of %d bytes", len(key))
		}
	})
}

func TestVectors(t *testing.T) {
	v := testNetwork().Vectors
	out := make([]float32, 2)
	v.Unpack(v.Row("envoy"), out)
	if out[0] != 1 || out[1] < -0.51 || out[1] > -0.49 {
		t.Errorf("envoy is %v", out)
	}
	v.Unpack(v.Row("talks"), out)
	if out[0] != 0 || out[1] != 0 || v.Row("talks") < 0 {
		t.Errorf("talks is %v", out)
	}
	if row := v.Row("minister"); row != -1 {
		t.Errorf("an unknown word has row %d", row)
	}
}

func TestFileGivesBackWhatWasWritten(t *testing.T) {
	whole, nameless := testNetwork(), testNetwork()
	nameless.Names = nil
	for _, want := range []*Network{whole, nameless} {
		got, err := Read(bytes.NewReader(written(t, want)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(Vectors{})); diff != "" {
			t.Error(diff)
		}
	}
}

func TestReadRefusesBrokenFiles(t *testing.T) {
	sound := written(t, testNetwork())
	flipped := bytes.Clone(sound)
	flipped[len(sound)/2] ^= 1
	for name, content := range map[string][]byte{
		"nothing":        nil,
		"another format": []byte(strings.Repeat("parley weights 9\n", 9)),
		"cut off":        sound[:len(sound)-5],
		"a flipped bit":  flipped,
		"another width":  bytes.Replace(sound, []byte(`"Width":4`), []byte(`"Width":9`), 1),
		"no width":       bytes.Replace(sound, []byte(`"Width":4`), []byte(`"Width":0`), 1),
	} {
		if _, err := Read(bytes.NewReader(content)); err == nil {
			t.Errorf("%s: read without error", name)
		}
	}
	if _, err := Read(bytes.NewReader(flipped)); !errors.Is(err, ErrFile) {
		t.Errorf("a flipped bit: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(written(f, testNetwork()))
	f.Fuzz(func(t *testing.T, content []byte) {
		if n, err := Read(bytes.NewReader(content)); err == nil && n == nil {
			t.Fatal("neither a network nor an error")
		}
	})
}

func TestDecodeIsWellFormed(t *testing.T) {
	const labels = 5
	rapid.Check(t, func(t *rapid.T) {
		out := make([]int, rapid.IntRange(0, 9).Draw(t, "words"))
		scores := rapid.SliceOfN(rapid.Float32Range(-9, 9), len(out)*labels, len(out)*labels).Draw(t, "scores")
		new(Finder).Decode(scores, labels, out)
		before := Outside
		for _, label := range out {
			if !Follows(before, label) {
				t.Fatalf("labels %v", out)
			}
			before = label
		}
	})
}

func TestDecodeFindsTheBest(t *testing.T) {
	for _, c := range []struct {
		name   string
		scores []float32 // of O, B-PER, I-PER, B-LOC, I-LOC for each word
		want   []int
	}{
		{"each word alone", []float32{0, 3, 0, 0, 0, 3, 0, 0, 0, 0}, []int{Begin(0), Outside}},
		{"an inside needs a beginning", []float32{1, 0.5, 0, 0, 0, 0, 0, 3, 0, 0}, []int{Begin(0), Inside(0)}},
		{"of its own type", []float32{0, 2, 0, 1, 0, 0, 0, 0, 0, 3}, []int{Begin(1), Inside(1)}},
		{"never first", []float32{0, 0, 9, 0, 0}, []int{Outside}},
	} {
		out := make([]int, len(c.want))
		new(Finder).Decode(c.scores, 5, out)
		if diff := cmp.Diff(c.want, out); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestWindowsEndWithTheSentence(t *testing.T) {
	out := make([]float32, 5*Neighbours)
	Windows(out, []float32{1, 2, 3, 4, 5}, 1, 1, []int{3, 2})
	want := []float32{0, 1, 2, 1, 2, 3, 2, 3, 0, 0, 4, 5, 4, 5, 0}
	if diff := cmp.Diff(want, out); diff != "" {
		t.Error(diff)
	}
}

func TestLayerNormalises(t *testing.T) {
	layer := &testNetwork().Params.Convs[0]
	for i := range layer.Gain {
		layer.Gain[i], layer.Shift[i] = 1, 0
	}
	in, pre, out := make([]float32, layer.In), make([]float32, layer.Out*layer.Pieces), make([]float32, layer.Out)
	in[0], in[5] = 1, -2
	layer.Forward(1, in, pre, out)
	mean, scale := Moments(out)
	if mean > 1e-4 || mean < -1e-4 || scale > 1.01 || scale < 0.99 {
		t.Errorf("mean %g, scale %g", mean, scale)
	}
}
