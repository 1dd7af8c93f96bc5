package parley

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// anyText draws text of any characters: combining marks, emoji, right-to-left.
func anyText() *rapid.Generator[string] {
	hard := rapid.SampledFrom([]string{"é", "e\u0301", "👩\u200d👩\u200d👧", "שלום", "\u202eTolm\u202c", "Z\u0351\u0343\u0349", "\u0000", "—", "\ufeff"})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOf(rapid.OneOf(rapid.String(), hard)).Draw(t, "pieces"), "")
	})
}

func TestCodePoints(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int
	}{
		{"", []int{0}},
		{"ab", []int{0, 1, 2}},
		{"aéb", []int{0, 1, 1, 2, 3}},
		{"👍", []int{0, 0, 0, 0, 1}},
		{"e\u0301", []int{0, 1, 1, 2}},
		{"a\xffb", []int{0, 1, 2, 3}}, // A byte that is no UTF-8 counts as one character.
	} {
		if got := CodePoints(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %v, want %v", c.text, got, c.want)
		}
	}
}

// TestOffsetsRoundTrip checks that bytes to code points and back is the identity
// on character boundaries, and that both tables agree with the standard library.
func TestOffsetsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyText().Draw(t, "text")
		points, offsets := CodePoints(text), ByteOffsets(text)
		if len(points) != len(text)+1 || len(offsets) != utf8.RuneCountInString(text)+1 {
			t.Fatalf("%d and %d offsets for %d bytes, %d characters", len(points), len(offsets), len(text), utf8.RuneCountInString(text))
		}
		for n, at := range offsets {
			if points[at] != n {
				t.Fatalf("character %d begins at byte %d, which is in character %d", n, at, points[at])
			}
			if got := utf8.RuneCountInString(text[:at]); got != n {
				t.Fatalf("byte %d: %d characters before it, table has %d", at, got, n)
			}
		}
	})
}

// TestReadingRoundTrip checks that a reading of any text comes back from JSON with
// the same words behind every span, and that the JSON counts code points.
func TestReadingRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := "«" + anyText().Draw(t, "text") + "»"
		offsets := ByteOffsets(text)
		from := rapid.IntRange(0, len(offsets)-2).Draw(t, "from")
		to := rapid.IntRange(from+1, len(offsets)-1).Draw(t, "to")
		in := Reading{Document: Document{ID: "d", Text: text}, Labels: []Label{{ID: "l1",
			Target: Spans{{0, len("«")}}, Label: Spans{{offsets[from], offsets[to]}}, By: IDs{"a", "b"}}}}
		data, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		var raw struct{ Labels []struct{ Label [][2]int } }
		if err := json.Unmarshal(data, &raw); err != nil {
			t.Fatal(err)
		}
		if got := raw.Labels[0].Label[0]; got != [2]int{from, to} {
			t.Fatalf("JSON has %v, want code points %d to %d", got, from, to)
		}
		var out Reading
		if err := json.Unmarshal(data, &out); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(out.Labels[0].Label, in.Labels[0].Label) || !slices.Equal(out.Labels[0].By, in.Labels[0].By) {
			t.Fatalf("came back as %+v, want %+v", out.Labels[0], in.Labels[0])
		}
	})
}

// TestMarshalLeavesReading checks that writing a reading does not change it.
func TestMarshalLeavesReading(t *testing.T) {
	r := Reading{Document: Document{Text: "é said"}, Labels: []Label{{Label: Spans{{3, 7}}, Target: Spans{{0, 2}}}}}
	if _, err := json.Marshal(r); err != nil {
		t.Fatal(err)
	}
	if got := r.Labels[0].Label[0]; got != (Span{3, 7}) {
		t.Errorf("span became %v", got)
	}
}

func TestUnmarshalErrors(t *testing.T) {
	for _, c := range []struct{ name, json, err string }{
		{"span behind the text", `{"document": {"text": "ab"}, "labels": [{"id": "l1", "label": [[0, 3]]}]}`, "outside"},
		{"negative span", `{"document": {"text": "ab"}, "labels": [{"id": "l1", "label": [[-1, 1]]}]}`, "outside"},
		{"backward span", `{"document": {"text": "ab"}, "labels": [{"id": "l1", "label": [[2, 1]]}]}`, "outside"},
		{"a span of one number", `{"document": {"text": "ab"}, "labels": [{"label": [[0]]}]}`, "want [start, end]"},
		{"a span of three numbers", `{"document": {"text": "ab"}, "labels": [{"label": [[0, 1, 2]]}]}`, "want [start, end]"},
		{"a span of words", `{"document": {"text": "ab"}, "labels": [{"label": ["ab"]}]}`, "span"},
		{"a number for ids", `{"labels": [{"by": 7}]}`, "reading"},
		{"broken off", `{"document": {`, "unexpected end"},
	} {
		var r Reading
		if err := json.Unmarshal([]byte(c.json), &r); err == nil || !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: error %v, want one with %q", c.name, err, c.err)
		}
	}
}

func TestMarshalError(t *testing.T) {
	r := Reading{Document: Document{ID: "d7", Text: "ab"}, Dates: []Date{{ID: "t3", Span: Spans{{1, 9}}}}}
	_, err := json.Marshal(r)
	for _, want := range []string{"d7", "t3", "outside"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
}

func TestIDs(t *testing.T) {
	for _, c := range []struct {
		json string
		ids  IDs
	}{
		{`"KES"`, IDs{"KES"}},
		{`["KES","VAR"]`, IDs{"KES", "VAR"}},
		{`[]`, IDs{}},
		{`null`, nil},
	} {
		var ids IDs
		if err := json.Unmarshal([]byte(c.json), &ids); err != nil || !slices.Equal(ids, c.ids) {
			t.Errorf("%s: read as %q, %v", c.json, ids, err)
		}
		if out, err := json.Marshal(c.ids); err != nil || string(out) != c.json {
			t.Errorf("%q: written as %s, %v; want %s", c.ids, out, err, c.json)
		}
	}
	var ids IDs
	if err := json.Unmarshal([]byte(`["KES"]`), &ids); err != nil || !slices.Equal(ids, IDs{"KES"}) {
		t.Errorf("a list of one: read as %q, %v", ids, err)
	}
}

// FuzzReading checks that whatever is read as a reading is written and read again
// as the same.
func FuzzReading(f *testing.F) {
	f.Add([]byte(`{"document": {"id": "d", "text": "é said"}, "labels": [{"id": "l1", "label": [[0, 1], [2, 4]], "by": ["a", "b"]}]}`))
	f.Add([]byte(`{"document": {"text": "\ud800"}, "statements": [{"content": [[0, 1]], "source_actor": null}], "actors": null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var r Reading
		if json.Unmarshal(data, &r) != nil {
			return
		}
		_ = r.Validate() // It may find faults, and must not panic.
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var again Reading
		if err := json.Unmarshal(out, &again); err != nil {
			t.Fatal(err)
		}
		if twice, err := json.Marshal(again); err != nil || string(twice) != string(out) {
			t.Fatalf("written as %s\nand then as %s, %v", out, twice, err)
		}
	})
}
