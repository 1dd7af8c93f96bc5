package eval_test

import (
	"math/rand/v2"
	"slices"
	"unicode/utf8"

	"parley"
)

// perturbation makes readings that are wrong in many small ways, the same ones
// in each run.
type perturbation struct{ *rand.Rand }

func newPerturbation(seed uint64) perturbation {
	return perturbation{rand.New(rand.NewPCG(seed, 1))}
}

// chance is true with the given probability.
func (p perturbation) chance(of float64) bool { return p.Float64() < of }

// reading returns a copy of a reading in which entries are missing, doubled or
// out of order, spans are moved, and fields and actors changed.
func (p perturbation) reading(r parley.Reading) parley.Reading {
	r.Actors = p.actors(r.Actors)
	r.Roles = perturbed(p, r.Roles)
	r.Statements = perturbed(p, r.Statements)
	r.Dates = perturbed(p, r.Dates)
	r.Events = perturbed(p, r.Events)
	r.Conditions = perturbed(p, r.Conditions)
	r.Dues = perturbed(p, r.Dues)
	r.Positions = perturbed(p, r.Positions)
	r.Labels = perturbed(p, r.Labels)
	r.Figures = perturbed(p, r.Figures)
	p.fields(&r)
	for e := range r.Entries() {
		for _, part := range e.Parts() {
			*part.Spans = p.spans(r.Document.Text, *part.Spans)
		}
	}
	return r
}

// perturbed drops, doubles and swaps entries.
func perturbed[T any](p perturbation, list []T) []T {
	var out []T
	for _, e := range list {
		if p.chance(0.8) {
			out = append(out, e)
		}
		if p.chance(0.1) {
			out = append(out, e)
		}
	}
	if len(out) > 1 && p.chance(0.5) {
		i, j := p.IntN(len(out)), p.IntN(len(out))
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// actors changes ids, names and kinds without a thought for who refers to them.
func (p perturbation) actors(list []parley.Actor) []parley.Actor {
	out := slices.Clone(list)
	for i := range out {
		a := &out[i]
		switch p.IntN(8) {
		case 0:
			a.ID += "-2"
		case 1:
			a.Name = "the " + a.Name + "’s"
		case 2:
			a.Aliases = append(slices.Clone(a.Aliases), out[p.IntN(len(out))].Name)
		case 3:
			a.Kind = parley.Group
		case 4:
			a.Of = out[p.IntN(len(out))].ID
		}
	}
	return out
}

// fields gives some entries the fields of others.
func (p perturbation) fields(r *parley.Reading) {
	for i := range r.Statements {
		s, o := &r.Statements[i], r.Statements[p.IntN(len(r.Statements))]
		switch p.IntN(6) {
		case 0:
			s.SourceActors, s.Act = o.SourceActors, o.Act
		case 1:
			s.Said, s.Relay, s.Toward = o.Said, o.Relay, append(slices.Clone(o.Toward), s.Toward...)
		case 2:
			s.SourceActors = append(slices.Clone(s.SourceActors), "somebody")
		}
	}
	for i := range r.Dates {
		if p.chance(0.2) {
			r.Dates[i].Value = r.Dates[p.IntN(len(r.Dates))].Value
		}
	}
	for i := range r.Events {
		e, o := &r.Events[i], r.Events[p.IntN(len(r.Events))]
		switch p.IntN(6) {
		case 0:
			e.Type = o.Type
		case 1:
			e.Actors, e.Recipients, e.Where = slices.Clone(e.Recipients), slices.Clone(e.Actors), o.Where
		}
	}
	for i := range r.Positions {
		if o := r.Positions[p.IntN(len(r.Positions))]; p.chance(0.3) {
			r.Positions[i].Actor, r.Positions[i].Stance = o.Actor, o.Stance
		}
	}
	for i := range r.Figures {
		if p.chance(0.2) {
			r.Figures[i].Value = nil
		}
	}
}

// spans moves the outer ends of a piece of text.
func (p perturbation) spans(text string, list parley.Spans) parley.Spans {
	out := slices.Clone(list)
	if len(out) == 0 || p.chance(0.4) {
		return out
	}
	first, last := &out[0], &out[len(out)-1]
	if start := moved(text, first.Start, p.IntN(41)-20); start < first.End {
		first.Start = start
	}
	if end := moved(text, last.End, p.IntN(41)-20); end > last.Start {
		last.End = end
	}
	return out
}

// moved returns the offset that lies n characters further on, or back.
func moved(text string, offset, n int) int {
	for ; n > 0 && offset < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[offset:])
		offset += size
	}
	for ; n < 0 && offset > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:offset])
		offset -= size
	}
	return offset
}
