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
// with Lumen Post on Friday. ..., he added." A joint statement of several is itself
// what they say, so that no occasion told in it goes on.
func inherit(text *lang.Text, found []statement.Found, joint bool) {
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
				if !joint && carries[p.Channel] || p.Channel == "letter" && f.Cue.In(text.Source) == "wrote" {
					take(&f.Channel, p.Channel)
				}
				take(&f.Statement.Relay, p.Statement.Relay)
			}
			break
		}
	}
}

// outermost leaves the channel with which a sentence begins to the statement that
// contains the others: "In the film the former minister says that the president told
// him ..." is what the minister says in the film. Where who passes it on stands at the end,
// it is that of what is passed on: "In the letter the president said he was ready, a
// spokesman said."
func outermost(text *lang.Text, found []statement.Found) {
	channels := make(map[string]string, len(found))
	index := make(map[string]int, len(found))
	for i := range found {
		f := &found[i]
		channels[f.ID], index[f.ID] = f.Channel, i
		if f.Parent == "" || f.Channel != channels[f.Parent] {
			continue
		}
		if p := &found[index[f.Parent]]; f.Channel != "" && passedOn(text, p, f) {
			p.Channel = ""
		} else {
			f.Channel = ""
		}
	}
}

// passedOn reports whether the words before an inner statement's source belong to what an
// outer one, whose cue ends the sentence, passes on.
func passedOn(text *lang.Text, outer, inner *statement.Found) bool {
	if len(outer.Content) == 0 || len(outer.Cue) == 0 || len(inner.Source) == 0 || outer.Cue[0].Start < inner.Source[0].Start {
		return false
	}
	const lead = 2 // "In the letter"
	from, to := text.TokenAt(outer.Content[0].Start), text.TokenAt(inner.Source[0].Start)
	if to-from <= lead || !text.Tokens[from].Is("in", "at", "on", "during") {
		return false
	}
	after := text.TokenAt(outer.Cue[0].End)
	return after >= len(text.Tokens) || !text.Tokens[after].Is("in", "at", "on", "during")
}

// letterReach is over how many sentences "he wrote" is of the letter that the story
// has named.
const letterReach = 20

// written gives what somebody "wrote" the letter that the story has named before.
func written(text *lang.Text, found []statement.Found) {
	last := -letterReach - 1 // sentence in which a letter is named
	next := 0
	for i := range found {
		f := &found[i]
		at := text.SentenceAt(f.Cue[0].Start)
		for ; next < len(text.Tokens) && text.Tokens[next].Start < f.Cue[0].Start; next++ {
			if text.Tokens[next].Is("letter", "letters") {
				last = text.SentenceAt(text.Tokens[next].Start)
			}
		}
		if f.Parent == "" && f.Cue.In(text.Source) == "wrote" && at-last <= letterReach {
			take(&f.Channel, "letter")
		}
	}
}

// carries are the channels that go on: what follows is said on the same occasion.
// A letter, a post or a call is one utterance, and what the source says next need
// not be in it.
var carries = map[string]bool{
	"speech": true, "interview": true, "news conference": true, "conference call": true, "meeting": true, "statement": true, "testimony": true,
	"ruling": true, "video": true, "recording": true, "film": true, "televised announcement": true, "closed meeting": true,
}

// leadSentences is in how many sentences at its head a story tells in short what
// it then tells with its occasion.
const leadSentences = 5

// foretell gives what the lead says of a source the occasion that the story names
// for the same source right after: "A. has told viewers that ... He said in an
// interview with Lumen Post ...".
func foretell(text *lang.Text, found []statement.Found) {
	for i := range found {
		f := &found[i]
		s := text.SentenceAt(f.Cue[0].Start)
		if f.Channel != "" || f.Parent != "" || len(f.SourceActors) == 0 || s >= leadSentences {
			continue
		}
		for k := i + 1; k < len(found); k++ {
			n := &found[k]
			if text.SentenceAt(n.Cue[0].Start) > s+leadSentences-1 {
				break
			}
			if n.Parent != "" || !slices.Equal(n.SourceActors, f.SourceActors) || n.Channel == "" {
				continue
			}
			if told[n.Channel] && (n.Said == "" || f.Said == "" || n.Said == f.Said) {
				f.Channel = n.Channel
				take(&f.Statement.Relay, n.Statement.Relay)
			}
			break
		}
	}
}

// told are the channels of an occasion that is news by itself, so that the lead
// tells of it.
var told = map[string]bool{"speech": true, "interview": true, "news conference": true, "televised announcement": true}

// take sets an empty field.
func take(field *string, value string) {
	if *field == "" {
		*field = value
	}
}
