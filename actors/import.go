package actors

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"parley"
)

// Format is the format of a file of a user's own facts.
type Format string

// The formats. A row or object has the fields of Fact, under these names: of,
// office, person, id, aliases, from, to. In JSON the file is a list of objects;
// in CSV the first row names the columns and several aliases stand between
// semicolons. SPARQL is the JSON in which Wikidata's query service answers; its
// variables are person and office, personLabel and officeLabel, from (or start)
// and to (or end), and of, ofLabel, country or countryLabel.
const (
	CSV    Format = "csv"
	JSON   Format = "json"
	SPARQL Format = "sparql"
)

// Fact is a user's own statement: that a person held an office of a state or
// organisation from a day to a day.
type Fact struct {
	Of      string   `json:"of"`      // id or name of the state or organisation
	Office  string   `json:"office"`  // its title: "Minister of Foreign Affairs"
	Person  string   `json:"person"`  // the name
	ID      string   `json:"id"`      // of the person, such as a Wikidata item; may be empty
	Aliases []string `json:"aliases"` // other names
	From    string   `json:"from"`    // ISO 8601 day, month or year, or empty
	To      string   `json:"to"`      // the same; empty where it is not over
	Line    int      `json:"-"`       // where it stands: a line of CSV, the number of the object in JSON
}

// The bounds of what is imported, against files that would fill the memory.
const (
	maxImport = 64 << 20 // bytes
	maxFacts  = 100_000
)

// ReadFile reads the facts of a file, in the format that its name or content tells.
func ReadFile(name string) ([]Fact, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("import actors: %w", err)
	}
	defer f.Close()
	format := JSON
	if strings.EqualFold(filepath.Ext(name), ".csv") {
		format = CSV
	}
	facts, err := Import(f, format)
	if err != nil {
		return nil, fmt.Errorf("import actors from %s: %w", name, err)
	}
	return facts, nil
}

// Import reads facts. A JSON object with results and bindings is taken for an
// answer of a SPARQL service. Errors wrap parley.ErrDamaged and name the line or
// the number of the object.
func Import(r io.Reader, format Format) ([]Fact, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxImport+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > maxImport:
		return nil, fmt.Errorf("more than %d MB: %w", maxImport>>20, parley.ErrDamaged)
	}
	var facts []Fact
	switch format {
	case CSV:
		facts, err = readCSV(data)
	case JSON, SPARQL:
		facts, err = readJSON(data)
	default:
		return nil, fmt.Errorf("%q is no format of actors; there are csv, json and sparql: %w", format, parley.ErrDamaged)
	}
	if err != nil {
		return nil, err
	}
	for i := range facts {
		if err := facts[i].check(); err != nil {
			return nil, fmt.Errorf("line %d: %w", facts[i].Line, err)
		}
	}
	return facts, nil
}

// check says what is wrong with a fact.
func (f *Fact) check() error {
	bad := func(format string, args ...any) error {
		return fmt.Errorf(format+": %w", append(args, parley.ErrDamaged)...)
	}
	for _, text := range append([]string{f.Of, f.Office, f.Person, f.ID}, f.Aliases...) {
		if len(text) > 2*longestName || strings.ContainsFunc(text, func(r rune) bool { return r < ' ' }) {
			return bad("%.40q is too long or has control characters", text)
		}
	}
	switch {
	case strings.TrimSpace(f.Person) == "" || Soft(f.Person) == "":
		return bad("no person")
	case strings.TrimSpace(f.Of) == "":
		return bad("no state or organisation of the office of %q", f.Person)
	case strings.TrimSpace(f.Office) == "":
		return bad("no office of %q", f.Person)
	case !isDay(f.From):
		return bad("%.20q is no day; 2015-12-14, 2015-12 or 2015 is", f.From)
	case !isDay(f.To):
		return bad("%.20q is no day; 2015-12-14, 2015-12 or 2015 is", f.To)
	case f.From != "" && f.To != "" && f.To[:min(len(f.From), len(f.To))] < f.From[:min(len(f.From), len(f.To))]:
		return bad("%s is before %s", f.To, f.From)
	}
	return nil
}

