package eval

import "parley"

// QuoteDocument is a text with its attributions, in the format of the converted
// corpora of quotations. Offsets are code points.
type QuoteDocument struct {
	ID           string        `json:"id"`
	Title        string        `json:"title,omitempty"`
	Outlet       string        `json:"outlet,omitempty"`
	Date         string        `json:"date,omitempty"`
	Language     string        `json:"lang,omitempty"`
	Text         string        `json:"text,omitempty"`
	Attributions []Attribution `json:"attributions"`
}

// Attribution is who said what. Offsets are code points.
type Attribution struct {
	ID      string               `json:"id,omitempty"`
	Speaker parley.Spans         `json:"speaker"`
	Cue     parley.Spans         `json:"cue"`
	Content parley.Spans         `json:"content"`
	Type    parley.StatementType `json:"type,omitempty"`
}

// part is one of the three pieces of an attribution.
type part int

const (
	speaker part = iota
	cue
	content
	partCount
)

// QuoteScore is how well attributions agree with the gold.
type QuoteScore struct {
	Documents int `json:"documents"`
	Gold      int `json:"gold"`    // attributions of the gold
	Read      int `json:"read"`    // attributions that were read
	Aligned   int `json:"aligned"` // pairs whose contents share a token

	// Soft is the headline: half of the content is right, and the speakers share
	// a word or are both absent.
	Soft   PRF      `json:"attribution_soft"`
	Soft95 Interval `json:"attribution_soft_F1_95"`
	Tuple  PRF      `json:"tuple_exact"` // speaker, cue and content are equal but for marks at their ends

	// Strict and Partial score contents alone: equal but for marks at their ends,
	// or by the share of common tokens. The keys are "all" and the types.
	Strict  map[string]PRF `json:"content_strict"`
	Partial map[string]PRF `json:"content_partial"`

	Fragments FragmentScore `json:"fragment_exact"`
	Speakers  SpeakerScore  `json:"speaker_linkage"`
}

// FragmentScore scores unbroken runs of tokens, part by part, without regard
// to which attribution they belong to.
type FragmentScore struct {
	Speaker PRF `json:"speaker"`
	Cue     PRF `json:"cue"`
	Content PRF `json:"content"`
}

// SpeakerScore is how often the speaker is right where at least half of the content is.
type SpeakerScore struct {
	Of         int     `json:"n"`               // pairs with half of the content right
	Overlap    float64 `json:"overlap_acc"`     // the speakers share a word, or are both absent
	Exact      float64 `json:"exact_acc"`       // the speakers are equal but for marks at their ends
	CueOverlap float64 `json:"cue_overlap_acc"` // the cues share a token, or are both absent
}

// The bootstrap of the reference scorer: its seed, how often it draws as many
// documents as there are, and the ranks that it takes for the ends of 95 %.
const (
	quoteSeed    = 7
	quoteSamples = 1000
	quoteLow     = 25
	quoteHigh    = 975
)

// ScoreQuotes scores what was read from documents, by their ids, against the
// gold. A document that was not read has no attributions.
func ScoreQuotes(gold, read []QuoteDocument) QuoteScore {
	byID := attributionsByID(read)
	counts := make([]quoteCounts, len(gold))
	var total quoteCounts
	for i, d := range gold {
		counts[i] = countQuotes(d.Text, d.Attributions, byID[d.ID])
		total.add(counts[i])
	}
	s := total.score()
	s.Documents = len(gold)
	if len(gold) > 0 {
		s.Soft95 = softInterval(counts)
	}
	return s
}

// attributionsByID returns what was read from each document.
func attributionsByID(read []QuoteDocument) map[string][]Attribution {
	byID := map[string][]Attribution{}
	for _, d := range read {
		byID[d.ID] = d.Attributions
	}
	return byID
}

// softInterval draws documents anew, with replacement, to say how much the
// headline hangs on which documents happen to be in the gold.
func softInterval(counts []quoteCounts) Interval {
	random := newTwister(quoteSeed)
	f1s := make([]float64, quoteSamples)
	for n := range f1s {
		var gold, read, soft int
		for range counts {
			c := counts[int(random.float64()*float64(len(counts)))]
			gold, read, soft = gold+c.gold, read+c.read, soft+c.soft
		}
		f1s[n] = newPRF(float64(soft), gold, read).F1
	}
	return between(f1s, quoteLow, quoteHigh)
}

// quoteTypes are the groups in which contents are scored; the first is of all.
var quoteTypes = [...]parley.StatementType{"all", parley.Direct, parley.Indirect, parley.Mixed}

// quoteCounts counts what agrees, summed over documents.
type quoteCounts struct {
	gold, read, aligned, soft, tuple int

	fragments [partCount]fragmentCount
	contents  [len(quoteTypes)]contentCount

	half, speakerOverlaps, speakerEquals, cueOverlaps int // of the pairs with half of the content right
}

// fragmentCount counts runs of tokens of one part.
type fragmentCount struct{ gold, read, right int }

// contentCount counts contents of one type. What is read is compared with all
// contents of the gold, whatever their type, and the other way round.
type contentCount struct {
	gold, read             int
	strictGold, strictRead int
	shareGold, shareRead   float64
}

func (c *quoteCounts) add(o quoteCounts) {
	c.gold, c.read, c.aligned = c.gold+o.gold, c.read+o.read, c.aligned+o.aligned
	c.soft, c.tuple, c.half = c.soft+o.soft, c.tuple+o.tuple, c.half+o.half
	c.speakerOverlaps, c.speakerEquals = c.speakerOverlaps+o.speakerOverlaps, c.speakerEquals+o.speakerEquals
	c.cueOverlaps += o.cueOverlaps
	for i, f := range o.fragments {
		t := &c.fragments[i]
		t.gold, t.read, t.right = t.gold+f.gold, t.read+f.read, t.right+f.right
	}
	for i, k := range o.contents {
		t := &c.contents[i]
		t.gold, t.read = t.gold+k.gold, t.read+k.read
		t.strictGold, t.strictRead = t.strictGold+k.strictGold, t.strictRead+k.strictRead
		t.shareGold, t.shareRead = t.shareGold+k.shareGold, t.shareRead+k.shareRead
	}
}

func (c quoteCounts) score() QuoteScore {
	s := QuoteScore{
		Gold: c.gold, Read: c.read, Aligned: c.aligned,
		Soft:   newPRF(float64(c.soft), c.gold, c.read),
		Tuple:  newPRF(float64(c.tuple), c.gold, c.read),
		Strict: map[string]PRF{}, Partial: map[string]PRF{},
		Fragments: FragmentScore{c.fragments[speaker].score(), c.fragments[cue].score(), c.fragments[content].score()},
		Speakers: SpeakerScore{
			Of:         c.half,
			Overlap:    ratio(float64(c.speakerOverlaps), float64(c.half)),
			Exact:      ratio(float64(c.speakerEquals), float64(c.half)),
			CueOverlap: ratio(float64(c.cueOverlaps), float64(c.half)),
		},
	}
	for i, k := range c.contents {
		read, gold := float64(k.read), float64(k.gold)
		s.Strict[string(quoteTypes[i])] = harmonic(ratio(float64(k.strictRead), read), ratio(float64(k.strictGold), gold))
		s.Partial[string(quoteTypes[i])] = harmonic(ratio(k.shareRead, read), ratio(k.shareGold, gold))
	}
	return s
}

func (f fragmentCount) score() PRF { return newPRF(float64(f.right), f.gold, f.read) }
