package corpus

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"parley/lang/parse/net"
)

// cityThousands is from how many thousand people on a town is a city.
const cityThousands = 100

// Known makes the gazetteer from the project's tables of actors, the list of those
// who held an office, and the Phoenix dictionaries of actors.
func Known(actors, offices, phoenix string) (*net.Gazetteer, error) {
	k := known{}
	tables := []struct {
		file string
		read func([]string)
	}{
		{"states.tsv", k.state}, {"places.tsv", k.place}, {"organisations.tsv", k.body}, {"outlets.tsv", k.outlet},
	}
	for _, t := range tables {
		if err := readTable(filepath.Join(actors, t.file), t.read); err != nil {
			return nil, fmt.Errorf("read the gazetteer: %w", err)
		}
	}
	if err := eachValue(offices, func(h struct{ Name string }) { k.holder(h.Name) }); err != nil {
		return nil, fmt.Errorf("read the gazetteer: %w", err)
	}
	if err := eachValue(phoenix, k.dictionary); err != nil {
		return nil, fmt.Errorf("read the gazetteer: %w", err)
	}
	return net.NewGazetteer(k), nil
}

// known collects phrases.
type known map[string]net.Class

// add adds the phrases that stand between semicolons.
func (k known) add(class net.Class, list ...string) {
	for _, values := range list {
		for phrase := range strings.SplitSeq(values, ";") {
			if phrase = strings.TrimSpace(phrase); phrase != "" {
				k[phrase] |= class
			}
		}
	}
}

func (k known) state(row []string) {
	k.add(net.State, row[1:4]...)
	k.add(net.People, row[4:6]...)
	k.add(net.City, row[6])
	k.add(net.Body, row[7])
}

func (k known) place(row []string) {
	if thousands, err := strconv.Atoi(row[2]); err == nil && thousands < cityThousands {
		k.add(net.Town, row[0])
		return
	}
	k.add(net.City, row[0])
}

func (k known) body(row []string) { k.add(net.Body, row[1], row[4]) }

func (k known) outlet(row []string) { k.add(net.Outlet, row[1], row[3]) }

// holder adds the name of one who held an office, and the names it is made of.
func (k known) holder(name string) {
	if words := strings.Fields(name); len(words) > 1 {
		k.add(net.Office, name)
		k.add(net.Given, words[0])
		k.add(net.Family, words[len(words)-1])
	}
}

// entry is an entry of the Phoenix dictionaries.
type entry struct {
	Name       string
	Aliases    []string
	Dictionary string `json:"dict"`
	Roles      []struct{ Code, From string }
}

// dictionary adds an entry: the bodies of the dictionaries of what is no state's,
// with and without a company's suffix, and the persons with dated offices of the
// one of states.
func (k known) dictionary(e entry) {
	if strings.Contains(e.Dictionary, "Countries") {
		for _, r := range e.Roles {
			if len(r.Code) > 3 && r.From != "" && (strings.Contains(r.Code, "GOV") || strings.Contains(r.Code, "ELI")) {
				k.holder(e.Name)
			}
		}
		return
	}
	for _, name := range append(e.Aliases, e.Name) {
		k.add(net.Body, name)
		words := strings.Fields(name)
		for len(words) > 1 && suffixes[words[len(words)-1]] {
			words = words[:len(words)-1]
			k.add(net.Body, strings.Join(words, " "))
		}
	}
}

// suffixes are what ends the names of companies.
var suffixes = map[string]bool{
	"INC": true, "CORP": true, "CORPORATION": true, "LTD": true, "CO": true, "COMPANY": true, "PLC": true, "GROUP": true,
	"HOLDINGS": true, "LLC": true, "COMPANIES": true, "INDUSTRIES": true, "INTERNATIONAL": true, "SYSTEMS": true,
	"TECHNOLOGIES": true, "SA": true, "AG": true, "SE": true, "NV": true, "ENERGY": true, "LP": true, "TRUST": true, "AB": true,
}

// eachValue calls a function for each value of a file of JSON values.
func eachValue[T any](path string, do func(T)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	for in := json.NewDecoder(bufio.NewReader(file)); ; {
		var v T
		switch err := in.Decode(&v); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", path, err)
		}
		do(v)
	}
}

// columns is how many columns every row is given, so that a table may leave out
// empty ones at its end.
const columns = 8

// readTable reads a table whose columns are parted by tabulators; lines that begin
// with "#" are notes.
func readTable(path string, row func([]string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if line := lines.Text(); line != "" && !strings.HasPrefix(line, "#") {
			fields := strings.Split(line, "\t")
			row(append(fields, make([]string, max(0, columns-len(fields)))...))
		}
	}
	return lines.Err()
}
