// Package plain prints readings for people at a terminal: the text sentence by
// sentence, and below each sentence the entries that it holds, with their exact
// words, who stands behind them and how sure the reader is.
package plain

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"parley"
	"parley/lang"
)

// Write prints a reading.
func Write(w io.Writer, r *parley.Reading) error {
	p := printer{w: bufio.NewWriter(w), reading: r, names: names(r), titles: titles(r)}
	p.header()
	p.body()
	return p.w.Flush()
}

// printer prints one reading. Write errors are kept by the buffer until Flush.
type printer struct {
	w       *bufio.Writer
	reading *parley.Reading
	names   map[string]string // of actors, by id
	titles  map[string]string // the first title of an actor, by id; a mere rank ("Col.") gives way to a later one
}

func names(r *parley.Reading) map[string]string {
	out := map[string]string{}
	for _, a := range r.Actors {
		out[a.ID] = a.Name
	}
	return out
}

func titles(r *parley.Reading) map[string]string {
	out := map[string]string{}
	for _, x := range r.Roles {
		if rank := strings.HasSuffix(out[x.Actor], "."); rank || out[x.Actor] == "" {
			out[x.Actor] = x.Title.In(r.Document.Text)
		}
	}
	return out
}

// header prints what is known of the document, unknown shown as unknown.
func (p *printer) header() {
	d := &p.reading.Document
	fmt.Fprintf(p.w, "%s\n", or(d.Title, "(no title)"))
	fmt.Fprintf(p.w, "%s · %s", or(d.Outlet, "outlet unknown"), or(d.Published, "date unknown"))
	if d.Place != "" || d.Agency != "" {
		fmt.Fprintf(p.w, " · dateline %s", strings.Join(nonempty(d.Place, d.Dateline, d.Agency), ", "))
	}
	if d.URL != "" {
		fmt.Fprintf(p.w, " · %s", d.URL)
	}
	fmt.Fprintln(p.w)
	for _, warning := range d.Warnings {
		fmt.Fprintf(p.w, "! %s\n", warning)
	}
}

// body prints the sentences with their numbers and entries.
func (p *printer) body() {
	text := lang.Analyse(p.reading.Document.Text)
	bySentence := map[int][]parley.Entry{}
	for e := range p.reading.Entries() {
		if e.List() == parley.KindActor {
			continue
		}
		i := max(0, text.SentenceAt(anchor(e)))
		bySentence[i] = append(bySentence[i], e)
	}
	for i, s := range text.Sentences {
		if text.Blocks[s.Block].First == i {
			fmt.Fprintln(p.w)
		}
		fmt.Fprintf(p.w, "%4d  %s\n", i+1, oneLine(s.In(text.Source)))
		list := bySentence[i]
		slices.SortStableFunc(list, func(a, b parley.Entry) int { return anchor(a) - anchor(b) })
		for _, e := range list {
			fmt.Fprintf(p.w, "      %s\n", p.entry(e))
		}
	}
}

// anchor is the byte offset that decides in which sentence an entry is shown: a
// statement by its cue, any other by its evidence.
func anchor(e parley.Entry) int {
	if s, ok := e.(*parley.Statement); ok && len(s.Cue) > 0 {
		return s.Cue[0].Start
	}
	return parley.Evidence(e).Hull().Start
}

// entry describes one entry on one line: its kind, what it says, how sure it is.
func (p *printer) entry(e parley.Entry) string {
	line := fmt.Sprintf("%-10s %s", strings.TrimSuffix(string(e.List()), "s"), oneLine(p.content(e)))
	if c := e.Made().Confidence; c > 0 {
		line += fmt.Sprintf("  · %.2f", c)
	}
	return line
}

// content says what an entry holds.
func (p *printer) content(e parley.Entry) string {
	text := p.reading.Document.Text
	switch e := e.(type) {
	case *parley.Statement:
		return p.statement(e)
	case *parley.Role:
		return fmt.Sprintf("%s: %s%s", e.Person.In(text), e.Title.In(text), checked(e.Check))
	case *parley.Date:
		return fmt.Sprintf("%s = %s", e.Span.In(text), strings.Join(nonempty(string(e.Type), e.Value, e.Mod, bracketed(e.How)), " "))
	case *parley.Figure:
		return fmt.Sprintf("%s = %s", e.Span.In(text), Amount(e))
	case *parley.Event:
		return p.event(e)
	case *parley.Condition:
		return fmt.Sprintf("%s %s %s", quoted(e.Consequent.In(text)), e.Connective.In(text), quoted(e.Antecedent.In(text)))
	case *parley.Position:
		return fmt.Sprintf("%s — %s: %s", strings.Join(p.named(e.Actor), ""), strings.Join(nonempty(string(e.Stance), string(e.Shift)), ", "), quoted(e.Evidence.In(text)))
	case *parley.Label:
		return fmt.Sprintf("%s calls %s %s", or(strings.Join(p.named(e.By...), ", "), "somebody"), quoted(e.Target.In(text)), quoted(e.Label.In(text)))
	}
	return parley.Evidence(e).In(text)
}

