package statement_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/lang"
	"parley/read/readtest"
	"parley/read/statement"
)

// TestAttributions reads what no statement is made of: thoughts, credits, labels.
func TestAttributions(t *testing.T) {
	tests := []struct{ text, want string }{
		{"I think the road is mined.", "I | think | the road is mined"},
		{"The road is mined, I think.", "I | think | "},
		{"People do not know what a mine costs.", "People | know | what a mine costs"},
		{"Orlen felt that the road was mined.", "Orlen | felt | that the road was mined"},
		{"A banner made them believe that the road was mined.", "them | believe | that the road was mined"},
		{"A view of the road. Image: Ana Bretz.", "Ana Bretz |  | "},
		{"— Davit Orlen", "Davit Orlen |  | "},
		{"THE MINISTER: Thank you.", "THE MINISTER |  | "},
		{"Orlen made sure that the road was clear.", ""},
		{"It turned out that the road was mined.", ""},
		{"The road is mined.", ""},
	}
	for _, tt := range tests {
		text := lang.Analyse(tt.text)
		var got []string
		for _, a := range statement.Attributions(text, readtest.Trees(text)) {
			got = append(got, fmt.Sprintf("%s | %s | %s", a.Source.In(tt.text), a.Cue.In(tt.text), a.Content.In(tt.text)))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.text, diff)
		}
	}
}

// TestAttributionsWithoutTrees reads credits by the words alone.
func TestAttributionsWithoutTrees(t *testing.T) {
	const source = "I think so. Image: Ana Bretz."
	found := statement.Attributions(lang.Analyse(source), nil)
	if len(found) != 1 || found[0].Source.In(source) != "Ana Bretz" {
		t.Errorf("got %v, want Ana Bretz alone", found)
	}
}
