package mention_test

import (
	"testing"

	"parley/lang"
	"parley/lang/mention"
)

// FuzzFind looks for mentions in any bytes.
func FuzzFind(f *testing.F) {
	p := parser(f)
	f.Add("The Kestrian leader met Ilya Marn, head of the KPDF, in al-Tolm.")
	f.Fuzz(func(t *testing.T, source string) {
		text := lang.Analyse(source)
		for _, m := range mention.Find(text, p.Parse(text)) {
			if m.Start < 0 || m.Start >= m.End || m.End > len(source) {
				t.Fatalf("mention %v of %q", m.Span, source)
			}
		}
	})
}
