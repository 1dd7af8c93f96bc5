package eval

// chainCounts are the sums of the three measures of chains, over documents. A
// measure's recall divides by what the gold has, its precision by what was read.
type chainCounts struct {
	mucGold, mucRead, mucRightGold, mucRightRead int
	b3Gold, b3Read                               float64 // sums of the shares of right companions
	goldMentions, readMentions, sharedMentions   int
	goldChains, readChains                       int
	similar                                      float64 // of the chains assigned to each other
}

// add adds a document. Each chain is a list of mentions; no list has a mention twice.
func (c *chainCounts) add(gold, read [][]int) {
	goldOf, readOf := chainOf(gold), chainOf(read)
	c.mucGold, c.mucRightGold = c.mucGold+links(gold), c.mucRightGold+linksKept(gold, readOf)
	c.mucRead, c.mucRightRead = c.mucRead+links(read), c.mucRightRead+linksKept(read, goldOf)
	c.b3Gold += companions(gold, readOf)
	c.b3Read += companions(read, goldOf)
	c.goldMentions, c.readMentions = c.goldMentions+len(goldOf), c.readMentions+len(readOf)
	for m := range goldOf {
		if _, ok := readOf[m]; ok {
			c.sharedMentions++
		}
	}
	c.goldChains, c.readChains = c.goldChains+len(gold), c.readChains+len(read)
	c.similar += assigned(gold, read, readOf)
}

// chainOf returns the chain of each mention.
func chainOf(chains [][]int) map[int]int {
	out := map[int]int{}
	for i, chain := range chains {
		for _, m := range chain {
			out[m] = i
		}
	}
	return out
}

// links counts the links that hold chains together.
func links(chains [][]int) int {
	n := 0
	for _, chain := range chains {
		n += len(chain) - 1
	}
	return n
}

// linksKept counts the links that remain where the others' chains cut these
// (Vilain et al. 1995). A mention that the others lack is a part by itself.
func linksKept(chains [][]int, others map[int]int) int {
	n := 0
	for _, chain := range chains {
		parts, alone := map[int]bool{}, 0
		for _, m := range chain {
			if o, ok := others[m]; ok {
				parts[o] = true
			} else {
				alone++
			}
		}
		n += len(chain) - len(parts) - alone
	}
	return n
}

// companions sums, over mentions, the share of the mention's chain that the
// others' chain of it has too (Bagga and Baldwin 1998).
func companions(chains [][]int, others map[int]int) float64 {
	total := 0.0
	for _, chain := range chains {
		together := map[int]int{}
		for _, m := range chain {
			if o, ok := others[m]; ok {
				together[o]++
			}
		}
		for _, n := range together {
			total += float64(n*n) / float64(len(chain))
		}
	}
	return total
}

// assigned matches chains one to one and sums how similar the matched ones are:
// twice what they share by what they have (Luo 2005, the entity-based measure).
func assigned(gold, read [][]int, readOf map[int]int) float64 {
	if len(gold) == 0 || len(read) == 0 {
		return 0
	}
	weights := make([][]float64, len(gold))
	for i, chain := range gold {
		weights[i] = make([]float64, len(read))
		for _, m := range chain {
			if k, ok := readOf[m]; ok {
				weights[i][k] += 2 / float64(len(chain)+len(read[k]))
			}
		}
	}
	total := 0.0
	for _, pair := range assign(weights) {
		total += weights[pair[0]][pair[1]]
	}
	return total
}

func (c *chainCounts) muc() PRF {
	return harmonic(ratio(float64(c.mucRightRead), float64(c.mucRead)), ratio(float64(c.mucRightGold), float64(c.mucGold)))
}

func (c *chainCounts) b3() PRF {
	return harmonic(ratio(c.b3Read, float64(c.readMentions)), ratio(c.b3Gold, float64(c.goldMentions)))
}

func (c *chainCounts) ceafe() PRF { return newPRF(c.similar, c.goldChains, c.readChains) }

func (c *chainCounts) mentions() PRF {
	return newPRF(float64(c.sharedMentions), c.goldMentions, c.readMentions)
}
