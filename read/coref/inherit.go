package coref

import (
	"slices"

	"parley/lang"
	"parley/read/statement"
)

// inheritReach is over how many sentences a speaker's day, channel and relay
// carry to the next thing that the same speaker says.
const inheritReach = 12

// inherit gives a statement that tells no day, channel or relay those of the
// statement just before it by the same source: "..., he said in an interview
// with Lumen Post on Friday. ..., he added."
func inherit(text *lang.Text, found []statement.Found) {
	for i := range found {
		f := &found[i]
		if f.Parent != "" || len(f.SourceActors) == 0 {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			p := &found[k]
			if p.Parent != "" {
				continue
			}
			if !slices.Equal(p.SourceActors, f.SourceActors) {
				continue
			}
			if text.SentenceAt(f.Cue[0].Start)-text.SentenceAt(p.Cue[0].Start) <= inheritReach {
				take(&f.Said, p.Said)
				take(&f.Channel, p.Channel)
				take(&f.Statement.Relay, p.Statement.Relay)
			}
			break
		}
	}
}

// take sets an empty field.
func take(field *string, value string) {
	if *field == "" {
		*field = value
	}
}
