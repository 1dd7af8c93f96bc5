package main

import (
	"cmp"

	"parley"
	"parley/actors"
	"parley/export/plover"
	"parley/lang"
	"parley/ledger"
)

// exportCmd is `parley export`.
type exportCmd struct {
	As     plover.Format `help:"The format of event data: plover (JSON lines), polecat or icews (tab-separated)." enum:"plover,polecat,icews" default:"plover"`
	From   dayFlag       `help:"The first day of publication." placeholder:"DAY"`
	To     dayFlag       `help:"The last day of publication." placeholder:"DAY"`
	Outlet string        `help:"Only stories of outlets whose name holds this." placeholder:"NAME"`
}

// Run writes the events of the ledger's stories, newest story first.
func (c *exportCmd) Run(s *session) error {
	known, err := s.known()
	if err != nil {
		return err
	}
	l, err := s.existing()
	if err != nil {
		return err
	}
	defer l.Close()
	out, err := plover.NewWriter(s.data, c.As)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, kind := range []parley.Kind{parley.KindEvent, parley.KindStatement} {
		q := ledger.Query{Kind: kind, From: isoDay(string(c.From)), To: isoDay(string(c.To)), Outlet: c.Outlet, Limit: exportPage}
		if err := c.stories(s, l, q, seen, func(r *parley.Reading) error { return exportReading(out, r, known) }); err != nil {
			return err
		}
	}
	return out.Flush()
}

// exportPage is how many entries are asked of the ledger at once.
const exportPage = 500

// stories calls do with the reading of every story that answers a query and that was not
// seen before.
func (c *exportCmd) stories(s *session, l ledger.Ledger, q ledger.Query, seen map[string]bool, do func(*parley.Reading) error) error {
	for {
		page, err := l.Find(s.ctx, q)
		if err != nil {
			return err
		}
		for _, item := range page.Items {
			if seen[item.Document] {
				continue
			}
			seen[item.Document] = true
			reading, err := l.Reading(s.ctx, item.Document, item.Version)
			if err != nil {
				return err
			}
			if err := do(&reading); err != nil {
				return err
			}
		}
		if q.After = page.Next; q.After == "" {
			return nil
		}
	}
}

// exportReading writes the events of a reading.
func exportReading(out *plover.Writer, r *parley.Reading, known *actors.Known) error {
	byID := map[string]*parley.Actor{}
	for i := range r.Actors {
		byID[r.Actors[i].ID] = &r.Actors[i]
	}
	text := lang.Analyse(r.Document.Text)
	lookup := func(a *parley.Actor) plover.Codes { return codesOf(a, byID, known) }
	for _, e := range plover.Of(r, lookup, func(at int) int { return text.SentenceAt(at) + 1 }) {
		if err := out.Write(&e); err != nil {
			return err
		}
	}
	return nil
}

// ploverSectors are PLOVER's sectors of the kinds of actor that have one by themselves.
var ploverSectors = map[parley.ActorKind]string{parley.State: "GOV", parley.Government: "GOV", parley.ArmedGroup: "REB", parley.Outlet: "MED"}

// belongsMost is through how many actors one belongs to a state.
const belongsMost = 4

// codesOf returns what the tables know of an actor: the state that it is, belongs to or
// lives in.
func codesOf(a *parley.Actor, byID map[string]*parley.Actor, known *actors.Known) plover.Codes {
	codes := plover.Codes{Sector: ploverSectors[a.Kind]}
	if a.Kind == parley.Person && a.Office != nil {
		codes.Sector = "GOV"
	}
	for range belongsMost {
		home := cmp.Or(known.Home(a.ID), a.ID)
		if k, ok := known.Codes(home); ok {
			codes.Country = k.CAMEO
			if e, ok := known.ByID(home); ok {
				codes.State = e.Name
			}
			return codes
		}
		next, ok := byID[a.Of]
		if !ok {
			break
		}
		a = next
	}
	return codes
}
