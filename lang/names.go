package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley"
)

// NameType says what a name stands for, as far as its own words and its
// neighbours tell.
type NameType uint8

// The types of name.
const (
	OtherName  NameType = iota // unknown
	PersonName                 // a person, without titles: "Bashar al-Assad"
	PlaceName                  // a state, city, region
	BodyName                   // an organisation, government body, armed group or outlet
	Demonym                    // an adjective or a people: "Syrian", "Kurds"
)

// Name is a proper name: tokens [First, Last) of the text.
type Name struct {
	parley.Span
	First, Last int
	Type        NameType
}

// Names finds the names of a text by the patterns of English news, in the order
// of the text and without overlap. Titles ("President", "Gen.") are not part of
// a person's name; honorifics that are ("Sir", "Sheikh") stay. It knows no
// particular person: what a name refers to is for the caller's tables.
func Names(t *Text) []Name {
	n := namer{text: t, lower: map[string]bool{}, capital: map[string]bool{}}
	n.survey()
	for i := range t.Sentences {
		n.sentence(i)
	}
	n.agree()
	return n.out
}

// namer finds the names of one text.
type namer struct {
	text    *Text
	lower   map[string]bool // words that the text writes in lower case
	capital map[string]bool // words with a capital where neither sentence start nor headline gives one
	out     []Name
}

// survey collects how the text writes its words where it is free to choose.
func (n *namer) survey() {
	for _, s := range n.text.Sentences {
		title := n.titleCase(s)
		for i := s.First; i < s.Last; i++ {
			w := n.text.Tokens[i]
			switch {
			case w.Kind != Word:
			case !w.Capital():
				n.lower[w.Lower] = true
			case !title && !n.opens(s, i):
				n.capital[w.Lower] = true
			}
		}
	}
}

// titleCase reports whether a sentence's capitals say nothing: most of its
// longer words have one.
func (n *namer) titleCase(s Sentence) bool {
	capital, plain, least := 0, 0, 3
	if n.text.Blocks[s.Block].Kind == Heading {
		least = 1
	}
	for _, w := range n.text.Words(s) {
		if w.Kind != Word || utf8.RuneCountInString(w.Text) < 4 {
			continue
		}
		if w.Capital() {
			capital++
		} else {
			plain++
		}
	}
	if least > 1 && n.text.Tokens[s.Last-1].Is(".") {
		return false // A sentence full of names is no headline.
	}
	return capital >= least && capital > 3*plain
}

// opens reports whether token i stands where every word has a capital: first in
// the sentence or behind a mark that begins one inside it.
func (n *namer) opens(s Sentence, i int) bool {
	for i--; i >= s.First; i-- {
		w := n.text.Tokens[i]
		if w.Kind == Word || w.Kind == Number {
			return false
		}
		if w.Kind == Mark {
			return w.Space || i == s.First // A closing mark begins nothing.
		}
		if w.Is(":", "•", "–", "—", "--", "...", "(", "[") {
			return true
		}
		if w.Kind == Punct && !w.Is("-") {
			return i == s.First
		}
	}
	return true
}

// sentence appends the names of sentence k.
func (n *namer) sentence(k int) {
	s := n.text.Sentences[k]
	title := n.titleCase(s)
	for i := s.First; i < s.Last; {
		if !n.starts(s, i, title) {
			i++
			continue
		}
		i = n.split(s, i, n.run(s, i))
		if len(n.out) > 0 {
			i = max(i, n.out[len(n.out)-1].Last) // "Jr." lies behind the run.
		}
	}
}

// starts reports whether a run of name words begins at token i.
func (n *namer) starts(s Sentence, i int, title bool) bool {
	w := n.text.Tokens[i]
	if w.Is("al", "el") && !w.Capital() && i+1 < s.Last && n.nameWord(i+1) && n.text.Tokens[i+1].Space {
		return true // "al Qaeda"
	}
	if !n.nameWord(i) {
		return false
	}
	if title && !n.evident(w) {
		return false
	}
	if !n.opens(s, i) || n.evident(w) || isTitle(w) {
		return true
	}
	if openers[w.Lower] || n.lower[w.Lower] {
		return false
	}
	next := i + 1
	return next < s.Last && (n.nameWord(next) && n.text.Tokens[next].Space || n.text.Tokens[next].Is("'s") && len(w.Text) > 3)
}

// evident reports whether a word is a name whatever its place.
func (n *namer) evident(w Token) bool {
	return n.capital[w.Lower] && !notNames[w.Lower] || placeWords[w.Text] || givenNames[w.Text] || isPeople(w) ||
		allCapitals(w.Text) && !n.lower[w.Lower] && len(w.Text) <= 6 || hasPrefixed(w.Lower)
}

// nameWord reports whether token i can be a word of a name.
func (n *namer) nameWord(i int) bool {
	w := n.text.Tokens[i]
	if w.Kind != Word || compound(w) {
		return false
	}
	if w.Text == "US" {
		return true // But "us" and "Us" are not.
	}
	if w.Capital() {
		return !notNames[w.Lower] && !notNames[strings.TrimSuffix(w.Lower, ".")] && w.Text != "'S"
	}
	return hasPrefixed(w.Lower) && strings.IndexFunc(w.Text, unicode.IsUpper) > 0
}

