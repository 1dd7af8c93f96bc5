package html

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStories(t *testing.T) {
	want := story{headline: "Talks", published: "2019-03-05"}
	for name, script := range map[string]string{
		"alone":             `{"@type":"NewsArticle","headline":"Talks","datePublished":"2019-03-05"}`,
		"in a list":         `[{"@type":"WebSite","headline":"Tolm Herald"},{"@type":"NewsArticle","headline":"Talks","datePublished":"2019-03-05"}]`,
		"in a graph":        `{"@graph":[{"@type":"Person"},{"@type":["Article","NewsArticle"],"headline":"Talks","datePublished":"2019-03-05"}]}`,
		"inside a page":     `{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Talks","datePublished":"2019-03-05"}}`,
		"type as address":   `{"@type":"https://schema.org/NewsArticle","headline":"Talks","datePublished":"2019-03-05"}`,
		"in a comment":      "<!--\n{\"@type\":\"Article\",\"headline\":\"Talks\",\"datePublished\":\"2019-03-05\"};\n-->",
		"in CDATA":          "/* <![CDATA[ */ {\"@type\":\"Article\",\"headline\":\"Talks\",\"datePublished\":\"2019-03-05\"} /* ]]> */",
		"a trailing comma":  `{"@type":"Article","headline":"Talks","datePublished":"2019-03-05",}`,
		"a raw line end":    "{\"@type\":\"Article\",\"headline\":\"Talks\n\",\"datePublished\":\"2019-03-05\"}",
		"values in objects": `{"@type":"Article","headline":{"@value":"Talks"},"datePublished":["2019-03-05"]}`,
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff([]story{want}, stories(script), cmp.AllowUnexported(story{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	for _, script := range []string{"", "null", "{", "var x = 1", `{"@type":5}`, `{"@type":"WebSite","headline":"x"}`, `"@type"`} {
		if got := stories(script); got != nil {
			t.Errorf("stories(%q) = %+v, want none", script, got)
		}
	}
}

func TestAdapt(t *testing.T) {
	got := stories(`{"@type":"NewsArticle","headline":"Talks &amp; more","author":[{"name":["Ana Orell","Tomas Vey"]},"Ira Sand",7],
		"publisher":[{"@id":"#p"},{"name":"Tolm Herald"}],"inLanguage":"en-GB","isAccessibleForFree":"False","articleBody":"They met.\n\nThey spoke."}`)
	want := []story{{headline: "Talks & more", authors: []string{"Ana Orell", "Tomas Vey", "Ira Sand"}, publisher: "Tolm Herald",
		language: "en-GB", paid: true, body: "They met.\n\nThey spoke."}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(story{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The page's own text comes before articleBody, unless the page hardly has any.
func TestBody(t *testing.T) {
	for _, tt := range []struct{ name, main, body, want string }{
		{"both", "One.\n\nTwo.", "One. Two.", "One.\n\nTwo."},
		{"a teaser in the data", "One.\n\nTwo.", "One.", "One.\n\nTwo."},
		{"a page that loads its text", "Menu", "One long story, told in the data.\n\nTwo.", "One long story, told in the data.\n\nTwo."},
		{"markup in the data", "", "<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
		{"neither", "", "", ""},
	} {
		p := page{main: tt.main, story: story{body: tt.body}}
		if got := p.body(); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
