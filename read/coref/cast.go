package coref

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parley"
	"parley/actors"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/statement"
)

// member is an actor of the text with what the sieves know of it.
type member struct {
	parley.Actor
	heads  []string // the nouns of its titles or of the words that name it: "president"
	states []string // ids of the states that its titles name
	gender byte     // 'm', 'f' or 0
	plural bool

	// Of a person whom only a noun phrase names, who has no id before something
	// refers back to the person:
	noun       string // the lemma of the phrase's head: "man"
	owner      int    // the member whose wife, deputy the person is, or -1
	indefinite bool   // "a man"

	guessed bool // only the parser tells that the name is a person's
}

// mention is a place where the text names a member.
type mention struct {
	span   parley.Span
	member int
}

// cast is the actors of one text. Whatever is looked up once a name or statement
// has an index, so that the work grows with the length of the text alone.
type cast struct {
	text      *lang.Text
	trees     []syntax.Tree
	known     *actors.Known
	names     []lang.Name
	fullNames map[string][]lang.Name // of several words, no persons', by their noun
	roles     []parley.Role          // in the order of their persons
	members   []*member
	byID      map[string]int
	byWords   map[string]int // by the words that name it, lower case
	byName    map[personName]int
	byHead    map[string][]int // by the last noun of its title or description
	numbers   map[string]int   // by id: the next number that makes it another
	mentions  []mention        // of persons, in the order of the text
	speakers  []speaker        // of the statements so far, in the order of their sources
	spoken    map[string]int   // statements by id
	wanted    map[string]bool
	found     []statement.Found
	sources   map[int]int         // statements by the byte offset of their source
	quoted    map[int][]int       // statements by the quotation that is their content
	guessed   map[int]bool        // persons' names by their first token that only the parser tells
	clock     []int               // sentences begun up to each sentence
	marks     []mark              // where persons are spoken of, in the order of the text
	next      int                 // the first mark that is not settled
	refs      []ref               // of the settled marks
	titleOf   map[int]parley.Role // roles by the byte offsets of the words of their titles
	settled   map[int]int         // members by the byte offset of the noun that names them
	pronounOf map[int]antecedent  // by the byte offset of a pronoun
	nameWords map[string]bool     // the words of names in lower case, once asked for
	lands     map[string]string   // names that no table has by the adjective that they would make
	links     []link
	own       string    // the document's outlet
	title     string    // of the document
	day       string    // the document's day, YYYY-MM-DD; empty: unknown
	occasion  *occasion // nil for a text that is no official one
}

// speaker is who made a statement, and where the text says so.
type speaker struct {
	at      int // byte offset of the source
	members []int
	channel string
}

func newCast(text *lang.Text, trees []syntax.Tree, known *actors.Known, names []lang.Name, roles []parley.Role) *cast {
	roles = slices.SortedStableFunc(slices.Values(roles), func(a, b parley.Role) int {
		return cmp.Compare(a.Person.Hull().Start, b.Person.Hull().Start)
	})
	names, guessed := people(text, trees, known, withFirst(text, trees, names))
	return &cast{
		text: text, trees: trees, guessed: guessed, clock: clocks(text), known: known, names: names, fullNames: fullNames(text, names), roles: roles,
		byID: map[string]int{}, byWords: map[string]int{}, byName: map[personName]int{}, byHead: map[string][]int{},
		numbers: map[string]int{}, spoken: map[string]int{}, wanted: map[string]bool{}, sources: map[int]int{}, quoted: map[int][]int{},
		lands: lands(text, known, names), titleOf: map[int]parley.Role{}, settled: map[int]int{}, pronounOf: map[int]antecedent{},
	}
}

// personName is what a person is found by: the family name and the given name,
// the family name alone, or any name of the family. All are in lower case.
type personName struct{ family, given string }

// The given names that stand for none and for any.
const (
	surnameAlone = "-"
	anyGiven     = "*"
)

// people makes a member of every person that the text names, and notes every
// mention of one, also by surname alone.
func (c *cast) people() {
	for _, n := range c.names {
		if n.Type == lang.PersonName {
			c.person(n)
		}
	}
	for _, n := range c.names {
		i, ok := -1, false
		switch n.Type {
		case lang.PersonName:
			i, ok = c.person(n), true
		case lang.OtherName:
			i, ok = c.surname(n.In(c.text.Source))
		}
		if ok {
			c.mentions = append(c.mentions, mention{n.Span, i})
			c.members[i].Mentions = append(c.members[i].Mentions, n.Span)
		}
	}
}

