package eval

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"parley"
)

// TokenSentence is a sentence whose words are given, with a label for each: "B-PER"
// where a person's name begins, "I-PER" where it goes on, "O" or nothing outside.
type TokenSentence struct {
	Forms, Labels []string
}

// LoadNameTokens reads a file of marked words: a word and its label on each line,
// an empty line behind each sentence. The file may be packed with gzip.
func LoadNameTokens(path string) ([]TokenSentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("load names: %w", err)
	}
	defer file.Close()
	var in io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(file); err != nil {
			return nil, fmt.Errorf("load names %s: %w", path, err)
		}
	}
	list, err := ReadNameTokens(in)
	if err != nil {
		return nil, fmt.Errorf("load names %s: %w", path, err)
	}
	return list, nil
}

// ReadNameTokens reads what LoadNameTokens does.
func ReadNameTokens(r io.Reader) ([]TokenSentence, error) {
	var list []TokenSentence
	var s TokenSentence
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		switch fields := strings.Fields(lines.Text()); {
		case len(fields) == 2:
			s.Forms, s.Labels = append(s.Forms, fields[0]), append(s.Labels, fields[1])
		case len(fields) != 0:
			return nil, fmt.Errorf("line %d: %d fields, not a word and its label", n, len(fields))
		case len(s.Forms) > 0:
			list, s = append(list, s), TokenSentence{}
		}
	}
	if len(s.Forms) > 0 {
		list = append(list, s)
	}
	return list, lines.Err()
}

// NameDocument is the sentence as a document, its words parted by spaces.
func (s TokenSentence) NameDocument(id string) NameDocument {
	d := NameDocument{ID: id, Text: strings.Join(s.Forms, " ")}
	at, open := 0, false
	for i, form := range s.Forms {
		end := at + utf8.RuneCountInString(form)
		position, kind, _ := strings.Cut(s.Labels[i], "-")
		last := len(d.Names) - 1
		switch {
		case kind == "":
			open = false
		case position == "I" && open && d.Names[last].Type == kind:
			d.Names[last].End = end
		default:
			d.Names = append(d.Names, NameSpan{Span: parley.Span{Start: at, End: end}, Type: kind})
			open = true
		}
		at = end + 1
	}
	return d
}

// sure is the least confidence of an entity that counts as gold. The makers of
// re3d gave each entity the probability that it is right, by the votes of several
// people; candidates that these rejected stayed in the files, with 0.
const sure = 0.5

// LoadEntities reads the documents of a folder in the format of re3d, or of the
// folders in it, with their entities of the types asked for.
func LoadEntities(folder string, types map[string]bool) ([]NameDocument, error) {
	var all []NameDocument
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Name() != "documents.json" {
			return err
		}
		list, err := loadEntities(filepath.Dir(path), types)
		all = append(all, list...)
		return err
	})
	if err == nil && len(all) == 0 {
		err = errors.New("no documents.json in it")
	}
	if err != nil {
		return nil, fmt.Errorf("load entities %s: %w", folder, err)
	}
	return all, nil
}

func loadEntities(folder string, types map[string]bool) ([]NameDocument, error) {
	var docs []NameDocument
	place := map[string]int{}
	type document struct {
		ID   string `json:"_id"`
		Text string `json:"text"`
	}
	err := eachValue(filepath.Join(folder, "documents.json"), func(d document) {
		place[d.ID] = len(docs)
		docs = append(docs, NameDocument{ID: d.ID, Text: d.Text})
	})
	if err != nil {
		return nil, err
	}
	type entity struct {
		Document   string `json:"documentId"`
		Begin, End int
		Type       string
		Confidence float64
	}
	err = eachValue(filepath.Join(folder, "entities.json"), func(e entity) {
		if i, ok := place[e.Document]; ok && types[e.Type] && e.Confidence >= sure {
			docs[i].Names = append(docs[i].Names, NameSpan{Span: parley.Span{Start: e.Begin, End: e.End}, Type: e.Type})
		}
	})
	return docs, err
}

// eachValue calls a function for each value of a file of JSON values.
func eachValue[T any](path string, do func(T)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	in := json.NewDecoder(bufio.NewReader(file))
	for {
		var v T
		switch err := in.Decode(&v); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
		do(v)
	}
}
