package syntax_test

import (
	"strings"
	"testing"
)

func TestOrders(t *testing.T) {
	p := parser(t)
	for _, c := range []struct{ sentence, orders string }{
		{"Leave the valley now .", "Leave"},
		{"Stop the attacks and withdraw your troops .", "Stop withdraw"},
		{"Be careful .", "Be"},
		{"They want to leave the valley .", ""},
		{"They will leave the valley and return .", ""},
		{"Did the envoy leave ?", ""},
		{"The envoy left .", ""},
	} {
		var got []string
		for _, w := range p.Words(strings.Fields(c.sentence)) {
			if strings.Contains(w.Features, "Mood=Imp") {
				got = append(got, w.Form)
			}
		}
		if orders := strings.Join(got, " "); orders != c.orders {
			t.Errorf("%s: orders %q, want %q", c.sentence, orders, c.orders)
		}
	}
}
