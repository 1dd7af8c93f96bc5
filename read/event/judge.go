package event

import "parley"

// Judge returns the candidates that are events.
func Judge(candidates []Candidate) []parley.Event {
	var out []parley.Event
	for i := range candidates {
		out = append(out, candidates[i].Event)
	}
	return out
}
