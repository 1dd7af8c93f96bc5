package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strconv"
	"strings"

	"parley"
)

//go:embed *.html *.js *.css *.svg
var assets embed.FS

// pages holds one template for each page, by the page's name. Each is the
// layout with the page's own "main".
type pages map[string]*template.Template

// newPages parses the embedded pages. They are part of the program, so that a
// page that does not parse is a mistake of its author and not of any input.
func newPages() pages {
	layout := template.Must(template.New("layout").Funcs(template.FuncMap{
		"pieces": pieces, "visible": visible, "outside": outside, "quoted": quoted, "count": count, "percent": percent,
	}).ParseFS(assets, "layout.html", "rows.html"))
	out := pages{}
	for _, name := range []string{"wire", "reader", "actor", "calendar", "matrix", "disputes", "news", "diff", "status", "help", "error"} {
		out[name] = template.Must(template.Must(layout.Clone()).ParseFS(assets, name+".html"))
	}
	return out
}

// head is what the layout shows of every page.
type head struct {
	Title  string // of the window
	Screen string // "wire", "reader", …: names the page's template and its body's class
	Script string // the page's own script, or ""
	Query  string // the command line
}

// view is the data of a page.
type view interface{ header() head }

// header returns the head itself; every page's data embeds one.
func (h head) header() head { return h }

// trouble is an error that the user is told about, in words for the user.
type trouble struct {
	Status  int
	Title   string
	Message string
}

// Error returns the words for the user.
func (t *trouble) Error() string { return t.Title + ": " + t.Message }

// badRequest returns the trouble of an address that asks for something impossible.
func badRequest(format string, args ...any) error {
	return &trouble{http.StatusBadRequest, "This address cannot be understood", fmt.Sprintf(format, args...)}
}

// page makes a handler of a function that gathers the data of a page.
func (s *Server) page(gather func(*http.Request) (view, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, err := gather(r)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		s.render(w, r, http.StatusOK, data)
	})
}

// render writes a page. It is rendered whole before the first byte goes out, so
// that a failure never leaves half a page under a good status.
func (s *Server) render(w http.ResponseWriter, r *http.Request, status int, data view) {
	if p, ok := data.(interface{ status() int }); ok {
		status = p.status()
	}
	var b bytes.Buffer
	if err := s.pages[data.header().Screen].ExecuteTemplate(&b, "layout", data); err != nil {
		s.log.Error("page not rendered", "path", r.URL.Path, "error", err)
		http.Error(w, "This page could not be drawn. The log says why.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // The reader may have gone; there is nobody left to tell.
}

// failure is the data of the error page.
type failure struct {
	head
	Message string
}

// fail shows an error as a page in plain words. What the ledger itself says
// goes to the log and not to the page.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	t := &trouble{http.StatusInternalServerError, "The ledger could not answer",
		"Something went wrong inside parley; its log says what. Try again, or go back to the wire."}
	switch {
	case errors.As(err, &t):
	case errors.Is(err, parley.ErrNotFound):
		t = &trouble{http.StatusNotFound, "Not in the ledger",
			"No document with this name and version is stored here."}
	case errors.Is(err, parley.ErrRefused):
		t = &trouble{http.StatusBadRequest, "This address cannot be understood",
			"The ledger has no such page. Links to older pages end when the ledger is made anew."}
	case errors.Is(err, parley.ErrLocked), errors.Is(err, parley.ErrUnavailable):
		t = &trouble{http.StatusServiceUnavailable, "The ledger is busy", "Another program is using it. Try again in a moment."}
	}
	if t.Status >= http.StatusInternalServerError && r.Context().Err() == nil {
		s.log.Error("page failed", "path", r.URL.Path, "error", err)
	}
	s.render(w, r, t.Status, failure{head{Title: t.Title, Screen: "error", Script: "error.js"}, t.Message})
}

// nowhere answers addresses that name no page.
func (s *Server) nowhere(*http.Request) (view, error) {
	return nil, &trouble{http.StatusNotFound, "No such page", "There is the wire at /, a text at /doc/ and its id, an actor at /actor/ and its name, /status and /help."}
}

// help shows the keys and the query line.
func (s *Server) help(*http.Request) (view, error) {
	return head{Title: "Keys", Screen: "help", Script: "help.js"}, nil
}

// file is an embedded script, style or picture.
type file struct {
	body []byte
	kind string
	tag  string
}

// newFiles loads what /static/ serves: scripts, styles and pictures, by exact name.
func newFiles() map[string]file {
	kinds := map[string]string{".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
	entries, err := assets.ReadDir(".")
	if err != nil {
		panic(err) // The embedded root is always there.
	}
	out := map[string]file{}
	for _, e := range entries {
		kind := kinds[path.Ext(e.Name())]
		body, err := assets.ReadFile(e.Name())
		if kind == "" || err != nil {
			continue
		}
		sum := sha256.Sum256(body)
		out[e.Name()] = file{body, kind, `"` + hex.EncodeToString(sum[:8]) + `"`}
	}
	return out
}

// static serves one embedded file. Only names in the table exist, so that there
// is no path to climb out of.
func (s *Server) static(w http.ResponseWriter, r *http.Request) {
	f, ok := s.files[r.PathValue("name")]
	if !ok {
		http.Error(w, "No such file.", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", f.kind)
	w.Header().Set("ETag", f.tag)
	if r.Header.Get("If-None-Match") == f.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	_, _ = w.Write(f.body) // The reader may have gone; there is nobody left to tell.
}

// count writes a number with its noun: "1 entry", "1,204 entries".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(int64(n)) + " " + many
}

// thousands writes a number in groups of three digits.
func thousands(n int64) string {
	digits := strconv.FormatInt(max(n, -n), 10)
	var b strings.Builder
	if n < 0 {
		b.WriteByte('-')
	}
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// percent writes a confidence in (0, 1] as ".93", and an unknown one as "".
func percent(confidence float64) string {
	switch {
	case confidence <= 0:
		return ""
	case confidence > 0.994:
		return "1.0"
	}
	return strconv.FormatFloat(confidence, 'f', 2, 64)[1:]
}
