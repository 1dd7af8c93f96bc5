package web

import (
	"net/url"
	"strconv"
	"strings"

	"parley"
	"parley/join/news"
	"parley/ledger"
)

// This file makes the addresses of the screens, so that each is spelled once.

// wireAddress is the wire's answer to a query. The trail names the pages before
// the one asked for, oldest first, and last that page itself.
func wireAddress(q ledger.Query, trail ...string) string {
	values := url.Values{}
	if line := q.String(); line != "" {
		values.Set("q", line)
	}
	if len(trail) > 0 {
		values["after"] = trail
	}
	if len(values) == 0 {
		return "/"
	}
	return "/?" + values.Encode()
}

// newsAddress is the news of a kind, or of all, on some days; empty days have no bound.
func newsAddress(kind news.Kind, from, to string) string {
	values := url.Values{}
	for name, value := range map[string]string{"kind": string(kind), "from": from, "to": to} {
		if value != "" {
			values.Set(name, value)
		}
	}
	if len(values) == 0 {
		return "/news"
	}
	return "/news?" + values.Encode()
}

// docAddress is a version of a document in the reader; version 0 is the newest.
func docAddress(id string, version int) string {
	return docPath(id) + versionQuery(version)
}

// docPath is the path of a document.
func docPath(id string) string { return "/doc/" + pathStep(id) }

// pathStep is a text as one step of a path. A text of dots alone is spelled out,
// since a path would lose it.
func pathStep(text string) string {
	out := url.PathEscape(text)
	if strings.Trim(text, ".") == "" {
		out = strings.ReplaceAll(out, ".", "%2E")
	}
	return out
}

// actorAddress is the screen of an actor by name, or "" for no name. The trails
// name the pages of its two lists, as in wireAddress.
func actorAddress(name string, said, toward []string) string {
	if name == "" {
		return ""
	}
	values := url.Values{}
	if len(said) > 0 {
		values["after"] = said
	}
	if len(toward) > 0 {
		values["toward"] = toward
	}
	if len(values) == 0 {
		return "/actor/" + pathStep(name)
	}
	return "/actor/" + pathStep(name) + "?" + values.Encode()
}

// versionQuery is the part of an address that asks for a version.
func versionQuery(version int) string {
	if version == 0 {
		return ""
	}
	return "?v=" + strconv.Itoa(version)
}

// entryAddress is the reader with one entry marked and the page at its note.
func entryAddress(id string, version int, ref string) string {
	return markedAddress(id, version, ref) + "#e-" + url.PathEscape(ref)
}

// markedAddress is the reader with one entry marked.
func markedAddress(id string, version int, ref string) string {
	return docPath(id) + "?v=" + strconv.Itoa(version) + "&e=" + url.QueryEscape(ref)
}

// spanAddress is the reader with a passage marked, in bytes of the text. An
// empty passage marks nothing.
func spanAddress(id string, version int, s parley.Span) string {
	if s.Len() <= 0 {
		return docAddress(id, version)
	}
	return docPath(id) + "?v=" + strconv.Itoa(version) + "&at=" + strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End) + "#at"
}

// diffAddress is the comparison of two versions.
func diffAddress(id string, a, b int) string {
	return docPath(id) + "/diff?a=" + strconv.Itoa(a) + "&b=" + strconv.Itoa(b)
}

// entryRef names an entry within its reading: a statement by its id alone, any
// other by its list and id, because ids are unique in a list only.
func entryRef(kind parley.Kind, id string) string {
	id = strings.Join(strings.Fields(id), "_") // References stand in lists with spaces between.
	if kind == parley.KindStatement {
		return id
	}
	return string(kind) + "-" + id
}
