package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// typeOf guesses a name's type, the surest clues first.
func (n *namer) typeOf(s Sentence, name Name, titled bool) NameType {
	words := n.text.Tokens[name.First:name.Last]
	switch {
	case n.people(words):
		return Demonym
	case isState(words):
		return PlaceName
	case placeHeads[words[len(words)-1].Lower] && len(words) > 1 || westBank(words):
		return PlaceName
	case n.hasWord(words, bodyWords) && !(titled && givenNames[words[0].Text]):
		return BodyName
	case titled:
		return PersonName
	case len(words) == 1 && allCapitals(words[0].Text):
		return BodyName
	case n.honoured(s, name) || ofName[words[0].Lower]:
		return PersonName
	case placeWords[words[0].Text] || placeWords[words[len(words)-1].Text] || n.hasWord(words, placeHeads):
		return PlaceName
	case personal(words):
		return PersonName
	}
	return n.byNeighbours(s, name)
}

// people reports whether a name is that of a people, or its adjective.
func (n *namer) people(words []Token) bool {
	last := words[len(words)-1]
	switch len(words) {
	case 1:
		return isPeople(last)
	case 2:
		return words[0].Is("north", "south", "greek", "turkish", "saudi", "israeli", "sri", "new", "el", "costa") && isPeople(last)
	}
	return false
}

// isState reports whether a name is an abbreviation of a state.
func isState(words []Token) bool {
	return len(words) == 1 && words[0].Capital() && strings.ToUpper(words[0].Text) == words[0].Text &&
		words[0].Is("us", "u.s", "u.s.", "usa", "u.s.a.", "uk", "u.k", "u.k.", "uae", "u.a.e.", "ussr", "drc", "dprk")
}

// westBank reports whether a name is a bank of a river and not of money.
func westBank(words []Token) bool {
	return len(words) == 2 && words[0].Is("west", "east", "left", "right") && words[1].Is("bank")
}

// hasWord reports whether one of the words, capital and all, is in a list.
func (n *namer) hasWord(words []Token, list map[string]bool) bool {
	for _, w := range words {
		if list[w.Lower] && w.Capital() {
			return true
		}
	}
	return false
}

// honoured reports whether an honorific or a title in lower case stands before the name.
func (n *namer) honoured(s Sentence, name Name) bool {
	if name.First == s.First {
		return false
	}
	before := n.text.Tokens[name.First-1]
	return honorifics[before.Lower] && before.Capital() || titleHeads[before.Lower] && name.Last-name.First <= 4
}

// personal reports whether a name has a person's shape: a given name first, or
// an initial, particle or "Jr." inside.
func personal(words []Token) bool {
	if len(words) < 2 || len(words) > 7 {
		return len(words) == 1 && hasPrefixed(words[0].Lower)
	}
	if givenNames[words[0].Text] || givenNames[beforeHyphen(words[0].Text)] {
		return true
	}
	for _, w := range words[1:] {
		initial := utf8.RuneCountInString(w.Text) == 2 && strings.HasSuffix(w.Text, ".")
		if initial || hasPrefixed(w.Lower) || particles[w.Lower] || w.Is("jr", "jr.") {
			return true
		}
	}
	return false
}

// beforeHyphen returns the part of a word before its first hyphen ("Jean-Yves").
func beforeHyphen(w string) string {
	head, _, _ := strings.Cut(w, "-")
	return head
}

// byNeighbours guesses the type of a name whose own words tell nothing.
func (n *namer) byNeighbours(s Sentence, name Name) NameType {
	var before, after Token
	if name.First > s.First {
		before = n.text.Tokens[name.First-1]
	}
	if name.Last < s.Last {
		after = n.text.Tokens[name.Last]
	}
	length := name.Last - name.First
	switch {
	case before.Is("the"):
		return OtherName
	case length >= 2 && length <= 3 && (saying[after.Lower] || saying[before.Lower]):
		return PersonName
	case placePrepositions[before.Lower] && !after.Is("'s"):
		return PlaceName
	case length >= 2 && length <= 3 && !n.common(name) && after.Is(","):
		return PersonName
	}
	return OtherName
}

// common reports whether the text writes a word of the name in lower case too.
func (n *namer) common(name Name) bool {
	for _, w := range n.text.Tokens[name.First:name.Last] {
		if n.lower[w.Lower] || openers[w.Lower] {
			return true
		}
	}
	return false
}

// agree lets all mentions of one name have one type, and gives a surname alone,
// and a family's other members, the type of the full name.
func (n *namer) agree() {
	persons, types := map[string]bool{}, map[string]NameType{}
	for _, x := range n.out {
		if x.Type == PersonName {
			for _, w := range n.text.Tokens[x.First:x.Last] {
				persons[bare(w)] = true
			}
		}
		if x.Type != OtherName {
			types[n.key(x)] = x.Type
		}
	}
	for i := range n.out {
		x := &n.out[i]
		if x.Type != OtherName {
			continue
		}
		length := x.Last - x.First
		if t, ok := types[n.key(*x)]; ok && (length > 1 || t != PersonName) {
			x.Type = t
		} else if length <= 3 && persons[bare(n.text.Tokens[x.Last-1])] && (length == 1 || !n.common(*x)) {
			x.Type = PersonName
		}
	}
}

// key returns a name's words in lower case.
func (n *namer) key(x Name) string { return strings.ToLower(x.In(n.text.Source)) }

// bare returns a word of a name in lower case without a particle in front:
// "al-Assad" and "Assad" are one surname.
func bare(w Token) string {
	for _, p := range prefixed {
		if rest, ok := strings.CutPrefix(w.Lower, p); ok {
			return rest
		}
	}
	return w.Lower
}

// isPeople reports whether a token is an adjective or the name of a people.
func isPeople(w Token) bool {
	if !w.Capital() {
		return false
	}
	if peoples[w.Text] || w.Text == "Belarusian" {
		return true
	}
	if len(w.Text) < 6 || givenNames[w.Text] {
		return false
	}
	for _, end := range peopleEnds {
		if strings.HasSuffix(w.Lower, end) {
			return true
		}
	}
	return false
}

// allCapitals reports whether a word is an acronym: two letters or more, all
// capitals, points aside.
func allCapitals(w string) bool {
	letters := 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r != '.' && r != '-' && r != '&' && !unicode.IsDigit(r):
			return false
		}
	}
	return letters >= 2
}
