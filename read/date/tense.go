package date

import (
	"strings"

	"parley/lang"
)

// direction is which way a time without its year or week points from the
// document's day.
type direction int

// The directions.
const (
	past    direction = -1
	unclear direction = 0
	ahead   direction = 1
)

// rule picks the rule group of a direction.
func (d direction) rule(none, back, forward rule) rule {
	switch d {
	case past:
		return back
	case ahead:
		return forward
	}
	return none
}

// words says how a direction was found; none is for no direction.
func (d direction) words(none string) string {
	switch d {
	case past:
		return "before the document's day, by the verb"
	case ahead:
		return "after the document's day, by the verb"
	}
	return none
}

// How far the verb that governs a time is looked for, in tokens.
const (
	verbLeft  = 22
	verbRight = 16
)

// direction tells by the verb or noun that governs the time at terms [i, j)
// which way it points, and says why. The tree of the sentence tells the governing
// word (governor.go). Without a tree, or where the parser is unsure, it is the
// nearest verb before the time in its clause; a clause that begins with the time
// has its verb behind it. No cue elsewhere in the sentence counts: most sentences about
// Friday's vote also speak of what will follow.
func (s *scanner) direction(i, j int) (direction, string) {
	if s.story {
		return unclear, "of the time told before"
	}
	from, to := s.terms[i].token, s.terms[j-1].token+1
	if d, why := s.besides(from, to); d != unclear {
		return d, why
	}
	if d, why := s.governed(from, to); d != unclear {
		return d, why
	}
	if d, why := s.verbBefore(from); d != unclear {
		return d, why
	}
	if d, why := s.verbBehind(to); d != unclear {
		return d, why
	}
	return unclear, "without a telling verb"
}

// lower returns a token of the sentence in lower case, or "".
func (s *scanner) lower(k int) string {
	if k < s.first || k >= s.last {
		return ""
	}
	return s.text.Tokens[k].Lower
}

// besides looks at the words right before and behind the time: "by Friday",
// "until Friday", "Friday's deadline".
func (s *scanner) besides(from, to int) (direction, string) {
	next := to
	if s.lower(next) == "'s" {
		if next++; sudden[s.lower(next)] {
			return past, "before a word for what comes unannounced"
		}
	}
	if dueNouns[s.lower(next)] && !lapsed[s.nearestVerb(from)] {
		return ahead, "before a word for a day to come"
	}
	from = s.behindClock(from)
	switch w := s.lower(from - 1); w {
	case "as":
		if s.lower(from-3) == "as" && (s.lower(from-2) == "early" || s.lower(from-2) == "soon") {
			return ahead, "behind as soon as"
		}
	case "by", "until", "till", "through":
		verb := s.nearestVerb(from)
		if verb == "" {
			if d, why := s.verbBehind(to); d == past {
				return d, why // "Until Friday, they had"
			}
		}
		granted := grants[verb] && !s.perfect(from)
		if !isPast(verb) || granted {
			return ahead, "behind " + w
		}
	case "upcoming":
		return ahead, "behind " + w
	case "since":
		return past, "behind " + w
	}
	return unclear, ""
}

// behindClock returns the first token of a clock time that stands right before
// token from, so that "until 9 a.m. Tuesday" is seen as "until Tuesday".
func (s *scanner) behindClock(from int) int {
	for k := from - 1; k >= max(s.first, from-5); k-- {
		t := s.text.Tokens[k]
		l, _ := s.g.lookup(t.Lower)
		if t.Kind != lang.Number && !l.is(meridiemSym) && !l.is(zoneSym) && !t.Is("noon", "midnight", ",") {
			return k + 1
		}
	}
	return from
}

// nearestVerb returns the nearest word before a token that may be a past verb
// or modal, or "".
func (s *scanner) nearestVerb(from int) string {
	for k := from - 1; k >= max(s.first, from-verbLeft); k-- {
		if w := s.lower(k); isPast(w) || modals[w] || plans[w] || presents[w] {
			return w
		}
	}
	return ""
}

// perfect reports whether "had" stands before a token in its clause.
func (s *scanner) perfect(from int) bool {
	for k := from - 1; k >= max(s.first, from-verbLeft); k-- {
		switch s.lower(k) {
		case "had":
			return true
		case ";", ":":
			return false
		}
	}
	return false
}

// verbBefore finds the governing verb before token from.
func (s *scanner) verbBefore(from int) (direction, string) {
	infinitive, passive := false, false
	for k := from - 1; k >= max(s.first, from-verbLeft) && !s.clauseEnds(k); k-- {
		w := s.lower(k)
		switch {
		case w == "be":
			passive = true
		case s.isModal(k):
			return ahead, "behind the modal " + w
		case s.isPlan(k) && !s.perfectBefore(k):
			return ahead, "behind a word of plans"
		case w == "to" && s.isInfinitive(k):
			infinitive = infinitive || !s.ranked(k)
		case infinitive && intends[w]:
			return ahead, "behind a verb of intent"
		case s.isPresent(k), bases[w] && !infinitive && s.lower(k-1) != "to" && !modals[s.lower(k-1)]:
			return ahead, "behind a present verb of a plan"
		case isProgressive(w):
			if d := s.progressive(k); d != unclear {
				return d, "behind a progressive verb"
			}
		case passive && isPast(w):
		case isPast(w) && s.lower(k-1) != "be" && !s.isModifier(k, from):
			return past, "behind a past verb"
		case infinitive && (w == "is" || w == "are"):
			return ahead, "behind an infinitive"
		}
	}
	if infinitive {
		return ahead, "behind an infinitive"
	}
	return unclear, ""
}

