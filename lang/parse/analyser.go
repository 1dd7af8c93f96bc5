package parse

import (
	"math"
	"strings"

	"parley/lang/parse/archybrid"
	"parley/lang/parse/net"
)

// Analyser analyses one sentence after the other for one goroutine. It keeps its
// scratch memory and a cache of lexemes.
type Analyser struct {
	model   *Model
	encoder net.Encoder
	lexicon lexicon
	state   archybrid.State
	view    net.View

	x         []float32 // the words, in context once they are encoded
	lexemes   []float32
	keys      []uint64 // of the forms, for the gazetteer
	tags      []float32
	parts     net.Parts
	pre       []float32
	hidden    []float32
	relations []float32
	names     names
	moves     int // made so far: the work of the parser
}

// Analyser makes an analyser for one goroutine.
func (m *Model) Analyser() *Analyser {
	p := m.Params
	return &Analyser{
		model:     m,
		lexicon:   newLexicon(m),
		pre:       make([]float32, p.Units()),
		hidden:    make([]float32, p.Hidden),
		relations: make([]float32, len(p.Relations)),
	}
}

// window analyses words that are parsed at once, and returns the root's index.
func (a *Analyser) window(forms []string, out []Word) int {
	a.encode(forms)
	a.tag(out)
	a.name(forms, out)
	return a.parse(out)
}

// encode looks the words up and puts them into context.
func (a *Analyser) encode(forms []string) {
	p := a.model.Params
	a.x, a.lexemes, a.keys = a.x[:0], a.lexemes[:0], a.keys[:0]
	for _, form := range forms {
		lexeme, key := a.lexicon.lookUp(form)
		a.keys = append(a.keys, key)
		a.x = append(a.x, lexeme[:p.Width]...)
		a.lexemes = append(a.lexemes, lexeme...)
	}
	a.encoder.Encode(p, len(forms), a.x)
}

// tag writes the likeliest tags.
func (a *Analyser) tag(out []Word) {
	p := a.model.Params
	width := p.Tags.Out
	a.tags = net.Grow(a.tags, len(out)*width)
	p.Tags.Forward(len(out), a.x, a.tags)
	for i := range out {
		scores := a.tags[i*width : (i+1)*width]
		out[i].XPOS = p.XPOS[net.Largest(scores[:len(p.XPOS)])]
		out[i].UPOS = p.UPOS[net.Largest(scores[len(p.XPOS):])]
	}
}

// parse builds the tree greedily and returns the root's index. A word's place is
// as doubtful as the most doubtful move made while it was on top of the stack or
// in front of the buffer, since each of them chose what it could be attached to:
// the move that draws its arc may have been forced.
func (a *Analyser) parse(out []Word) int {
	p, s := a.model.Params, &a.state
	a.parts.Start(p, len(out), a.x)
	top := 0
	for i := range out {
		out[i].Confidence = 1
	}
	for s.Reset(len(out)); !s.Done(); {
		p.Look(s, &a.view)
		a.parts.Hide(&a.view, s.Root(), a.pre, a.hidden)
		move, sure := a.move()
		a.moves++
		word := s.Stack(0)
		for _, node := range [...]int{word, s.Buffer(0)} {
			if node != archybrid.None && node != s.Root() {
				out[node].Confidence = min(out[node].Confidence, sure)
			}
		}
		if move == archybrid.Shift {
			s.Apply(move, archybrid.None)
			continue
		}
		relation, likely := a.relation(move)
		s.Apply(move, relation)
		out[word].Head, out[word].Relation = s.Head(word), p.Relations[relation]
		out[word].Confidence *= likely
		if s.Head(word) == s.Root() {
			out[word].Head, top = -1, word
		}
	}
	return top
}

// move returns the likeliest move and its probability.
func (a *Analyser) move() (archybrid.Move, float32) {
	var scores [archybrid.Moves]float32
	a.model.Params.Moves.Forward(1, a.hidden, scores[:])
	for m := range scores {
		if !a.state.Allowed(archybrid.Move(m)) {
			scores[m] = float32(math.Inf(-1))
		}
	}
	net.Softmax(scores[:])
	best := net.Largest(scores[:])
	return archybrid.Move(best), scores[best]
}

// relation returns the likeliest relation of the arc that a move draws, and its
// probability.
func (a *Analyser) relation(move archybrid.Move) (int, float32) {
	a.model.Params.Labels[move-archybrid.Left].Forward(1, a.hidden, a.relations)
	net.Softmax(a.relations)
	best := net.Largest(a.relations)
	return best, a.relations[best]
}

// cached is how many lexemes a lexicon keeps, in some twenty megabytes. A long
// text has about as many different forms.
const cached = 1 << 14

// longest is the length in bytes of the longest form that is kept.
const longest = 64

// lexicon computes lexemes and keeps them, with what the part that finds names
// makes of them behind them, or with their static vectors if there is no such part.
// When it is full, it starts anew.
type lexicon struct {
	model *Model
	index map[string]int
	rows  []float32
	keys  []uint64
	input []float32
	pre   []float32
	long  []float32 // the lexeme of an over-long form
	form  []float32 // all that is known of a form
	width int
}

func newLexicon(m *Model) lexicon {
	p := m.Params
	width, form := p.LexemeWidth(), p.LexemeWidth()
	if m.Names != nil {
		width, form = p.Width+m.Names.Units(), m.Names.FormWidth(&p.Shape)
	}
	return lexicon{
		model: m,
		index: map[string]int{},
		input: make([]float32, p.Mix.In),
		pre:   make([]float32, p.Width*p.Pieces),
		long:  make([]float32, width),
		form:  make([]float32, form),
		width: width,
	}
}

// lookUp returns the lexeme of a form, which is good until the next call, and the
// gazetteer's key.
func (l *lexicon) lookUp(form string) ([]float32, uint64) {
	if len(form) > longest {
		l.compute(form, l.long)
		return l.long, net.Key(form)
	}
	width := l.width
	i, ok := l.index[form]
	if !ok {
		if len(l.index) == cached {
			clear(l.index)
			l.rows, l.keys = l.rows[:0], l.keys[:0]
		}
		i = len(l.index)
		l.index[strings.Clone(form)] = i // The form may be a part of a large text.
		l.rows = append(l.rows, make([]float32, width)...)
		l.compute(form, l.rows[i*width:])
		l.keys = append(l.keys, net.Key(form))
	}
	return l.rows[i*width : (i+1)*width], l.keys[i]
}

func (l *lexicon) compute(form string, out []float32) {
	p, vectors := l.model.Params, l.model.Vectors
	lex, key := p.Lexeme(form)
	row := vectors.Row(key)
	p.Input(&lex, vectors, row, l.input)
	p.Mix.Forward(1, l.input, l.pre, l.form)
	vectors.Unpack(row, l.form[p.Width:p.LexemeWidth()])
	copy(out, l.form)
	if n := l.model.Names; n != nil {
		n.Own(&lex, l.form[p.LexemeWidth():])
		l.model.mixer.Form(l.form, out[p.Width:])
	}
}
