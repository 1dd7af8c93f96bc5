package eval

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"parley"
	"parley/lang/conllu"
)

// The files of GUM's folder that are read: the chains in the scheme of OntoGUM,
// the discourse trees (eRST), and which documents are for training and which for
// testing.
const (
	gumChains = "ontogum-conllu.tar.gz"
	gumTrees  = "erst-rstweb.tar.gz"
	gumSplits = "splits.md"
)

// CorefDocument is a text of GUM with its chains of coreference and its
// attributions. Offsets are bytes of the text, which is put together again from
// the words: an empty line between paragraphs, no names of speakers.
type CorefDocument struct {
	ID, Genre    string
	Text         string
	Words        []CorefWord
	Mentions     []CorefMention
	Attributions []CorefAttribution
}

// CorefWord is a syntactic word of the gold.
type CorefWord struct {
	parley.Span
	Form     string // in lower case
	XPOS     string
	Head     int // the head's place among the document's words, or -1
	Relation string
}

// CorefMention is a mention of the gold: words [First, Last) of the document.
type CorefMention struct {
	First, Last int
	Chain       string // mentions of one thing share it
}

// CorefAttribution is a source of the gold with its cue; the cue is empty where
// the gold marks none.
type CorefAttribution struct {
	Source, Cue parley.Spans
}

// LoadCoref reads the documents of a split ("train", "dev", "test") and of the
// genres from a folder that holds GUM's three files.
func LoadCoref(folder, split string, genres ...string) ([]CorefDocument, error) {
	ids, err := gumSplit(filepath.Join(folder, gumSplits), split)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	ids = slices.DeleteFunc(ids, func(id string) bool { return !slices.Contains(genres, gumGenre(id)) })
	chains, err := unpack(filepath.Join(folder, gumChains), ids)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	trees, err := unpack(filepath.Join(folder, gumTrees), ids)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	docs := make([]CorefDocument, len(ids))
	for i, id := range ids {
		if docs[i], err = newCorefDocument(id, chains[id], trees[id]); err != nil {
			return nil, fmt.Errorf("gold: %s: %w", id, err)
		}
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("gold %s: no document of split %q: %w", folder, split, parley.ErrNotFound)
	}
	return docs, nil
}

// gumGenre returns the genre that a document's id names: "news" of "GUM_news_nasa".
func gumGenre(id string) string {
	parts := strings.SplitN(id, "_", 3)
	if len(parts) < 3 {
		return ""
	}
	return parts[1]
}

// gumSplit returns the ids that a page lists, one behind a "*" each, under the
// heading of a split.
func gumSplit(file, split string) ([]string, error) {
	page, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var ids []string
	inside := false
	for line := range strings.Lines(string(page)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "## "); ok {
			inside = strings.TrimSpace(name) == split
		} else if id, ok := strings.CutPrefix(line, "* "); ok && inside {
			ids = append(ids, strings.TrimSpace(id))
		}
	}
	return ids, nil
}

// packedMost bounds the bytes that one file of an archive may unpack to.
const packedMost = 16 << 20

// unpack returns the files of a packed archive whose names, without the folder
// and the ending, are wanted.
func unpack(file string, wanted []string) (map[string][]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("unpack %s: %w", file, err)
	}
	out := map[string][]byte{}
	for r := tar.NewReader(z); ; {
		head, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("unpack %s: %w", file, err)
		}
		name := strings.TrimSuffix(path.Base(head.Name), path.Ext(head.Name))
		if !slices.Contains(wanted, name) {
			continue
		}
		if out[name], err = io.ReadAll(io.LimitReader(r, packedMost)); err != nil {
			return nil, fmt.Errorf("unpack %s: %s: %w", file, head.Name, err)
		}
	}
}

// newCorefDocument makes a document of its words with their chains (CoNLL-U) and
// of its discourse tree (rs4), which may be missing.
func newCorefDocument(id string, chains, tree []byte) (CorefDocument, error) {
	d := CorefDocument{ID: id, Genre: gumGenre(id)}
	sentences, err := conllu.ReadAll(bytes.NewReader(chains))
	if err != nil {
		return d, err
	}
	b := corefBuilder{doc: &d, open: map[string][]int{}}
	for _, s := range sentences {
		if err := b.sentence(s); err != nil {
			return d, fmt.Errorf("sentence %s: %w", s.ID(), err)
		}
	}
	d.Text = b.text.String()
	if len(tree) == 0 {
		return d, nil
	}
	d.Attributions, err = attributionsOf(tree, d.Words)
	return d, err
}

// corefBuilder puts a document together.
type corefBuilder struct {
	doc  *CorefDocument
	text strings.Builder
	open map[string][]int // the first words of mentions not yet closed, by chain
}

// sentence adds the words and mentions of a sentence.
func (b *corefBuilder) sentence(s *conllu.Sentence) error {
	if _, paragraph := s.Comment("newpar"); paragraph && b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	} else if b.text.Len() > 0 {
		b.text.WriteByte(' ')
	}
	first := len(b.doc.Words)
	for i, w := range s.Words {
		at := parley.Span{Start: b.text.Len()}
		b.text.WriteString(w.Form)
		at.End = b.text.Len()
		word := CorefWord{Span: at, Form: strings.ToLower(w.Form), XPOS: w.XPOS, Head: -1, Relation: w.Relation}
		if w.Head > 0 {
			word.Head = first + w.Head - 1
		}
		b.doc.Words = append(b.doc.Words, word)
		if i+1 < len(s.Words) && spaceBehind(s, i) {
			b.text.WriteByte(' ')
		}
		if err := b.mentions(miscValue(w.Misc, "Entity")); err != nil {
			return err
		}
	}
	return nil
}

// spaceBehind reports whether white space follows word i of a sentence: none
// does inside a multiword token, whose own line tells what follows it.
func spaceBehind(s *conllu.Sentence, i int) bool {
	for _, r := range s.Ranges {
		if i >= r.First && i < r.Last {
			return i == r.Last-1 && miscValue(r.Misc, "SpaceAfter") != "No"
		}
	}
	return s.Words[i].SpaceAfter()
}

// miscValue returns the value of a key in a column "key=value|key=value", or "".
func miscValue(list, key string) string {
	for item := range strings.SplitSeq(list, "|") {
		if value, ok := strings.CutPrefix(item, key+"="); ok {
			return value
		}
	}
	return ""
}

// mentions opens and closes mentions at the last word by its brackets, such as
// "(3)(4" or "4)3)": a bracket in front of a chain's name opens, one behind closes.
func (b *corefBuilder) mentions(brackets string) error {
	word := len(b.doc.Words) - 1
	for rest := brackets; rest != ""; {
		opens := rest[0] == '('
		rest = strings.TrimPrefix(rest, "(")
		end := strings.IndexAny(rest, "()")
		if end < 0 {
			end = len(rest)
		}
		chain := rest[:end]
		closes := strings.HasPrefix(rest[end:], ")")
		rest = strings.TrimPrefix(rest[end:], ")")
		if opens {
			b.open[chain] = append(b.open[chain], word)
		}
		if !closes {
			continue
		}
		starts := b.open[chain]
		if len(starts) == 0 {
			return fmt.Errorf("mention %q closed that is not open", chain)
		}
		first := starts[len(starts)-1]
		b.open[chain] = starts[:len(starts)-1]
		b.doc.Mentions = append(b.doc.Mentions, CorefMention{first, word + 1, chain})
	}
	return nil
}

// Document is the text to read, without the annotation.
func (d CorefDocument) Document() parley.Document {
	return parley.Document{ID: d.ID, Language: "en", Text: d.Text}
}
