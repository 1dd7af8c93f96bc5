package web

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode"

	"parley"
	"parley/ledger"

	"golang.org/x/net/html"
)

// attack is foreign text that tries everything at once.
const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>` + // H01
	`</title></textarea><style>*{display:none}</style><a href="javascript:alert(1)">x</a>` + // H01, H02
	`<iframe srcdoc="x"></iframe><base href="//bad.example/"><meta http-equiv=refresh content=0>` + // H03
	`<form action="//bad.example/"><button formaction="javascript:x">` + // H03
	`<svg/onload=alert(1)><math><mtext></form><noscript><p title="</noscript><img src=x onerror=x>">` + // H05
	`<a id=main name=q>{{.}}${x}` + "`" + // H06
	"\u202etxt.exe\u202c\u200b\u2066" + // H10
	"\nBEGIN:VCALENDAR\r\n=cmd|' /C x'!A0" // H12

// hostileReading is a reading whose every text is the attack.
func hostileReading() parley.Reading {
	at := func(a, b int) parley.Spans { return parley.Spans{{Start: a, End: b}} }
	return parley.Reading{
		Document: parley.Document{ID: "x" + attack[:20], Title: attack, Outlet: attack, Author: attack, Agency: attack, Place: attack,
			Published: attack, Modified: attack, Fetched: attack, Language: "en", URL: "javascript:alert(1)//" + attack,
			Text: attack, Licence: attack, Warnings: []string{attack}},
		Actors: []parley.Actor{{ID: "A", Name: attack, Kind: parley.Person, Mentions: at(0, 9), Aliases: []string{attack}, Note: attack}},
		Roles:  []parley.Role{{ID: `r1"><script>`, Person: at(0, 9), Title: at(0, len(attack)), Actor: "A"}},
		Statements: []parley.Statement{{ID: `s1"><script>`, Source: at(0, 9), SourceActors: parley.IDs{"A"}, Cue: at(10, 12), Content: at(5, len(attack)-3),
			Type: parley.Direct, Act: parley.Assert, Said: attack, Channel: attack, Addressee: attack, Relay: "A", Toward: []string{"A"}, Note: attack,
			Provenance: parley.Provenance{Reader: attack, Version: 1, Confidence: 0.5}}},
		Dates:   []parley.Date{{ID: "d1", Span: at(3, 9), Type: parley.DateDate, Value: attack, Mod: attack, How: attack}},
		Figures: []parley.Figure{{ID: "f1", Span: at(3, 9), Unit: attack, Measure: attack, Mod: attack}},
		Labels:  []parley.Label{{ID: "l1", Target: at(3, 9), Label: at(9, 30)}},
	}
}

// allowed are the elements that the pages themselves use.
var allowed = strings.Fields(`html head meta title link script body a header nav kbd form label input button span main h1 h2 p div table
	thead tbody tr th td abbr time bdi blockquote b cite footer article ol ul li section caption del ins code dl dt dd`)