// person returns the member that a person's name stands for. A surname alone is
// the last person of that surname; a full name is a new person unless the given
// names agree.
func (c *cast) person(n lang.Name) int {
	name := n.In(c.text.Source)
	if i, ok := c.byWords[strings.ToLower(name)]; ok {
		return i
	}
	if i, ok := c.surname(name); ok {
		c.byWords[strings.ToLower(name)] = i
		return i
	}
	m := &member{Actor: parley.Actor{ID: c.freeID(lastWord(name)), Name: name, Kind: parley.Person}, gender: c.honorific(n), owner: -1, guessed: c.guessed[n.First]}
	return c.add(m, name)
}

// surname finds the person whose name ends in the words, or that a longer form
// of the name, with the same given name, stands for: the last one of several.
func (c *cast) surname(name string) (int, bool) {
	words := strings.Fields(strings.ToLower(name))
	wanted := []string{anyGiven}
	if len(words) > 1 {
		wanted = []string{words[0], surnameAlone}
	}
	last := -1
	for _, given := range wanted {
		if i, ok := c.byName[personName{strings.ToLower(family(name)), given}]; ok {
			last = max(last, i)
		}
	}
	if last < 0 {
		return 0, false
	}
	if m := c.members[last]; len(words) > len(strings.Fields(m.Name)) {
		m.Aliases = append(m.Aliases, m.Name)
		m.Name = name
		if m.gender == 0 {
			m.gender = genderOf(name)
		}
		c.called(last)
	}
	return last, true
}

// called lets a person be found by the name that it has now.
func (c *cast) called(i int) {
	words := strings.Fields(strings.ToLower(c.members[i].Name))
	last := strings.ToLower(family(c.members[i].Name))
	given := surnameAlone
	if len(words) > 1 {
		given = words[0]
		if alone := (personName{last, surnameAlone}); c.byName[alone] == i {
			delete(c.byName, alone)
		}
	}
	for _, g := range []string{given, anyGiven} {
		c.byName[personName{last, g}] = max(i, c.byName[personName{last, g}])
	}
}

// honorific tells a person's gender from the word before the name, else from the
// given name.
func (c *cast) honorific(n lang.Name) byte {
	if n.First > 0 {
		if g := genderWords[strings.TrimSuffix(c.text.Tokens[n.First-1].Lower, ".")]; g != 0 {
			return g
		}
	}
	return genderOf(n.In(c.text.Source))
}

// genderWords are titles and pronouns that tell a person's gender.
var genderWords = map[string]byte{
	"mr": 'm', "sir": 'm', "lord": 'm', "king": 'm', "prince": 'm', "spokesman": 'm', "chairman": 'm', "he": 'm', "him": 'm',
	"ayatollah": 'm', "sheikh": 'm', "imam": 'm', "businessman": 'm', "congressman": 'm', "father": 'm', "brother": 'm', "son": 'm',
	"mrs": 'f', "ms": 'f', "miss": 'f', "lady": 'f', "queen": 'f', "princess": 'f', "spokeswoman": 'f', "chairwoman": 'f', "she": 'f',
	"congresswoman": 'f', "mother": 'f', "sister": 'f', "daughter": 'f', "baroness": 'f', "dame": 'f',
}

// add appends a member and lets words find it.
func (c *cast) add(m *member, words string) int {
	i := len(c.members)
	c.members = append(c.members, m)
	c.byID[m.ID] = i
	c.byWords[strings.ToLower(words)] = i
	if m.Kind == parley.Person {
		c.called(i)
	}
	return i
}

// entry returns the id of a known actor, made a member where it is new.
func (c *cast) entry(e actors.Entry, at parley.Span) string {
	i, ok := c.byID[e.ID]
	if !ok {
		i = c.add(&member{Actor: parley.Actor{ID: e.ID, Name: e.Name, Kind: e.Kind}}, e.Name)
		if of, found := c.known.ByID(e.Of); found {
			c.members[i].Of = c.entry(of, parley.Span{})
			c.wanted[e.Of] = true
		}
	}
	if at.Len() > 0 {
		c.members[i].Mentions = append(c.members[i].Mentions, at)
	}
	c.wanted[e.ID] = true
	return e.ID
}

// freeID makes an id of a name that no other member has: "AL-ASSAD", "PETROV2".
func (c *cast) freeID(name string) string {
	id := slug(name)
	if _, taken := c.known.ByID(id); !taken {
		if _, taken = c.byID[id]; !taken {
			return id
		}
	}
	for n := max(2, c.numbers[id]); ; n++ {
		try := id + strconv.Itoa(n)
		if _, taken := c.byID[try]; !taken {
			c.numbers[id] = n + 1
			return try
		}
	}
}

// idLength bounds the length of an id made from words.
const idLength = 28

// slug makes an id of words: upper case, letters and digits of ASCII where the
// name can be written in it.
func slug(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(name) {
		if b.Len() >= idLength {
			break
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToUpper(r))
		}
	}
	if b.Len() == 0 {
		return "ACTOR"
	}
	return b.String()
}

