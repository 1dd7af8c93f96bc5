package source

import "testing"

func TestSniff(t *testing.T) {
	tests := []struct {
		head, name, contentType string
		want                    Format
	}{
		{"The ministers met.", "a.txt", "", Text},
		{"", "a", "", Text},
		{"<!DOCTYPE html><p>x", "a.txt", "", HTML},
		{"<!-- a --><HTML>", "a", "", HTML},
		{"<p>x</p>", "a", "", HTML},
		{"<p>x</p>", "a.txt", "", Text},
		{"<Tolm> The ministers met.", "a", "", Text},
		{"x <b>y</b>", "a.html.gz", "", HTML},
		{"x", "https://tolm.example/", "text/html; charset=utf-8", HTML},
		{"{{ template }}", "a.html", "", HTML},
		{`<?xml version="1.0"?><!-- a --><rss version="2.0">`, "a.html", "text/html", Feed},
		{`<feed xmlns="http://www.w3.org/2005/Atom">`, "a", "", Feed},
		{`<rdf:RDF xmlns:rdf="x">`, "a", "", Feed},
		{`<!DOCTYPE r [<!ENTITY x "y">]><rss>`, "a", "", Feed},
		{`<?xml version="1.0"?><html>`, "a", "", HTML},
		{"\xFF\xFE<\x00r\x00s\x00s\x00>\x00", "a", "", Feed},
		{`{"version":"https://jsonfeed.org/version/1.1"`, "a", "", Feed},
		{`{"text":"x"}`, "a", "", JSON},
		{"{\n \"text\":\"x\"}", "a.json", "", JSON},
		{`{"text":"x"}` + "\n" + `{"text":"y"}`, "a.json", "", Lines},
		{`{"text":"x"}`, "a.jsonl.gz", "", Lines},
		{"not json", "a.ndjson", "", Lines},
		{`[{"text":"x"}]`, "a", "", JSON},
		{"[1] The ministers met.", "a", "", Text},
		{"{Editor's note} They met.", "a", "", Text},
		{"x", "a.json", "", JSON},
		{"x", "https://tolm.example/a", "application/json", JSON},
		{"%PDF-1.7", "a.html", "", Text},
	}
	for _, tt := range tests {
		if got := sniff([]byte(tt.head), tt.name, tt.contentType); got != tt.want {
			t.Errorf("sniff(%q, %q, %q) = %s, want %s", tt.head, tt.name, tt.contentType, got, tt.want)
		}
	}
}