// H01–H06, H10, H12, A05: foreign text stays text on every page.
func TestForeignTextStaysText(t *testing.T) {
	r := hostileReading()
	second := r
	second.Document.Title += "2"
	second.Document.Text += "2"
	second.Document.URL = ""
	first := r
	first.Document.URL = ""
	l := newLedger(t, first, second)
	if n := len(all(page(t, New(l, Options{}), "/"), "tr.row")); n != 1 {
		t.Fatalf("the wire has %d rows, want the hostile one", n)
	}
	if err := l.Fail(t.Context(), ledger.Failure{Input: attack, Stage: "fetch", Reason: attack, Message: attack}); err != nil {
		t.Fatal(err)
	}
	if err := l.SaveFeed(t.Context(), ledger.Feed{URL: "https://a.example/" + attack, Title: attack, Error: attack}); err != nil {
		t.Fatal(err)
	}
	s := New(l, Options{})
	doc := docPath(r.Document.ID)
	q := url.QueryEscape(attack)
	for _, path := range []string{
		"/", "/?q=kind:dates", "/?q=kind:figures", "/?q=kind:labels", "/?q=kind:actors", "/?q=in:text+alert", "/?q=" + q,
		"/?q=" + url.QueryEscape(`"`+strings.ReplaceAll(attack, `"`, "'")+`"`), "/?after=" + q,
		doc + "?v=1", doc + "?v=1&e=" + url.QueryEscape(entryRef(parley.KindStatement, r.Statements[0].ID)), doc + "?v=1&e=" + q, doc + "?at=" + q, doc + "?v=" + q,
		doc + "/diff?a=1&b=2", doc + "/diff?a=" + q, "/status", "/doc/" + url.PathEscape(attack),
		actorAddress(attack, nil, nil), actorAddress(attack[:20], nil, nil), actorAddress(attack, []string{attack}, []string{attack}), "/actor", "/actor?name=" + q, "/?q=kind:roles", "/" + url.PathEscape(attack), "/help",
	} {
		w := get(t, s, path)
		if kind := w.Header().Get("Content-Type"); !strings.HasPrefix(kind, "text/html") {
			t.Errorf("%s is %q", path, kind)
		}
		checkHarmless(t, path, w.Body.String())
	}
}

// checkHarmless reports whatever in a page could run, load, send or hide.
func checkHarmless(t *testing.T, path, body string) {
	t.Helper()
	for n := range parse(t, body).Descendants() {
		if n.Type == html.TextNode {
			checkVisible(t, path, n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		if !slices.Contains(allowed, n.Data) {
			t.Errorf("%s holds <%s>", path, n.Data)
		}
		if n.Data == "script" && (!strings.HasPrefix(attr(n, "src"), "/static/") || raw(n) != "") {
			t.Errorf("%s holds a script that is not a file: %q %q", path, attr(n, "src"), raw(n))
		}
		for _, a := range n.Attr {
			checkAttribute(t, path, n.Data, a)
		}
	}
}

// checkAttribute reports an attribute that could run or lead elsewhere.
func checkAttribute(t *testing.T, path, tag string, a html.Attribute) {
	t.Helper()
	checkVisible(t, path, a.Val)
	switch key := a.Key; {
	case strings.HasPrefix(key, "on"), key == "style", key == "srcdoc", key == "formaction", key == "http-equiv":
		t.Errorf("%s: <%s> has %s=%q", path, tag, key, a.Val)
	case key == "href" || key == "src" || key == "action" || key == "cite":
		if a.Val != "" && !strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "#") && outside(a.Val) == "" {
			t.Errorf("%s: <%s> leads to %q", path, tag, a.Val)
		}
		if strings.HasPrefix(a.Val, "//") {
			t.Errorf("%s: <%s> leads to another host: %q", path, tag, a.Val)
		}
	}
}

// checkVisible reports characters that could reorder or hide text.
func checkVisible(t *testing.T, path, s string) {
	t.Helper()
	for _, r := range s {
		if unicode.Is(unicode.Bidi_Control, r) || r == '\u200b' {
			t.Errorf("%s holds %U in %.60q", path, r, s)
			return
		}
	}
}

// H02, H07: only plain web addresses become links, and they get no opener.
func TestOutletLinks(t *testing.T) {
	for address, want := range map[string]int{"https://herald.example/x": 1, "JAVASCRIPT:alert(1)": 0, "data:text/html,x": 0, "": 0} {
		r := oruReading(t)
		r.Document.URL = address
		s := New(newLedger(t, r), Options{})
		for _, path := range []string{"/?q=monitors", "/doc/oru-1"} {
			links := all(page(t, s, path), "a.out")
			if len(links) != want {
				t.Errorf("%q on %s: %d links, want %d", address, path, len(links), want)
			}
			for _, a := range links {
				if attr(a, "rel") != "noopener noreferrer" {
					t.Errorf("the link has rel=%q", attr(a, "rel"))
				}
			}
		}
	}
}

// A14 and the policy of every answer: nothing inline, nothing framed, nothing from elsewhere.
func TestHeaders(t *testing.T) {
	s := New(newLedger(t, oruReading(t)), Options{})
	for _, path := range []string{"/", "/doc/oru-1", "/actor", "/actor/Kestria", "/actor/none", "/status", "/help", "/none", "/static/style.css", "/static/none", "/events?q=from:x"} {
		h := get(t, s, path).Header()
		for name, want := range map[string]string{
			"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "DENY",
		} {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
	}
}

// A13 and DNS rebinding: only names of this machine are answered, and no page repeats the name.
func TestHost(t *testing.T) {
	s := New(newLedger(t), Options{})
	for host, want := range map[string]int{
		"127.0.0.1": 200, "127.0.0.1:7411": 200, "localhost": 200, "LOCALHOST:1": 200, "[::1]:7411": 200, "127.9.9.9": 200,
		"bad.example": 421, "bad.example:7411": 421, "127.0.0.1.bad.example": 421, "localhost.bad.example": 421, "": 421,
		"192.168.1.5:7411": 421, "0.0.0.0:7411": 421, "[fe80::1%25lo]": 421, "localhost@bad.example": 421,
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("Host %q: %d, want %d", host, w.Code, want)
		}
		if strings.Contains(w.Body.String(), "bad.example") {
			t.Errorf("Host %q stands in the answer", host)
		}
	}
}

// A01, A12: nothing but reading is answered, least of all from another site.
func TestMethods(t *testing.T) {
	s := New(newLedger(t), Options{})
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "TRACE"} {
		for site, want := range map[string]int{"same-origin": http.StatusMethodNotAllowed, "cross-site": http.StatusForbidden} {
			r := httptest.NewRequest(method, "/", nil)
			r.Host = "localhost"
			r.Header.Set("Sec-Fetch-Site", site)
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if w.Code != want {
				t.Errorf("%s from %s: %d, want %d", method, site, w.Code, want)
			}
		}
	}
}