// compound reports whether a word is an adjective made with a name ("U.S.-led").
func compound(w Token) bool {
	i := strings.LastIndexByte(w.Text, '-')
	if i < 0 || i+4 > len(w.Text) || !w.Capital() || w.Text[i+1] < 'a' || w.Text[i+1] > 'z' {
		return false
	}
	head := w.Text[:i]
	return strings.HasSuffix(w.Text, "ed") || placeWords[head] || allCapitals(head) || isPeople(Token{Kind: Word, Text: head, Lower: strings.ToLower(head)})
}

// hasPrefixed reports whether a word begins with a particle and a hyphen.
func hasPrefixed(lower string) bool {
	for _, p := range prefixed {
		if strings.HasPrefix(lower, p) {
			return true
		}
	}
	return false
}

// run returns the end of the run of name words that begins at token i.
func (n *namer) run(s Sentence, i int) int {
	body, place := bodyWords[n.text.Tokens[i].Lower], false
	deep := false // "of", "for" or "on" has been taken
	end := i + 1
	for end < s.Last {
		w := n.text.Tokens[end]
		switch {
		case n.nameWord(end) && w.Space:
			body, place = body || bodyWords[w.Lower], place || placeHeads[w.Lower]
			end++
		case n.monthly(s, end):
			end++ // A family name such as "May", a given name such as "Jun".
		case n.joined(s, end) > 0:
			end = n.joined(s, end)
		case (body || place && w.Is("of")) && n.reaches(s, end) > 0:
			end, deep = n.reaches(s, end), true
		case w.Is("and") && (deep && n.pairs(s, end) || n.leads(s, i, end)):
			end += 2
		default:
			return end
		}
	}
	return end
}

// monthly reports whether token i, a month, is part of the name before it.
func (n *namer) monthly(s Sentence, i int) bool {
	w := n.text.Tokens[i]
	if !months[w.Lower] || !w.Capital() || i+1 < s.Last && n.text.Tokens[i+1].Kind == Number {
		return false
	}
	return len(w.Text) == 3 && w.Text != "May" || givenNames[n.text.Tokens[i-1].Text]
}

// joined returns where the run goes on behind particles ("bin", "van der",
// "al -") or a hyphen's second part, or 0.
func (n *namer) joined(s Sentence, i int) int {
	k := i
	for k < s.Last && k < i+3 && (particles[n.text.Tokens[k].Lower] || k > i && n.text.Tokens[k].Is("-")) {
		k++
	}
	if k == i || k >= s.Last || !n.nameWord(k) || isTitle(n.text.Tokens[k]) {
		return 0
	}
	return k + 1
}

// reaches returns where a body's name goes on behind "of", "for", "on" or "to"
// (and an article), or 0.
func (n *namer) reaches(s Sentence, i int) int {
	if !n.text.Tokens[i].Is("of", "for", "on") {
		return 0
	}
	k := i + 1
	if k < s.Last && n.text.Tokens[k].Is("the") {
		k++
	}
	if k >= s.Last || !n.nameWord(k) {
		return 0
	}
	if n.text.Tokens[i].Is("on") && placeWords[n.text.Tokens[k].Text] {
		return 0 // "the Security Council on Kestria" votes on it, "sanctions of the United States on it" hit it.
	}
	if w := n.text.Tokens[k]; n.titleAt(s, k) > 0 && !portfolioWords[w.Lower] && !w.Is("representatives", "deputies", "ministers") {
		return 0
	}
	return k + 1
}

// pairs reports whether "and" at token i joins two matters of one body's name
// ("Security and Co-operation") and not two names.
func (n *namer) pairs(s Sentence, i int) bool {
	if i+1 >= s.Last || !n.nameWord(i+1) {
		return false
	}
	after, before := n.text.Tokens[i+1], n.text.Tokens[i-1]
	return portfolioWords[after.Lower] || portfolioWords[before.Lower] && !placeWords[after.Text] && !isPeople(after) &&
		!givenNames[after.Text] && n.titleAt(s, i+1) == 0 && !bodyWords[after.Lower]
}

