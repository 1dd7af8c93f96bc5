package plover

import (
	"slices"
	"strings"

	"parley"
)

// cameo is a code of CAMEO 1.1b3 with its name and its Goldstein value as ICEWS has it.
type cameo struct {
	code, name string
	goldstein  float64
}

// score is what a type of PLOVER 2.0 has by itself: the quad class of its convention (1
// verbal and 2 material cooperation, 3 verbal and 4 material conflict), the base score of
// its manual, and the code of CAMEO that is nearest.
type score struct {
	quad  int
	scale float64
	cameo cameo
}

// scores are those of the sixteen types. The manual prints ACCUSE's base score without
// its sign and SANCTION's quad class in two ways; here stand the ones that its other
// tables agree with.
var scores = map[string]score{
	"AGREE":     {1, 2.5, cameo{"030", "Express intent to cooperate", 4}},
	"CONSULT":   {1, 2.5, cameo{"040", "Consult", 1}},
	"SUPPORT":   {1, 5, cameo{"050", "Engage in diplomatic cooperation", 3.5}},
	"CONCEDE":   {1, 4.5, cameo{"080", "Yield", 5}},
	"COOPERATE": {2, 9.5, cameo{"060", "Engage in material cooperation", 6}},
	"AID":       {2, 10, cameo{"070", "Provide aid", 7}},
	"RETREAT":   {2, 6.5, cameo{"087", "De-escalate military engagement", 9}},
	"REQUEST":   {3, 0, cameo{"100", "Demand", -5}},
	"ACCUSE":    {3, -3, cameo{"112", "Accuse", -2}},
	"REJECT":    {3, -2, cameo{"120", "Reject", -4}},
	"THREATEN":  {3, -3.5, cameo{"130", "Threaten", -4.4}},
	"PROTEST":   {4, -5, cameo{"140", "Engage in political dissent", -6.5}},
	"SANCTION":  {4, -6, cameo{"160", "Reduce relations", -4}},
	"MOBILIZE":  {4, -5.5, cameo{"150", "Exhibit military or police power", -7.2}},
	"COERCE":    {4, -7, cameo{"170", "Coerce", -7}},
	"ASSAULT":   {4, -9, cameo{"190", "Use conventional military force", -10}},
}

// modes are the codes of CAMEO that a mode leads to, by type and mode.
var modes = map[string]cameo{
	"CONSULT visit": {"042", "Make a visit", 1.9}, "CONSULT phone": {"041", "Discuss by telephone", 1},
	"RETREAT ceasefire": {"0871", "Declare truce, ceasefire", 9}, "RETREAT withdraw": {"0874", "Retreat or surrender militarily", 10},
	"RETREAT disarm": {"0873", "Demobilize armed forces", 9}, "RETREAT release": {"0841", "Return, release persons", 7},
	"ACCUSE investigate": {"090", "Investigate", -2}, "ACCUSE disapprove": {"111", "Criticize or denounce", -2},
	"PROTEST demo": {"141", "Demonstrate or rally", -6.5}, "PROTEST hunger": {"142", "Conduct hunger strike", -6.5}, "PROTEST strike": {"143", "Conduct strike or boycott", -6.5},
	"PROTEST boycott": {"143", "Conduct strike or boycott", -6.5}, "PROTEST obstruct": {"144", "Obstruct passage, block", -7.5}, "PROTEST riot": {"145", "Protest violently, riot", -7.5},
	"MOBILIZE troops": {"154", "Mobilize or increase armed forces", -7.2}, "MOBILIZE police": {"153", "Mobilize or increase police power", -7.2},
	"SANCTION convict": {"116", "Find guilty or liable (legally)", -2},
	"SANCTION expel":   {"166", "Expel or withdraw", -7}, "SANCTION withdraw": {"166", "Expel or withdraw", -7}, "SANCTION discontinue": {"160", "Reduce relations", -4},
	"COERCE seize": {"171", "Seize or damage property", -9.2}, "COERCE restrict": {"172", "Impose administrative sanctions", -5}, "COERCE arrest": {"173", "Arrest, detain", -5},
	"COERCE deport": {"174", "Expel or deport individuals", -5}, "COERCE curfew": {"172", "Impose administrative sanctions", -5},
	"ASSAULT abduct": {"181", "Abduct, hijack, take hostage", -9}, "ASSAULT beat": {"182", "Physically assault", -9.5}, "ASSAULT sexual": {"1821", "Sexually assault", -9},
	"ASSAULT torture": {"1822", "Torture", -9}, "ASSAULT explosives": {"183", "Conduct suicide, car, or other non-military bombing", -10},
	"ASSAULT suicide-attack": {"1831", "Carry out suicide bombing", -10}, "ASSAULT targeted": {"185", "Attempt to assassinate", -8},
	"ASSAULT firearms": {"193", "Fight with small arms and light weapons", -10}, "ASSAULT heavy-weapons": {"194", "Fight with artillery and tanks", -10},
	"ASSAULT aerial": {"195", "Employ aerial weapons", -10}, "ASSAULT drone": {"195", "Employ aerial weapons", -10},
}

