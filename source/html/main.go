package html

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"parley"
	"parley/source/date"
)

// mainText returns the main text of a pruned page, in blocks. A fault in the
// extractor ends this page and not the run over an archive.
func mainText(tree *html.Node) (out string, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("extracting: %v: %w", fault, parley.ErrDamaged)
		}
	}()
	result, err := trafilatura.ExtractDocument(tree, trafilatura.Options{
		OriginalURL:      &url.URL{},
		ExcludeComments:  true,
		HtmlDateOverride: &htmldate.Result{},
	})
	if err != nil {
		return "", fmt.Errorf("extracting: %w: %w", err, parley.ErrEmpty)
	}
	return respace(blocks(result.ContentNode), blocks(tree)), nil
}

// searchDate looks for a day of publication in the page's text and address. It
// returns "" where there is none, and for one whose year stands nowhere in the
// words it was read from: that year would be the year of reading.
func searchDate(tree *html.Node, address string, got time.Time) (day string) {
	defer func() {
		if recover() != nil {
			day = ""
		}
	}()
	found, err := htmldate.FromDocument(tree, htmldate.Options{
		UseOriginalDate: true,
		URL:             address,
		MaxDate:         got.AddDate(0, 0, 1),
	})
	if err != nil || found.IsZero() || !strings.Contains(found.SrcString, found.Format("2006")) {
		return ""
	}
	return found.Format(date.Day)
}

// body returns the text of the document. The page's own text comes before
// JSON-LD's articleBody, which is often cut to a few sentences or stripped of
// its paragraphs; where the page shows less than half of it, as pages do that
// load their text by script, the articleBody is the text.
func (p *page) body() string {
	if len(p.main) >= len(p.story.body)/2 {
		return p.main
	}
	body := strings.ReplaceAll(p.story.body, "\r\n", "\n")
	if strings.Contains(body, "</") || strings.Contains(body, "<br") {
		if plain, err := Text(body); err == nil {
			return plain
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(body, "\x00", ""))
}
