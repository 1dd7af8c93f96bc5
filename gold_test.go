package parley_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"parley"
)

// TestGoldRoundTrip reads every gold file that stands beside the project and
// checks that it is valid and comes out as it went in.
func TestGoldRoundTrip(t *testing.T) {
	files, _ := filepath.Glob("../shared/data/ledger/dev/*.json")
	if len(files) == 0 {
		t.Skip("no gold beside the project")
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var r parley.Reading
		if err := json.Unmarshal(data, &r); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		if err := r.Validate(); err != nil {
			t.Errorf("%s: %v", f, err)
		}
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		if got, want := simplified(t, out), simplified(t, data); got != want {
			t.Errorf("%s: round trip differs\n got %.300s\nwant %.300s", f, got, want)
		}
	}
}

// simplified re-encodes JSON with sorted keys and without nulls, so that two
// encodings of one reading are equal as strings.
func simplified(t *testing.T, data []byte) string {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(withoutNulls(v))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func withoutNulls(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			if x == nil {
				delete(v, k)
				continue
			}
			v[k] = withoutNulls(x)
		}
	case []any:
		for i, x := range v {
			v[i] = withoutNulls(x)
		}
	}
	return v
}