// event describes an event: what, how it stands, who to whom, when and where.
func (p *printer) event(e *parley.Event) string {
	about := strings.Join(nonempty(e.When, e.Where), ", ")
	parties := strings.Join(p.named(e.Actors...), ", ")
	if len(e.Recipients) > 0 {
		parties += " → " + strings.Join(p.named(e.Recipients...), ", ")
	}
	return strings.Join(nonempty(e.Type, string(e.Status)+":", strings.TrimSpace(parties), quoted(e.Trigger.In(p.reading.Document.Text)), bracketed(about)), " ")
}

// checked says how a role stands to the dated list of office holders: nothing
// where the list does not tell, "confirmed", or "at odds" with what the list has.
func checked(c *parley.Check) string {
	switch {
	case c == nil || c.Standing == parley.StandingUnknown:
		return ""
	case c.Standing == parley.Confirmed:
		return " (confirmed)"
	}
	var has []string
	for _, o := range c.Held {
		has = append(has, Term(o))
	}
	for _, o := range c.Holders {
		has = append(has, o.Person+" was "+Term(o))
	}
	if len(has) == 0 {
		return " (at odds: " + c.Why + ")"
	}
	return " (at odds with the list: " + strings.Join(has, "; ") + ")"
}

// Term writes an office with its time.
func Term(o parley.Office) string {
	out := strings.Join(nonempty(o.Title, o.Of), ", ")
	switch {
	case o.From != "" && o.To != "":
		return out + " from " + o.From + " to " + o.To
	case o.From != "":
		return out + " since " + o.From
	case o.To != "":
		return out + " until " + o.To
	}
	return out
}

// statement describes a statement: who, act, how, when, and the words.
func (p *printer) statement(s *parley.Statement) string {
	text := p.reading.Document.Text
	about := nonempty(
		prefixed("to ", s.Addressee), prefixed("toward ", strings.Join(p.named(s.Toward...), ", ")), prefixed("said ", s.Said),
		s.Channel, prefixed("via ", strings.Join(p.named(s.Relay), "")), prefixed("inside ", s.Parent))
	details := ""
	if len(about) > 0 {
		details = " [" + strings.Join(about, "; ") + "]"
	}
	return fmt.Sprintf("%s — %s, %s%s: %s", p.who(s), s.Act, s.Type, details, quoted(s.Content.In(text)))
}

// who names a statement's source with its title, or shows that it is unresolved.
func (p *printer) who(s *parley.Statement) string {
	if len(s.SourceActors) == 0 {
		return fmt.Sprintf("speaker unresolved (%s)", s.Source.In(p.reading.Document.Text))
	}
	var out []string
	for _, id := range s.SourceActors {
		name := p.names[id]
		if t := p.titles[id]; t != "" {
			name += " (" + t + ")"
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

func (p *printer) named(ids ...string) []string {
	var out []string
	for _, id := range ids {
		if id != "" {
			out = append(out, or(p.names[id], id))
		}
	}
	return out
}

// Amount writes a figure's number with its unit and measure: "at least 20 people killed".
func Amount(f *parley.Figure) string {
	number := "no number"
	switch {
	case f.Value != nil:
		number = fmt.Sprintf("%v", *f.Value)
		if *f.Value == float64(int64(*f.Value)) {
			number = fmt.Sprintf("%d", int64(*f.Value))
		}
	case f.Min != nil && f.Max != nil:
		number = fmt.Sprintf("%v to %v", *f.Min, *f.Max)
	}
	approx := ""
	if f.Approx {
		approx = "about"
	}
	return strings.Join(nonempty(f.Mod, approx, number, f.Unit, f.Measure), " ")
}

// quoted sets text in quotation marks unless it brings its own.
func quoted(s string) string {
	if strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") {
		return s
	}
	return "“" + s + "”"
}

// oneLine makes white space single, so that an entry stays on its line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

func nonempty(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}
