package source

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley"
)

// TestDamage checks that of a damaged input what can be read is read, and that
// the run goes on with the next.
func TestDamage(t *testing.T) {
	whole := zip(lines(2000))
	flipped := slices.Clone(whole)
	flipped[len(flipped)-6] ^= 0xFF // in the checksum
	tests := []struct {
		name string
		data []byte
		want func(results []result) string // what is wrong, or ""
	}{
		{"whole.jsonl.gz", whole, func(r []result) string {
			return unless(len(r) == 2000 && r[1999].err == nil && strings.HasSuffix(r[1999].From, ":2000"))
		}},
		{"T04 truncated.jsonl.gz", whole[:len(whole)/2], func(r []result) string {
			return unless(len(r) > 100 && failedOnce(r, parley.ErrDamaged))
		}},
		{"T04 checksum.jsonl.gz", flipped, func(r []result) string {
			return unless(len(r) == 2001 && failedOnce(r, parley.ErrDamaged))
		}},
		{"T04 head.jsonl.gz", whole[:5], func(r []result) string { return unless(len(r) == 1 && failedOnce(r, parley.ErrDamaged)) }},
		{"T04 truncated.txt.gz", zip([]byte(strings.Repeat(story(1)+"\n", 5000)))[:200], func(r []result) string {
			return unless(len(r) == 2 && failedOnce(r, parley.ErrDamaged) && len(r[0].Document.Warnings) > 0)
		}},
		{"T01 bomb.txt.gz", zip(make([]byte, 80<<20)), func(r []result) string {
			return unless(len(r) == 1 && (failedOnce(r, parley.ErrTooLarge) || failedOnce(r, parley.ErrNotText)))
		}},
		{"T01 bomb.jsonl.gz", zip(bytes.Repeat([]byte("a"), 80<<20)), func(r []result) string {
			return unless(len(r) == 1 && failedOnce(r, parley.ErrTooLarge))
		}},
		{"T01 nested.txt.gz", zip(zip([]byte(story(1)))), func(r []result) string {
			return unless(len(r) == 1 && failedOnce(r, parley.ErrNotText))
		}},
		{"truncated.json", []byte(`[{"text":"a b c"},{"text":"d`), func(r []result) string {
			return unless(len(r) == 2 && failedOnce(r, parley.ErrDamaged))
		}},
		{"after.json", []byte(`[{"text":"a b c"}] more`), func(r []result) string {
			return unless(len(r) == 2 && failedOnce(r, parley.ErrDamaged))
		}},
		{"binary.txt", []byte("\x00\x01\x02\x03\x04\x05\x06"), func(r []result) string {
			return unless(len(r) == 1 && failedOnce(r, parley.ErrNotText))
		}},
		{"paper.txt", []byte("%PDF-1.7 and more"), func(r []result) string {
			return unless(len(r) == 1 && failedOnce(r, parley.ErrNotText) && strings.Contains(r[0].err.Error(), "PDF"))
		}},
		{"blank.txt", []byte(" \n"), func(r []result) string { return unless(len(r) == 1 && failedOnce(r, parley.ErrEmpty)) }},
		{"blank.jsonl", []byte(" \n"), func(r []result) string { return unless(len(r) == 1 && failedOnce(r, parley.ErrEmpty)) }},
		{"blank.json", []byte(" \n"), func(r []result) string { return unless(len(r) == 1 && failedOnce(r, parley.ErrEmpty)) }},
		{"L01 one sentence.txt", []byte(strings.Repeat("word ", 2<<20)), func(r []result) string {
			return unless(len(r) == 1 && r[0].err == nil)
		}},
		{"L02 quotes.txt", []byte(strings.Repeat("“\"'", 1e5)), func(r []result) string { return unless(len(r) == 1 && r[0].err == nil) }},
		{"L12 marks.txt", []byte("a" + strings.Repeat("\u0301", 1e5)), func(r []result) string {
			return unless(len(r) == 1 && r[0].err == nil)
		}},
		{"H10 turned.txt", []byte("The minister said \u202Eyes\u202C on Sunday."), func(r []result) string {
			return unless(len(r) == 1 && strings.Contains(strings.Join(r[0].Document.Warnings, " "), "direction"))
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			bad := write(t, dir, tt.name, tt.data)
			next := write(t, dir, "next.txt", []byte(story(1)))
			results := open(bad, next)
			last := len(results) - 1
			if results[last].From != next || results[last].err != nil {
				t.Errorf("the next input gives %+v", results[last])
			}
			for _, r := range results {
				if r.err != nil && !strings.Contains(r.err.Error(), bad) {
					t.Errorf("%v does not name its input", r.err)
				}
			}
			if wrong := tt.want(results[:last]); wrong != "" {
				t.Errorf("%s: %.500q", wrong, summary(results[:last]))
			}
		})
	}
}

func unless(ok bool) string {
	if ok {
		return ""
	}
	return "not as it should be"
}

// failedOnce reports whether the last result, and it alone, is an error of a kind.
func failedOnce(results []result, kind error) bool {
	for _, r := range results[:len(results)-1] {
		if r.err != nil {
			return false
		}
	}
	return errors.Is(results[len(results)-1].err, kind)
}

// A document over the bound is refused alone.
func TestTooLarge(t *testing.T) {
	dir := t.TempDir()
	long := fmt.Sprintf("{\"text\":%q}\n", strings.Repeat("word ", 1<<18))
	opts := options
	opts.MaxDocument = 1 << 20
	results := openWith(opts,
		write(t, dir, "a.jsonl", slices.Concat(lines(1), []byte(long), lines(1))),
		write(t, dir, "b.json", slices.Concat([]byte("["), []byte(long), []byte("]"))),
		write(t, dir, "c.txt", []byte(strings.Repeat("word ", 1<<18))),
		write(t, dir, "d.txt", []byte(story(1))))
	want := []string{"a.jsonl:1", "a.jsonl:2: too large", "a.jsonl:3", "b.json#1: too large", "c.txt: too large", "d.txt"}
	for i, s := range summary(results) {
		if got := strings.TrimPrefix(s, dir+"/"); i >= len(want) || got != want[i] {
			t.Errorf("result %d is %q", i, got)
		}
	}
	if len(results) != len(want) {
		t.Errorf("%d results, want %d", len(results), len(want))
	}
}