// leads reports whether "and" at token i, behind a run that began at first,
// stands in the name of a body that the words behind it end: "Food and
// Agriculture Organization".
func (n *namer) leads(s Sentence, first, i int) bool {
	if i > first+2 || i+2 >= s.Last || !n.matter(s, i-1) || !n.nameWord(i+1) || !n.matter(s, i+1) {
		return false
	}
	for k := i + 2; k < min(i+4, s.Last) && n.nameWord(k); k++ {
		if bodyWords[n.text.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

// matter reports whether token i can name what a body deals with: it is no
// place, people, person, body, acronym or title itself.
func (n *namer) matter(s Sentence, i int) bool {
	w := n.text.Tokens[i]
	return !placeWords[w.Text] && !isPeople(w) && !givenNames[w.Text] && !allCapitals(w.Text) && !bodyWords[w.Lower] &&
		!placeHeads[w.Lower] && n.titleAt(s, i) == 0
}

// split cuts a run [i, end) at its titles, appends the names between them, and
// returns where it stopped: a title may lead on to another run ("Secretary of
// State John Kerry").
func (n *namer) split(s Sentence, i, end int) int {
	from, titled := i, false
	for k := i; k < end; {
		length := n.titleAt(s, k)
		if length == 0 || k > from && k+length >= end && givenNames[n.text.Tokens[from].Text] {
			k++ // No title, or a family name such as "Major" or "King".
			continue
		}
		n.append(s, from, k, titled)
		k += length
		from, titled = k, true
		for from < end && !n.nameWord(from) {
			from, titled = from+1, false // "Commissioner for Refugees" has no name behind it.
		}
		k = max(k, from)
		if k >= end && k < s.Last && n.nameWord(k) && length > 1 {
			end = n.run(s, k)
		}
	}
	n.append(s, from, end, titled)
	return max(from, end)
}

// titleAt returns the number of tokens of the title that begins at token i, or
// 0: modifiers, a head, and what belongs to it behind "of", "for" or "to".
func (n *namer) titleAt(s Sentence, i int) int {
	k := i
	for k < s.Last && k < i+4 && titleModifiers[n.text.Tokens[k].Lower] && n.text.Tokens[k].Capital() && !isTitle(n.text.Tokens[k]) {
		k++
	}
	heads := k
	for k < s.Last && (isTitle(n.text.Tokens[k]) || k > heads && n.text.Tokens[k].Is("executive", "elect", "designate")) {
		if ofName[n.text.Tokens[k].Lower] && !(k+1 < s.Last && isTitle(n.text.Tokens[k+1])) {
			break
		}
		k++
	}
	if k == heads || k < s.Last && n.text.Tokens[k].Capital() && bodyWords[n.text.Tokens[k].Lower] {
		return 0 // No head, or "General Assembly", "Chief Justice Council".
	}
	return n.titleTail(s, k) - i
}

// titleTail returns the end of a title whose head ends at token k.
func (n *namer) titleTail(s Sentence, k int) int {
	if k >= s.Last || !n.text.Tokens[k].Is("of", "for", "to") {
		return k
	}
	end := k + 1
	for end < s.Last {
		w := n.text.Tokens[end]
		if portfolioWords[w.Lower] && w.Capital() || w.Is("and", "the", "of", "for") && end+1 < s.Last &&
			portfolioWords[n.text.Tokens[end+1].Lower] && n.text.Tokens[end+1].Capital() {
			end++
			continue
		}
		break
	}
	for next := end; next < s.Last && n.nameWord(next); next++ {
		if w := n.text.Tokens[next]; bodyWords[w.Lower] && end > k+1 {
			return k // "Chairman of the National Unity Party" names the body.
		}
	}
	if end == k+1 {
		return k
	}
	return end
}

// isTitle reports whether a token is a title's head with a capital.
func isTitle(w Token) bool {
	return w.Kind == Word && w.Capital() && titleHeads[strings.TrimSuffix(w.Lower, ".")]
}

// append adds the names of a stretch between titles. Where a given name stands
// behind a people, place or body, a person's name begins ("Scotland Nicola ...").
func (n *namer) append(s Sentence, first, last int, titled bool) {
	if first >= last {
		return
	}
	tokens := n.text.Tokens
	// Behind "minister of" a place or body stands before the minister.
	body := first >= s.First+2 && tokens[first-1].Is("of", "for", "to") && isTitle(tokens[first-2])
	for k := first + 1; k < last; k++ {
		lead := tokens[k-1]
		body = body || bodyWords[lead.Lower]
		if givenNames[tokens[k].Text] && last-k >= 2 && !bodyWords[tokens[last-1].Lower] &&
			(body || isPeople(lead) || placeWords[lead.Text] || allCapitals(lead.Text)) {
			n.add(s, first, k, false)
			n.add(s, k, last, true)
			return
		}
	}
	if last-first == 2 && (isPeople(tokens[first]) || isState(tokens[first:first+1])) && allCapitals(tokens[first+1].Text) {
		n.add(s, first, first+1, false)
		first++
	}
	n.add(s, first, last, titled)
}

// add adds one name. A comma and "Jr." behind it belong to it.
func (n *namer) add(s Sentence, first, last int, titled bool) {
	tokens := n.text.Tokens
	behind := last
	if behind < s.Last && tokens[behind].Is(",") {
		behind++
	}
	if behind < s.Last && tokens[behind].Is("jr", "jr.", "sr", "sr.") && last-first >= 2 {
		last = behind + 1
	}
	span := parley.Span{Start: tokens[first].Start, End: tokens[last-1].End}
	if w := tokens[last-1]; strings.HasSuffix(w.Text, ".") && len(w.Text) > 2 && w.End == s.End && !allCapitals(w.Text) {
		span.End-- // The full stop is the sentence's.
	}
	name := Name{Span: span, First: first, Last: last}
	name.Type = n.typeOf(s, name, titled)
	n.out = append(n.out, name)
}
