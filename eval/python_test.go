package eval_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// shared is where the gold and the reference scorers stand beside the project.
// Nothing of it may go into the project, so that a fresh clone has none of it.
const shared = "../../shared"

// beside returns the path of a file beside the project, and skips the test
// where there is none.
func beside(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{shared}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skip("not beside the project: ", path)
	}
	return path
}

// python runs a reference scorer and decodes the JSON that it prints.
func python(t *testing.T, script string, args ...string) map[string]any {
	t.Helper()
	interpreter, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	cmd := exec.CommandContext(t.Context(), interpreter, append([]string{script}, args...)...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", script, err, &errs)
	}
	var result map[string]any
	if err := json.Unmarshal(out.Bytes(), &result); err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return result
}

// at returns the number at a path of keys in decoded JSON, and NaN where there is none.
func at(v any, path ...any) float64 {
	for _, key := range path {
		switch node := v.(type) {
		case map[string]any:
			v = node[key.(string)]
		case []any:
			v = node[key.(int)]
		default:
			return math.NaN()
		}
	}
	n, ok := v.(float64)
	if !ok {
		return math.NaN()
	}
	return n
}

// same fails the test where a figure is not that of the reference.
func same(t *testing.T, name string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9) {
		t.Errorf("%s: got %v, the reference has %v", name, got, want)
	}
}

// rounded rounds as Python's round does: to the nearest decimal of the exact value.
func rounded(v float64, digits int) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', digits, 64), 64)
	return r
}

// writeLines writes values as JSON, one a line.
func writeLines[T any](t *testing.T, values []T) string {
	t.Helper()
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	for _, v := range values {
		if err := enc.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "lines.jsonl")
	if err := os.WriteFile(path, buf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
