package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"

	"github.com/alecthomas/kong"

	"parley"
	"parley/lang/syntax"
	"parley/ledger"
	"parley/ledger/pass"
	"parley/ledger/sqlite"
	"parley/read"
	"parley/read/date"
)

const description = `parley reads the news about conflicts and negotiations and keeps the ledger: who said what to whom, cited to the sentence.`

// cli is the command line: its flags and commands.
type cli struct {
	Ledger string `help:"The ledger's file." type:"path" default:"${ledger}" env:"PARLEY_LEDGER"`
	Format string `help:"Output for people or for programs." enum:"text,json" default:"text"`
	Fast   bool   `help:"Parse sentences several times faster, with more mistakes." env:"PARLEY_FAST"`

	Dates string `help:"What relative dates count from: the story's day (news), the date told before (narrative), or as the text looks." enum:"auto,news,narrative" default:"auto"`

	Version kong.VersionFlag `help:"Say which parley this is, and with which readers."`

	Read     readCmd     `cmd:"" help:"Read stories and print what they say, without a ledger."`
	Add      addCmd      `cmd:"" help:"Add stories to the ledger and read them: files, folders, globs, addresses, - for standard input."`
	Watch    watchCmd    `cmd:"" help:"Follow feeds: add what is new, politely, until interrupted."`
	Find     findCmd     `cmd:"" help:"Find entries: who:NAME by:NAME toward:NAME kind:statements outlet:NAME from:DAY to:DAY in:text words \"a phrase\"."`
	Due      dueCmd      `cmd:"" help:"Say what is due, by its days: meetings, deadlines, aims, with how they stand and what moved."`
	News     newsCmd     `cmd:"" help:"Say what has changed: who stands elsewhere, which day was moved, which figure differs."`
	Issues   issuesCmd   `cmd:"" help:"List the issues with where each party stands; name, merge and split them."`
	Export   exportCmd   `cmd:"" help:"Write the events as event data: PLOVER JSON lines, or the tables of POLECAT and ICEWS."`
	Serve    serveCmd    `cmd:"" help:"Serve the screens of the ledger to a browser on this machine."`
	Status   statusCmd   `cmd:"" help:"Say what the ledger holds, what failed and why, and what is still to be read."`
	Who      whoCmd      `cmd:"" help:"Say whom a name or a role means, on a day."`
	Actors   actorsCmd   `cmd:"" help:"Check your own facts on who is who, and say what they change."`
	Eval     evalCmd     `cmd:"" help:"Score readings against gold."`
	Annotate annotateCmd `cmd:"" help:"Annotate a file in the formats of the published corpora, for their scorers."`
	Parse    parseCmd    `cmd:"" help:"Print the grammar of stories as CoNLL-U: tags, lemmas, trees."`
	Demo     demoCmd     `cmd:"" help:"Read the sample of invented stories into a temporary ledger and serve its screens."`
}

// session is what a command runs with.
type session struct {
	ctx  context.Context
	in   io.Reader
	out  io.Writer // the standard output for people
	data io.Writer // the standard output for programs, byte for byte
	errs io.Writer
	cli  *cli

	stores bool // a ledger was opened

	loading sync.Once // of what reader returns
	loaded  *read.Reader
	failed  error
}

// reader returns the reader of the profile that is wanted, loaded once.
func (s *session) reader() (*read.Reader, error) {
	s.loading.Do(func() {
		s.loaded, s.failed = s.load()
	})
	return s.loaded, s.failed
}

// load makes the reader of the profile that is wanted, with the user's own facts.
func (s *session) load() (*read.Reader, error) {
	made := read.New
	if s.cli.Fast {
		made = read.NewFast
	}
	r, err := made()
	if err != nil {
		return nil, err
	}
	if mode, ok := date.ParseMode(s.cli.Dates); ok {
		r = r.WithDates(mode)
	}
	facts, err := s.facts()
	if err != nil || len(facts) == 0 {
		return r, err
	}
	return r.WithFacts(facts)
}

// parser returns the parser of the profile that is wanted.
func (s *session) parser() (*syntax.Parser, error) {
	if s.cli.Fast {
		return syntax.NewFast()
	}
	return syntax.New()
}

// asJSON reports whether the output is for programs.
func (s *session) asJSON() bool { return s.cli.Format == "json" }

// emit writes a value as indented JSON.
func (s *session) emit(v any) error {
	e := json.NewEncoder(s.data)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// defaultLedger is where the ledger is kept unless the user says otherwise: in
// the folder that the system has for a user's data.
func defaultLedger() string {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "parley", "ledger.db")
	}
	if home, err := os.UserHomeDir(); err == nil {
		return filepath.Join(home, ".local", "share", "parley", "ledger.db")
	}
	return "parley.db"
}

// version names the build and its readers.
func version() string {
	build := "unknown build"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		build = info.Main.Version
	}
	return fmt.Sprintf("parley %s (%s)", build, read.Version())
}

// existing opens the ledger of the flags for a question. There must be one: a
// name that was mistyped should not be answered out of a new, empty ledger.
func (s *session) existing() (*sqlite.Ledger, error) {
	if _, err := os.Stat(s.cli.Ledger); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no ledger at %s: %w; parley add makes one", s.cli.Ledger, parley.ErrNotFound)
	}
	return s.open()
}

// open opens the ledger of the flags, and makes its folder where it is missing.
func (s *session) open() (*sqlite.Ledger, error) {
	if err := os.MkdirAll(filepath.Dir(s.cli.Ledger), 0o755); err != nil {
		return nil, fmt.Errorf("open ledger: %w", err)
	}
	s.stores = true
	return sqlite.Open(s.ctx, s.cli.Ledger)
}

// catchUp reads what the ledger holds and the pass has not read, and calls done
// after each commit with the number of document versions in it.
func (s *session) catchUp(ctx context.Context, l ledger.Ledger, done func(int)) (int, error) {
	reader, err := s.reader()
	if err != nil {
		return 0, err
	}
	return pass.Run(ctx, l, ledger.Pass{Name: "read", Version: reader.Version()}, reader.Document, pass.Options{Done: done})
}

// plainReader returns a reader that gives a document in another language or
// without words as a reading without entries: a corpus keeps its lines, and a
// score counts such a document as all missed.
func (s *session) plainReader() (func(parley.Document) (parley.Reading, error), error) {
	r, err := s.reader()
	if err != nil {
		return nil, err
	}
	return func(doc parley.Document) (parley.Reading, error) {
		reading, err := r.Document(doc)
		if errors.Is(err, parley.ErrLanguage) || errors.Is(err, parley.ErrEmpty) {
			return reading, nil
		}
		return reading, err
	}, nil
}
