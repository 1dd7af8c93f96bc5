package actors

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Soft returns the form of a name in which case, accents, apostrophes, hyphens
// and the Arabic article do not count: "Bashar al-Assad" and "BASHAR EL ASSAD"
// are both "bashar assad". Names of one word keep it, whatever it is.
func Soft(name string) string { return strings.Join(softWords(name), " ") }

// Fold returns a form of a name under which the usual spellings of one foreign
// name meet: on top of what Soft ignores, the vowels are three (a, i, u), doubled
// letters are one, and letters that transliterations swap are one as well
// (q and k, w and v, y and i). "Sergey" and "Sergei" fold to one form, and so do
// "Muallem", "Moallem" and "Mouallem".
func Fold(name string) string {
	words := softWords(name)
	for i, w := range words {
		words[i] = foldWord(w)
	}
	return strings.Join(words, " ")
}

// articles are the forms of the Arabic article, and the particles of titles of
// birth that news drops as often as not.
var articles = map[string]bool{"al": true, "el": true, "ul": true, "ed": true, "ud": true}

// softWords returns the words of Soft.
func softWords(name string) []string {
	return strings.Fields(string(appendSoft(make([]byte, 0, len(name)+8), name)))
}

// appendSoft appends the soft form of a name: words in lower-case letters and
// digits, one space between them.
func appendSoft(dst []byte, name string) []byte {
	start, word := len(dst), len(dst)
	end := func() {
		if w := dst[word:]; len(w) > 0 && !articles[string(w)] {
			dst = append(dst, ' ')
			word = len(dst)
		} else {
			dst = dst[:word]
		}
	}
	for _, r := range name {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			dst = append(dst, byte(r))
		case 'A' <= r && r <= 'Z':
			dst = append(dst, byte(r)+'a'-'A')
		case r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == '`':
		case r < utf8.RuneSelf:
			end()
		case unicode.IsLetter(r):
			dst = appendPlain(dst, r)
		case !unicode.Is(unicode.Mn, r):
			end()
		}
	}
	if only := dst[word:]; word > start || len(only) == 0 || !articles[string(only)] {
		end()
	}
	return bytes.TrimSuffix(dst, []byte(" "))
}

// appendPlain appends a letter above ASCII without its accent.
func appendPlain(dst []byte, r rune) []byte {
	if plain := plainRune(r); plain != "" {
		return append(dst, plain...)
	}
	var raw [utf8.UTFMax]byte
	n := utf8.EncodeRune(raw[:], unicode.ToLower(r))
	parts := norm.NFD.Properties(raw[:n]).Decomposition()
	if len(parts) == 0 {
		return append(dst, raw[:n]...)
	}
	base, _ := utf8.DecodeRune(parts)
	if plain := plainRune(base); plain != "" {
		return append(dst, plain...)
	}
	return utf8.AppendRune(dst, base)
}

// plainRune spells letters that no accent can be taken from, and some that are frequent.
func plainRune(r rune) string {
	switch r = unicode.ToLower(r); r {
	case 'ø', 'ö', 'ó', 'ô':
		return "o"
	case 'é', 'è', 'ê':
		return "e"
	case 'á', 'ã', 'ā', 'â', 'ä':
		return "a"
	case 'í', 'ī':
		return "i"
	case 'ü', 'ú', 'ū':
		return "u"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ə':
		return "a"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	}
	return ""
}

