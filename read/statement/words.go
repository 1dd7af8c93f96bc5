package statement

import (
	"strings"

	"parley/lang"
)

// class is what a word of a closed class can be. English has few such words, and
// they are enough to find where phrases and clauses begin.
type class uint16

const (
	determiner class = 1 << iota
	preposition
	pronoun    // that can be a subject
	auxiliary  // forms of be, have and do, and modals
	connective // and, or, but
	subordinator
	adverb // that may stand between a subject and its verb
	negation
	timeWord
	relative
)

// classes of the closed-class words, lower case.
var classes = func() map[string]class {
	out := map[string]class{}
	for c, words := range map[class]string{
		determiner: `the a an this these those his her their its our my your some any no each every another several many most few
			both all either neither such`,
		preposition: `of in on at by for from to with without under over after before during since until into onto upon about against
			between among through across behind near toward towards amid despite within outside inside around beyond including
			like than per via following regarding concerning ahead`,
		pronoun:    `he she they we i it you somebody someone everyone nobody anyone many some others most several few none`,
		auxiliary:  `is are was were be been being am has have had having do does did will would can could may might must shall should 're 've 'll 'd 'm`,
		connective: `and or but nor`,
		subordinator: `that because while when if although though whereas unless where whether since before after until as once lest
			so what how why than`,
		adverb: `apart also long ever later still now then already just even once again earlier recently previously yesterday today both
			meanwhile instead however too always never often sometimes soon further rather quickly separately initially`,
		negation: `not n't never no neither nor hardly`,
		timeWord: `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
			september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. today yesterday
			tomorrow tonight morning afternoon evening night noon week month year late early earlier last this next past coming`,
		relative: `who whom which whose that`,
	} {
		for _, w := range strings.Fields(words) {
			out[w] |= c
		}
	}
	return out
}()

// is reports whether a token can be of one of the classes.
func is(t lang.Token, c class) bool {
	if t.Kind == lang.Number {
		return false
	}
	got := classes[t.Lower]
	if strings.HasSuffix(t.Lower, "ly") && len(t.Lower) > 4 && !t.Capital() && !lyNouns[t.Lower] {
		got |= adverb
	}
	return got&c != 0
}

// finitePast are irregular past tenses that are frequent in news; with the
// auxiliaries and the -ed forms they tell where a subject ends.
var finitePast = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`became began broke brought built came chose cut drew drove fell flew fought found gave went
		grew held hit kept knew laid led left lost made met paid put ran rose saw sent set shot spoke spent stood struck took taught
		thought threw told understood won withdrew wrote said sought urges says seems appears remains comes goes takes makes gives has`) {
		out[w] = true
	}
	return out
}()

// verbOnly are past tenses that are no participles, so that no noun phrase holds one.
var verbOnly = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`became began broke came chose drew fell flew gave went grew knew rose spoke took threw withdrew wrote
		said says seems appears remains remain remained stayed seem become`) {
		out[w] = true
	}
	return out
}()

// finite reports whether a token looks like a finite verb.
func finite(t lang.Token) bool {
	return t.Kind == lang.Word && !t.Capital() &&
		(is(t, auxiliary) || finitePast[t.Lower] || strings.HasSuffix(t.Lower, "ed") && len(t.Lower) > 4)
}

// isWord reports whether a token is a word or number.
func isWord(t lang.Token) bool { return t.Kind == lang.Word || t.Kind == lang.Number }

// lyNouns are the nouns and adjectives that only look like adverbs.
var lyNouns = map[string]bool{
	"rally": true, "assembly": true, "family": true, "reply": true, "supply": true, "monopoly": true, "anomaly": true, "bully": true, "elderly": true,
	"friendly": true, "deadly": true, "weekly": true, "daily": true, "monthly": true, "costly": true, "unlikely": true, "likely": true, "lively": true,
}
