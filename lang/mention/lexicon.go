package mention

import "strings"

// setOf makes a set of the words of a text.
func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// roles are nouns for persons by what they do, hold or are.
var roles = setOf(`abbot academic accomplice activist actor actress addressee administrator admiral adolescent adult
	adversary adviser advisor advocate agent agitator aide airman ally ambassador analyst anchor apologist applicant
	archaeologist archbishop architect arsonist artist assailant assassin assistant associate astronaut athlete attache
	attacker attorney aunt author ayatollah bandit banker baron barrister beneficiary bishop blogger bodyguard boss boy
	brigadier brother builder bureaucrat businessman businesswoman buyer cadet caliph caller campaigner candidate captain
	captive cardinal caretaker carpenter casualty celebrity chair chairman chairperson chairwoman champion chancellor
	chaplain chief child citizen civilian clan clergyman cleric clerk client coach collaborator colleague collector colonel
	columnist combatant commander commandant commando commentator commissioner commodore communist companion compatriot
	comrade congressman congresswoman conscript conservative constable consul consultant consumer contractor convict
	coordinator corporal correspondent councillor counsellor counselor counterpart courier cousin creator critic culprit
	customer czar dancer daughter dealer defector defendant defender delegate democrat demonstrator deputy deserter
	detainee detective dictator diplomat director dissident doctor donor driver economist editor elder emir emissary emperor
	employee employer enemy engineer entrepreneur envoy executive exile expatriate expert explorer extremist farmer father
	fellow fighter financier firefighter fisherman foe follower foreigner founder friend fugitive gangster general gentleman
	girl governor graduate grandfather grandmother guard guardian guerrilla guest guide gunman hacker hardliner head heir
	hero historian host hostage hunter husband ideologue imam immigrant imposter individual infantryman infiltrator
	informant inhabitant inmate insider inspector instructor insurgent intellectual interlocutor interpreter investigator
	investor islamist jihadi jihadist journalist judge juror jurist justice kid kidnapper killer king lady landlord lawmaker
	lawyer leader leftist legislator liberal lieutenant linguist lobbyist looter loyalist magistrate major man manager
	marine marshal martyr mastermind mayor mechanic mediator medic member mentor mercenary merchant messenger midshipman
	migrant militant militiaman minister missionary moderate moderator monarch monitor monk mother mourner mullah murderer
	musician nationalist national negotiator neighbor neighbour nephew newcomer niece novelist nun nurse observer offender
	officer official oligarch onlooker operative operator opponent opportunist organiser organizer orphan owner painter
	paramedic paratrooper parent parliamentarian participant partisan partner passenger pastor patient patriarch patriot
	peacekeeper peacemaker peasant pensioner perpetrator pharmacist philanthropist philosopher photographer physician
	physicist pilgrim pilot pirate planner player poet policeman policewoman politician pollster pope practitioner preacher
	predecessor premier president presenter president-elect priest prince princess principal prisoner producer professor
	prosecutor protester protestor provocateur publisher pupil queen rabbi radical reader realist rebel recipient recruit
	recruiter referee reformer reformist refugee relative reporter representative republican rescuer researcher reservist
	resident responder retiree revolutionary rider ringleader rival ruler runner sailor scholar scientist sculptor seaman
	secretary secularist seller senator separatist sergeant servant serviceman servicewoman settler shah sheikh sheriff
	shopkeeper siege-breaker signatory singer sister smuggler sniper socialist soldier solicitor son speaker specialist
	spokesman spokesperson spokeswoman sponsor spouse spy staffer statesman strategist strongman student successor suicide-bomber
	bomber sultan superintendent superior superpower supporter surgeon survivor suspect sympathiser sympathizer tailor
	teacher teammate technician technocrat teenager tenant terrorist theologian thief tourist trader trafficker trainee
	trainer traitor translator traveler traveller treasurer tribesman troublemaker trustee tsar tutor tyrant uncle
	undersecretary unionist user vendor veteran viceroy victim villager visitor voter volunteer wife warlord warrior
	whistleblower widow witness woman worker worshipper worshiper writer youngster youth mp mps ceo crewman aviator
	artillerist specialist noncommissioned subordinate successor superior dentist sheikh lieutenant`)

