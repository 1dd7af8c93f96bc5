package fetch

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// robots are the rules of one robots.txt that concern parley (RFC 9309). The
// zero value allows everything.
type robots struct {
	rules   []rule
	delay   time.Duration // the Crawl-delay, which is not in the RFC but widely used
	failing int           // the status with which the server refused its rules, or 0
}

// rule allows or disallows the paths that match a pattern.
type rule struct {
	pattern string // normalised; "*" stands for anything, a final "$" for the end
	allow   bool
}

// group gathers the rules of the agents that it names.
type group struct {
	own, all bool // it names parley; it names every agent
	closed   bool // a rule was read: the next agent begins a new group
}

// parseRobots reads the rules for one agent. Groups that name the agent are
// taken together; those for every agent ("*") count only if there are none.
// Lines that make no sense are passed over, since a site's other lines still
// say what it wants.
func parseRobots(text []byte, agent string) *robots {
	var own, all robots
	var named bool
	var g group
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	for line := range strings.FieldsFuncSeq(string(text), func(r rune) bool { return r == '\n' || r == '\r' }) {
		key, value, ok := field(line)
		if !ok {
			continue
		}
		if key == "user-agent" {
			if g.closed {
				g = group{}
			}
			g.own = g.own || strings.EqualFold(product(value), agent)
			g.all = g.all || value == "*"
			named = named || g.own
			continue
		}
		g.closed = g.closed || key == "allow" || key == "disallow" || key == "crawl-delay"
		if g.own {
			own.add(key, value)
		}
		if g.all {
			all.add(key, value)
		}
	}
	if named {
		return &own
	}
	return &all
}

// field splits a line of robots.txt into its lower-case key and its value.
func field(line string) (key, value string, ok bool) {
	line, _, _ = strings.Cut(line, "#")
	key, value, ok = strings.Cut(line, ":")
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value), ok
}

// add takes one line of a group. An empty path is no rule.
func (r *robots) add(key, value string) {
	switch key {
	case "allow", "disallow":
		if value != "" {
			r.rules = append(r.rules, rule{pattern: normalPath(value), allow: key == "allow"})
		}
	case "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.delay = time.Duration(min(s, maxCrawlDelay.Seconds()) * float64(time.Second))
		}
	}
}

// forbids says why a page may not be asked for, and is empty if it may. The
// longest matching pattern decides, and of two equal ones the one that allows.
func (r *robots) forbids(u *url.URL) string {
	if r.failing != 0 {
		return "robots.txt answers " + strconv.Itoa(r.failing) + ", which forbids all for now"
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	path = normalPath(path)
	best := rule{allow: true}
	for _, c := range r.rules {
		longer := len(c.pattern) > len(best.pattern) || len(c.pattern) == len(best.pattern) && c.allow
		if longer && matches(c.pattern, path) {
			best = c
		}
	}
	if best.allow {
		return ""
	}
	return "robots.txt disallows " + strconv.Quote(best.pattern)
}

// matches reports whether a pattern matches the beginning of a path, or the
// whole of it if the pattern ends with "$". The parts between stars are looked
// for from left to right, each at its first place: a later place could only
// leave less for the parts that follow.
func matches(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	first, rest, starred := strings.Cut(pattern, "*")
	path, ok := strings.CutPrefix(path, first)
	if !ok || !starred {
		return ok && (!whole || path == "")
	}
	for {
		part, after, more := strings.Cut(rest, "*")
		if !more {
			if whole {
				return strings.HasSuffix(path, part)
			}
			return strings.Contains(path, part)
		}
		i := strings.Index(path, part)
		if i < 0 {
			return false
		}
		path, rest = path[i+len(part):], after
	}
}

// normalPath writes a path or pattern in one form: escapes of unreserved
// characters are undone, other escapes are in upper case, and bytes beyond
// ASCII are escaped.
func normalPath(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c, escaped := s[i], false
		if c == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				c, escaped, i = byte(n), true, i+2
			}
		}
		if escaped && !unreserved(c) || c >= 0x80 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// unreserved reports whether a byte means the same escaped or not (RFC 3986).
func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
