package lemma_test

import (
	"testing"

	"parley/lang/lemma"
)

// TestParadigm holds that a verb seen in its base form settles its other regular forms, and
// verbs.txt those of its verbs, but never against the treebank.
func TestParadigm(t *testing.T) {
	m := lemma.Learn(treebank(first + `
		hope VB hope
		visit VB visit
		stop VB stop
		flub VB flub
		flubbed VBD flubber
		carry VBP carry
		agree VB agree
		lie VB lie
		quit VB quit
		quit VBD quit`))
	tests := []struct{ form, tag, want string }{
		{"hoped", "VBD", "hope"},
		{"hoped", "VBN", "hope"},
		{"hoping", "VBG", "hope"},
		{"visited", "VBN", "visit"},
		{"stopped", "VBD", "stop"},
		{"stopping", "VBG", "stop"},
		{"carried", "VBN", "carry"},
		{"carries", "VBZ", "carry"},
		{"agreed", "VBN", "agree"},
		{"agreeing", "VBG", "agree"},
		{"lying", "VBG", "lie"},
		{"flubbed", "VBD", "flubber"}, // as the treebank has it
		{"ruled", "VBD", "rule"},      // verbs.txt
		{"fled", "VBN", "flee"},
		{"overthrew", "VBD", "overthrow"},
		{"shelled", "VBD", "shell"},
	}
	for _, tt := range tests {
		if got := m.Lemma(tt.form, tt.tag); got != tt.want {
			t.Errorf("%s/%s is %q, want %q", tt.form, tt.tag, got, tt.want)
		}
	}
}
