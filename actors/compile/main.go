// Command compile makes actors/holders.txt: who held which office when, in the
// compact form that package actors embeds. In flow the public lists of office
// holders (Wikidata, CIA World Leaders, the CC0 list of the United States'
// executive, the PETRARCH actor dictionaries) and the hand-kept tables of this
// folder; out flows one table, the same bytes for the same input.
//
//	go run ./actors/compile -data ../shared/data/actors
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"parley/actors"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "the folder of the public lists")
	own := flag.String("own", "actors/compile", "the folder of the hand-kept tables")
	out := flag.String("out", "actors/holders.txt", "the table to write")
	flag.Parse()
	if err := run(*data, *own, *out); err != nil {
		log.Fatal(err)
	}
}

// run compiles the table.
func run(data, own, out string) error {
	known, err := actors.LoadNames()
	if err != nil {
		return err
	}
	c := newCompilation(known)
	for _, step := range []struct {
		file string
		read func([]byte) error
	}{
		{filepath.Join(own, "heads.tsv"), c.editor},
		{filepath.Join(own, "ministers.tsv"), c.editor},
		{filepath.Join(own, "organisations.tsv"), c.editor},
		{filepath.Join(own, "people.tsv"), c.aliases},
		{filepath.Join(data, "us_executive.yaml"), c.executive},
		{filepath.Join(data, "wikidata_officeholders_2001_2022.jsonl"), c.officeholders},
		{filepath.Join(data, "wikidata_world_leaders_2021.jsonl"), c.worldLeaders},
		{filepath.Join(data, "wikidata_foreign_ministers_2023-01.jsonl"), c.foreignMinisters},
		{filepath.Join(data, "cia_world_leaders_2019-06.jsonl"), c.snapshot},
		{filepath.Join(data, "phoenix_actors.jsonl"), c.dictionary},
	} {
		raw, err := os.ReadFile(step.file)
		if err != nil {
			return err
		}
		before := len(c.records)
		c.ordered = !strings.Contains(step.file, "cia_") && !strings.Contains(step.file, "phoenix_")
		if err := step.read(raw); err != nil {
			return fmt.Errorf("%s: %w", step.file, err)
		}
		log.Printf("%6d tenures more after %s", len(c.records)-before, filepath.Base(step.file))
	}
	c.close()
	return os.WriteFile(out, c.table(), 0o644)
}