// A04: no path leads out of the embedded files, and pages are no files.
func TestStatic(t *testing.T) {
	s := New(newLedger(t), Options{})
	for _, name := range []string{"style.css", "keys.js", "wire.js", "rows.js", "actor.js", "reader.js", "theme.js", "icon.svg"} {
		w := get(t, s, "/static/"+name)
		if w.Code != http.StatusOK || w.Header().Get("ETag") == "" {
			t.Errorf("%s: %d, ETag %q", name, w.Code, w.Header().Get("ETag"))
		}
	}
	for _, path := range []string{"/static/", "/static/wire.html", "/static/%2e%2e%2fgo.mod", "/static/....//go.mod", "/static/..%5cgo.mod",
		"/static/style.css%00", "/static/%2e%2e/guard.go", "/static/guard.go"} {
		if w := get(t, s, path); w.Code != http.StatusNotFound && w.Code/100 != 3 {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

// broken is a ledger that answers with an error.
type broken struct {
	ledger.Ledger
	err error
}

func (b broken) Find(context.Context, ledger.Query) (ledger.Page, error) { return ledger.Page{}, b.err }
func (b broken) Status(context.Context) (ledger.Status, error)           { return ledger.Status{}, b.err }
func (b broken) Document(context.Context, string, int) (ledger.Version, error) {
	return ledger.Version{}, b.err
}

// What the ledger says goes to the log; the page has plain words.
func TestFailuresAreTold(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{errors.New("secret path /var/x"), 500, "The ledger could not answer"},
		{parley.ErrLocked, 503, "The ledger is busy"},
		{parley.ErrNotFound, 404, "Not in the ledger"},
	} {
		s := New(broken{err: c.err}, Options{})
		for _, path := range []string{"/", "/doc/x", "/status", "/actor", "/actor/x"} {
			w := get(t, s, path)
			if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) || strings.Contains(w.Body.String(), "secret") {
				t.Errorf("%v on %s: %d %q", c.err, path, w.Code, text(one(t, parse(t, w.Body.String()), "main")))
			}
		}
	}
}
