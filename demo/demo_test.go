package demo

import (
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"parley"
)

// stories loads the stories or fails the test.
func stories(t *testing.T) []parley.Document {
	t.Helper()
	docs, err := Stories()
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// story returns one story by its id.
func story(t *testing.T, id string) parley.Document {
	t.Helper()
	for _, doc := range stories(t) {
		if doc.ID == id {
			return doc
		}
	}
	t.Fatalf("no story %q", id)
	return parley.Document{}
}

// day returns the day of a date or an RFC 3339 time.
func day(t *testing.T, s string) time.Time {
	t.Helper()
	if len(s) > len(time.DateOnly) {
		if _, err := time.Parse(time.RFC3339, s); err != nil {
			t.Fatal(err)
		}
		s = s[:len(time.DateOnly)]
	}
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestStoriesAreFortyAndOneCorrection(t *testing.T) {
	docs := stories(t)
	ids, versions := map[string]bool{}, map[string]int{}
	for _, doc := range docs {
		if ids[doc.ID] {
			t.Errorf("id %q stands twice", doc.ID)
		}
		ids[doc.ID] = true
		versions[doc.URL]++
	}
	if len(docs) != 41 || len(versions) != 40 {
		t.Errorf("%d versions of %d stories, want 41 of 40", len(docs), len(versions))
	}
}

func TestStoriesAreWhole(t *testing.T) {
	for _, doc := range stories(t) {
		if doc.Title == "" || doc.Outlet == "" || doc.Language != "en" {
			t.Errorf("%s: title %q, outlet %q, language %q", doc.ID, doc.Title, doc.Outlet, doc.Language)
		}
		if n := len(strings.Fields(doc.Text)); n < 120 || n > 350 {
			t.Errorf("%s: %d words, want 120 to 350", doc.ID, n)
		}
		if !strings.Contains(doc.Licence, "invented") {
			t.Errorf("%s: licence %q does not say that the story is invented", doc.ID, doc.Licence)
		}
		u, err := url.Parse(doc.URL)
		if err != nil || u.Scheme != "https" || !strings.HasSuffix(u.Host, ".example") {
			t.Errorf("%s: address %q is not under .example (%v)", doc.ID, doc.URL, err)
		}
	}
}

func TestStoriesAreInOrder(t *testing.T) {
	first, last := day(t, "2026-03-02"), day(t, "2026-05-29")
	before := first
	for _, doc := range stories(t) {
		on := day(t, doc.Published)
		if on.Before(before) || on.After(last) {
			t.Errorf("%s: published %s, after a story of %s", doc.ID, doc.Published, before.Format(time.DateOnly))
		}
		before = on
	}
	if !before.Equal(last) {
		t.Errorf("the last story is of %s", before.Format(time.DateOnly))
	}
}

func TestStoriesNameNothingReal(t *testing.T) {
	data, err := os.ReadFile("testdata/real_names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			names = append(names, regexp.QuoteMeta(line))
		}
	}
	pattern := regexp.MustCompile(`\b(?:` + strings.Join(names, "|") + `)\b`)
	if !pattern.MatchString("talks in Vienna") {
		t.Fatal("the pattern matches nothing")
	}
	for _, doc := range stories(t) {
		if m := pattern.FindString(doc.Title + "\n" + doc.Outlet + "\n" + doc.Text); m != "" {
			t.Errorf("%s names %q", doc.ID, m)
		}
	}
}

func TestWeekdays(t *testing.T) {
	for _, c := range []struct{ id, words, on string }{
		{"oru-01", "Lumenia on Monday invited", "2026-03-02"},
		{"oru-02", "Ilona Vaskeri said on Tuesday", "2026-03-03"},
		{"oru-03", "told parliament on Tuesday", "2026-03-03"},
		{"oru-04", "will brief the diplomatic corps on Monday", "2026-03-09"},
		{"oru-05", "at the Hask dam on Saturday", "2026-03-07"},
		{"oru-06", "The talks begin on Wednesday", "2026-03-11"},
		{"oru-06", "are due to end on Friday", "2026-03-13"},
		{"oru-08", "ended here Friday", "2026-03-13"},
		{"oru-09", "came home from Selmark on Saturday", "2026-03-14"},
		{"oru-12", "in the town of Pellin on Tuesday", "2026-03-24"},
		{"oru-13", "The Defence Ministry said on Wednesday", "2026-03-25"},
		{"oru-14", "observer mission said Thursday", "2026-03-26"},
		{"oru-18", "to take place on Monday at Mirrow Pass", "2026-04-06"},
		{"oru-22", "Varenia and Kestria agreed on Monday", "2026-04-13"},
		{"oru-27", "Nadira el-Kasri said on Thursday", "2026-04-16"},
		{"oru-28", "are due to meet on Wednesday", "2026-04-22"},
		{"oru-32", "return to Selmark on Monday", "2026-05-04"},
		{"oru-34", "missed their own deadline on Friday", "2026-05-08"},
		{"oru-36", "Davit Orlen, said on Tuesday", "2026-05-12"},
		{"oru-39", "the Hask dam Tuesday", "2026-05-26"},
		{"oru-40", "is due to vote on Thursday", "2026-06-04"},
		{"oru-40", "which was to close on Sunday", "2026-05-31"},
	} {
		if !strings.Contains(story(t, c.id).Text, c.words) {
			t.Errorf("%s does not say %q", c.id, c.words)
		}
		if weekday := day(t, c.on).Weekday().String(); !strings.Contains(c.words, weekday) {
			t.Errorf("%s: %s is a %s, not as in %q", c.id, c.on, weekday, c.words)
		}
	}
}

// wireHead matches the head of an agency story and the first weekday after it.
var wireHead = regexp.MustCompile(`^[A-Z]+, (\w+ \d+)(?: \(Meridian Wire\) -|\. /VPA/\.)[^\n]*? on (\w+day)\b`)

func TestDatelinesAgreeWithTheirDays(t *testing.T) {
	n := 0
	for _, doc := range stories(t) {
		m := wireHead.FindStringSubmatch(doc.Text)
		if m == nil || doc.Outlet != "Meridian Wire" && doc.Outlet != "Varen Press Agency" {
			continue
		}
		n++
		on := day(t, doc.Published)
		if got := on.Format("January 2"); got != m[1] {
			t.Errorf("%s: dateline %s, published %s", doc.ID, m[1], got)
		}
		// A lead names the day itself or, of the night before, the day before.
		if yesterday := on.AddDate(0, 0, -1); m[2] != on.Weekday().String() && m[2] != yesterday.Weekday().String() {
			t.Errorf("%s: %s in the lead of a story of a %s", doc.ID, m[2], on.Weekday())
		}
	}
	if n < 10 {
		t.Errorf("only %d datelines were checked", n)
	}
}

func TestReadmeNamesEveryStory(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`\boru-\w+\b`).FindAllString(string(data), -1)
	for _, doc := range stories(t) {
		if !slices.Contains(named, doc.ID) {
			t.Errorf("README.md does not name %s (%s)", doc.ID, doc.Title)
		}
	}
}
