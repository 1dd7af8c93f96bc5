package web

import (
	"context"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// tab is one page in a real browser.
type tab struct {
	t       *testing.T
	ctx     context.Context
	address string

	mu     sync.Mutex
	errors []string // what the page wrote to the console as a warning or worse
}

// openTab starts a browser on the screens of the sample story. Without a
// browser the test is skipped. CHROME names one that is not in the path.
func openTab(t *testing.T) *tab {
	t.Helper()
	program := chrome(t)
	again := oruReading(t)
	again.Document.ID, again.Document.URL, again.Document.Published, again.Document.Text = "oru-2", "", "2031-05-05", oruText+" "
	server := httptest.NewServer(New(newLedger(t, oruReading(t), again), Options{Poll: 50 * time.Millisecond}))
	t.Cleanup(server.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(func() {
		if err := chromedp.Cancel(ctx); err != nil {
			t.Logf("the browser did not end well: %v", err)
		}
		cancel()
	})
	b := &tab{t: t, ctx: ctx, address: server.URL}
	b.do(chromedp.EmulateViewport(1600, 1000))
	go b.listen()
	return b
}

// chrome returns the browser's program.
func chrome(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("CHROME"); path != "" {
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no chromium or chrome in the path; set CHROME to the browser's program to run this test")
	return ""
}

// listen gathers what the pages complain about until the browser ends.
func (b *tab) listen() {
	for m, err := range chromedp.Console(b.ctx) {
		if err != nil {
			return
		}
		if m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleWarning || m.IsException() {
			b.mu.Lock()
			b.errors = append(b.errors, m.Text)
			b.mu.Unlock()
		}
	}
}

// quiet fails the test if a page complained.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.errors) > 0 {
		b.t.Errorf("the console holds:\n%s", strings.Join(b.errors, "\n"))
	}
}

// do runs steps.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// open goes to a page.
func (b *tab) open(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.address + path))
}

// press presses keys. The browser is told of each key as a keyboard does it, so
// that a key that a page has taken does nothing else.
func (b *tab) press(keys ...string) {
	b.t.Helper()
	for _, key := range keys {
		typed := map[string]string{"Enter": "\r", "Escape": ""}
		text, special := typed[key]
		if !special {
			text = key
		}
		_, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: key, Text: text})
		if err == nil {
			_, err = chromedp.Call(b.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: key})
		}
		if err != nil {
			b.t.Fatal(err)
		}
	}
}

// until waits until an expression is true in the page.
func (b *tab) until(expression string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 10*time.Second)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](expression)); err != nil {
		b.t.Fatalf("%s does not become true: %v", expression, err)
	}
}

// value returns what an expression is in the page.
func (b *tab) value(expression string) string {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](expression))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// current is the row that has the cursor.
const current = `document.activeElement.closest("tr.row")?.id`

func TestBrowserWire(t *testing.T) {
	b := openTab(t)
	b.open("/")
	b.press("j")
	b.until(current + ` === "r-oru-1.s1"`)
	b.press("j", "j", "k")
	b.until(current + ` === "r-oru-1.s2"`)

	b.press(" ")
	b.until(`document.querySelectorAll("tr.peek.open").length === 1`)
	b.until(`document.querySelector("tr.peek.open").previousElementSibling.id === "r-oru-1.s2"`)
	b.until(`scrollY === 0`)
	if got := b.value(`document.querySelector("tr.peek.open a.out").href`); got != "https://herald.example/oru?a=1&b=2" {
		t.Errorf("o leads to %q", got)
	}
	b.press(" ")
	b.until(`document.querySelectorAll("tr.peek.open").length === 0`)

	b.press("?")
	b.until(`document.querySelector("dialog[open] #keys") !== null`)
	b.press("?")
	b.until(`document.querySelector("dialog") === null`)

	b.press("/")
	b.until(`document.activeElement.id === "q"`)
	b.press("j", "?", "Escape")
	b.until(`document.activeElement.id !== "q" && document.getElementById("q").value === "j?"`)

	b.press("j", "Enter")
	b.until(`location.pathname.startsWith("/doc/oru-1")`)
	b.press("Escape")
	b.until(current + ` === "r-oru-1.s2"`)
	b.quiet()
}

func TestBrowserReader(t *testing.T) {
	b := openTab(t)
	b.open("/doc/oru-1")
	words := `[...document.querySelectorAll(".words .on.p0")].map((e) => e.textContent).join("|")`
	b.press("j", "Enter")
	b.until(words + ` === "“|We would stop firing|,”|“|only if| |monitors are let in|.”"`)
	b.until(`location.hash === "#e-s1" && document.activeElement.id === "e-s1"`)
	b.press("j", "Enter")
	b.until(words + ` === "monitors are let in"`)
	b.until(`document.querySelector(".words .on.p1").textContent === "only if"`)
	b.press("k", " ")
	b.until(`document.querySelector("#e-s1").classList.contains("open")`)
	b.press("s")
	b.until(`document.getElementById("at").textContent === "“"`)

	// A click on words marks the innermost entry, the next click the one around it.
	b.do(chromedp.Click(`//span[text()="monitors are let in"]`))
	b.until(`document.querySelector("a.note.chosen").id === "e-conditions-c1"`)
	b.do(chromedp.Click(`//span[text()="monitors are let in"]`))
	b.until(`document.querySelector("a.note.chosen").id === "e-s1"`)
	b.press("Escape")
	b.until(`location.pathname === "/"`)
	b.quiet()
}

func TestBrowserColoursAreRemembered(t *testing.T) {
	b := openTab(t)
	b.open("/")
	b.press("t")
	b.until(`document.documentElement.dataset.theme === "dark"`)
	b.open("/help")
	b.until(`document.documentElement.dataset.theme === "dark"`)
	b.do(chromedp.Click(`[data-keys-switch]`))
	b.open("/")
	b.press("t", "/")
	b.until(`document.documentElement.dataset.theme === "dark" && document.activeElement.id !== "q"`)
	b.quiet()
}

// Reading works without scripts: search, the entry's exact words, the evidence of a row.
func TestBrowserWithoutScripts(t *testing.T) {
	b := openTab(t)
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	b.open("/")
	b.do(chromedp.SendKeys("#q", "monitors\r"), chromedp.WaitVisible("nav.filters a"), chromedp.WaitVisible("tr.row a.open"))
	b.do(chromedp.Focus("tr.row a.open"), chromedp.WaitVisible("tr.peek"))
	b.do(chromedp.Click("tr.row a.open"), chromedp.WaitVisible(".words .on.p0"), chromedp.WaitVisible("#e-s1 .more"))
	got, err := chromedp.Run(b.ctx, chromedp.TextContent(".words .on.p1"))
	if err != nil || got != "the Foreign Minister, Ilen Sadek" {
		t.Errorf("the source is marked as %q, %v", got, err)
	}
	b.quiet()
}
