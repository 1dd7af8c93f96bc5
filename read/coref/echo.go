package coref

import (
	"slices"

	"parley/read/statement"
)

// WithoutEchoes drops statements inside the words of another that have the same
// source, or only the "I" or "we" of its speaker: "she said she would decide
// whether ..." is one thing said, not two. What stood inside a dropped statement
// stands inside its parent.
func WithoutEchoes(found []statement.Found) []statement.Found {
	byID := make(map[string]*statement.Found, len(found))
	for i := range found {
		byID[found[i].ID] = &found[i]
	}
	echo := map[string]bool{}
	for i := range found {
		f := &found[i]
		if p := byID[f.Parent]; p != nil && (len(f.SourceActors) == 0 || slices.Equal(f.SourceActors, p.SourceActors)) {
			echo[f.ID] = true
		}
	}
	for i := range found {
		for echo[found[i].Parent] {
			found[i].Parent = byID[found[i].Parent].Parent
		}
	}
	return slices.DeleteFunc(found, func(f statement.Found) bool { return echo[f.ID] })
}
