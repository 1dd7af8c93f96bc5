package text

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"parley"
)

// X06: byte order marks, wide encodings, invalid bytes, declared encodings that lie.
func TestDecode(t *testing.T) {
	tests := []struct{ name, body, contentType, want string }{
		{"UTF-8", "Tolm – été", "", "Tolm – été"},
		{"UTF-8 with a mark", "\xEF\xBB\xBFTolm", "", "Tolm"},
		{"UTF-16LE with a mark", "\xFF\xFET\x00o\x00l\x00m\x00", "", "Tolm"},
		{"UTF-16BE with a mark", "\xFE\xFF\x00T\x00o\x00l\x00m", "", "Tolm"},
		{"UTF-16LE without a mark", "T\x00o\x00l\x00m\x00", "", "Tolm"},
		{"UTF-16BE without a mark", "\x00T\x00o\x00l\x00m", "", "Tolm"},
		{"UTF-32LE", "\xFF\xFE\x00\x00T\x00\x00\x00o\x00\x00\x00", "", "To"},
		{"UTF-32BE", "\x00\x00\xFE\xFF\x00\x00\x00T\x00\x00\x00o", "", "To"},
		{"lone surrogate in UTF-16", "\xFF\xFET\x00\x00\xD8o\x00", "", "T\uFFFDo"},
		{"Windows-1252", "\x93Tolm\x94 \x96 \xE9t\xE9", "", "“Tolm” – été"},
		{"declared", "\xD4\xCF\xCC\xCD", "text/plain; charset=koi8-r", "толм"},
		{"declared wrongly, is UTF-8", "été", "text/html; charset=iso-8859-1", "été"},
		{"declared as UTF-8, is not", "\xE9t\xE9", "text/plain; charset=utf-8", "été"},
		{"declared unknown", "\xE9t\xE9", "text/plain; charset=klingon", "été"},
		{"UTF-8 with one bad byte", strings.Repeat("é", 20) + "\xFF", "", strings.Repeat("é", 20) + "\uFFFD"},
		{"UTF-8 after a long ASCII head", strings.Repeat("a", 5000) + "é", "", strings.Repeat("a", 5000) + "é"},
		{"a zero byte", strings.Repeat("Tolm ", 100) + "\x00", "", strings.Repeat("Tolm ", 100) + "\uFFFD"},
		{"nothing", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Decode([]byte(tt.body), tt.contentType)
			if err != nil || got != tt.want {
				t.Errorf("Decode = %.60q, %v, want %.60q", got, err, tt.want)
			}
		})
	}
}

func TestBinary(t *testing.T) {
	for body, want := range map[string]string{
		"%PDF-1.7":                      "a PDF file",
		"PK\x03\x04":                    "a zip archive",
		"WARC/1.0\r\n":                  "WARC",
		"\x00\x01\x02\x03\x00\x00\x07Z": "binary",
		strings.Repeat("\x01\x02a", 50): "binary",
	} {
		_, err := Decode([]byte(body), "")
		if !errors.Is(err, parley.ErrNotText) || !strings.Contains(err.Error(), want) {
			t.Errorf("Decode(%q) = %v, want not text: %s", body, err, want)
		}
	}
}

func TestParse(t *testing.T) {
	tests := []struct{ name, body, title, text string }{
		{"heading", "Ministers meet in Tolm\r\n\r\nThey spoke.\r\n", "Ministers meet in Tolm", "Ministers meet in Tolm\n\nThey spoke.\n"},
		{"old Mac line ends", "Ministers meet\r\rThey spoke.", "Ministers meet", "Ministers meet\n\nThey spoke."},
		{"a question is a heading", "Will they meet?\n\nThey may.", "Will they meet?", ""},
		{"a sentence is none", "They met.\n\nThey spoke.", "", ""},
		{"no blank line after it", "Ministers meet\nThey spoke.", "", ""},
		{"nothing after it", "Ministers meet\n\n", "", ""},
		{"no letters", "* * *\n\nThey spoke.", "", ""},
		{"too long", strings.Repeat("word ", 40) + "\n\nThey spoke.", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Parse([]byte(tt.body), "")
			if err != nil || doc.Title != tt.title {
				t.Errorf("title = %q, %v, want %q", doc.Title, err, tt.title)
			}
			if want := cmpOr(tt.text, tt.body); doc.Text != want {
				t.Errorf("text = %q, want %q", doc.Text, want)
			}
		})
	}
	for _, body := range []string{"", " \n\t\r\n", "\xEF\xBB\xBF"} {
		if _, err := Parse([]byte(body), ""); !errors.Is(err, parley.ErrEmpty) {
			t.Errorf("Parse(%q) = %v, want empty", body, err)
		}
	}
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// H10, L12: invisible and turning characters are taken out of metadata.
func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"  Tolm\n\tHerald ":               "Tolm Herald",
		"Tolm\u202Edlareh\u202C":          "Tolmdlareh",
		"To\u200Blm\u00AD":                "Tolm",
		"\x00Tolm\x1B":                    "Tolm",
		"Tolm\xFF":                        "Tolm\uFFFD",
		"T" + strings.Repeat("\u0301", 5): "T" + strings.Repeat("\u0301", 5),
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// What is stored is valid UTF-8 without zero characters, and a text in UTF-8
// with Unix line ends is stored as it is.
func TestStoredText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringMatching(`[ -~éß\n“”]{1,80}`).Draw(t, "text")
		doc, err := Parse([]byte(in), "")
		if err == nil && doc.Text != in {
			t.Fatalf("Parse(%q) stores %q", in, doc.Text)
		}
		checkStored(t, rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"), "")
	})
}

// fataler is what rapid's and the fuzzer's checks have in common.
type fataler interface {
	Fatalf(format string, args ...any)
}

func checkStored(t fataler, body []byte, contentType string) {
	doc, err := Parse(body, contentType)
	if err != nil {
		return
	}
	if !utf8.ValidString(doc.Text) || strings.ContainsAny(doc.Text, "\x00\r") || strings.TrimSpace(doc.Text) == "" {
		t.Fatalf("Parse(%q) stores %q", body, doc.Text)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("Ministers meet\r\n\r\nThey spoke."), "text/plain; charset=koi8-r")
	f.Add([]byte("\xFF\xFET\x00o\x00"), "")
	f.Add([]byte("\x00\x00\xFE\xFF\x00\x00\x00T"), "text/plain; charset=iso-2022-jp")
	f.Fuzz(func(t *testing.T, body []byte, contentType string) { checkStored(t, body, contentType) })
}
