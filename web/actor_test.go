package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"parley"

	"github.com/google/go-cmp/cmp"
)

// lockText is a story in which one statement stands inside another.
const lockText = `The locks of Selmark

Varenia's chief negotiator, Ilen Sadek, told reporters in an interview with the Meridian Post that Kestria had promised to open the locks.

Varenia and Lumenia urged Kestria to keep its word. “Pell” said nothing of it, people in Dreil said.`

// lockReading has a statement with all links of its chain: speaker, role,
// channel, addressee, relay, and another statement inside it.
func lockReading(t testing.TB) parley.Reading {
	at := func(words ...string) parley.Spans { return spans(t, lockText, words...) }
	made := parley.Provenance{Confidence: 0.8, Reader: "statement", Version: 1}
	return parley.Reading{
		Document: parley.Document{ID: "lock-1", Title: "The locks of Selmark", Outlet: "Lumen Post", Published: "2031-06-01", Language: "en", Text: lockText},
		Actors: []parley.Actor{
			{ID: "SADEK", Name: "Ilen Sadek", Kind: parley.Person, Of: "VAR", Mentions: at("Ilen Sadek"), Aliases: []string{"I. Sadek"}},
			{ID: "VAR", Name: "Varenia", Kind: parley.State, Mentions: at("Varenia")},
			{ID: "KES", Name: "Kestria", Kind: parley.State, Mentions: at("Kestria")},
			{ID: "LUM", Name: "Lumenia", Kind: parley.State, Mentions: at("Lumenia")},
			{ID: "POST", Name: "Meridian Post", Kind: parley.Outlet, Mentions: at("Meridian Post")},
		},
		Roles: []parley.Role{{ID: "r1", Person: at("Ilen Sadek"), Title: at("chief negotiator"), Actor: "SADEK", Provenance: made}},
		Statements: []parley.Statement{
			{ID: "s1", Source: at("Varenia's chief negotiator, Ilen Sadek"), SourceActors: parley.IDs{"SADEK"}, Cue: at("told"), Channel: "interview",
				Content: at("that Kestria had promised to open the locks"), Type: parley.Indirect, Act: parley.Assert, Addressee: "reporters", Relay: "POST", Provenance: made},
			{ID: "s2", Source: at("Kestria"), SourceActors: parley.IDs{"KES"}, Cue: at("promised"), Content: at("to open the locks"), Type: parley.Indirect,
				Act: parley.Offer, Parent: "s1", Provenance: made},
			{ID: "s3", Source: at("Varenia and Lumenia"), SourceActors: parley.IDs{"VAR", "LUM"}, Cue: at("urged"), Content: at("to keep its word"), Type: parley.Indirect,
				Act: parley.Demand, Toward: []string{"KES"}, Provenance: made},
			{ID: "s4", Source: at("people in Dreil"), Cue: at("said.")[:1], Content: at("“Pell” said nothing of it"), Type: parley.Indirect, Act: parley.Assert, Provenance: made},
		},
	}
}

