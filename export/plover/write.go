package plover

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Format is a format of event data.
type Format string

// The formats.
const (
	JSONL   Format = "plover"  // PLOVER's JSON lines
	Polecat Format = "polecat" // 40 columns, with a header
	ICEWS   Format = "icews"   // 20 columns, with a header
)

// Writer writes events in one format. A file without events has its header.
type Writer struct {
	format Format
	json   *json.Encoder
	table  *csv.Writer
}

// NewWriter returns a writer of a format onto w, and writes the header if there is one.
func NewWriter(w io.Writer, f Format) (*Writer, error) {
	out := &Writer{format: f}
	switch f {
	case JSONL:
		out.json = json.NewEncoder(w)
		out.json.SetEscapeHTML(false)
		return out, nil
	case Polecat, ICEWS:
		out.table = csv.NewWriter(w)
		out.table.Comma = '\t'
		header := polecatColumns
		if f == ICEWS {
			header = icewsColumns
		}
		if err := out.table.Write(strings.Split(header, ", ")); err != nil {
			return nil, fmt.Errorf("write header: %w", err)
		}
		return out, nil
	}
	return nil, fmt.Errorf("format %q: want %s, %s or %s", f, JSONL, Polecat, ICEWS)
}

// Write writes one event. A row has one actor and one recipient: of several it has a row
// for each pair, as those data sets do, except in JSON.
func (w *Writer) Write(e *Event) error {
	if w.json != nil {
		if err := w.json.Encode(e.line()); err != nil {
			return fmt.Errorf("write event %s: %w", e.ID, err)
		}
		return nil
	}
	recipients, actors := e.Recipients, e.Actors
	if len(recipients) == 0 {
		recipients = []Party{{}}
	}
	if len(actors) == 0 {
		actors = []Party{{}} // Nobody says who did it.
	}
	n := 0
	for _, a := range actors {
		for _, r := range recipients {
			n++
			id := e.ID
			if n > 1 {
				id += "." + strconv.Itoa(n)
			}
			row := e.polecat(id, a, r)
			if w.format == ICEWS {
				row = e.icews(id, a, r)
			}
			if err := w.table.Write(row); err != nil {
				return fmt.Errorf("write event %s: %w", id, err)
			}
		}
	}
	return nil
}

// Flush writes what is still held back, and fails where the writing did.
func (w *Writer) Flush() error {
	if w.table == nil {
		return nil
	}
	w.table.Flush()
	if err := w.table.Error(); err != nil {
		return fmt.Errorf("write events: %w", err)
	}
	return nil
}

// record is PLOVER's JSON record, with its field names.
type record struct {
	ID        string     `json:"id"`
	Date      string     `json:"date"`
	Actor     []entity   `json:"actor"`
	Recipient []entity   `json:"recipient"`
	Event     []string   `json:"event"`
	Mode      []string   `json:"mode,omitempty"`
	Context   []string   `json:"context,omitempty"`
	Location  []location `json:"event_loc,omitempty"`
	EventText string     `json:"event_text"`
	Quad      int        `json:"quad_code"`
	Scale     float64    `json:"event_scale"`
	Text      textInfo   `json:"text_info"`
	Cite      citeInfo   `json:"cite_info"`
	Cameo     string     `json:"cameo_code"`
	Goldstein float64    `json:"goldstein"`
	Sure      float64    `json:"confidence"`
}

// entity is PLOVER's actor or recipient.
type entity struct {
	Code   string `json:"code,omitempty"`
	Sector string `json:"sector,omitempty"`
	Text   string `json:"entity_text"`
}

// location is PLOVER's place; nothing but its words is known.
type location struct {
	Extracted string `json:"extracted_place"`
}

// textInfo is where the event stands; offsets are in code points of the story.
type textInfo struct {
	Sequence int `json:"sequence"`
	Start    int `json:"start"`
	End      int `json:"end"`
}

// citeInfo is which story tells it and how it was coded.
type citeInfo struct {
	Citation string `json:"citation"`
	URL      string `json:"url,omitempty"`
	Title    string `json:"title,omitempty"`
	Language string `json:"language,omitempty"`
	License  string `json:"license,omitempty"`
	Coder    string `json:"coder"`
	Codebook string `json:"codebook"`
}

// line is the event as a PLOVER record.
func (e *Event) line() record {
	c := e.cameoOf()
	r := record{
		ID: e.ID, Date: e.Date, Actor: entities(e.Actors), Recipient: entities(e.Recipients), Event: []string{e.Type}, Context: e.Contexts, EventText: e.Text,
		Quad: e.Quad(), Scale: scores[e.Type].scale, Text: textInfo{e.Sentence, e.Start, e.End}, Cameo: c.code, Goldstein: c.goldstein, Sure: e.Confidence,
		Cite: citeInfo{Citation: e.document.Outlet, URL: e.document.URL, Title: e.document.Title, Language: e.document.Language, License: e.document.Licence, Coder: "parley", Codebook: Convention},
	}
	if e.Mode != "" {
		r.Mode = []string{e.Mode}
	}
	if e.Where != "" {
		r.Location = []location{{e.Where}}
	}
	return r
}

// entities returns parties as PLOVER has them.
func entities(parties []Party) []entity {
	out := []entity{}
	for _, p := range parties {
		out = append(out, entity{p.Country, p.Sector, p.Name})
	}
	return out
}

// polecatColumns are the columns of POLECAT's files.
const polecatColumns = "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, Story People, Story Organizations, Story Locations, Language, Version"

// quads are POLECAT's names of the quad classes.
var quads = [...]string{"", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"}

// polecat is a row of POLECAT. What is not known is empty.
func (e *Event) polecat(id string, a, r Party) []string {
	d := e.document
	return []string{
		id, e.Date, e.Type, e.Mode, decimal(scores[e.Type].scale), quads[e.Quad()], strings.Join(e.Contexts, ";"),
		a.Name, a.Country, "", a.Sector, a.Sector, "", a.Name, "",
		r.Name, r.Country, "", r.Sector, r.Sector, "", r.Name, "",
		"", "", "", "", "", "", "", "", oneLine(e.Where), "",
		oneLine(d.Outlet), dayOf(d.Published, ""), "", "", "", d.Language, Convention,
	}
}

// icewsColumns are the columns of ICEWS's files.
const icewsColumns = "Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, Intensity, Target Name, Target Sectors, Target Country, Story ID, Sentence Number, Publisher, City, District, Province, Country, Latitude, Longitude"

// icews is a row of ICEWS. What is not known is empty.
func (e *Event) icews(id string, a, r Party) []string {
	c := e.cameoOf()
	return []string{
		id, e.Date, a.Name, a.Sector, a.State, c.name, c.code, decimal(c.goldstein), r.Name, r.Sector, r.State,
		e.document.ID, strconv.Itoa(e.Sentence), oneLine(e.document.Outlet), "", "", "", "", "", "",
	}
}

// decimal writes a score with one decimal.
func decimal(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
