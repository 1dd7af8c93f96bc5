package html

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
)

// story is what a page's JSON-LD says of the article.
type story struct {
	headline, body      string
	published, modified string
	authors             []string
	publisher, language string
	paid                bool
}

// articles are the types of schema.org that are a written story.
var articles = map[string]bool{
	"Article": true, "NewsArticle": true, "ReportageNewsArticle": true, "AnalysisNewsArticle": true,
	"BackgroundNewsArticle": true, "OpinionNewsArticle": true, "ReviewNewsArticle": true, "AskPublicNewsArticle": true,
	"BlogPosting": true, "LiveBlogPosting": true, "Report": true, "ScholarlyArticle": true, "AdvertiserContentArticle": true,
	"SocialMediaPosting": true, "TechArticle": true,
}

const (
	maxLD   = 2 << 20 // bytes of one script
	maxDeep = 12      // levels that are searched for an article
)

// bestStory returns the article of the page's JSON-LD scripts: the first that
// has a text, else the first that has a headline.
func bestStory(scripts []string) story {
	var best story
	for _, s := range scripts {
		for _, found := range stories(s) {
			switch {
			case best.body == "" && found.body != "" && (best.headline == "" || best.headline == found.headline):
				best = found
			case best.headline == "":
				best = found
			}
		}
	}
	return best
}

// stories returns the articles of one script. Data that is not quite JSON is
// mended; what cannot be mended holds no article.
func stories(script string) []story {
	if len(script) > maxLD {
		return nil
	}
	var data any
	if json.Unmarshal([]byte(script), &data) != nil && json.Unmarshal([]byte(mend(script)), &data) != nil {
		return nil
	}
	var out []story
	search(data, 0, func(m map[string]any) { out = append(out, adapt(m)) })
	return out
}

// search calls found for each article in the data.
func search(data any, depth int, found func(map[string]any)) {
	if depth > maxDeep {
		return
	}
	switch data := data.(type) {
	case []any:
		for _, x := range data {
			search(x, depth+1, found)
		}
	case map[string]any:
		if isArticle(data["@type"]) {
			found(data)
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"} {
			search(data[key], depth+1, found)
		}
	}
}

// isArticle reports whether one of the types is that of a story.
func isArticle(types any) bool {
	for _, t := range list(types) {
		if name, ok := t.(string); ok && articles[name[strings.LastIndexByte(name, '/')+1:]] {
			return true
		}
	}
	return false
}

// adapt returns the story of an article's data.
func adapt(m map[string]any) story {
	s := story{
		headline:  str(m["headline"]),
		body:      str(m["articleBody"]),
		published: str(m["datePublished"]),
		modified:  str(m["dateModified"]),
		language:  str(m["inLanguage"]),
		paid:      strings.EqualFold(str(m["isAccessibleForFree"]), "false"),
	}
	for _, a := range list(m["author"]) {
		s.authors = append(s.authors, names(a)...)
	}
	for _, p := range list(m["publisher"]) {
		if n := names(p); len(n) > 0 {
			s.publisher = n[0]
			break
		}
	}
	return s
}

// names returns the names of a person or an organisation.
func names(x any) []string {
	if m, ok := x.(map[string]any); ok {
		x = m["name"]
	}
	var out []string
	for _, n := range list(x) {
		if s := str(n); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// list returns x as a list: JSON-LD leaves the brackets of one element out.
func list(x any) []any {
	switch x := x.(type) {
	case nil:
		return nil
	case []any:
		return x
	}
	return []any{x}
}

// str returns the string of a value, of the first element of a list, of a
// {"@value": …}, and "" for any other.
func str(x any) string {
	for range maxDeep {
		switch v := x.(type) {
		case string:
			return strings.TrimSpace(html.UnescapeString(v))
		case bool:
			if v {
				return "true"
			}
			return "false"
		case []any:
			if len(v) == 0 {
				return ""
			}
			x = v[0]
		case map[string]any:
			x = v["@value"]
		default:
			return ""
		}
	}
	return ""
}

// wrappers are the marks that templates put before and after a script's data, to
// hide it from programs that do not know what it is.
var (
	before = []string{"<!--", "/*<![CDATA[*/", "/* <![CDATA[ */", "//<![CDATA[", "// <![CDATA[", "<![CDATA["}
	after  = []string{"-->", "/*]]>*/", "/* ]]> */", "//]]>", "// ]]>", "]]>", ";"}
)

// unwrap takes the marks off.
func unwrap(script string) string {
	script = strings.TrimSpace(script)
	for _, mark := range before {
		script = strings.TrimSpace(strings.TrimPrefix(script, mark))
	}
	for range 3 {
		for _, mark := range after {
			script = strings.TrimSpace(strings.TrimSuffix(script, mark))
		}
	}
	return script
}

// trailing is a comma before a closing bracket.
var trailing = regexp.MustCompile(`,(\s*[}\]])`)

// mend repairs what templates commonly break in JSON: marks around it, raw line
// ends in strings, commas before closing brackets.
func mend(script string) string {
	script = unwrap(script)
	var b strings.Builder
	quoted, escaped := false, false
	for _, r := range script {
		switch {
		case quoted && r < ' ':
			b.WriteByte(' ')
			continue
		case escaped:
			escaped = false
		case quoted && r == '\\':
			escaped = true
		case r == '"':
			quoted = !quoted
		}
		b.WriteRune(r)
	}
	return trailing.ReplaceAllString(b.String(), "$1")
}
