package eval

import (
	"strings"

	"parley"
)

// Attributions gives the statements of a reading in the format of the corpora
// of quotations. Like these it has only the outermost statement where one
// stands inside another.
func Attributions(r parley.Reading) QuoteDocument {
	points := parley.CodePoints(r.Document.Text)
	doc := QuoteDocument{ID: r.Document.ID, Attributions: []Attribution{}}
	for _, s := range r.Statements {
		if s.Parent != "" {
			continue
		}
		doc.Attributions = append(doc.Attributions, Attribution{
			ID: s.ID, Type: s.Type,
			Speaker: inPoints(s.Source, points), Cue: inPoints(s.Cue, points), Content: inPoints(s.Content, points),
		})
	}
	return doc
}

// Timexes gives the dates of a reading in the format of the TimeML corpora,
// which knows no interrupted expressions and no ranges: those are two.
func Timexes(r parley.Reading) TimeDocument {
	points := parley.CodePoints(r.Document.Text)
	doc := TimeDocument{ID: r.Document.ID, Timexes: []Timex{}}
	for i := range r.Dates {
		for k, d := range r.Dates[i].Ends() {
			hull := d.Span.Hull()
			doc.Timexes = append(doc.Timexes, Timex{
				ID: d.ID + strings.Repeat("b", k), Text: hull.In(r.Document.Text), Type: string(d.Type), Value: d.Value, Mod: d.Mod,
				Span: parley.Span{Start: points[hull.Start], End: points[hull.End]},
			})
		}
	}
	return doc
}

// inPoints converts byte offsets to code points; none become an empty list.
func inPoints(spans parley.Spans, points []int) parley.Spans {
	out := make(parley.Spans, len(spans))
	for i, s := range spans {
		out[i] = parley.Span{Start: points[s.Start], End: points[s.End]}
	}
	return out
}

// Document is the text to read, without the annotation.
func (d QuoteDocument) Document() parley.Document {
	return parley.Document{ID: d.ID, Title: d.Title, Outlet: d.Outlet, Published: d.Date, Language: d.Language, Text: d.Text}
}

// Document is the text to read, without the annotation. The corpora are English.
func (d TimeDocument) Document() parley.Document {
	return parley.Document{ID: d.ID, Title: d.Title, Published: d.Date, Language: "en", Text: d.Text}
}
