package statement

import (
	"slices"
	"strings"
)

// speakers are nouns of persons and bodies that news lets speak. Most nouns of
// persons are told by their endings; these are the others.
var speakers = strings.Fields(`official minister president spokesman spokeswoman spokesperson chief head envoy ambassador diplomat king queen prince
	aide source witness resident expert general colonel judge prosecutor police government ministry party group army military court parliament
	council committee commission side coalition alliance opposition administration authority agency union bank company firm movement faction
	delegation team embassy office state country nation power ally rebel militant army militia court cabinet congress senate assembly regime
	people person man woman student critic foe activist campaigner member blog poster banner draft bill crowd voter nation resident deputy mp senator lawmaker representative chair chairman chairwoman
	family victim mother father son daughter wife husband doctor priest bishop pope patriarch cleric imam sheikh elder premier monarch
	politician liberal conservative democrat republican secretary counterpart guard force troop crowd public press media newspaper network
	paper channel study poll survey report statement letter document organisation organization body panel mission kingdom republic`)

// endings of nouns of persons: "negotiator", "mediator", "analyst", "Kestrian".
var endings = []string{"er", "or", "ist", "ian", "ant", "man", "woman", "ee"}

// speaking reports whether a noun, in its base form, can be someone who speaks.
func speaking(noun string) bool {
	noun = strings.ToLower(noun)
	return slices.Contains(speakers, noun) || len(noun) > 5 && slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(noun, e) })
}
