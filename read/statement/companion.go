package statement

import "parley/lang"

// Companion is how somebody who is named in an aside stands to the subject beside which the
// aside is.
type Companion int

// The companions: nobody, with the subject, and against it.
const (
	Alone Companion = iota
	With
	Against
)

// CompanionAt returns how those are to the subject whom an aside names that begins at token i:
// with it behind "supported by", "on behalf of" and "with Kestria", against it behind "opposed
// by". Whether an aside begins there, the caller knows.
func CompanionAt(tokens []lang.Token, i int) Companion {
	at := func(n int) lang.Token {
		if i+n >= 0 && i+n < len(tokens) {
			return tokens[i+n]
		}
		return lang.Token{}
	}
	switch {
	case at(0).Is("opposed") && at(1).Is("by"):
		return Against
	case at(0).Is("supported", "backed", "joined", "seconded", "echoed") && at(1).Is("by"), at(0).Is("on") && at(1).Is("behalf"):
		return With
	case at(0).Is("with", "for") && (at(1).Capital() || at(1).Is("the") && at(2).Capital()):
		return With
	}
	return Alone
}
