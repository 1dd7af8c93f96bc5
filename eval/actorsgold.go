package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"
)

// ActorPhrase is a phrase of which it is known whom it means.
type ActorPhrase struct {
	ID     string `json:"id"`
	Phrase string `json:"phrase"`
	State  string `json:"state"`             // of whom it is: ISO 3166-1 alpha-3, or IGO, UNO or EUR for organisations; empty for none
	In     string `json:"in,omitempty"`      // a word for the state in play, or empty
	Day    string `json:"day,omitempty"`     // the day on which it was written, or empty
	Sector string `json:"sector,omitempty"`  // PLOVER's sector of the role on that day, or empty
	Office string `json:"office,omitempty"`  // the office on that day, or empty
	Undone bool   `json:"unasked,omitempty"` // the gold does not tell the state
}

// OfficeDay is the question who held an office on a day.
type OfficeDay struct {
	State  string   `json:"state"` // the English name of the state; empty for offices of the world
	Office string   `json:"office"`
	Day    string   `json:"day"`
	Right  []string `json:"right"` // Wikidata items of those who held it
}

// LoadActorPhrases reads phrases with their actors from JSONL as converted from
// the tests of NGEC: what each calls, with which arguments, and what is expected.
func LoadActorPhrases(file string) ([]ActorPhrase, error) {
	type row struct {
		ID, Fn, Text string
		Args         []string
		Kwargs       map[string]string
		Expect       map[string]*string
	}
	var out []ActorPhrase
	err := eachJSON(file, func(r row) {
		if r.Fn != "agent_to_code" && r.Fn != "search_nat" {
			return
		}
		p := ActorPhrase{ID: r.ID, Phrase: r.Text, Day: anyDay(r.Kwargs["query_date"]), In: r.Kwargs["known_country"]}
		if len(r.Args) > 0 && p.In == "" {
			p.In = r.Args[0]
		}
		if len(r.Args) > 1 && p.Day == "" {
			p.Day = anyDay(r.Args[1])
		}
		state, told := r.Expect["country"]
		if r.Fn == "search_nat" {
			state, told = r.Expect["cc"], true
		}
		p.State, p.Undone = deref(state), !told
		p.Sector, p.Office = strings.Trim(deref(r.Expect["code_1"]), "?"), deref(r.Expect["actor_wiki_job"])
		out = append(out, p)
	})
	return out, err
}

// deref returns what a pointer points to, and "" for none.
func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// anyDay brings a day into ISO 8601. "Today" and what is no day become "".
func anyDay(text string) string {
	for _, layout := range []string{time.DateOnly, "2 January 2006", "January 2, 2006"} {
		if d, err := time.Parse(layout, text); err == nil {
			return d.Format(time.DateOnly)
		}
	}
	return ""
}

// eachJSON calls read with each object of a file of one a line.
func eachJSON[T any](file string, read func(T)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for n := 1; lines.Scan(); n++ {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return fmt.Errorf("%s: line %d: %w", file, n, err)
		}
		read(v)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// term is a row of the list of office holders.
type term struct {
	Set, Office, Wikidata, From, To string
}

// LoadOfficeDays draws n questions from a list of dated office holders, with a
// fixed seed: a tenure of which both days are known, and a day in it between
// 2001 and mid-2022. Right is whoever the list has in the office on that day.
func LoadOfficeDays(file string, n int) ([]OfficeDay, error) {
	var all, dated []term
	err := eachJSON(file, func(t term) {
		all = append(all, t)
		if len(t.From) == len(time.DateOnly) && len(t.To) == len(time.DateOnly) && t.To > "2001-01-01" && t.From < "2022-06-30" && t.From < t.To {
			dated = append(dated, t)
		}
	})
	if err != nil || len(dated) == 0 {
		return nil, err
	}
	random := newTwister(1)
	out := make([]OfficeDay, 0, n)
	for len(out) < n {
		t := dated[random.below(len(dated))]
		if q, ok := questionIn(t, all, random); ok {
			out = append(out, q)
		}
	}
	return out, nil
}

// questionIn draws a day in a tenure.
func questionIn(t term, all []term, random *twister) (OfficeDay, bool) {
	from, err := time.Parse(time.DateOnly, max(t.From, "2001-01-01"))
	if err != nil {
		return OfficeDay{}, false
	}
	to, err := time.Parse(time.DateOnly, min(t.To, "2022-06-30"))
	if err != nil || !from.Before(to) {
		return OfficeDay{}, false
	}
	day := from.AddDate(0, 0, random.below(int(to.Sub(from).Hours()/24))).Format(time.DateOnly)
	name := strings.TrimSuffix(strings.TrimSuffix(t.Set, "-ministers"), "-cabinet")
	q := OfficeDay{State: strings.ReplaceAll(name, "-", " "), Office: t.Office, Day: day}
	if name == "world" {
		q.State = ""
	}
	for _, other := range all {
		if other.Set == t.Set && other.Office == t.Office && (other.From == "" || other.From <= day) && (other.To == "" || day <= other.To+"~") {
			q.Right = append(q.Right, other.Wikidata)
		}
	}
	return q, true
}
