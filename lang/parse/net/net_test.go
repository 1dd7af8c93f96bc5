package net

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"parley/lang/parse/archybrid"
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
		Names: NewNames(NameShape{
			Embed: 2, Width: 4, Pieces: 2, Layers: 2, Types: []string{"PER", "LOC"}, Classes: 2, Schemes: 1,
		}, &shape),
		Known: NewGazetteer(map[string]Class{"Kestria": 1, "Ilya Marn": 2}),
	}
	for _, flat := range [][]float32{n.Params.Flat, n.Names.Flat} {
		for i := range flat {
			flat[i] = random.Float32()
		}
	}
	n.Round()
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
	nameless.Names, nameless.Known = nil, nil
	for _, want := range []*Network{whole, nameless} {
		got, err := Read(bytes.NewReader(written(t, want)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(Vectors{}, Gazetteer{})); diff != "" {
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

func TestReadNamesTheVersion(t *testing.T) {
	_, err := Read(strings.NewReader("parley weights 1\n" + strings.Repeat("x", 99)))
	if !errors.Is(err, ErrVersion) || !strings.Contains(err.Error(), "version 1") {
		t.Errorf("got %v", err)
	}
	if _, err := Read(strings.NewReader(strings.Repeat("no weights ", 9))); !errors.Is(err, ErrFile) {
		t.Errorf("got %v", err)
	}
}

func TestHalfFloats(t *testing.T) {
	infinite := float32(math.Inf(1))
	for _, c := range []struct{ in, want float32 }{
		{0, 0}, {1, 1}, {-2.5, -2.5}, {65504, 65504}, {65520, infinite}, {-infinite, -infinite},
		{1 + 1.0/2048, 1}, {1 + 3.0/2048, 1 + 2.0/1024}, // halves to even
		{1.0 / (1 << 24), 1.0 / (1 << 24)}, {1.0 / (1 << 26), 0}, // the smallest, and below
		{0.1, 0.0999755859375},
	} {
		if got := fromHalf(toHalf(c.in)); got != c.want {
			t.Errorf("%g becomes %g, want %g", c.in, got, c.want)
		}
	}
	if nan := fromHalf(toHalf(float32(math.NaN()))); nan == nan {
		t.Errorf("NaN becomes %g", nan)
	}
}

// TestHalfFloatsRoundTheirOwn goes through all half floats.
func TestHalfFloatsRoundTheirOwn(t *testing.T) {
	for h := range 1 << 16 {
		if x := fromHalf(uint16(h)); x == x && toHalf(x) != uint16(h) {
			t.Fatalf("%#04x is %g and becomes %#04x", h, x, toHalf(x))
		}
	}
}

func TestHalfFloatsAreNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float32Range(-60000, 60000).Draw(t, "x")
		off := math.Abs(float64(fromHalf(toHalf(x)) - x))
		if off > math.Abs(float64(x))/2048 && off > denormalUnit/2 {
			t.Fatalf("%g becomes %g", x, fromHalf(toHalf(x)))
		}
	})
}

func TestGazetteerMarks(t *testing.T) {
	const state, person, given = 1, 2, 4
	g := NewGazetteer(map[string]Class{
		"Kestria": state, "Ilya Marn": person, "Ilya": given, "Al-Tolm": state, "Bank of Kestria": person,
	}).With(NewGazetteer(map[string]Class{"Kestria": given}))
	for _, c := range []struct {
		text string
		want []Marked
	}{
		{"Ilya Marn left", []Marked{{Begins: person | given}, {Inside: person}, {}}},
		{"kestria", []Marked{{}}},
		{"KESTRIA", []Marked{{Begins: state | given}}},
		{"Al - Tolm", []Marked{{Begins: state}, {Inside: state}, {Inside: state}}},
		{"Bank of Lumenia", make([]Marked, 3)},
		{"Bank of Kestria", []Marked{{Begins: person}, {Inside: person}, {Begins: state | given, Inside: person}}},
		{"Ilya Ilya", []Marked{{Begins: given}, {Begins: given}}},
	} {
		forms := strings.Fields(c.text)
		got := make([]Marked, len(forms))
		keys := make([]uint64, len(forms))
		for i, form := range forms {
			keys[i] = Key(form)
		}
		g.Mark(forms, keys, got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
	got := make([]Marked, 1)
	(*Gazetteer)(nil).Mark([]string{"Kestria"}, []uint64{Key("Kestria")}, got)
	if got[0] != (Marked{}) {
		t.Errorf("nothing known marks %v", got)
	}
}

func TestOverlongFormsAreClipped(t *testing.T) {
	for _, form := range []string{strings.Repeat("x", 1<<20), "e" + strings.Repeat("\u0301", 1<<20)} {
		if n := len(clip(form)); n > maxForm {
			t.Errorf("%d bytes are looked at", n)
		}
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
		after := rapid.SliceOfN(rapid.Float32Range(-9, 9), labels*labels, labels*labels).Draw(t, "after")
		scores := rapid.SliceOfN(rapid.Float32Range(-9, 9), len(out)*labels, len(out)*labels).Draw(t, "scores")
		new(Finder).Decode(scores, after, labels, out)
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
		new(Finder).Decode(c.scores, make([]float32, 25), 5, out)
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

// TestPartsAreWhatIsPrepared compares the hidden layer from parts that are computed
// when they are asked for with the one from parts that are prepared.
func TestPartsAreWhatIsPrepared(t *testing.T) {
	p := testNetwork().Params
	const words = 5
	x := make([]float32, words*p.Width)
	for i := range x {
		x[i] = float32(i%7) - 3
	}
	prepared := make([]float32, words*Slots*p.Units())
	p.Prepare(words, x, prepared)
	var parts Parts
	rapid.Check(t, func(t *rapid.T) {
		var v View
		for slot := range v.Nodes {
			v.Nodes[slot] = rapid.IntRange(archybrid.None, words).Draw(t, "node")
		}
		parts.Start(p, words, x)
		pre, hidden := make([]float32, p.Units()), make([]float32, p.Hidden)
		want := make([]float32, p.Hidden)
		p.Hide(&v, prepared, words, pre, want)
		for range 2 {
			parts.Hide(&v, words, pre, hidden)
			if diff := cmp.Diff(want, hidden); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

// TestMixerIsTheFirstLayer compares the layer that is taken apart with the whole
// one, of which training knows; they add up in another order.
func TestMixerIsTheFirstLayer(t *testing.T) {
	network := testNetwork()
	n, shape := network.Names, &network.Params.Shape
	m := NewMixer(n, shape)
	random := rand.New(rand.NewPCG(2, 2))
	x, form := make([]float32, shape.Width), make([]float32, n.FormWidth(shape))
	for _, list := range [][]float32{x, form} {
		for i := range list {
			list[i] = random.Float32() - 0.5
		}
	}
	marked := []Marked{{Begins: 2, Inside: 1}}
	in := slices.Concat(x, form, make([]float32, n.Mix.In-len(x)-len(form)))
	n.Extra(marked[0], 0, in[len(x)+len(form):])
	pre, want, got := make([]float32, n.Units()), make([]float32, n.Width), make([]float32, n.Width)
	n.Mix.Forward(1, in, pre, want)
	forms := make([]float32, 3+n.Units())
	m.Form(form, forms[3:])
	m.Forward(x, forms, len(forms), marked, 0, pre, got)
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-4)); diff != "" {
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