// respelt are whole words with several usual spellings that no rule joins.
var respelt = map[string]string{
	"mohammed": "muhamad", "muhammad": "muhamad", "mohamed": "muhamad", "mohammad": "muhamad", "mohamad": "muhamad",
	"muhammed": "muhamad", "mehmet": "mihmit", "ahmed": "ahmad", "ahmet": "ahmad", "achmed": "ahmad", "abdallah": "abdulah",
	"abdullah": "abdulah", "abdalla": "abdulah", "dimitri": "dmitri", "dimitry": "dmitri", "dmitriy": "dmitri",
	"alexander": "aliksandr", "aleksandr": "aliksandr", "aleksander": "aliksandr", "alexandr": "aliksandr",
	"oleksandr": "aliksandr", "alyaksandr": "aliksandr", "aleksandar": "aliksandr", "vladimir": "vladimir",
	"volodymyr": "vuludimir", "alexei": "aliksi", "aleksei": "aliksi", "oleksiy": "uliksi", "gadhafi": "gadafi", "qaddafi": "gadafi",
	"kadhafi": "gadafi", "qadhafi": "gadafi", "gaddafi": "gadafi", "khadafy": "gadafi", "mikheil": "mihail", "mikhail": "mihail",
	"osama": "usama", "usama": "usama", "haftar": "haftar", "khalifa": "halifa", "hifter": "haftar", "hiftar": "haftar", "heftar": "haftar",
	"moammar": "muamar", "muammar": "muamar", "mu'ammar": "muamar", "moamer": "muamar", "steve": "stivin", "joe": "juzif", "joseph": "juzif",
	"mike": "maikl", "michael": "maikl", "bill": "vilam", "william": "vilam", "jim": "jims", "james": "jims", "tony": "antuni",
	"anthony": "antuni", "antony": "antuni", "john": "jun", "johnny": "jun", "ben": "binjamin", "benjamin": "binjamin",
	"binyamin": "binjamin", "benyamin": "binjamin", "bibi": "binjamin", "catherine": "katrin", "katherine": "katrin",
	"cathy": "katrin", "bob": "rubirt", "robert": "rubirt", "dick": "richard", "richard": "richard", "chuck": "charls", "charles": "charls",
	"jeff": "jifri", "jeffrey": "jifri", "geoffrey": "jifri", "nick": "nikulas", "nicholas": "nikulas", "nicolas": "nikulas",
	"lukashenka": "lukasinku", "lukashenko": "lukasinku", "george": "jurj", "ash": "astun", "ashton": "astun",
}

// foldWord folds one soft word.
func foldWord(w string) string {
	if known, ok := respelt[w]; ok {
		return known
	}
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); {
		b, n := foldLetters(w[i:])
		i += n
		out = appendFolded(out, b)
	}
	if len(out) > 3 && out[len(out)-1] == 'h' {
		out = out[:len(out)-1] // "Abdullah" and "Abdulla"
	}
	return string(out)
}

// appendFolded adds a letter unless it doubles the last; of two vowels in a row
// with i in them only the i stays ("Hussein" and "Hussain").
func appendFolded(out []byte, b byte) []byte {
	if b == 0 || len(out) > 0 && out[len(out)-1] == b {
		return out
	}
	if len(out) > 1 && b == 'i' && out[len(out)-1] == 'a' {
		out[len(out)-1] = 'i'
		if out[len(out)-2] == 'i' {
			out = out[:len(out)-1]
		}
		return out
	}
	return append(out, b)
}

// foldLetters folds the first letter or letters of a word's rest, and returns
// how many they were; 0 stands for a letter that is dropped.
func foldLetters(w string) (byte, int) {
	two := w[:min(2, len(w))]
	switch two {
	case "kh":
		return 'h', 2
	case "ph":
		return 'f', 2
	case "dh", "th", "gh", "zh", "sh":
		return w[0], 2
	case "ou", "oo":
		return 'u', 2
	case "ck":
		return 'k', 2
	}
	switch w[0] {
	case 'e', 'y', 'i', 'j':
		if w[0] == 'j' && len(two) == 2 && strings.IndexByte("aeiou", two[1]) >= 0 {
			return 'j', 1
		}
		return 'i', 1
	case 'o', 'u':
		return 'u', 1
	case 'w', 'v':
		return 'v', 1
	case 'q', 'k':
		return 'k', 1
	case 'c':
		if two == "ch" {
			return 'c', 2
		}
		return 'k', 1
	case 'x':
		return 'k', 1
	}
	return w[0], 1
}

// ascii reports whether a text has no byte above 0x7f.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
