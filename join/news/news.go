// Package news tells what has changed in a ledger: who stands elsewhere than before, which
// day was moved, which figure differs from what others told. In flow the issues, dues and
// disputes that the other joins made, out flow the changes, the newest first, each with the
// telling that brought it. Nothing is news here but what two tellings show.
package news

import (
	"cmp"
	"slices"
	"strings"

	"parley/join/disputes"
	"parley/join/dues"
	"parley/join/issues"
	"parley/ledger"
)

// Kind is what has changed.
type Kind string

// The kinds of news, as the wire shows them.
const (
	PositionMoved Kind = "position moved"
	DateSlipped   Kind = "date slipped"
	FigureDiffers Kind = "figure differs"
)

// Change is one piece of news.
type Change struct {
	Kind    Kind        `json:"kind"`
	Day     string      `json:"day"`     // of the telling that brought it, YYYY-MM-DD; "" where it has none
	Who     string      `json:"who"`     // name of the party; "" where none is told
	Of      string      `json:"of"`      // issue, what is due, what is counted
	From    string      `json:"from"`    // stance, day or value before
	To      string      `json:"to"`      // and now
	Telling ledger.Item `json:"telling"` // that brought it
}

// Between returns the changes of a kind whose day lies between two, YYYY-MM-DD; "" for no bound
// and every kind. What was before a change may be older, so the entries that Join gets must
// not be bounded below.
func Between(all []Change, kind Kind, from, to string) []Change {
	var out []Change
	for _, c := range all {
		if (kind == "" || c.Kind == kind) && c.Day >= from && (to == "" || c.Day <= to) {
			out = append(out, c)
		}
	}
	return out
}

// Kinds returns the kinds of news in the order in which they are listed.
func Kinds() []Kind { return []Kind{PositionMoved, DateSlipped, FigureDiffers} }

// Join gathers the news of joined entries, the newest first.
func Join(stands []issues.Issue, due []dues.Due, figures []disputes.Dispute) []Change {
	var out []Change
	for i := range stands {
		out = append(out, moved(&stands[i])...)
	}
	for i := range due {
		out = append(out, slipped(&due[i])...)
	}
	for i := range figures {
		out = append(out, differs(&figures[i])...)
	}
	for i := range out {
		p := out[i].Telling.Published
		out[i].Day = p[:min(len(p), len("2006-01-02"))]
	}
	slices.SortStableFunc(out, func(a, b Change) int {
		return cmp.Or(strings.Compare(b.Telling.Published, a.Telling.Published), strings.Compare(a.Telling.Document, b.Telling.Document), a.Telling.Span.Start-b.Telling.Span.Start)
	})
	return out
}

// moved returns the moves of the parties on an issue.
func moved(x *issues.Issue) []Change {
	var out []Change
	for i := range x.Stands {
		s := &x.Stands[i]
		before := ""
		for _, t := range slices.Backward(s.Tellings) { // The newest comes first.
			if before != "" && t.Act != before {
				out = append(out, Change{Kind: PositionMoved, Who: s.Party, Of: x.Name, From: before, To: t.Act, Telling: t})
			}
			before = t.Act
		}
	}
	return out
}

// slipped returns the moves of a due's day, each by who told it first.
func slipped(d *dues.Due) []Change {
	moves := slices.Clone(d.Moves)
	slices.SortStableFunc(moves, func(a, b dues.Move) int { return strings.Compare(a.Telling.Published, b.Telling.Published) })
	told := map[[2]string]bool{}
	var out []Change
	for _, m := range moves {
		if told[[2]string{m.From, m.To}] {
			continue
		}
		told[[2]string{m.From, m.To}] = true
		out = append(out, Change{Kind: DateSlipped, Who: strings.Join(d.Parties, ", "), Of: d.What, From: m.From, To: m.To, Telling: m.Telling.Item})
	}
	return out
}

// differs returns the values of a disputed figure that differ from the first that was told.
func differs(d *disputes.Dispute) []Change {
	uses := slices.Clone(d.Uses)
	slices.SortStableFunc(uses, func(a, b disputes.Use) int {
		return strings.Compare(a.Tellings[0].Published, b.Tellings[0].Published)
	})
	var out []Change
	for _, u := range uses[1:] {
		out = append(out, Change{Kind: FigureDiffers, Who: strings.Join(u.By, ", "), Of: d.Referent, From: uses[0].Words, To: u.Words, Telling: u.Tellings[0]})
	}
	return out
}
