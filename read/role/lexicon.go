package role

import "strings"

// heads are the nouns that name an office, a post or a standing that news gives
// as a person's title. They are in lower case and singular.
var heads = words(`
	president vice-president premier minister chancellor secretary undersecretary ambassador envoy emissary representative
	senator congressman congresswoman lawmaker legislator parliamentarian deputy delegate councillor councilman mayor
	governor commissioner administrator chairman chairwoman chairperson chair head chief leader director manager executive
	president-elect secretary-general speaker whip spokesman spokeswoman spokesperson adviser advisor counselor counsellor
	aide assistant coordinator negotiator mediator rapporteur observer inspector monitor general major colonel captain
	lieutenant lieutenant-general major-general brigadier-general sergeant admiral commander commandant marshal brigadier commodore corporal superintendent constable king
	queen prince princess emir sheikh sultan emperor pope cardinal archbishop bishop patriarch rabbi reverend ayatollah
	imam mullah cleric preacher judge justice prosecutor attorney lawyer barrister solicitor magistrate analyst fellow
	professor lecturer scholar researcher historian economist scientist expert specialist strategist consultant author
	columnist editor correspondent journalist reporter contributor presenter activist campaigner dissident protester
	organiser organizer founder co-founder member mp mep ceo cfo treasurer trustee ombudsman incumbent candidate nominee
	ex-president ex-minister then-president physician doctor surgeon pilot
	chief-of-staff nsa official officer diplomat politician statesman warlord chieftain elder dean rector archivist
	then-prime-minister principal dictator banker businessman businesswoman financier owner veteran watchdog`)

// alone are the heads that are a title only with a capital or a modifier of
// their own: in front of a name they are common nouns more often than not.
var alone = words(`member official officer doctor pilot owner veteran watchdog elder
	observer monitor major author reporter principal candidate chair`)

// plurals are the plural heads that share one title among several names.
var plurals = func() map[string]string {
	out := map[string]string{"secretaries": "secretary", "deputies": "deputy", "spokesmen": "spokesman", "congressmen": "congressman"}
	for head := range heads {
		out[head+"s"] = head
	}
	return out
}()

// abbreviated are the titles that stand in short before a name, with a capital
// and without their full stop.
var abbreviated = words(`sen sens rep reps gov gen lt col maj capt sgt cmdr adm brig prof rev amb pres hon supt`)

// modifiers are the words that go before a head and belong to the title. A
// capital or none makes no difference to them.
var modifiers = words(`
	prime vice deputy assistant associate acting interim caretaker former ex outgoing incoming departing then current new newly
	elected longtime long-time veteran late first second third senior junior top chief principal lead leading permanent special
	executive managing general supreme crown grand high joint full-time honorary emeritus visiting
	foreign defense defence interior finance justice health education trade energy oil environment transport transportation information
	labor labour agriculture culture home homeland security national state federal regional provincial local municipal
	international political economic military civil religious spiritual human rights humanitarian nuclear opposition majority
	minority rebel guerrilla militia separatist protest student union party parliamentary congressional presidential
	government police army navy naval air force press media communications policy intelligence counterterrorism
	counter-terrorism planning development commerce treasury budget tax legal constitutional electoral election city
	district county village tribal church muslim sunni shiite shia jewish christian catholic orthodox peace refugee
	relief emergency weather climate science research shadow under cabinet council committee court board bank company
	campaign club country group agency ministry office bureau department programme program mission team delegation
	democracy anti-corruption anti-war anti-government pro-democracy independent radical moderate hardline hard-line
	conservative liberal reformist republican democratic socialist communist nationalist islamist
	de facto self-proclaimed self-declared disgraced deposed ousted exiled jailed imprisoned
	chief-of personal private then-prime ex-prime vice-prime u.s us uk u.k u.n un eu nato washington-based london-based
	regime military-backed long-serving two-time one-time onetime sitting newly-elected so-called co political-affairs
	public strategic equity alliance airport hospital commission visiting senate house warrant petty rear field staff
	league fire soccer toppled embattled war army-backed film arts sports football business financial industrial labour-party`)

// modifierEnds are the endings of compounds that go before a head ("Tolm-based").
var modifierEnds = []string{"-based", "-backed", "-born", "-appointed", "-led", "-elected"}

// standing are the modifiers that go in lower case before a title with capitals
// ("former Foreign Minister"); other words there belong to the sentence.
var standing = words(`former ex then then-current acting interim caretaker outgoing incoming departing deputy vice assistant
	toppled embattled visiting ousted deposed disgraced exiled jailed imprisoned self-proclaimed self-declared current late
	new newly sitting longtime long-time retired veteran de facto honorary senior top chief co special permanent rebel opposition
	state federal local regional international`)

// lightModifiers are the modifiers that a pre-nominal title may begin with but
// that the ledger leaves out: they say when, not what.
var lightModifiers = words(`current then-current new newly elected late sitting longtime long-time`)

// articles open a title in apposition.
var articles = words(`the a an one his her its their our my`)

// breakers are words that no title runs over: clause openers, verbs of
// reporting and being, and prepositions of other phrases.
var breakers = words(`
	who whom whose which that where when while because although though if unless but or nor so yet than as after before
	since until during despite amid against about over under between among into onto upon by from via per including
	said says say told tells tell asked added argued insisted warned wrote tweeted called calls call urged urges announced claimed
	claims is are was were be been being has have had do does did will would can could may might must shall should
	not never he she they it we i you him them me us there here also just only even still already now today yesterday
	tomorrow monday tuesday wednesday thursday friday saturday sunday met meets meet made make took take gave give
	visited visits arrived left went came and/or then following whether what how why
	decided ruled noted stressed accused rejected denied confirmed declined condemned agreed vowed pledged promised resigned
	died appeared spoke held became led won lost spent sought wants want began plans planned hopes expects
	believes believed thinks thought faces faced sent gave gives makes takes signed issued`)

// linking are the prepositions that tie a title to what it is a title of.
var linking = words(`of for to at in on with and the a an`)

// saying are the verbs that may follow the name in an apposition.
var saying = words(`said says told tells asked added warned insisted has had was is will would and announced declined denied
	called urged confirmed rejected did who`)

// skipped are the courtesies between a title and a name that are part of neither.
var skipped = words(`mr mrs ms dr h.e hon messrs`)

// words makes a set of the words of a text.
func words(text string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		set[w] = true
	}
	return set
}