// crowds are nouns for groups of people that are singular or have no singular.
var crowds = setOf(`people personnel population family crowd staff crew youth public workforce troops everyone everybody
	populace electorate leadership audience diaspora minority majority nation generation tribe clan community folk kin
	couple household mob clergy elite peasantry proletariat manpower enemy others`)

// bodies are nouns for organisations.
var bodies = setOf(`academy administration affiliate agency airline alliance army assembly association authority authorities bank
	base battalion bloc board brigade broadcaster bureau cabinet cartel charity church club coalition college
	command commission committee company confederation congress consortium consulate contingent convoy cooperative corps
	corporation council court delegation department directorate division embassy empire enterprise establishment
	executive faction federation firm fleet force forces foundation front gang garrison government group guard headquarters
	 industry institute institution intelligence judiciary junta jury kingdom leadership league legislature media
	military militia ministry mission monarchy movement navy network newspaper newspapers ngo office opposition organisation
	organization orchestra outlet panel parliament party patrol platoon police politburo presidency press prosecution
	publisher regime regiment regulator republic resistance school secretariat senate service services squad squadron state
	syndicate taskforce team think-tank treasury tribunal troop union unit university wing air-force `)

// places are nouns for places.
var places = setOf(`airbase airfield airport airspace airstrip alley area avenue barracks basin bay beach bloc border bridge building
	bunker camp campus canal capital castle cave cemetery center centre checkpoint city clinic coast coastline compound
	continent corridor countryside country county courthouse crossing dam desert destination district enclave entrance
	exclave facility factory farm farmland field flank forest fort fortress frontier frontline garden garrison gate ghetto
	governorate gulf hall hamlet harbor harbour heartland highland highway hill hillside hinterland home homeland hometown
	hospital hotel house island isle junction lake land landmark lane library location market marketplace monastery mosque
	mountain mountainside museum neighborhood neighbourhood oasis ocean oilfield outpost outskirts palace park passage
	peninsula pipeline place plain plant plateau plaza port position premises prison province quarter quarters range
	refinery region reservoir residence restaurant ridge river road roadway route runway safehouse sanctuary sea settlement
	shelter shop shore shoreline site slum square stadium station store strait street stronghold stretch suburb synagogue
	temple terrain territory theater theatre tomb tower town township trail tunnel valley venue village warehouse waters
	waterway weapons-cache wilderness world yard zone cache structure vicinity line`)

// timeWords are capitals that stand for no body.
var timeWords = setOf("AM PM GMT UTC EST EDT CET BST AD BC TV DVD CEO II III IV VI VII VIII IX XI XII OK PDF")

// subtypes are words that tell what an organisation is.
var subtypes = map[string]Subtype{}

// occasions are the last words of names of events and treaties.
var occasions = map[string]Type{}

func init() {
	for _, list := range []struct {
		subtype Subtype
		words   string
	}{
		{Government, `ministry department government administration parliament congress senate cabinet court tribunal agency
			council assembly authority authorities bureau embassy consulate secretariat treasury directorate police kremlin
			presidency judiciary legislature duma knesset bundestag commission`},
		{Armed, `army navy forces force brigade brigades battalion regiment militia corps fleet squadron guard guards front taliban
			troops troop division marines military platoon command coalition resistance jihad`},
		{Party, `party democrats republicans labour conservatives liberals`},
		{Outlet, `news times post herald tribune gazette telegraph radio television tv newspaper broadcaster magazine press daily`},
		{Company, `company corporation corp corp. inc inc. ltd ltd. llc plc airlines bank industries holdings firm airline group`},
	} {
		for w := range strings.FieldsSeq(list.words) {
			subtypes[w] = list.subtype
		}
	}
	for w := range strings.FieldsSeq(`war summit conference talks revolution uprising election elections massacre crisis games
		olympics cup forum spring`) {
		occasions[w] = Event
	}
	for w := range strings.FieldsSeq(`accord accords agreement treaty pact protocol convention ceasefire deal declaration
		memorandum charter communique`) {
		occasions[w] = Treaty
	}
}