// rankReach is within how many tokens before its infinitive a word of an order stands,
// and before its verb one that denies the subject.
const rankReach = 8

// ranked reports whether the infinitive whose "to" is token k tells what somebody was
// the first or last to do.
func (s *scanner) ranked(k int) bool { return s.shortlyBefore(k, rankWords) }

// shortlyBefore reports whether one of the words stands shortly before token k in its clause.
func (s *scanner) shortlyBefore(k int, words map[string]bool) bool {
	for i := k - 1; i >= max(s.first, k-rankReach) && !s.clauseEnds(i); i-- {
		if words[s.lower(i)] {
			return true
		}
	}
	return false
}

// isModal reports whether token k is an auxiliary of what is to come. "Could not" and
// "nobody could" tell what failed.
func (s *scanner) isModal(k int) bool {
	w := s.lower(k)
	return modals[w] && !(w == "could" && (s.lower(k+1) == "not" || s.lower(k+1) == "n't" || s.shortlyBefore(k, nobodies)))
}

// isPlan reports whether token k is a word of plans. "Set" is one only in "is
// set to" and "set for": parties also set dates.
func (s *scanner) isPlan(k int) bool {
	w := s.lower(k)
	if w == "set" {
		before, next := s.lower(k-1), s.lower(k+1)
		return next == "to" || next == "for" || before == "is" || before == "are"
	}
	return plans[w]
}

// isPresent reports whether token k is a present verb of a plan. Those that are
// nouns as well need their infinitive.
func (s *scanner) isPresent(k int) bool {
	w := s.lower(k)
	return presents[w] && (!intents[w] || s.lower(k+1) == "to")
}

// clauseEnds reports whether the clause of what follows begins behind token k.
func (s *scanner) clauseEnds(k int) bool {
	t := s.text.Tokens[k]
	switch t.Kind {
	case lang.Punct:
		return t.Is(";", ":", "—", "–", "--", "-", "(", ")")
	case lang.Mark:
		return t.Lower != "'"
	}
	return clauseStarts[t.Lower]
}

// isInfinitive reports whether the "to" at token k stands before a verb, as far
// as the word behind it tells.
func (s *scanner) isInfinitive(k int) bool {
	if k+1 >= s.last {
		return false
	}
	t := s.text.Tokens[k+1]
	return t.Kind == lang.Word && !t.Capital() && !notBase[t.Lower]
}

// isProgressive reports whether a word ends as a progressive does.
func isProgressive(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ing") && !notProgressive[w]
}

// progressive tells the direction of the verb in -ing at token k by what stands before it.
func (s *scanner) progressive(k int) direction {
	switch w := s.lower(k); w {
	case "starting", "beginning", "effective":
		if k == s.first || s.lower(k-1) == "," {
			return ahead
		}
	}
	j := k - 1
	if adverbs[s.lower(j)] {
		j--
	}
	switch w := s.lower(j); {
	case presentBe[w], w == "'s" && pronouns[s.lower(j-1)]:
		return ahead
	case w == "was" || w == "were" || w == "been":
		return past
	}
	return unclear
}

// perfectBefore reports whether a plan is told in the past perfect or denied: "had been scheduled".
func (s *scanner) perfectBefore(k int) bool {
	for j := k - 1; j >= max(s.first, k-3); j-- {
		if s.lower(j) == "had" {
			return true
		}
	}
	return false
}

// isModifier reports whether the past form at token k is an adjective before a
// noun ("the wounded men"), not a verb.
func (s *scanner) isModifier(k, from int) bool {
	w := s.lower(k)
	if !strings.HasSuffix(w, "ed") || k+1 >= from {
		return false
	}
	return modifierLeads[s.lower(k-1)]
}

// verbBehind finds the governing verb behind token to, where the clause begins with the time.
func (s *scanner) verbBehind(to int) (direction, string) {
	for k := to; k < min(s.last, to+verbRight); k++ {
		t := s.text.Tokens[k]
		w := t.Lower
		switch {
		case t.Kind == lang.Punct && t.Is(";", ":", "—", "--"):
			return unclear, ""
		case futureModals[w]:
			return ahead, "before the modal " + w
		case (w == "is" || w == "are") && s.planned(k+1):
			return ahead, "before a word of plans"
		case w == "to" && s.isInfinitive(k) && k > to:
			return ahead, "before an infinitive"
		case (w == "has" || w == "have") && plans[s.lower(k+2)]:
			return ahead, "before a word of plans"
		case isPast(w) && !s.isModifier(k, s.last):
			return past, "before a past verb"
		case s.isPresent(k):
			return ahead, "before a present verb of a plan"
		}
	}
	return unclear, ""
}

// planned reports whether "is" at the token before k leads on to a plan.
func (s *scanner) planned(k int) bool {
	w := s.lower(k)
	return w == "to" || plans[w] || isProgressive(w)
}
