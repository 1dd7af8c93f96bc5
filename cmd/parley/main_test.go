package main

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in the scripts")

// TestMain makes this binary the command parley where it is called by that name,
// so that scripts and tests run the whole program as its own process.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"parley": main})
}

// TestScripts runs the scripts of testdata/script, each with a ledger of its own.
// Beside the usual commands of scripts they know those of script_test.go.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			s := new(server)
			env.Values[serverKey{}] = s
			env.Defer(s.kill)
			env.Setenv("PARLEY_LEDGER", filepath.Join(env.WorkDir, "ledger.db"))
			stories, err := filepath.Abs(filepath.Join("..", "..", "demo", "stories.jsonl"))
			env.Setenv("DEMO", stories)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": scriptExits, "pack": scriptPack, "bytes": scriptBytes,
			"serve": scriptServe, "get": scriptGet, "interrupt": scriptInterrupt,
		},
	})
}
