package parley_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers says which packages each room of the house may import, beside package
// parley and the packages below the room itself. Imports go down the data path
// only. A rule holds for the packages below its own, unless these have one; a
// name with a slash at its end stands for all packages below it as well.
var layers = map[string][]string{
	"":                  {},
	"source":            {},
	"source/fetch":      {}, // The gate to the network knows nothing of what it gets.
	"lang":              {},
	"lang/kernel":       {},
	"lang/conllu":       {},
	"lang/lemma":        {"lang/conllu"},
	"lang/parse":        {"lang/kernel"},
	"lang/perceptron":   {"lang/conllu"},
	"lang/model":        {"lang/parse", "lang/perceptron", "lang/lemma"},
	"lang/syntax":       {"lang", "lang/"},
	"lang/train":        {"lang/", "lang/parse/", "lang/perceptron/"},
	"actors":            {},
	"timex":             {},
	"linear":            {},
	"read":              {"lang", "lang/syntax", "linear", "actors", "timex"},
	"read/side":         {"lang", "lang/syntax", "linear"},
	"ledger":            {},
	"ledger/sqlite":     {"ledger", "timex"},
	"ledger/pass":       {"ledger"},
	"watch":             {"ledger"},
	"join":              {"ledger", "timex"},
	"join/news":         {"ledger", "join/"}, // What the other joins show to have changed.
	"export":            {"ledger", "lang", "join/", "timex"},
	"web":               {"ledger", "lang", "export/", "join/", "timex"},
	"eval":              {"lang/conllu", "timex", "actors"},
	"demo":              {},
	"cmd":               {"source/", "lang", "lang/", "linear", "actors", "read/", "ledger/", "watch", "export/", "web", "eval", "demo", "join/"},
	"ledger/ledgertest": {"ledger"},
}

// network names the packages that may import net or net/http. Only the gate and
// the screens talk to anyone; whatever else wants something from outside is
// given a function.
var network = []string{"source/fetch", "web"}

// vague are names that say nothing about what a package is for.
var vague = []string{"util", "utils", "common", "model", "models", "helper", "helpers", "misc", "shared", "base"}

// maxModules is how many modules of others may be required directly by what the
// command parley is linked from.
const maxModules = 15

// room is one package: its folder, name, imports, and whether a comment says
// what it is for. Tests are no part of it.
type room struct {
	dir, name string
	imports   []string
	comment   bool
}

// TestImportsGoDown holds the packages to the directions of the house.
func TestImportsGoDown(t *testing.T) {
	for _, r := range rooms(t) {
		rule, ok := ruleOf(r.dir)
		if !ok {
			t.Errorf("%s stands in no layer; say in layers what it may import", r.dir)
			continue
		}
		for _, imported := range r.imports {
			if !allowed(r.dir, rule, imported) {
				t.Errorf("%s imports %s, which it may not: it may import parley and %v", r.dir, imported, layers[rule])
			}
		}
	}
}

// ruleOf returns the longest part of a folder's path that has a rule.
func ruleOf(dir string) (string, bool) {
	for rule := dir; ; rule = path.Dir(rule) {
		if rule == "." {
			_, ok := layers[""]
			return "", ok && dir == ""
		}
		if _, ok := layers[rule]; ok {
			return rule, true
		}
	}
}

// allowed reports whether a package may import another one of the project.
func allowed(dir, rule, imported string) bool {
	own, ok := strings.CutPrefix(imported, "parley")
	if !ok || own != "" && own[0] != '/' {
		return true // Not the project's.
	}
	own = strings.TrimPrefix(own, "/")
	switch {
	case own == "":
		return dir != ""
	case strings.HasPrefix(own, "cmd/"):
		return false
	case rule == "source" && own == "source/fetch":
		return false // The gate is handed over by whoever wires.
	case rule != "" && below(own, rule):
		return true
	}
	return slices.ContainsFunc(layers[rule], func(room string) bool {
		top, whole := strings.CutSuffix(room, "/")
		return own == room || whole && below(own, top)
	})
}

// below reports whether a folder is another one or stands in it.
func below(dir, top string) bool { return dir == top || strings.HasPrefix(dir, top+"/") }

