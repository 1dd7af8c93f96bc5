package conllu

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

// cleaner keeps a value inside its column.
var cleaner = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

// Write writes one sentence and the empty line behind it.
func Write(w io.Writer, s *Sentence) error {
	b := bufio.NewWriter(w)
	for _, c := range s.Comments {
		b.WriteString("# " + cleaner.Replace(c) + "\n")
	}
	ranges := s.Ranges
	for i := range s.Words {
		if len(ranges) > 0 && ranges[0].First == i {
			writeRange(b, ranges[0])
			ranges = ranges[1:]
		}
		writeWord(b, i+1, &s.Words[i])
	}
	b.WriteByte('\n')
	// The first error of a bufio.Writer stays and comes back from Flush.
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write %s: %w", s.where(), err)
	}
	return nil
}

func writeRange(b *bufio.Writer, r Range) {
	id := fmt.Sprintf("%d-%d", r.First+1, r.Last)
	writeLine(b, [columns]string{colID: id, colForm: r.Form, colMisc: r.Misc})
}

func writeWord(b *bufio.Writer, number int, w *Word) {
	head := ""
	if w.Head != Unknown {
		head = strconv.Itoa(w.Head)
	}
	writeLine(b, [columns]string{
		strconv.Itoa(number), w.Form, w.Lemma, w.UPOS, w.XPOS, w.Features, head, w.Relation, "", w.Misc,
	})
}

func writeLine(b *bufio.Writer, f [columns]string) {
	for i, value := range f {
		if i > 0 {
			b.WriteByte('\t')
		}
		if value == "" {
			value = "_"
		}
		b.WriteString(cleaner.Replace(value))
	}
	b.WriteByte('\n')
}

// written is a token as it stands in the text: a word, or a range of words.
type written struct{ form, misc string }

// tokens returns the tokens of the text in order.
func (s *Sentence) tokens() iter.Seq[written] {
	return func(yield func(written) bool) {
		ranges := s.Ranges
		for i := 0; i < len(s.Words); {
			t, next := written{s.Words[i].Form, s.Words[i].Misc}, i+1
			if len(ranges) > 0 && ranges[0].First == i {
				t, next = written{ranges[0].Form, ranges[0].Misc}, ranges[0].Last
				ranges = ranges[1:]
			}
			if !yield(t) {
				return
			}
			i = next
		}
	}
}
