package figure

import "strings"

// wordSet makes a set of the words of a text.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// values are the numerals by name.
var values = func() map[string]float64 {
	out := map[string]float64{}
	for i, w := range strings.Fields(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
		sixteen seventeen eighteen nineteen`) {
		out[w] = float64(i + 1)
	}
	for i, w := range strings.Fields("ten twenty thirty forty fifty sixty seventy eighty ninety") {
		out[w] = float64(i+1) * 10
	}
	return out
}()

// scales are the words that multiply the number before them.
var scales = map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"lakh": 1e5, "crore": 1e7}

// scaleOf returns what a word multiplies by, or 0.
func scaleOf(w string) float64 { return scales[w] }

// letters are the multipliers that stand right behind digits.
var letters = map[string]float64{"bn": 1e9, "b": 1e9, "m": 1e6, "mn": 1e6, "mln": 1e6, "bln": 1e9, "tn": 1e12, "trn": 1e12, "k": 1e3}

// plurals are numbers without a value.
var plurals = wordSet("tens dozens scores hundreds thousands millions billions")

// parts are the fractions by the name of what one is divided by.
var parts = map[string]float64{"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
	"eighth": 8, "tenth": 10, "tenths": 10}

// signs are the signs of currencies.
var signs = map[string]string{"$": "US dollars", "£": "pounds", "€": "euros", "¥": "yen", "₹": "rupees", "₽": "roubles",
	"₪": "shekels", "₺": "lira"}

// prefixed are the dollars that letters before the sign tell apart.
var prefixed = map[string]string{"us": "US dollars", "u.s.": "US dollars", "a": "Australian dollars", "au": "Australian dollars",
	"c": "Canadian dollars", "ca": "Canadian dollars", "hk": "Hong Kong dollars", "nz": "New Zealand dollars"}

// currencies are the words for money.
var currencies = wordSet(`dollars euros rupees roubles rubles rials riyals yuan yen dinars dirhams shekels lira liras pesos francs
	hryvnia crowns naira shillings pounds usd eur gbp`)

// spans are the words of time and of rates whose half or quarter is no share.
var spans = wordSet(`year years month months week weeks day days hour hours minute minutes time century decade night season mile miles
	percent percentage way game past last next`)

// numbered are the words behind which a number tells things apart.
var numbered = wordSet(`article articles resolution resolutions flight chapter section no no. nos nos. number numbers page pages room
	channel route highway boeing airbus paragraph clause annex protocol amendment bill phase stage part volume class
	grade level age division unit brigade battalion regiment apollo version gate terminal point aged group`)

// first are the words and signs that a number can begin with, but for digits and
// joined words ("twenty-four").
var first = func() map[string]bool {
	out := wordSet("a an half several few many")
	for _, table := range []map[string]string{signs, prefixed} {
		for w := range table {
			out[w] = true
		}
	}
	for w := range values {
		out[w] = true
	}
	for w := range plurals {
		out[w] = true
	}
	return out
}()

// forces are the nouns for armed people whose number is a strength.
var forces = wordSet(`troops soldiers marines peacekeepers personnel servicemen sailors reservists conscripts paramilitaries trainers
	advisers advisors commandos paratroopers mercenaries legionnaires`)

// peopleNouns are the plural nouns for people that endings do not tell.
var peopleNouns = wordSet(`people persons civilians men women children boys girls others citizens residents inhabitants villagers
	refugees migrants rebels militants insurgents gunmen terrorists guerrillas jihadis jihadists extremists combatants fighters police
	policemen guards officers officials members leaders lawmakers mps deputies senators ministers diplomats ambassadors delegates
	representatives envoys judges justices prosecutors lawyers doctors nurses medics patients students pupils teachers workers
	employees staff journalists reporters activists protesters protestors demonstrators marchers supporters followers opponents
	dissidents prisoners detainees inmates hostages captives suspects victims survivors casualties dead wounded injured
	passengers crew tourists pilgrims worshippers muslims christians jews sunnis shiites kurds alawites druze nationals expatriates
	foreigners immigrants asylum-seekers families relatives clerics generals voters candidates monitors observers inspectors
	petitioners signatories defendants farmers fishermen settlers spectators fans households individuals recruits volunteers defectors
	americans britons russians iranians iraqis syrians libyans egyptians palestinians israelis turks afghans pakistanis ukrainians
	frenchmen germans chinese indians saudis yemenis lebanese jordanians youths youngsters teenagers infants babies souls
	monks nuns priests imams bishops mayors governors mothers fathers parents tribesmen agents operatives spies bodyguards drivers pilots astronauts engineers scientists experts contractors senators investigators
	negotiators mediators operators directors investors prosecutors visitors doctors educators legislators translators ambassadors`)

// notPeople are plurals that end like nouns for people and are none.
var notPeople = wordSet(`numbers papers newspapers letters orders borders computers quarters headquarters towers centers offers powers
	matters chapters answers corners containers tankers carriers bombers helicopters launchers meters metres kilometers kilometres
	centimeters centimetres millimeters liters litres flowers showers rivers shelters posters stickers banners encounters disasters
	craters fires wildfires servers routers degrees trees committees guarantees fees chambers charters filters bunkers bulldozers
	trailers cylinders counters winters summers semesters manoeuvers maneuvers transfers dinners suppers hammers screens layers
	triggers takeovers registers drawers clusters parameters tenders cancers ulcers chargers printers scanners freezers
	boosters specimen specimens regimen acres covers gestures pictures measures figures barrier barriers boulders ladders
	cruisers destroyers boilers burners drifters lasers membranes misnomers blockers bumpers buffers shutters cameras
	assists`)

// countedPeople are the nouns that count people by what became of them, with their unit.
var countedPeople = map[string]string{"deaths": "people", "fatalities": "people", "injuries": "people", "bodies": "people",
	"corpses": "people", "arrests": "people", "lives": "people", "kidnappings": "people", "abductions": "people",
	"executions": "people", "killings": "people", "detentions": "people"}

// counted are the other nouns whose number stories rest on.
var counted = func() map[string]bool {
	out := wordSet(`countries nations states governments parties votes seats ballots rockets missiles warheads bombs shells mortars mines
	tanks aircraft jets planes warplanes warships ships vessels drones helicopters vehicles airstrikes air-strikes strikes raids
	sorties attacks bombings explosions houses homes buildings villages towns schools hospitals mosques churches cases infections
	barrels tons tonnes centrifuges reactors jobs signatures doses vaccines acres hectares stations centres settlements
	outposts units camps shelters checkpoints seats constituencies wildfires trucks convoys rounds weapons guns rifles
	sites targets complaints violations warrants visas tents kilograms kilogrammes`)
	for w := range countedPeople {
		out[w] = true
	}
	return out
}()

// wholes are the nouns that shares are shares of, besides people.
var wholes = wordSet(`population territory territories country land area vote votes ballots voters electorate seats parliament budget
	economy gdp oil output production exports imports trade revenue revenues income gas energy electricity food aid water
	oxygen turnout members households total market world region city budget deficit debt public respondents americans voters
	stockpile arsenal forces army provinces districts towns polls cabinet assembly territory regions economy reserves`)

// closed are the words that end a noun phrase: prepositions, conjunctions,
// auxiliaries, pronouns and the commonest verbs and adverbs.
var closed = wordSet(`of in on at by for from to with without under over after before during since until till against between among
	through across into onto around about near behind beyond within along per via as than that which who whom whose where when
	while because although though if unless whether and or but nor so yet is are was were be been being am has have had having
	do does did will would shall should can could may might must he she it they we you i him her them us me this these those
	a an the his its their our my your not never also already still even only now then there here said says say told tells
	went go goes gone came come comes made make makes took take takes got get gets gave give gives left leave leaves
	voted want wanted wants live lives living remain remained remains face faced faces need needed needs held hold holds
	marched gathered protested rallied attended joined took fled out up down off away back ago each every more less
	protesting marching demonstrating chanting waiting including later earlier following despite amid ahead due
	'll 're 've 'd 'm n't demanded believed thought reported reportedly allegedly called`)