// family returns the part of a person's name by which news calls the person
// again: the last word, without an Arabic article ("al-Assad", "el-Sisi").
func family(name string) string {
	last := lastWord(name)
	for _, article := range []string{"al-", "el-", "Al-", "El-", "ad-", "as-", "ar-"} {
		last = strings.TrimPrefix(last, article)
	}
	return last
}

// postNominals are what may follow a person's family name.
var postNominals = set("jr sr ii iii iv mp mep msp qc kc obe cbe mbe phd md esq")

// lastWord returns the last word of a name that is no generational suffix.
func lastWord(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && postNominals[strings.ToLower(strings.Trim(words[len(words)-1], ",."))] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return ""
	}
	return strings.TrimSuffix(words[len(words)-1], ",")
}

// namesIn returns the names that stand inside a span.
func (c *cast) namesIn(s parley.Span) []lang.Name {
	lo := sort.Search(len(c.names), func(i int) bool { return c.names[i].Start >= s.Start })
	hi := lo
	for hi < len(c.names) && c.names[hi].End <= s.End {
		hi++
	}
	return c.names[lo:hi]
}

// bare returns the words of a phrase without a leading article.
func (c *cast) bare(s parley.Span) string { return c.withoutArticle(s).In(c.text.Source) }

// withoutArticle returns a phrase without a leading article.
func (c *cast) withoutArticle(s parley.Span) parley.Span {
	words := s.In(c.text.Source)
	for _, article := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		if strings.HasPrefix(words, article) {
			s.Start += len(article)
			break
		}
	}
	return s
}

// headsMost is how many words of its titles a person keeps.
const headsMost = 50

// role gives a role its person and lets the person be found by the title.
func (c *cast) role(r *parley.Role) {
	span := r.Person.Hull()
	i, ok := c.memberAt(span)
	if !ok {
		i = c.person(lang.Name{Span: span, Type: lang.PersonName})
		c.members[i].Mentions = append(c.members[i].Mentions, span)
	}
	m := c.members[i]
	r.Actor = m.ID
	c.wanted[m.ID] = true
	title := r.Title.Hull()
	for _, t := range c.tokens(title) {
		c.titleOf[t.Start] = *r
		if g := genderWords[t.Lower]; g != 0 && m.gender == 0 {
			m.gender = g
		}
		if t.Kind == lang.Word {
			m.heads = append(m.heads[max(0, len(m.heads)-headsMost):], t.Lower)
		}
	}
	if c.bygone(title) {
		return // Who was once an envoy speaks for nobody today.
	}
	for _, n := range c.namesIn(title) {
		if id := c.landed(n); id != "" {
			m.Of = cmp.Or(m.Of, id)
		}
		if s, ok := c.known.State(n.In(c.text.Source)); ok {
			if !slices.Contains(m.states, s.ID) {
				m.states = append(m.states, s.ID)
			}
			if m.Of == "" && s.ID != "" {
				m.Of = c.entry(s.Entry, parley.Span{})
			}
		}
	}
}

// bygone reports whether a title is one that was held once: "former", "ex-", "retired", also
// right before the title.
func (c *cast) bygone(title parley.Span) bool {
	first := c.text.TokenAt(title.Start)
	for i := max(0, first-1); i < len(c.text.Tokens) && c.text.Tokens[i].Start < title.End; i++ {
		if t := c.text.Tokens[i]; t.Is("former", "ex", "retired", "late", "ousted") || strings.HasPrefix(t.Lower, "ex-") {
			return true
		}
	}
	return false
}

// memberAt returns the person whom a span of text names.
func (c *cast) memberAt(s parley.Span) (int, bool) {
	k := sort.Search(len(c.mentions), func(k int) bool { return c.mentions[k].span.End > s.Start })
	if k < len(c.mentions) && c.mentions[k].span.Overlaps(s) {
		return c.mentions[k].member, true
	}
	return 0, false
}

// lookBack is how many mentions or speakers back a title or a pair is followed;
// whom a text has not named for as long it does not call by a title alone.
const lookBack = 300

// mentionsBefore returns the last mentions of persons before a byte offset.
func (c *cast) mentionsBefore(offset int) []mention {
	k := sort.Search(len(c.mentions), func(k int) bool { return c.mentions[k].span.Start >= offset })
	return c.mentions[max(0, k-lookBack):k]
}

// tokens returns the tokens inside a span.
func (c *cast) tokens(s parley.Span) []lang.Token {
	lo := c.text.TokenAt(s.Start)
	hi := lo
	for hi < len(c.text.Tokens) && c.text.Tokens[hi].End <= s.End {
		hi++
	}
	return c.text.Tokens[lo:hi]
}

func round(x float64) float64 { return math.Round(x*100) / 100 }