func TestActorShowsWhatTheLedgerHas(t *testing.T) {
	s := New(newLedger(t, oruReading(t), lockReading(t)), Options{})
	root := page(t, s, "/actor/Ilen%20Sadek")
	head := text(one(t, root, "header.doc"))
	for _, want := range []string{"Ilen Sadek", "kind person 2 documents", "of Varenia", "also I. Sadek", "named in 2 documents", "called “Ilen Sadek” 2 documents"} {
		if !strings.Contains(head, want) {
			t.Errorf("the header %q does not hold %q", head, want)
		}
	}
	var roles []string
	for _, row := range all(root, "table.roles tr.row") {
		days := texts(row, "td.day")
		roles = append(roles, strings.Join([]string{days[0], days[1], text(one(t, row, "td.who")), text(one(t, row, "td.new")), attr(one(t, row, "a.open"), "href")}, " | "))
	}
	want := []string{
		"2031-06-01 | 2031-06-01 | chief negotiator | 1 | /doc/lock-1?v=1&e=roles-r1#e-roles-r1",
		"2031-05-06 | 2031-05-06 | the Foreign Minister | 1 | /doc/oru-1?v=1&e=roles-r1#e-roles-r1",
	}
	if diff := cmp.Diff(want, roles); diff != "" {
		t.Errorf("roles (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"“that Kestria had promised to open the locks”", "“We would stop firing,” … “only if monitors are let in.”"},
		texts(one(t, root, "#said"), "td.what")); diff != "" {
		t.Errorf("said (-want +got):\n%s", diff)
	}
	if got := text(one(t, root, "#toward")); !strings.Contains(got, "No statement was found that is directed at Ilen Sadek") {
		t.Errorf("nothing said toward it reads %q", got)
	}
}

func TestActorShowsWhatOthersSaidTowardIt(t *testing.T) {
	s := New(newLedger(t, oruReading(t), lockReading(t)), Options{})
	root := page(t, s, "/actor/Kestria")
	got := texts(one(t, root, "#toward"), "td.who")
	if diff := cmp.Diff([]string{"Varenia, Lumenia →to Kestria", "Ilen Sadek, the Foreign Minister ⚑at odds with the dated list →to Kestria"}, got); diff != "" {
		t.Errorf("toward (-want +got):\n%s", diff)
	}
	if got := text(one(t, root, "main")); !strings.Contains(got, "No text that was read gives Kestria a title.") {
		t.Errorf("an actor without roles reads %q", got)
	}
	var wire []string
	for _, a := range all(root, "nav.counts a") {
		wire = append(wire, attr(a, "href"))
	}
	if len(wire) == 0 || wire[0] != "/?q=by%3AKestria" || wire[1] != "/?q=toward%3AKestria" {
		t.Errorf("the ways to the wire are %q", wire)
	}
	for i, path := range wire[:2] {
		if rows := len(all(page(t, s, path), "tr.row")); rows != 2 {
			t.Errorf("way %d to the wire has %d rows, want 2", i, rows)
		}
	}
}

// The same title in other letters, or with an article, is the same role; the
// newest and the first evidence of it are shown.
func TestActorJoinsTitles(t *testing.T) {
	var readings []parley.Reading
	for i, words := range []string{"The Foreign Minister", "foreign minister", "Foreign Minister"} {
		body := words + " Ilen Sadek spoke."
		readings = append(readings, parley.Reading{
			Document: parley.Document{ID: fmt.Sprint("t-", i), Outlet: "Tolm Herald", Published: fmt.Sprintf("2031-05-0%d", i+1), Language: "en", Text: body},
			Actors:   []parley.Actor{{ID: "S", Name: "Ilen Sadek", Kind: parley.Person, Mentions: spans(t, body, "Ilen Sadek")}},
			Roles:    []parley.Role{{ID: "r1", Person: spans(t, body, "Ilen Sadek"), Title: spans(t, body, words), Actor: "S"}},
		})
	}
	root := page(t, New(newLedger(t, readings...), Options{}), "/actor/Ilen%20Sadek")
	row := one(t, root, "table.roles tr.row")
	if got := text(row); !strings.HasPrefix(got, "2031-05-03 2031-05-01 Foreign Minister 3 ") {
		t.Errorf("the role reads %q", got)
	}
	var leads []string
	for _, a := range all(root, "table.roles tr.peek a") {
		leads = append(leads, attr(a, "href"))
	}
	if diff := cmp.Diff([]string{"/doc/t-2?v=1&e=roles-r1#at", "/doc/t-0?v=1&e=roles-r1#e-roles-r1"}, leads); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
}

// A family name that is told of a minister and of a miller is said to be of two people.
func TestActorTellsPersonsApart(t *testing.T) {
	var readings []parley.Reading
	for i, words := range []string{"Foreign Minister", "foreign minister", "miller"} {
		body := words + " Sadek spoke."
		readings = append(readings, parley.Reading{
			Document: parley.Document{ID: fmt.Sprint("t-", i), Outlet: "Tolm Herald", Published: fmt.Sprintf("2031-05-0%d", i+1), Language: "en", Text: body},
			Actors:   []parley.Actor{{ID: "S", Name: "Sadek", Kind: parley.Person, Mentions: spans(t, body, "Sadek")}},
			Roles:    []parley.Role{{ID: "r1", Person: spans(t, body, "Sadek"), Title: spans(t, body, words), Actor: "S"}},
		})
	}
	root := page(t, New(newLedger(t, readings...), Options{}), "/actor/Sadek")
	want := "! The name is told of 2 people: foreign minister 2 documents, 2031-05-01 to 2031-05-02; miller 1 document, 2031-05-03 to 2031-05-03."
	if got := text(one(t, root, "p.persons")); got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
	same := page(t, New(newLedger(t, readings[:2]...), Options{}), "/actor/Sadek")
	if n := len(all(same, "p.persons")); n != 0 {
		t.Error("one person is told to be two")
	}
}

func TestActorTurnsPages(t *testing.T) {
	l := newLedger(t)
	const n = 2*actorSaid + 1
	for i := range n {
		words := fmt.Sprintf("Kestria denied report %d of Varenia.", i)
		store(t, l, parley.Reading{
			Document: parley.Document{ID: fmt.Sprintf("k%d", i), Outlet: "Ardo Courier", Published: "2031-05-06", Language: "en", Text: words},
			Actors:   []parley.Actor{{ID: "K", Name: "Kestria", Kind: parley.State, Mentions: spans(t, words, "Kestria")}},
			Statements: []parley.Statement{{ID: "s1", Source: spans(t, words, "Kestria"), SourceActors: parley.IDs{"K"}, Cue: spans(t, words, "denied"),
				Content: spans(t, words, fmt.Sprint("report ", i)), Type: parley.Indirect, Act: parley.Deny, Toward: []string{"K"}}},
		})
	}
	s := New(l, Options{})
	once := map[string]bool{} // Each statement stands in both lists.
	for _, n := range all(page(t, s, "/actor/Kestria"), "[id]") {
		if once[attr(n, "id")] {
			t.Errorf("the page has two elements %q", attr(n, "id"))
		}
		once[attr(n, "id")] = true
	}
	for id, pages := range map[string]int{"#said": 3, "#toward": (n + actorToward - 1) / actorToward} {
		seen := map[string]bool{}
		turned := 0
		for path := "/actor/Kestria"; path != ""; turned++ {
			part := one(t, page(t, s, path), id)
			for _, row := range all(part, "tr.row") {
				seen[attr(row, "id")] = true
			}
			path = ""
			for _, a := range all(part, "nav.turn a") {
				if attr(a, "rel") == "next" {
					path, _, _ = strings.Cut(attr(a, "href"), "#")
				}
			}
		}
		if len(seen) != n || turned != pages {
			t.Errorf("%s: %d pages showed %d rows, want %d pages and %d rows", id, turned, len(seen), pages, n)
		}
	}
}

func TestActorThatIsNotThere(t *testing.T) {
	s := New(newLedger(t, oruReading(t)), Options{})
	w := get(t, s, "/actor/sadek")
	root := parse(t, w.Body.String())
	if w.Code != http.StatusNotFound || !strings.Contains(text(one(t, root, "main")), "names an actor “sadek”") {
		t.Errorf("%d %q", w.Code, text(one(t, root, "main")))
	}
	if got := one(t, root, "ul.near a"); attr(got, "href") != "/actor/Ilen%20Sadek" {
		t.Errorf("the name that is near leads to %q", attr(got, "href"))
	}
	root = parse(t, get(t, s, "/actor/Nobody").Body.String())
	if n := len(all(root, "ul.near")); n != 0 {
		t.Error("a name that is near to none offers others")
	}
	if got := attr(one(t, root, "p.empty a"), "href"); got != "/?q=in%3Atext+%E2%80%9CNobody%E2%80%9D" && got != "/?q=in%3Atext+%22Nobody%22" {
		t.Errorf("the search in the texts is %q", got)
	}
}

func TestActorsToChooseFrom(t *testing.T) {
	root := page(t, New(newLedger(t, oruReading(t)), Options{}), "/actor")
	if diff := cmp.Diff([]string{"Ilen Sadek", "Varenia", "Kestria"}, texts(root, "ul.near a")); diff != "" {
		t.Errorf("the choice (-want +got):\n%s", diff)
	}
	empty := page(t, New(newLedger(t), Options{}), "/actor")
	if got := text(one(t, empty, "main")); !strings.Contains(got, "parley add") {
		t.Errorf("an empty ledger says %q", got)
	}
	form := page(t, New(newLedger(t, oruReading(t)), Options{}), "/actor?name=Ilen+Sadek")
	if got := text(one(t, form, "h1")); got != "Ilen Sadek" {
		t.Errorf("the form leads to %q", got)
	}
}

// Any name has an address that leads back to it.
func TestActorOfAnyName(t *testing.T) {
	for _, name := range []string{"a/b", "..", "ü & <x>", `the "Tolm" group`, "a?v=2", "a#b", "100%", "Dreil, Jr.", "\u202eabc", " x "} {
		r := parley.Reading{Document: parley.Document{ID: "n", Outlet: "Lumen Post", Published: "2031-05-06", Text: "Nothing happened."},
			Actors: []parley.Actor{{ID: "a", Name: name, Kind: parley.Group, Mentions: parley.Spans{{Start: 0, End: 7}}}}}
		s := New(newLedger(t, r), Options{})
		if w := get(t, s, actorAddress(name, nil, nil)); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "1 document") {
			t.Errorf("actor %q at %s: %d", name, actorAddress(name, nil, nil), w.Code)
		}
		link := one(t, page(t, s, "/?q=kind:actors"), "tr.row a.actor")
		if u, err := url.Parse(attr(link, "href")); err != nil || u.Path != "/actor/"+name {
			t.Errorf("the wire leads to %q, %v", attr(link, "href"), err)
		}
	}
}