// isDay reports whether a text is a day, month or year of ISO 8601, or empty.
func isDay(text string) bool {
	layout := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}[len(text)]
	if text == "" {
		return true
	}
	_, err := time.Parse(layout, text)
	return layout != "" && err == nil
}

// readCSV reads facts from a table with named columns.
func readCSV(data []byte) ([]Fact, error) {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff")))
	head, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("line 1: no row that names the columns: %w", errors.Join(err, parley.ErrDamaged))
	}
	at := map[string]int{}
	for i, name := range head {
		at[strings.ToLower(strings.TrimSpace(name))] = i
	}
	for _, name := range []string{"of", "office", "person"} {
		if _, ok := at[name]; !ok {
			return nil, fmt.Errorf("line 1: no column %q among %q: %w", name, head, parley.ErrDamaged)
		}
	}
	var facts []Fact
	for {
		row, err := r.Read()
		if err == io.EOF {
			return facts, nil
		}
		if err != nil {
			return nil, errors.Join(err, parley.ErrDamaged)
		}
		line, _ := r.FieldPos(0)
		get := func(name string) string {
			if i, ok := at[name]; ok {
				return strings.TrimSpace(row[i])
			}
			return ""
		}
		facts = append(facts, Fact{Of: get("of"), Office: get("office"), Person: get("person"), ID: get("id"), Aliases: values(get("aliases")), From: get("from"), To: get("to"), Line: line})
		if len(facts) > maxFacts {
			return nil, fmt.Errorf("line %d: more than %d rows: %w", line, maxFacts, parley.ErrDamaged)
		}
	}
}

// readJSON reads facts from a list of objects or a SPARQL answer.
func readJSON(data []byte) ([]Fact, error) {
	var answer struct {
		Results *struct {
			Bindings []map[string]struct{ Value string }
		}
	}
	if err := json.Unmarshal(data, &answer); err == nil && answer.Results != nil {
		facts := make([]Fact, 0, len(answer.Results.Bindings))
		for i, b := range answer.Results.Bindings {
			facts = append(facts, bound(i+1, func(name string) string { return b[name].Value }))
		}
		return facts, nil
	}
	var facts []Fact
	if err := json.Unmarshal(data, &facts); err != nil {
		return nil, fmt.Errorf("line %d: neither a list of facts nor a SPARQL answer: %w", lineOf(data, err), errors.Join(err, parley.ErrDamaged))
	}
	for i := range facts {
		facts[i].Line = i + 1
	}
	return facts, nil
}

// lineOf returns the line at which JSON could not be read.
func lineOf(data []byte, err error) int {
	offset := int64(0)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	if errors.As(err, &syntax) {
		offset = syntax.Offset
	} else if errors.As(err, &kind) {
		offset = kind.Offset
	}
	return 1 + strings.Count(string(data[:min(int(offset), len(data))]), "\n")
}

// bound makes a fact of the values that a SPARQL answer binds.
func bound(number int, value func(string) string) Fact {
	first := func(names ...string) string {
		for _, n := range names {
			if v := strings.TrimSpace(value(n)); v != "" {
				return v
			}
		}
		return ""
	}
	f := Fact{
		Of: first("of", "ofLabel", "countryLabel", "country"), Office: first("officeLabel", "positionLabel", "office"),
		Person: first("personLabel", "person", "name"), From: dayOf(first("from", "start")), To: dayOf(first("to", "end")), Line: number,
	}
	if id := value("person"); strings.Contains(id, "/entity/Q") {
		f.ID = id[strings.LastIndexByte(id, '/')+1:]
	}
	return f
}

// dayOf cuts a day out of a time of XML Schema.
func dayOf(text string) string {
	day, _, _ := strings.Cut(text, "T")
	return day
}
