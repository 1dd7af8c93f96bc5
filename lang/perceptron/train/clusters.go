package train

import (
	"math/rand/v2"
	"slices"

	"parley/lang/perceptron/internal/feature"
)

// How words are grouped: by k-means into fine clusters, and the centres of these
// again into coarse ones.
const (
	fineClusters   = 500
	coarseClusters = 60
	clusterPasses  = 12
)

// cluster groups the words by their vectors.
func (v *Vectors) cluster(o Options) feature.Clusters {
	c := feature.Clusters{Fine: map[uint32]uint16{}}
	if v == nil || len(v.Rows) < fineClusters {
		return c
	}
	random := rand.New(rand.NewPCG(o.Seed, 1))
	fine, centres := kMeans(v.Rows, fineClusters, random)
	coarse, _ := kMeans(centres, coarseClusters, random)
	c.Coarse = make([]uint8, 1, fineClusters+1)
	for _, k := range coarse {
		c.Coarse = append(c.Coarse, uint8(k+1))
	}
	for i, word := range v.Words {
		key := feature.Hash(feature.Plain(word))
		if _, ok := c.Fine[key]; !ok {
			c.Fine[key] = uint16(fine[i] + 1)
		}
	}
	o.Log("clustered %d words\n", len(c.Fine))
	return c
}

// kMeans groups rows of unit length by the angle between them and returns the
// group of each row and the groups' centres.
func kMeans(rows [][]float32, k int, random *rand.Rand) (groups []int, centres [][]float32) {
	for _, i := range random.Perm(len(rows))[:k] {
		centres = append(centres, slices.Clone(rows[i]))
	}
	groups = make([]int, len(rows))
	for range clusterPasses {
		sums := make([][]float32, k)
		for g := range sums {
			sums[g] = make([]float32, len(rows[0]))
		}
		for i, row := range rows {
			groups[i] = nearest(row, centres)
			for d, x := range row {
				sums[groups[i]][d] += x
			}
		}
		for g := range sums {
			centres[g] = normalised(sums[g])
		}
	}
	return groups, centres
}

// nearest returns the centre with the greatest product with the row.
func nearest(row []float32, centres [][]float32) int {
	at, most := 0, float32(-2)
	for g, centre := range centres {
		if p := product(row, centre); p > most {
			at, most = g, p
		}
	}
	return at
}

// product returns the dot product of two vectors of one length. Four sums are
// kept apart so that none waits for another; the conversions keep machines that
// multiply and add in one step from rounding otherwise.
func product(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	for len(a) >= 4 && len(b) >= 4 {
		s0 += float32(a[0] * b[0])
		s1 += float32(a[1] * b[1])
		s2 += float32(a[2] * b[2])
		s3 += float32(a[3] * b[3])
		a, b = a[4:], b[4:]
	}
	for i := range a {
		s0 += float32(a[i] * b[i])
	}
	return (s0 + s1) + (s2 + s3)
}
