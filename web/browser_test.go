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

	"parley/ledger"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// tab is one page in a real browser.
type tab struct {
	t       *testing.T
	ctx     context.Context
	ledger  ledger.Ledger
	address string

	mu     sync.Mutex
	errors []string // what the page wrote to the console as a warning or worse
}

// TestBrowser runs the screens in a real browser, each test in a tab of its own
// with its own ledger. Without a browser it is skipped. CHROME names one that is
// not in the path.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes seconds to start")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chrome(t)), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()))
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	defer cancel()
	browser, cancel := chromedp.NewContext(allocator)
	defer cancel()
	if err := chromedp.Do(browser); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]func(*testing.T, *tab){
		"wire": testWireKeys, "reader": testReaderKeys, "actor": testActorKeys, "new rows": testNewRows, "density": testDensity,
		"settings": testSettings, "without scripts": testWithoutScripts,
	} {
		t.Run(name, func(t *testing.T) {
			b := openTab(t, browser)
			test(t, b)
			b.quiet()
		})
	}
	if err := chromedp.Cancel(browser); err != nil {
		t.Logf("the browser did not end well: %v", err)
	}
}

// openTab opens a tab for the screens of two stories.
func openTab(t *testing.T, browser context.Context) *tab {
	t.Helper()
	again := oruReading(t)
	again.Document.ID, again.Document.URL, again.Document.Published, again.Document.Text = "oru-2", "", "2031-05-05", oruText+" "
	l := newLedger(t, oruReading(t), again)
	server := httptest.NewServer(New(l, Options{Poll: 20 * time.Millisecond}))
	t.Cleanup(server.Close)
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx, ledger: l, address: server.URL}
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

// until waits until an expression is true in the page, across pages too.
func (b *tab) until(expression string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 10*time.Second)
	defer cancel()
	for {
		yes, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression))
		if err == nil && yes {
			return
		}
		if ctx.Err() != nil {
			b.t.Fatalf("%s does not become true at %s, focus on %s: %v", expression,
				b.value(`location.href`), b.value(`document.activeElement.outerHTML.slice(0, 80)`), err)
		}
	}
}

