package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWorkedExample holds that the README shows what the program prints: each line of the
// worked example is one of the output, and in its order.
func TestWorkedExample(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, example, found := strings.Cut(string(readme), "prints, among other things:\n")
	example, _, ended := strings.Cut(example, "\nEach line below")
	if !found || !ended {
		t.Fatal("README.md has no worked example")
	}
	var out, errs bytes.Buffer
	if code := run([]string{"read", filepath.Join("..", "..", "demo", "gold", "oru-12.json")}, nil, &out, &errs); code != 0 {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	left := out.String()
	for line := range strings.Lines(example) {
		line = strings.TrimRight(strings.TrimPrefix(line, "    "), "\n")
		if line == "" {
			continue
		}
		_, rest, ok := strings.Cut(left, line+"\n")
		if !ok {
			t.Errorf("README.md shows a line that the program does not print:\n%s", line)
			continue
		}
		left = rest
	}
}