// sanctions are the beginnings of words by which an event of this type is CAMEO's embargo.
var sanctions = []string{"sanction", "embargo", "blacklist", "boycott", "impos", "asset_freeze", "asset freeze", "trade ban", "arms embargo", "travel ban"}

// intent is the code of what is yet to be yielded, which PLOVER codes as its type and CAMEO
// as an intent.
var intent = cameo{"035", "Express intent to yield", 7}

// embargo is the code of sanctions as the word is used.
var embargo = cameo{"163", "Impose embargo, boycott, or sanctions", -8}

// cameoOf returns the code of CAMEO that is nearest to an event.
func (e *Event) cameoOf() cameo {
	switch {
	case e.promised:
		return intent
	case e.Type == "SANCTION" && (e.Mode == "" || e.Mode == "discontinue") && slices.ContainsFunc(sanctions, func(w string) bool { return strings.HasPrefix(strings.ToLower(e.Text), w) }):
		return embargo
	}
	return codeOf(e.Type, e.Mode)
}

// codeOf returns the code of CAMEO that is nearest to a type and mode.
func codeOf(kind, mode string) cameo {
	if c, ok := modes[kind+" "+mode]; ok {
		return c
	}
	return scores[kind].cameo
}

// verbal are the types of the events that statements are, by their acts.
var verbal = map[parley.Act][2]string{
	parley.Accuse: {"ACCUSE", "allege"}, parley.Criticise: {"ACCUSE", "disapprove"}, parley.Demand: {"REQUEST", ""}, parley.Praise: {"SUPPORT", ""},
	parley.Threaten: {"THREATEN", ""}, parley.Offer: {"AGREE", ""}, parley.Deny: {"REJECT", ""},
}

// tense applies PLOVER's rules of tense, which the ledger has not: what is planned of
// these types is coded as the willingness to do it, and violence on a condition is a
// threat. It returns no type for what PLOVER does not code: what is only sought or denied.
func tense(kind string, status parley.EventStatus) string {
	willing := kind == "CONSULT" || kind == "SUPPORT" || kind == "COOPERATE" || kind == "AID"
	switch status {
	case parley.Happened, parley.Ongoing:
		return kind
	case parley.Planned:
		switch {
		case willing:
			return "AGREE"
		case kind == "RETREAT":
			return "CONCEDE"
		case kind == "ASSAULT" || kind == "COERCE" || kind == "SANCTION" || kind == "MOBILIZE":
			return "THREATEN"
		}
		return kind
	case parley.ConditionalEvent:
		switch {
		case kind == "ASSAULT" || kind == "COERCE" || kind == "SANCTION":
			return "THREATEN"
		case willing || kind == "CONCEDE" || kind == "RETREAT":
			return "AGREE"
		}
	case parley.CancelledEvent:
		if willing {
			return "REJECT"
		}
	}
	return ""
}
