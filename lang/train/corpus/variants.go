package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// rare is the share of sentences that are learnt in small letters too: one in so
// many; as many are learnt as headlines.
const rare = 12

// Variants returns further sentences to learn names from: those with hyphens in
// words, cut as the treebanks cut them, and some in small letters or as headlines,
// so that names are found where capitals say nothing.
func Variants(list []Named) []Named {
	var out []Named
	for i, n := range list {
		if cut := n.cut(); len(cut.Forms) > len(n.Forms) {
			out = append(out, cut)
		}
		switch i % rare {
		case 0:
			out = append(out, n.written(strings.ToLower))
		case rare / 2:
			out = append(out, n.written(headline))
		}
	}
	return out
}

// cut parts words at hyphens between letters, which become words of their own.
func (n Named) cut() Named {
	var out Named
	for i, form := range n.Forms {
		label := n.Labels[i]
		for {
			at := strings.IndexByte(form, '-')
			if at <= 0 || at+1 == len(form) || form[at+1] == '-' {
				break
			}
			inside := label
			if kind, begins := strings.CutPrefix(label, "B-"); begins {
				inside = "I-" + kind
			}
			out.Forms = append(out.Forms, form[:at], "-")
			out.Labels = append(out.Labels, label, inside)
			form, label = form[at+1:], inside
		}
		out.Forms, out.Labels = append(out.Forms, form), append(out.Labels, label)
	}
	return out
}

// written returns the sentence with its words written another way.
func (n Named) written(how func(string) string) Named {
	out := Named{Labels: n.Labels}
	for _, form := range n.Forms {
		out.Forms = append(out.Forms, how(form))
	}
	return out
}

// headline writes a word of more than a few letters with a capital.
func headline(form string) string {
	r, size := utf8.DecodeRuneInString(form)
	if utf8.RuneCountInString(form) < 4 {
		return form
	}
	return string(unicode.ToTitle(r)) + form[size:]
}
