package ledgertest

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"parley"
	"parley/ledger"
)

// testInvariants puts and commits at random, and holds the ledger against a
// model of it: the versions of each document, and how many entries each has.
func testInvariants(t *testing.T, open func(t *testing.T) ledger.Ledger) {
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		// rapid cannot open ledgers itself: each run has a subtest of its own.
		t.Run(fmt.Sprint("run ", n), func(t *testing.T) {
			m := model{fixture: &fixture{t, open(t)}, texts: map[string][]string{}, entries: map[int64]int{}}
			rt.Repeat(map[string]func(*rapid.T){"put": m.put, "read": m.read, "re-read": m.reread, "": m.glance})
			m.check()
		})
		if t.Failed() {
			rt.Fatal("see above")
		}
	})
}

// A model is what the ledger should hold.
type model struct {
	*fixture
	texts    map[string][]string // of each document, by version
	log      []string            // "id/version", by log number
	entries  map[int64]int       // by log number
	done     int64
	versions int // of the pass
}

// pass returns the pass in its present version.
func (m *model) pass() ledger.Pass {
	return ledger.Pass{Name: "read", Version: fmt.Sprint(m.versions)}
}

// put stores some documents, old and new.
func (m *model) put(t *rapid.T) {
	var in []ledger.Incoming
	var want []ledger.Outcome
	for range rapid.IntRange(0, 4).Draw(t, "documents") {
		id := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "id")
		text := rapid.SampledFrom([]string{"War.", "Peace.", "Talks."}).Draw(t, "text")
		in = append(in, ledger.Incoming{Document: doc(id, text)})
		want = append(want, m.expect(id, text))
	}
	got, err := m.Put(t.Context(), in)
	m.ok(err)
	m.same("outcomes", got, want)
}

// expect adds a document to the model and returns what Put should say.
func (m *model) expect(id, text string) ledger.Outcome {
	for i, have := range m.texts[id] {
		if have == text {
			return ledger.Outcome{ID: id, Version: i + 1, Change: ledger.Unchanged}
		}
	}
	m.texts[id] = append(m.texts[id], text)
	number := len(m.texts[id])
	m.log = append(m.log, fmt.Sprintf("%s/%d", id, number))
	if number == 1 {
		return ledger.Outcome{ID: id, Version: number, Change: ledger.Added}
	}
	return ledger.Outcome{ID: id, Version: number, Change: ledger.Revised}
}

// read commits some of what is pending, each document with some entries or an error.
func (m *model) read(t *rapid.T) {
	logged, err := m.Pending(t.Context(), m.pass(), rapid.IntRange(0, 3).Draw(t, "limit"))
	m.ok(err)
	var done []ledger.Result
	for i, x := range logged {
		m.same("log order", fmt.Sprintf("%s/%d", x.ID, x.Version.Version), m.log[m.done+int64(i)])
		r := ledger.Result{Logged: x, Reading: parley.Reading{Document: x.Document}}
		n := rapid.IntRange(0, 3).Draw(t, "entries")
		for k := range n {
			s := whole(x.Document).Statements[0]
			s.ID = fmt.Sprint(k)
			r.Reading.Statements = append(r.Reading.Statements, s)
		}
		if rapid.IntRange(0, 9).Draw(t, "fails") == 0 {
			r.Err, n = parley.ErrDamaged, 0
		}
		done = append(done, r)
		m.entries[x.Seq] = n
	}
	m.ok(m.Commit(t.Context(), m.pass(), done))
	m.done += int64(len(done))
}

// reread begins again with the next version of the pass. Entries stay until
// they are replaced.
func (m *model) reread(*rapid.T) {
	if m.done > 0 {
		m.versions++
		m.done = 0
	}
}

// glance holds the log against the model.
func (m *model) glance(*rapid.T) {
	latest, err := m.Latest(m.Context())
	m.ok(err)
	m.same("latest", latest, int64(len(m.log)))
	m.same("pending", len(m.pending(m.pass())), len(m.log)-int(m.done))
}

// check holds everything that the ledger can tell against the model.
func (m *model) check() {
	shown := 0
	words := map[string]int{}
	for seq, place := range m.log {
		id, number := place[:1], int(place[2]-'0')
		r, err := m.Reading(m.Context(), id, number)
		m.ok(err)
		m.same("text", r.Document.Text, m.texts[id][number-1])
		m.same("entries", len(r.Statements), m.entries[int64(seq+1)])
		if number == len(m.texts[id]) {
			shown += len(r.Statements)
			words[r.Document.Text]++
		}
	}
	m.same("found", m.total(ledger.Query{}), shown)
	m.same("found by words", m.total(ledger.Query{Words: "war"})+m.total(ledger.Query{Words: "peace"})+
		m.total(ledger.Query{Words: "talks"}), shown)
	for text, n := range words {
		m.same(text, m.total(ledger.Query{Words: text, InText: true}), n)
	}
}

// total returns how many rows answer a query. Many runs ask for it, so that the
// rows themselves are left to the other tests.
func (m *model) total(q ledger.Query) int {
	m.Helper()
	q.Limit = 1
	page, err := m.Find(m.Context(), q)
	m.ok(err)
	return page.Total
}
