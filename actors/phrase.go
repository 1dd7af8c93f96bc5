package actors

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrase is what a mention says by its words: "former Russian foreign minister
// Igor Ivanov" is of Russia, has a title and a name.
type phrase struct {
	of     string // id of the state or organisation that it names, or empty
	match  Match  // the sort of name by which it names it
	title  Title  // the zero Title where it has none
	name   string // a person's name, or empty
	rest   string // the words that are neither
	titled bool
}

// nameAt finds the longest name of a state, organisation or outlet among words,
// from a word on, and how many words it has.
func (k *Known) nameAt(words []string, at int) (Entry, Match, int) {
	longest := k.firsts[firstWord(words[at])]
	for n := min(longest, len(words)-at); n > 0; n-- {
		name := strings.TrimSuffix(strings.Join(words[at:at+n], " "), "-based")
		key := lookupKey(strings.TrimRight(name, ","))
		if all := findKey(k.states, key); len(all) > 0 {
			return all[0].Entry, all[0].Match, n
		}
		if e := findKey(k.organisations, key); e.ID != "" {
			return e, Common, n
		}
		if e := findKey(k.outlets, key); e.ID != "" {
			return e, Common, n
		}
	}
	return Entry{}, 0, 0
}

// firstWord returns the form under which a first word is listed.
func firstWord(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(w), "'s"), "’s")
	w = strings.TrimSuffix(w, "-based")
	return strings.TrimSuffix(withoutFullStops(w), ",")
}

// withoutFullStops drops them all: "u.s." is "us".
func withoutFullStops(w string) string {
	if !strings.Contains(w, ".") {
		return w
	}
	return strings.ReplaceAll(w, ".", "")
}

// parsePhrase takes a mention apart.
func (k *Known) parsePhrase(mention string) phrase {
	words := strings.Fields(straightened(mention))
	if len(words) == 0 || len(mention) > 2*longestName {
		return phrase{}
	}
	for len(words) > 1 && (strings.EqualFold(words[0], "the") || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	var p phrase
	words = k.whose(&p, words)
	words = k.whoseBehind(&p, words)
	if end := k.titleEnd(words); end > 0 {
		p.titled = true
		p.title = k.ParseTitleIn(strings.Join(words[:end], " "), p.of)
		p.name = strings.Trim(strings.Join(words[end:], " "), " ,")
		if p.name != "" && !isName(p.name) {
			p.rest, p.name = p.name, ""
		}
		return p
	}
	p.rest = strings.Join(words, " ")
	return p
}

// isName reports whether words can be a person's name: they have no lower-case
// word but particles.
func isName(words string) bool {
	for w := range strings.FieldsSeq(words) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && r != 'ʻ' && !particles[w] && !strings.Contains(w, "-") {
			return false
		}
	}
	return true
}

// particles are lower-case parts of personal names.
var particles = map[string]bool{"al": true, "el": true, "bin": true, "bint": true, "ibn": true, "ben": true, "de": true, "da": true, "do": true,
	"dos": true, "del": true, "della": true, "di": true, "van": true, "von": true, "der": true, "den": true, "la": true, "le": true, "zu": true,
	"y": true, "ul": true, "ur": true, "wa": true, "ould": true, "d'": true, "of": false}

// whose finds the state or organisation that stands before a title or noun and
// returns the words without it.
func (k *Known) whose(p *phrase, words []string) []string {
	for at := range words {
		if prep(words[at]) || at > 4 {
			return words
		}
		e, match, n := k.nameAt(words, at)
		if n == 0 || n == len(words) {
			continue
		}
		if e.Kind == "outlet" || at > 0 && match <= Alias && k.titleEnd(words[:at]) > 0 && !possessive(words[at+n-1]) && isName(words[at]) && at+n < len(words) && isName(strings.Join(words[at:], " ")) && match != Adjective {
			return words // "Foreign Minister Israel Katz" names a man.
		}
		p.of, p.match = e.ID, match
		return append(slices.Clone(words[:at]), words[at+n:]...)
	}
	return words
}

// possessive reports whether a word has a possessive ending.
func possessive(w string) bool { return strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "s'") }

// prep reports whether a word is a preposition behind which an object stands.
func prep(w string) bool {
	switch w {
	case "of", "for", "to", "in", "at", "from", "with", "on":
		return true
	}
	return false
}

// whoseBehind finds the state or organisation at the end: "president of Russia",
// "the foreign ministry in Moscow".
func (k *Known) whoseBehind(p *phrase, words []string) []string {
	for at := len(words) - 2; at > 0; at-- {
		if words[at] != "of" && words[at] != "in" && words[at] != "from" && words[at] != "at" {
			continue
		}
		from := at + 1
		if from < len(words)-1 && strings.EqualFold(words[from], "the") {
			from++
		}
		e, match, n := k.nameAt(words, from)
		if n == 0 {
			continue
		}
		if p.of == "" && (from+n == len(words) || words[at] == "of") && e.Kind != "outlet" {
			p.of, p.match = e.ID, match
			return append(slices.Clone(words[:at]), words[from+n:]...)
		}
		return words
	}
	return words
}

// titleEnd returns how many of the words, from the first on, are a title; 0 where
// none is. It ends with the last noun that bears a rank and what depends on it.
func (k *Known) titleEnd(words []string) int {
	last := -1
	for i, w := range words {
		if i > 0 && prep(words[i-1]) && i-1 > last && last >= 0 {
			break
		}
		if ranked(w) {
			last = i
		}
	}
	if last < 0 {
		return 0
	}
	end := last + 1
	for end < len(words)-1 && prep(words[end]) {
		next := k.objectEnd(words, end+1)
		if next == end+1 {
			break
		}
		end = next
	}
	for end < len(words)-1 && ranked(words[end]) {
		end++ // "Deputy Minister of Defence General …"
	}
	return end
}

// objectEnd returns where the object of a title's preposition ends.
func (k *Known) objectEnd(words []string, at int) int {
	end := at
	for end < len(words) {
		w := strings.ToLower(strings.Trim(words[end], ","))
		_, _, n := k.nameAt(words, end)
		r, _ := utf8.DecodeRuneInString(words[end])
		switch {
		case w == "the" || w == "and" && end > at || fieldWords[w] || unicode.IsLower(r) && !prep(w):
			end++
		case n > 0:
			end += n
		default:
			return end
		}
	}
	return end
}

// fieldWords are words of portfolios and bodies, which no name is made of.
var fieldWords = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`affairs foreign external relations defence defense finance interior internal home justice
		intelligence oil petroleum energy health economy economic information trade commerce state staff general national security council
		joint chiefs exchequer treasury parliament assembly house representatives senate court supreme armed forces army navy
		air force police republic government office presidency cabinet human rights refugees humanitarian political peacekeeping
		education culture labour labor transport environment agriculture industry planning science communications europe european
		revolutionary guard guards atomic agency organization organisation board party opposition middle east peace process`) {
		set[w] = true
	}
	return set
}()

// ranked reports whether a word bears a rank, with or without a hyphen or full stop.
func ranked(w string) bool {
	w = strings.ToLower(strings.Trim(w, ".,"))
	if i := strings.LastIndexByte(w, '-'); i >= 0 {
		w = w[i+1:]
	}
	_, ok := rankWords[w]
	return ok
}
