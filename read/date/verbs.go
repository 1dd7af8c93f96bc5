package date

import "strings"

// This file holds the words that tense.go and governor.go look for. They are closed classes of
// English, or the verbs of news that govern times; none belongs to one text.

// isPast reports whether a word is, or may be, a verb of the past.
func isPast(w string) bool {
	if pasts[w] {
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "ed") && !notPast[w] && (w == "set" || !plans[w])
}

// notPast are words in -ed that are no past verbs.
var notPast = wordSet("united indeed hundred exceed proceed succeed speed breed embed need feed seed unprecedented alleged proposed armed unarmed so-called")

// pasts are the past forms of irregular verbs and auxiliaries.
var pasts = wordSet(`was were had did has have said told met began made took gave went came saw held led left lost won spoke wrote ran fell rose
	set got brought thought bought sought fought caught taught found felt kept sent spent built stood understood knew grew threw drew
	flew broke chose drove rode shot sat hit cut put struck paid laid sold heard meant dealt became withdrew undertook shook
	swore wore tore forgot forbade overthrew fled sank sang hung swept slept crept bled read done gone seen taken given begun`)

// modals are the auxiliaries of what is to come.
var modals = wordSet("will 'll would shall may might could should must can wo ca cannot")

// futureModals are those that tell a time behind which they stand.
var futureModals = wordSet("will 'll would shall may might should must wo")

// plans are the words of what is fixed for a day to come.
var plans = wordSet(`scheduled planned due slated expected set poised supposed bound ready planning upcoming scheduling
	deadline tentatively going payable effective forward`)

// intents are those of presents that are nouns as well.
var intents = wordSet("plans hopes wants aims expects intends prepares heads returns visits leaves")

// presents are present verbs that, with a day, speak of a plan.
var presents = wordSet(`begins starts opens meets ends expires arrives visits travels hosts convenes prepares plans hopes wants
	faces heads resumes leaves returns expects intends aims`)

// bases are the same verbs in the plural, where no "to" or auxiliary stands before them.
var bases = wordSet("begin convene resume expire meet gather hold arrive travel")

// intends are past and present verbs whose infinitive is still to come.
var intends = wordSet(`agreed vowed planned promised pledged decided hopes hoped hope wants wanted want intends intended intend aims aimed
	prepared preparing prepare prepares asked urged invited ordered called told needs need refused threatened expects expected
	offered seeks sought wish wishes able likely willing determined chance plan plans right time opportunity deadline bid effort
	agreement plan plans decision proposal offer bid summoned scheduled due set slated ready poised sworn elected`)

// dueNouns are the nouns that make the time before them one to come.
var dueNouns = wordSet("deadline date target cutoff")

// lapsed are the verbs of deadlines that have passed.
var lapsed = wordSet("missed passed expired lapsed ignored defied")

// grants are the verbs after which "until" and "by" look ahead.
var grants = wordSet("gave given set granted extended asked urged told ordered vowed promised demanded wanted postponed delayed has have agreed adjourned suspended prorogued closed barred banned remain")

// clauseStarts are the words that begin a clause of its own.
var clauseStarts = wordSet("that which who whose when while because although though if whether where after as since but")

// notBase are words that follow the preposition "to".
var notBase = wordSet("the a an his her its their our my your this that these those each all both some any what which whom him them us me it")

// notProgressive are words in -ing that are no verbs, or say nothing of the time.
var notProgressive = wordSet("during including following according morning evening something nothing anything everything ceiling building king spring being bring")

// presentBe are the present forms of be, and adverbs stand between them and the verb.
var (
	presentBe = wordSet("is are 're am 'm")
	adverbs   = wordSet("not n't also now still already just only even currently reportedly")
)

// pronouns are the words behind which 's is a verb.
var pronouns = wordSet("he she it that there who what")

// modifierLeads are the words that an adjective follows.
var modifierLeads = wordSet("the a an its his her their our of no any some")

// perceived are the verbs with which "could" tells what was: "could be seen".
var perceived = wordSet("see hear find feel smell reach")

// borders are the nouns for the parts of a time: "the end of May".
var borders = wordSet("end beginning start middle")

// delays are the verbs of giving more time.
var delays = wordSet("extend postpone delay push defer adjourn prolong")

// sudden are the nouns for what nobody announces, so that a day it belongs to
// lies behind.
var sudden = wordSet(`attack attacks bombing bombings blast blasts explosion explosions shooting shootings killing killings violence
	clashes clash massacre raid raids ambush riot riots unrest bloodshed earthquake quake tsunami crash disaster disasters tragedy
	announcement ruling rulings verdict defeat victory assault incident fighting arrest arrests strikes airstrikes`)

// nobodies are the subjects that say of what could be that it was not.
var nobodies = wordSet("nobody nothing none neither no-one")

// rankWords are the words that put somebody in an order: "the first to leave".
var rankWords = wordSet("first second third last latest only")

// futures are what markets trade for a month to come: "crude for May delivery".
var futures = wordSet("delivery deliveries futures contract contracts")

// meetings are the nouns for what is held on a day that was fixed before.
var meetings = wordSet(`meeting meetings talks session summit vote election elections hearing rally march protest protests conference
	trial visit launch referendum debate runoff demonstration demonstrations strike inauguration`)

// arranged are the verbs of fixing a day.
var arranged = wordSet("schedule plan set call arrange announce fix postpone reschedule slate prepare book convene")

// wordSet makes a set of the words of a text.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
