package lemma

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"parley"
)

// The file is text: a line with the checksum of the rest, then a line for each
// rule and each word, with tabs between the fields:
//
//	rule	VBD	ied	3ly
//	word	VBD	went	go
//
// A rule is written as the number of bytes that it takes off, the letter of its
// case and the ending that it appends.
const (
	heading = "parley lemma 1 "
	maxFile = 8 << 20
)

// castagnoli is the polynomial that processors compute in hardware.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func (r rule) code() string { return fmt.Sprintf("%d%c%s", r.strip, r.letter, r.ending) }

// parseCode reads a rule as code writes it; what is no rule gives one that only
// lowers the case.
func parseCode(code string) rule {
	at := strings.IndexFunc(code, func(r rune) bool { return r < '0' || r > '9' })
	if at < 0 {
		return rule{letter: lower}
	}
	strip, err := strconv.Atoi(code[:at])
	letter := letterCase(code[at])
	if err != nil || letter != lower && letter != kept && letter != title {
		return rule{letter: lower}
	}
	return rule{strip, code[at+1:], letter}
}

// Write writes the model to a file that Load reads.
func (m *Model) Write(w io.Writer) error {
	var body bytes.Buffer
	byTag := func(a, b word) int { return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.form, b.form)) }
	for _, k := range slices.SortedFunc(maps.Keys(m.rules), byTag) {
		fmt.Fprintf(&body, "rule\t%s\t%s\t%s\n", k.tag, k.form, m.rules[k].code())
	}
	for _, k := range slices.SortedFunc(maps.Keys(m.words), byTag) {
		fmt.Fprintf(&body, "word\t%s\t%s\t%s\n", k.tag, k.form, m.words[k])
	}
	if _, err := fmt.Fprintf(w, "%s%08x\n%s", heading, crc32.Checksum(body.Bytes(), castagnoli), body.Bytes()); err != nil {
		return fmt.Errorf("write lemmas: %w", err)
	}
	return nil
}

// Load reads a file of lemmas.
func Load(r io.Reader) (*Model, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("load lemmas: %w", err)
	}
	if len(text) > maxFile {
		return nil, fmt.Errorf("load lemmas: more than %d bytes: %w", maxFile, parley.ErrTooLarge)
	}
	head, body, _ := bytes.Cut(text, []byte("\n"))
	sum, ok := strings.CutPrefix(string(head), heading)
	if !ok {
		return nil, fmt.Errorf("load lemmas: no lemmas of this version: %w", parley.ErrNotText)
	}
	if sum != fmt.Sprintf("%08x", crc32.Checksum(body, castagnoli)) {
		return nil, fmt.Errorf("load lemmas: the checksum differs: %w", parley.ErrDamaged)
	}
	m := &Model{words: map[word]string{}, rules: map[word]rule{}}
	lines := bufio.NewScanner(bytes.NewReader(body))
	for n := 2; lines.Scan(); n++ {
		if err := m.add(lines.Text()); err != nil {
			return nil, fmt.Errorf("load lemmas, line %d: %w: %w", n, err, parley.ErrDamaged)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("load lemmas: %w: %w", err, parley.ErrDamaged)
	}
	return m, nil
}

// add takes in a line.
func (m *Model) add(line string) error {
	f := strings.Split(line, "\t")
	if len(f) != 4 {
		return fmt.Errorf("%d fields in place of 4", len(f))
	}
	key := word{f[1], f[2]}
	switch f[0] {
	case "rule":
		m.rules[key] = parseCode(f[3])
	case "word":
		m.words[key] = f[3]
	default:
		return errors.New("neither a rule nor a word")
	}
	return nil
}
