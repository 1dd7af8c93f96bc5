package web

// change says what became of a stretch of one list in another.
type change struct {
	A, B []string // what the old and the new list hold; equal if Same
	Same bool
}

// maxTable is how many cells the table of a comparison may have. Beyond it the
// middle of the lists is shown as wholly replaced, which is true, if coarse.
const maxTable = 4 << 20

// changes compares two lists by their longest common subsequence and returns
// stretches that are alternately the same and different.
func changes(a, b []string) []change {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out changeList
	out.same(a[:head], b[:head])
	out.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	out.same(a[len(a)-tail:], b[len(b)-tail:])
	return out
}

// changeList gathers changes, joining neighbours of one sort.
type changeList []change

// same adds items that both lists hold.
func (c *changeList) same(a, b []string) { c.add(a, b, true) }

// add adds a stretch.
func (c *changeList) add(a, b []string, same bool) {
	if len(a)+len(b) == 0 {
		return
	}
	if n := len(*c); n > 0 && (*c)[n-1].Same == same {
		last := &(*c)[n-1]
		last.A, last.B = append(last.A, a...), append(last.B, b...)
		return
	}
	// The capacity is cut, so that joining copies instead of writing into the caller's list.
	*c = append(*c, change{a[:len(a):len(a)], b[:len(b):len(b)], same})
}

// middle compares what is left between the common head and tail.
func (c *changeList) middle(a, b []string) {
	if (len(a)+1)*(len(b)+1) > maxTable {
		c.add(a, b, false)
		return
	}
	table := lengths(a, b)
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			c.same(a[i:i+1], b[j:j+1])
			i, j = i+1, j+1
		case table[i+1][j] >= table[i][j+1]:
			c.add(a[i:i+1], nil, false)
			i++
		default:
			c.add(nil, b[j:j+1], false)
			j++
		}
	}
	c.add(a[i:], b[j:], false)
}

// lengths returns the table whose cell [i][j] is the length of the longest
// common subsequence of a[i:] and b[j:].
func lengths(a, b []string) [][]int32 {
	table := make([][]int32, len(a)+1)
	for i := range table {
		table[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}
