package feature

// The atoms of a tag's features: the word itself, its neighbours (P before, N
// behind it) and the tags before it.
const (
	form = iota
	exact
	prefix1
	prefix2
	prefix3
	suffix1
	suffix2
	suffix3
	suffix4
	shape0
	fine
	coarse
	formP
	suffixP
	shapeP
	fineP
	coarseP
	formPP
	finePP
	formN
	suffixN
	suffix2N
	shapeN
	fineN
	coarseN
	formNN
	fineNN
	tagP
	tagPP
	tagAtoms
)

var tagTemplates = []template{
	{}, {form}, {exact}, {prefix1}, {prefix2}, {prefix3}, {suffix1}, {suffix2}, {suffix3}, {suffix4},
	{shape0}, {fine}, {coarse}, {suffix3, shape0}, {suffix2, prefix1},
	{tagP}, {tagP, tagPP}, {tagP, form}, {tagP, suffix3}, {tagP, suffix2}, {tagP, fine}, {tagP, coarse}, {tagP, shape0},
	{tagP, tagPP, form}, {tagP, tagPP, coarse},
	{formP}, {formP, form}, {suffixP}, {fineP}, {shapeP, shape0}, {formP, suffix3}, {fineP, fine},
	{formPP}, {finePP}, {formPP, formP},
	{formN}, {form, formN}, {suffixN}, {suffix2N}, {fineN}, {shape0, shapeN}, {suffix3, formN}, {fine, fineN},
	{formNN}, {fineNN}, {formN, formNN},
	{formP, formN}, {fineP, fineN}, {tagP, formN}, {tagP, fineN}, {tagP, coarse, coarseN}, {tagP, form, coarseN},
	{form, coarseN}, {tagP, suffix2, suffix2N}, {coarseP, coarse, coarseN},
}

// AppendTagKeys appends the keys of the features of the tag of words[i]. The
// words are those of AppendWords, the ones before i tagged.
func AppendTagKeys(keys []uint32, words []Word, i int) []uint32 {
	none := len(words) - 1
	last := len(words) - 3 // of the sentence
	at := func(k int) *Word {
		if k < 0 || k > last {
			k = none
		}
		return &words[k]
	}
	w, p, pp, n, nn := &words[i], at(i-1), at(i-2), at(i+1), at(i+2)
	atoms := [tagAtoms]uint32{
		form: w.Form, exact: w.Exact, prefix1: w.Prefix[0], prefix2: w.Prefix[1], prefix3: w.Prefix[2],
		suffix1: w.Suffix[0], suffix2: w.Suffix[1], suffix3: w.Suffix[2], suffix4: w.Suffix[3],
		shape0: w.Shape, fine: w.Fine, coarse: w.Coarse,
		formP: p.Form, suffixP: p.Suffix[2], shapeP: p.Shape, fineP: p.Fine, coarseP: p.Coarse, formPP: pp.Form, finePP: pp.Fine,
		formN: n.Form, suffixN: n.Suffix[2], suffix2N: n.Suffix[1], shapeN: n.Shape, fineN: n.Fine, coarseN: n.Coarse,
		formNN: nn.Form, fineNN: nn.Fine, tagP: p.Tag, tagPP: pp.Tag,
	}
	return appendKeys(keys, tagTemplates, atoms[:])
}
