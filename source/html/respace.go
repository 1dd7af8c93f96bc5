package html

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The extractor tells well which parts of a page are its story, but it loses
// the spaces around some inline elements, repeats a part now and then, and moves
// others. So its lines only choose: the characters, their order and the breaks
// between them are those of the page.

// respace returns the parts of the page that the extracted lines choose, each
// once, in the page's order. A line that is not found there is kept as it is,
// after the one before it.
func respace(extracted, page string) string {
	c := newChoice(page)
	for line := range strings.Lines(extracted) {
		if dense, _ := condense(line); dense != "" && !c.take(dense) {
			c.foreign[c.cursor] = append(c.foreign[c.cursor], strings.TrimSpace(line))
		}
	}
	return c.String()
}

// choice is a page with the parts that were chosen from it. Positions are bytes
// of the page without its white space.
type choice struct {
	page    string
	dense   string           // the page without white space
	offsets []int32          // of each byte of dense in page
	chosen  []bool           // for each byte of dense
	cursor  int              // end of the part that was chosen last
	foreign map[int][]string // lines that the page does not have, by the position before which they stand
}

func newChoice(page string) *choice {
	c := &choice{page: page, foreign: map[int][]string{}}
	c.dense, c.offsets = condense(page)
	c.chosen = make([]bool, len(c.dense))
	return c
}

// tries is how often a line is looked for, since a short one may stand in many
// places.
const tries = 50

// take chooses a line where it stands in the page and was not yet chosen, after
// the last part if it can be. It reports false for one that the page does not
// have. One whose places are all chosen is a repeat and changes nothing.
func (c *choice) take(dense string) bool {
	found := false
	for _, from := range []int{c.cursor, 0} {
		for range tries {
			i := strings.Index(c.dense[from:], dense)
			if i < 0 {
				break
			}
			found = true
			part := c.chosen[from+i : from+i+len(dense)]
			if slices.Contains(part, false) {
				for k := range part {
					part[k] = true
				}
				c.cursor = from + i + len(dense)
				return true
			}
			from += i + 1
		}
	}
	return found
}

// String puts the chosen parts together. Where nothing was left out between two
// of them the page's own break stands, else a blank line.
func (c *choice) String() string {
	var b strings.Builder
	end := -1 // of the last part
	for i := 0; i <= len(c.dense); i++ {
		for _, line := range c.foreign[i] {
			separate(&b, "\n\n")
			b.WriteString(line)
			end = -1
		}
		if i == len(c.dense) || !c.chosen[i] {
			continue
		}
		if end != i {
			separate(&b, "\n\n")
		} else if i > 0 {
			separate(&b, c.page[c.offsets[i-1]+1:c.offsets[i]])
		}
		b.WriteByte(c.dense[i])
		end = i + 1
	}
	return b.String()
}

// separate writes a separator, except before everything.
func separate(b *strings.Builder, s string) {
	if b.Len() > 0 {
		b.WriteString(s)
	}
}

// condense returns s without white space, and the offset in s of each of its bytes.
func condense(s string) (string, []int32) {
	var b strings.Builder
	b.Grow(len(s))
	offsets := make([]int32, 0, len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) {
			b.WriteString(s[i : i+size])
			for k := range size {
				offsets = append(offsets, int32(i+k))
			}
		}
		i += size
	}
	return b.String(), offsets
}
