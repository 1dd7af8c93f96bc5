package coref

import (
	"slices"
	"strings"

	"parley"
)

// Plausible reports whether an actor can hold a position: not what is only called a group by
// words that name none ("the move", "nothing", "anyone").
func (k *Cast) Plausible(id string) bool {
	i, ok := k.c.byID[id]
	if !ok {
		return false
	}
	if k.Known(id) {
		return true
	}
	name := strings.ToLower(k.c.members[i].Name)
	if noOne[firstWord(name)] || bare[name] || documents[strings.TrimSuffix(headOf(name), "s")] {
		return false
	}
	if k.c.headline(k.c.members[i].Name) || !headed(headPhrase(k.c.members[i].Name)) {
		return false
	}
	if k.c.members[i].Kind != parley.Group {
		return true
	}
	for w := range strings.FieldsSeq(headPart(name)) {
		one := strings.TrimSuffix(strings.Trim(w, ",.'’\"“”"), "s")
		if _, body := kinds[one]; groups[one] || arms[one] || body || titles[one] != nil || groups[strings.TrimSuffix(one, "ie")+"y"] || kinds[strings.TrimSuffix(one, "ie")+"y"] != "" {
			if !vague[w] {
				return true // "world powers", and not "the world"
			}
		}
	}
	head := headPhrase(k.c.members[i].Name)
	return head != strings.ToLower(head) && !vague[firstWord(name)] && len(strings.Fields(head)) <= longName
}

// headline reports whether a name is words of a headline or a byline: an outlet with what stands
// behind it ("CNN Obama"), or several words in capitals.
func (c *cast) headline(name string) bool {
	words := strings.Fields(name)
	if name == "NEW" {
		return true // What an outlet puts before the news of the hour.
	}
	if len(words) < 2 {
		return false
	}
	for _, w := range words {
		if _, outlet := c.known.Outlet(w); outlet && (len(w) > 2 && w == strings.ToUpper(w) || w == "Reuters") {
			return true
		}
	}
	return name == strings.ToUpper(name) && slices.ContainsFunc(words, func(w string) bool { return len(w) > len("NATO") })
}

// longName is how many words the name of a body has at most before its first preposition; what
// has more is a headline or a clause that has been taken for one.
const longName = 6

// Sides reports whether an actor can be for or against something that parties contend for:
// not a region, and of groups without a name only those that take part, "the rebels" and
// "Western leaders" but not "the students" or "those companies".
func (k *Cast) Sides(id string) bool {
	i, ok := k.c.byID[id]
	if !ok || !k.Plausible(id) {
		return false
	}
	m := k.c.members[i]
	if k.Known(id) || m.Kind == parley.Person {
		return true
	}
	name := strings.ToLower(m.Name)
	if regions[name] {
		return false
	}
	head := headPhrase(m.Name)
	last := strings.ToLower(strings.Trim(lastWord(head), ",.'’\"“”"))
	return m.Kind != parley.Group || contending[last] || contending[strings.TrimSuffix(last, "s")] || contending[strings.TrimSuffix(last, "ies")+"y"]
}

// regions are the names of parts of the world, which take no side by themselves.
var regions = map[string]bool{"africa": true, "north africa": true, "middle east": true, "the middle east": true, "asia": true, "latin america": true, "latin american": true, "south america": true, "america": true}

// contending are the nouns of groups that take part in a conflict or a negotiation.
var contending = set(`rebel opposition opponent protester protestor demonstrator insurgent militant fighter guerrilla militia force troop army faction group party coalition bloc alliance ally
	movement council government regime authority minister leader official lawmaker legislator senator mp deputy diplomat envoy negotiator delegate delegation member representative power
	country state nation side community west activist campaigner supporter loyalist separatist islamist jihadist extremist terrorist critic dissident exile tribe organisation organization
	republican democrat conservative union body agency committee chief commander general parliament`)

// Known reports whether an actor is one of the dated list, and not only named by the text.
func (k *Cast) Known(id string) bool {
	_, known := k.c.known.ByID(id)
	return known
}

// documents are the nouns of texts, which say what they say for those who wrote them, and of
// what is fired by somebody.
var documents = set("fighting shelling violence clash concern resolution draft statement letter plan deal agreement communique communiqué text document proposal bill decree declaration initiative order report book film prize award shell rocket missile bomb bullet")

// headPart returns a phrase up to the words that only tell more of its head: "departure" of
// "departure of the president", all of "dozens of protesters".
func headPart(name string) string {
	head, _, cut := strings.Cut(name, " of ")
	if !cut || counted[lastWord(head)] {
		return name
	}
	return head
}

// headed reports whether the last word of a phrase can be who acts: a name, several, or a noun
// of a body, a group or a person; "military offensive" is none.
func headed(phrase string) bool {
	last := strings.Trim(lastWord(phrase), ",.'’\"“”")
	if last == "" || last != strings.ToLower(last) || strings.HasSuffix(last, "s") || counted[last] {
		return true
	}
	_, body := kinds[last]
	return body || groups[last] || arms[last] || titles[last] != nil
}

// headPhrase returns a phrase up to its first preposition: of "arrest of the president" that
// is no name.
func headPhrase(name string) string {
	for _, p := range prepositions {
		name, _, _ = strings.Cut(name, p)
	}
	return name
}

// prepositions are those that lead from the head of a name to what tells more of it.
var prepositions = []string{" of ", " on ", " in ", " for ", " to ", " by ", " from ", " with "}

// headOf returns the last word of a phrase before a preposition.
func headOf(name string) string {
	return lastWord(headPhrase(name))
}

// noOne are the words that open a phrase for nobody, or for whoever it may be.
var noOne = set("echoing reply id my your full read watch click share updated tune no no-one nobody anyone anybody any whose which whoever")

// bare are the adjectives that are a name's first word and no name by themselves: "interim", but
// not "the interim government".
var bare = set("international heavy interim middle fresh presidential")

// vague are the words that name nobody in particular.
var vague = set("no-one anyone anybody someone somebody everyone everybody nobody nothing others some many most yet world led move")

// firstWord returns the first word of a name.
func firstWord(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return first
}