func TestWireNamesLeadToActors(t *testing.T) {
	s := New(newLedger(t, lockReading(t)), Options{})
	got := map[string][]string{}
	for _, row := range all(page(t, s, "/"), "tr.row") {
		for _, a := range all(row, "td.who a.actor") {
			got[attr(row, "id")] = append(got[attr(row, "id")], attr(a, "href"))
		}
	}
	want := map[string][]string{
		"r-lock-1.s1": {"/actor/Ilen%20Sadek"},
		"r-lock-1.s2": {"/actor/Kestria"},
		"r-lock-1.s3": {"/actor/Varenia", "/actor/Lumenia", "/actor/Kestria"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	row := one(t, page(t, s, "/?q=promised"), "tr.row")
	if got := text(one(t, row, "td.who")) + " | " + text(one(t, row, "td.via")); got != "Ilen Sadek, chief negotiator →to reporters | interview ←relayed by Meridian Post" {
		t.Errorf("who and via read %q", got)
	}
}

func TestReaderShowsTheChain(t *testing.T) {
	root := page(t, New(newLedger(t, lockReading(t)), Options{}), "/doc/lock-1")
	for _, c := range []struct{ note, selector, want string }{
		{"#e-s1", ".line", "statement assert Ilen Sadek, chief negotiator"},
		{"#e-s1", ".chain", "through interview · to reporters · relayed by Meridian Post"},
		{"#e-s2", ".chain", "inside s1, Ilen Sadek"},
		{"#e-s3", ".line", "statement demand Varenia, Lumenia →toward Kestria"},
	} {
		if got := text(one(t, one(t, root, c.note), c.selector)); got != c.want {
			t.Errorf("%s %s is %q, want %q", c.note, c.selector, got, c.want)
		}
	}
	got := map[string]string{}
	for _, note := range []string{"#e-s1", "#e-s2", "#e-s3"} {
		for _, a := range all(one(t, root, note), "a") {
			got[note+" "+text(a)] = attr(a, "href")
		}
	}
	for words, want := range map[string]string{
		"#e-s1 Ilen Sadek": "/actor/Ilen%20Sadek", "#e-s1 chief negotiator": "/doc/lock-1?v=1&e=roles-r1#e-roles-r1", "#e-s1 Meridian Post": "/actor/Meridian%20Post",
		"#e-s2 s1": "/doc/lock-1?v=1&e=s1#e-s1", "#e-s2 Ilen Sadek": "/actor/Ilen%20Sadek", "#e-s3 Lumenia": "/actor/Lumenia", "#e-s3 Kestria": "/actor/Kestria",
		"#e-s1 statement assert": "/doc/lock-1?v=1&e=s1#e-s1",
	} {
		if got[words] != want {
			t.Errorf("%s leads to %q, want %q", words, got[words], want)
		}
	}
	if n := len(all(one(t, root, "#e-s4"), ".chain")); n != 0 {
		t.Error("a statement of which nothing more is known has a chain")
	}
}

// Statements that stand inside each other in a ring do not hold the page up.
func TestReaderOfARing(t *testing.T) {
	r := lockReading(t)
	r.Statements[0].Parent = "s2"
	root := page(t, New(newLedger(t, r), Options{}), "/doc/lock-1")
	if got := strings.Count(text(one(t, one(t, root, "#e-s2"), ".chain")), "inside"); got != maxDepth {
		t.Errorf("the chain has %d statements around, want %d", got, maxDepth)
	}
}

func BenchmarkActor(b *testing.B) {
	s := New(newLedger(b, oruReading(b), lockReading(b)), Options{})
	for b.Loop() {
		get(b, s, "/actor/Kestria")
	}
}