// TestOneGateToTheNetwork finds packages that could talk to the network beside
// those that are there to.
func TestOneGateToTheNetwork(t *testing.T) {
	for _, r := range rooms(t) {
		for _, imported := range r.imports {
			if (imported == "net" || imported == "net/http") && !slices.Contains(network, r.dir) {
				t.Errorf("%s imports %s; only %v may", r.dir, imported, network)
			}
		}
	}
}

// TestPackagesSayWhatTheyAreFor wants a telling name and a comment.
func TestPackagesSayWhatTheyAreFor(t *testing.T) {
	for _, r := range rooms(t) {
		if !r.comment {
			t.Errorf("package %s (%q) has no comment that says what it is for", r.name, r.dir)
		}
		// lang/model is what its name says: a trained model.
		if slices.Contains(vague, r.name) && r.dir != "lang/model" {
			t.Errorf("package %s (%q) has a name that says nothing", r.name, r.dir)
		}
	}
}

// standIns is the folder of the modules that stand in for others'; each says why.
// They are no rooms of the house.
const standIns = "third_party"

// rooms reads the packages of the module from its files.
func rooms(t *testing.T) []room {
	t.Helper()
	found := map[string]*room{}
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && file != "." && (entry.Name() == "testdata" || file == standIns || strings.HasPrefix(entry.Name(), ".")):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		return enter(found, file)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 10 {
		t.Fatalf("only %d packages were found", len(found))
	}
	var list []room
	for _, dir := range slices.Sorted(maps.Keys(found)) {
		list = append(list, *found[dir])
	}
	return list
}

// enter adds a file to its room.
func enter(found map[string]*room, file string) error {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly|parser.ParseComments)
	if err != nil {
		return err
	}
	dir := filepath.ToSlash(filepath.Dir(file))
	if dir == "." {
		dir = ""
	}
	r := found[dir]
	if r == nil {
		r = &room{dir: dir, name: parsed.Name.Name}
		found[dir] = r
	}
	r.comment = r.comment || parsed.Doc != nil
	return r.importing(parsed.Imports)
}

// importing adds imports of a file.
func (r *room) importing(specs []*ast.ImportSpec) error {
	for _, spec := range specs {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		r.imports = append(r.imports, imported)
	}
	return nil
}

// TestFewModules counts the modules of others that the command is linked from
// and that go.mod requires directly.
func TestFewModules(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "-json=Module", "./cmd/parley")
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("no go command to list the modules with")
	}
	if err != nil {
		t.Fatal(err)
	}
	modules := map[string]bool{}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			Module *struct {
				Path           string
				Main, Indirect bool
			}
		}
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if m := p.Module; m != nil && !m.Main && !m.Indirect {
			modules[m.Path] = true
		}
	}
	if len(modules) == 0 || len(modules) > maxModules {
		t.Errorf("%d direct modules, want at most %d: %v", len(modules), maxModules, slices.Sorted(maps.Keys(modules)))
	}
}

// TestAllowed shows what the directions mean.
func TestAllowed(t *testing.T) {
	for _, tt := range []struct {
		dir, imported string
		want          bool
	}{
		{"lang", "strings", true},
		{"lang", "parley", true},
		{"lang", "parley/read", false},
		{"", "parley/lang", false},
		{"read/coref", "parley/read/statement", true},
		{"read/coref", "parley/ledger", false},
		{"source", "parley/source/html", true},
		{"source", "parley/source/fetch", false},
		{"source/fetch", "parley/source/html", false},
		{"ledger/sqlite", "parley/ledger", true},
		{"ledger", "parley/read", false},
		{"export/plain", "parley/lang", true},
		{"web", "parley/ledger", true},
		{"web", "parley/ledger/sqlite", false},
		{"web", "parley/cmd/parley", false},
		{"cmd/parley", "parley/source/fetch", true},
		{"lang", "parleyvous", true},
	} {
		rule, ok := ruleOf(tt.dir)
		if got := allowed(tt.dir, rule, tt.imported); !ok || got != tt.want {
			t.Errorf("%q may import %s: %v, want %v", tt.dir, tt.imported, got, tt.want)
		}
	}
}
