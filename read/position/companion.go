package position

import (
	"slices"

	"parley"
	"parley/lang"
	"parley/read/statement"
)

// sureCompanion is how sure a position is of who is named beside a speaker as with or
// against what is said.
const sureCompanion = 0.6

// companions adds the positions of those who are named between a source and its cue as with
// it or against it: "Kestria, supported by Oru and opposed by Lomar, proposed a vote". That
// there are any tells that what is said is at issue, so that its source is for it, if it
// takes no other side.
func (r *reader) companions(s *parley.Statement, part parley.Span, v view) {
	with, against := r.beside(s)
	if len(with)+len(against) == 0 {
		return
	}
	if v.stance == "" {
		v.stance = parley.Support
		with = append(with, s.SourceActors...)
	}
	other := map[parley.Stance]parley.Stance{parley.Support: parley.Oppose, parley.Oppose: parley.Support, parley.ConditionalStance: parley.Oppose}[v.stance]
	for _, side := range []struct {
		ids    parley.IDs
		stance parley.Stance
	}{{with, v.stance}, {against, other}} {
		for _, id := range side.ids {
			r.add(parley.Position{Actor: r.party(id), Stance: side.stance, Evidence: parley.Spans{part}, Statement: s.ID, Issue: r.behind(part, v.skip)}, sureCompanion)
		}
	}
}

// beside returns the actors who are named with a source, and those against it.
func (r *reader) beside(s *parley.Statement) (with, opposed parley.IDs) {
	if len(s.Cue) == 0 || len(s.Source) == 0 {
		return nil, nil
	}
	sentence := r.text.SentenceAt(s.Cue[0].Start)
	if sentence < 0 || sentence >= len(r.trees) {
		return nil, nil
	}
	side := statement.Alone
	first := max(r.text.TokenAt(r.text.Sentences[sentence].Start), 0)
	for i := first; i < len(r.text.Tokens) && r.text.Tokens[i].Start < s.Cue[0].Start; i++ {
		if found := companion(r.text.Tokens, i, first); found != statement.Alone {
			side = found
		}
		if side == statement.Alone || r.text.Tokens[i].Kind != lang.Word || !r.text.Tokens[i].Capital() || s.Source[0].Contains(r.text.Tokens[i].Span) && !r.behindMarker(s, i) {
			continue
		}
		for _, id := range r.at(sentence, r.text.Tokens[i].Span) {
			switch {
			case slices.Contains(s.SourceActors, id):
			case side == statement.Against:
				opposed = append(opposed, id)
			default:
				with = append(with, id)
			}
		}
	}
	return with, opposed
}

// behindMarker reports whether a token of the source stands behind a comma in it, where those
// beside it are named.
func (r *reader) behindMarker(s *parley.Statement, i int) bool {
	for ; i > 0 && r.text.Tokens[i].Start > s.Source[0].Start; i-- {
		if r.text.Tokens[i].Is(",") {
			return true
		}
	}
	return false
}

// at returns the actors behind the word of a sentence's tree that covers a span.
func (r *reader) at(sentence int, span parley.Span) parley.IDs {
	words := r.trees[sentence].Words
	for w := range words {
		if words[w].Overlaps(span) {
			return r.who.Who(sentence, w)
		}
	}
	return nil
}

// companion returns how those are to the subject whom an aside names that begins at token i of
// a sentence whose first is first.
func companion(tokens []lang.Token, i, first int) statement.Companion {
	if i != first && !tokens[i-1].Is(",", "and") || tokens[i].Is("with", "for") && (i == first || !tokens[i-1].Is(",")) {
		return statement.Alone
	}
	return statement.CompanionAt(tokens, i)
}
