package web

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestVisible(t *testing.T) {
	for _, c := range []struct{ id, in, want string }{
		{"plain", "Sadek said “no”.", "Sadek said “no”."},
		{"H10 override", "Sadek\u202edenied\u202c", "Sadek⟦U+202E⟧denied⟦U+202C⟧"},
		{"H10 isolate", "a\u2066b\u2069", "a⟦U+2066⟧b⟦U+2069⟧"},
		{"H10 zero width", "de\u200bnied\ufeff", "de⟦U+200B⟧nied⟦U+FEFF⟧"},
		{"H10 joiner between Latin letters", "de\u200dnied", "de⟦U+200D⟧nied"},
		{"H10 mark of direction", "\u200fabc", "⟦U+200F⟧abc"},
		{"H10 tag characters", "x\U000e0041", "x⟦U+E0041⟧"},
		{"H10 filler", "a\u3164b", "a⟦U+3164⟧b"},
		{"L12 emoji keep their joiner", "👩\u200d🔬", "👩\u200d🔬"},
		{"L12 Persian keeps its non-joiner", "می\u200cخواهم", "می\u200cخواهم"},
		{"L12 Arabic is left alone", "قال", "قال"},
		{"L12 decomposed letters", "e\u0301", "e\u0301"},
		{"L12 flood of marks", "Z" + strings.Repeat("\u0300", 40) + "x", "Z⟦40 marks⟧x"},
		{"X06 controls", "a\x00\x1b[31mb\u0085", "a⟦U+0000⟧⟦U+001B⟧[31mb⟦U+0085⟧"},
		{"lines", "a\nb\tc", "a\nb\tc"},
		{"line separator", "a\u2028b", "a⟦U+2028⟧b"},
	} {
		if got := visible(c.in); got != c.want {
			t.Errorf("%s: visible(%q) = %q, want %q", c.id, c.in, got, c.want)
		}
	}
}

func TestOutside(t *testing.T) {
	for _, c := range []struct{ id, in, want string }{
		{"http", "http://a.example/x?y=1#z", "http://a.example/x?y=1#z"},
		{"https", "https://a.example", "https://a.example"},
		{"upper case", "HTTPS://a.example/", "https://a.example/"},
		{"H02 script", "javascript:alert(1)", ""},
		{"H02 script, mixed case", "JaVaScRiPt:alert(1)", ""},
		{"H02 tab inside", "java\tscript:alert(1)", ""},
		{"H02 space in front", " javascript:alert(1)", ""},
		{"H02 data", "data:text/html,<script>alert(1)</script>", ""},
		{"H02 entity", "&#106;avascript:alert(1)", ""},
		{"file", "file:///etc/passwd", ""},
		{"no host", "https:///x", ""},
		{"relative", "/doc/1", ""},
		{"other scheme by slashes", "//a.example", ""},
		{"N10 user", "https://good.example@bad.example/", ""},
		{"empty", "", ""},
	} {
		if got := outside(c.in); got != c.want {
			t.Errorf("%s: outside(%q) = %q, want %q", c.id, c.in, got, c.want)
		}
	}
}

func TestQuoted(t *testing.T) {
	for in, want := range map[string]string{
		"the deal": "“the deal”", "“No,” … “never.”": "“No,” … “never.”", `"No," he said`: `“"No," he said”`, `"No,"`: `"No,"`, `"`: `“"”`, "": "“”",
	} {
		if got := quoted(in); got != want {
			t.Errorf("quoted(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzPieces(f *testing.F) {
	for _, s := range []string{"a\u202eb", "e\u0301", "👩\u200d🔬", "\xff\u200d\xff", "\xe2\x18\x81\xa9", "Z\u0300\u0300\u0300\u0300\u0300\u0300\u0300"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var plain strings.Builder
		for _, p := range pieces(s) {
			if (p.Text == "") == (p.Code == "") {
				t.Fatalf("piece %+v is not either text or code", p)
			}
			plain.WriteString(p.Text)
		}
		for _, r := range plain.String() {
			if unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%q leaves %U in the page", s, r)
			}
		}
		if utf8.RuneCountInString(plain.String()) > utf8.RuneCountInString(s) {
			t.Fatalf("%q grew to %q", s, plain.String())
		}
	})
}
