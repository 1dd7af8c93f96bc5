package sqlite_test

import (
	"path/filepath"
	"testing"

	"parley/ledger"
	"parley/ledger/ledgertest"
	"parley/ledger/sqlite"
)

// open opens a ledger that is closed when the test ends.
func open(t testing.TB, path string) *sqlite.Ledger {
	t.Helper()
	l, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return l
}

func TestLedger(t *testing.T) {
	ledgertest.Test(t, func(t *testing.T) ledger.Ledger {
		return open(t, filepath.Join(t.TempDir(), "ledger"))
	})
}
