// Package lang goes from text to sentences: blocks (paragraphs, headings, list
// items), tokens, sentence ends and quotations, each with exact byte offsets
// into the text. It knows English as news writes it ("U.S. Secretary of State",
// "Sept. 30", "Lt. Gen. A. Petrov", full stops inside quotation marks).
//
// In flows the stored text of a document; out flows a Text that the readers
// share. Nothing is normalised: every token is a slice of the text, so whatever
// a reader finds can be cited. The work is linear in the length of the text.
package lang

import (
	"sort"

	"parley"
)

// Text is a document's text with its structure. It is never changed after
// Analyse and may be shared by goroutines.
type Text struct {
	Source    string
	Blocks    []Block
	Sentences []Sentence
	Tokens    []Token
	Quotes    []Quote
}

// BlockKind says what a block of text is.
type BlockKind uint8

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Heading             // a short line without a full stop, standing by itself
	ListItem            // a line behind a bullet or a number
)

// Block is a stretch of text that no sentence crosses. Its span is trimmed of
// white space and of a list item's bullet.
type Block struct {
	parley.Span
	Kind        BlockKind
	First, Last int  // sentences [First, Last) of the text
	AfterBlank  bool // an empty line, or the start of the text, stands before it
}

// Sentence is one sentence: tokens [First, Last) of the text.
type Sentence struct {
	parley.Span
	Block       int
	First, Last int
}

// tokenBytes is how many bytes of English news make a token, on the low side; it
// only saves the list of tokens from growing in steps.
const tokenBytes = 4

// Analyse finds the structure of a text.
func Analyse(text string) *Text {
	t := &Text{Source: text, Blocks: blocks(text)}
	t.Quotes = quotes(text, t.Blocks)
	t.Tokens = make([]Token, 0, len(text)/tokenBytes)
	split := splitter{closers: closers(t.Quotes)}
	for i := range t.Blocks {
		b := &t.Blocks[i]
		b.First = len(t.Sentences)
		first := len(t.Tokens)
		t.Tokens = appendTokens(t.Tokens, text, b.Span)
		split.heading = b.Kind == Heading
		t.Sentences = split.append(t.Sentences, t.Tokens, first, i)
		b.Last = len(t.Sentences)
	}
	return t
}

// Words returns the tokens of a sentence.
func (t *Text) Words(s Sentence) []Token { return t.Tokens[s.First:s.Last] }

// SentenceAt returns the index of the sentence that holds the byte offset, or
// of the last sentence that begins before it; -1 before the first.
func (t *Text) SentenceAt(offset int) int {
	return sort.Search(len(t.Sentences), func(i int) bool { return t.Sentences[i].Start > offset }) - 1
}

// TokenAt returns the index of the first token that ends behind the byte
// offset, or len(t.Tokens).
func (t *Text) TokenAt(offset int) int {
	return sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].End > offset })
}

// QuoteAt returns the index of the outermost quotation that holds the byte
// offset, or -1.
func (t *Text) QuoteAt(offset int) int {
	i := sort.Search(len(t.Quotes), func(i int) bool { return t.Quotes[i].Parts[0].Start > offset }) - 1
	if i < 0 {
		return -1
	}
	parts := t.Quotes[i].Parts
	k := sort.Search(len(parts), func(k int) bool { return parts[k].End > offset })
	if k < len(parts) && parts[k].Start <= offset {
		return i
	}
	return -1
}