// arrived waits for a page whose keys work.
func (b *tab) arrived(path string) {
	b.t.Helper()
	b.until(`location.pathname === "` + path + `" && document.querySelector("[data-theme-switch]")?.hidden === false`)
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

// The keys move, show the evidence, search, open the text, and come back to the row.
func testWireKeys(t *testing.T, b *tab) {
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
	b.arrived("/doc/oru-1")
	b.press("Escape")
	b.until(current + ` === "r-oru-1.s2"`)
}

// The list does not move when rows come; it says how many and waits for n.
func testNewRows(t *testing.T, b *tab) {
	b.open("/")
	b.press("j")
	newer := oruReading(t)
	newer.Document.ID, newer.Document.URL, newer.Document.Published, newer.Document.Text = "oru-3", "", "2031-05-07", oruText+"  "
	store(t, b.ledger, newer)
	b.until(`document.getElementById("new").textContent === "3 new — press n" && !document.getElementById("new").hidden`)
	b.until(current + ` === "r-oru-1.s1" && document.querySelectorAll("tr.row").length === 6`)
	b.press("n")
	b.until(`document.querySelectorAll("tr.row").length === 9 && document.getElementById("new").hidden`)
}

// Keys and clicks mark exactly the words of an entry.
func testReaderKeys(_ *testing.T, b *tab) {
	b.open("/doc/oru-1")
	words := `[...document.querySelectorAll(".words .on.p0")].map((e) => e.textContent).join("|")`
	b.press("j", "Enter")
	b.until(words + ` === "“|We would stop firing|,”|“|only if| |monitors are let in|.”"`)
	b.until(`location.hash === "#e-s1" && document.activeElement.closest(".note").id === "e-s1"`)
	b.press("j", "Enter")
	b.until(words + ` === "monitors are let in"`)
	b.until(`document.querySelector(".words .on.p1").textContent === "only if"`)
	b.press("k", " ")
	b.until(`document.querySelector("#e-s1").classList.contains("open")`)
	b.press("s")
	b.until(`document.getElementById("at").textContent === "“"`)

	// A click on words marks the innermost entry, the next click the one around it.
	b.do(chromedp.Click(`//span[text()="monitors are let in"]`))
	b.until(`document.querySelector(".note.chosen").id === "e-conditions-c1"`)
	b.do(chromedp.Click(`//span[text()="monitors are let in"]`))
	b.until(`document.querySelector(".note.chosen").id === "e-s1"`)
	b.press("Escape")
	b.arrived("/")
}

// A leads from a row to its speaker; the keys run through roles and statements,
// and the way back ends at the row.
func testActorKeys(t *testing.T, b *tab) {
	b.open("/")
	b.press("j", "A")
	b.arrived("/actor/Ilen%20Sadek")
	b.press("j")
	b.until(current + ` === "role-oru-1.roles-r1"`)
	b.press(" ")
	b.until(`document.querySelector("tr.peek.open blockquote").textContent.includes("the Foreign Minister, Ilen Sadek, said")`)
	b.press("Escape")
	b.until(`document.querySelectorAll("tr.peek.open").length === 0 && location.pathname.startsWith("/actor/")`)
	b.press("j")
	b.until(current + ` === "r-oru-1.s1"`)
	b.press("Enter")
	b.arrived("/doc/oru-1")
	b.press("Escape")
	b.arrived("/actor/Ilen%20Sadek")
	b.until(current + ` === "r-oru-1.s1"`)
	b.press("Escape")
	b.until(`location.pathname === "/" && ` + current + ` === "r-oru-1.s1"`)

	b.press("j", "j", "A") // A speaker that nobody knows.
	b.until(`document.getElementById("say").textContent === "This row has no speaker with a name."`)
	b.open("/doc/oru-1")
	b.press("j", "A")
	b.arrived("/actor/Ilen%20Sadek")
	b.open("/help")
	b.press("A")
	b.arrived("/actor")
	b.do(chromedp.Click(`//a[.="Kestria"]`))
	b.arrived("/actor/Kestria")
	if got := b.value(`document.querySelector("#toward td.who").textContent.replace(/\s+/g, " ")`); !strings.Contains(got, "Ilen Sadek") {
		t.Errorf("toward Kestria speaks %q", got)
	}
}

// A full screen of 1080 lines, less what the browser itself takes, shows 35 rows.
func testDensity(_ *testing.T, b *tab) {
	b.do(chromedp.EmulateViewport(1920, 940))
	b.open("/")
	b.until(`(document.querySelector("footer").getBoundingClientRect().top - document.querySelector("tr.row").getBoundingClientRect().top)
		/ document.querySelector("tr.row").getBoundingClientRect().height >= 35`)
	b.do(chromedp.EmulateViewport(390, 800))
	for _, path := range []string{"/", "/doc/oru-1", "/actor", "/actor/Kestria", "/actor/Ilen%20Sadek", "/calendar", "/matrix", "/disputes", "/news", "/status", "/help"} {
		b.open(path)
		b.until(`document.documentElement.scrollWidth <= 390`)
	}
}

// Colours and the switch for single keys are remembered from page to page.
func testSettings(_ *testing.T, b *tab) {
	b.open("/")
	b.press("t")
	b.until(`document.documentElement.dataset.theme === "dark"`)
	b.open("/help")
	b.until(`document.documentElement.dataset.theme === "dark"`)
	b.do(chromedp.Click(`[data-keys-switch]`))
	b.open("/")
	b.press("t", "/")
	b.until(`document.documentElement.dataset.theme === "dark" && document.activeElement.id !== "q"`)
}

// Reading needs no scripts: the answer to a search, the entry's exact words, the evidence of a row.
func testWithoutScripts(t *testing.T, b *tab) {
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	b.open("/?q=monitors")
	b.until(`document.querySelector("[data-theme-switch]").hidden`) // No script has run.
	b.until(`document.querySelectorAll("tr.row").length === 2`)
	const shown = `getComputedStyle(document.querySelector("tr.peek")).display`
	b.until(shown + ` === "none"`)
	b.until(`document.querySelector("a.open").focus() || ` + shown + ` === "table-row"`)
	b.press("Enter")
	b.until(`[...document.querySelectorAll(".words .on.p1")].map((e) => e.textContent).join("") === "the Foreign Minister, Ilen Sadek"`)
	b.until(`getComputedStyle(document.querySelector("#e-s1 .more")).display === "block"`)

	b.do(chromedp.Click(`//div[@id="e-s1"]//b/a`))
	b.until(`location.pathname === "/actor/Ilen%20Sadek" && document.querySelectorAll("#said tr.row").length === 2`)
	b.do(chromedp.Click(`//table[contains(@class, "roles")]//a[@class="open"]`))
	b.until(`location.hash === "#e-roles-r1" && [...document.querySelectorAll(".words .on.p0")].map((e) => e.textContent).join("") === "the Foreign Minister"`)
}
