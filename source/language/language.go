// Package language tells the language of a text. What flows in is a text and
// what its source declares; what flows out is an ISO 639-1 code and whether it
// is sure. It decides only whether a story is read (in English) or stored and
// marked, so it knows the languages in which most news is written and no more.
package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

// known are the languages that detection chooses from. Closely related ones
// that news is rarely written in are left out: they would only take votes away.
var known = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{
	whatlanggo.Eng: true, whatlanggo.Fra: true, whatlanggo.Deu: true, whatlanggo.Spa: true,
	whatlanggo.Por: true, whatlanggo.Ita: true, whatlanggo.Nld: true, whatlanggo.Swe: true,
	whatlanggo.Dan: true, whatlanggo.Nob: true, whatlanggo.Fin: true, whatlanggo.Pol: true,
	whatlanggo.Ces: true, whatlanggo.Hun: true, whatlanggo.Ron: true, whatlanggo.Hrv: true,
	whatlanggo.Tur: true, whatlanggo.Ind: true, whatlanggo.Vie: true, whatlanggo.Tgl: true,
	whatlanggo.Rus: true, whatlanggo.Ukr: true, whatlanggo.Bel: true, whatlanggo.Bul: true, whatlanggo.Srp: true,
	whatlanggo.Mkd: true, whatlanggo.Arb: true, whatlanggo.Pes: true, whatlanggo.Urd: true,
	whatlanggo.Heb: true, whatlanggo.Hin: true,
}}

const (
	sample   = 4 << 10 // bytes of the text that are looked at
	short    = 80      // letters below which detection alone is not trusted
	reliable = 0.8     // confidence above which detection is sure
	clear    = 0.3     // confidence above which a short text is taken for English
)

// Detect returns the ISO 639-1 code of the text's language, and whether it is
// sure. The declared language (such as "en-GB"; may be empty) decides where
// the text is short or its language unclear. The code is empty where nothing
// tells it.
func Detect(text, declared string) (code string, sure bool) {
	declared = Code(declared)
	text = head(text)
	letters := letters(text)
	switch {
	case letters == 0, letters < short && declared != "":
		return declared, false
	case letters >= short && english(text, 4):
		return "en", true
	case letters < short && english(text, 2):
		return "en", false
	}
	info := whatlanggo.DetectWithOptions(text, known)
	code = info.Lang.Iso6391()
	switch {
	case letters < short && code == "en" && info.Confidence >= clear:
		return "en", false
	case letters < short && info.Script != unicode.Latin:
		return code, false // a script says more than a few letters do
	case letters < short:
		return "", false
	case info.Confidence > reliable:
		return code, true
	case declared != "":
		return declared, declared == code
	}
	return code, false
}

// common are frequent English words that are rare in other languages written in
// Latin letters.
var common = map[string]bool{"the": true, "The": true, "of": true, "and": true, "to": true, "that": true,
	"with": true, "from": true, "it": true, "has": true, "been": true, "were": true, "which": true, "their": true,
	"its": true, "said": true, "are": true, "when": true, "after": true, "into": true, "more": true, "who": true,
	"people": true, "than": true, "they": true, "this": true, "not": true, "his": true, "during": true,
	"following": true, "about": true, "will": true, "would": true, "by": true, "on": true, "at": true}

// english reports whether more than one word in eight is among the common
// English ones, and a few of them in any case. It settles most stories at a
// small part of the cost of trigrams.
func english(text string, few int) bool {
	words, hits := 0, 0
	for w := range strings.FieldsSeq(text) {
		words++
		if common[w] {
			hits++
		}
	}
	return hits >= few && hits*8 > words
}

// Code returns the ISO 639-1 code of a declared language tag ("en-GB", "EN_us",
// "eng"), and "" for what is none.
func Code(tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(tag)), ",")
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	if len(tag) == 3 {
		return whatlanggo.CodeToLang(tag).Iso6391()
	}
	if len(tag) != 2 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return tag
}

// head returns the first bytes of text, cut at a character.
func head(text string) string {
	if len(text) <= sample {
		return text
	}
	end := sample
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// letters counts the letters of text.
func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
