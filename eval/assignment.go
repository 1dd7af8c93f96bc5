package eval

import "math"

// assign solves the assignment problem by the Hungarian method with potentials:
// it matches rows to columns one to one, as many as fit, so that the sum of
// weights is greatest. Weights are not negative; weights[i][j] is row i, column j.
func assign(weights [][]float64) [][2]int {
	rows, columns := len(weights), len(weights[0])
	if rows > columns {
		pairs := assign(transposed(weights))
		for i, p := range pairs {
			pairs[i] = [2]int{p[1], p[0]}
		}
		return pairs
	}
	a := assignment{
		weights: weights,
		row:     make([]float64, rows+1),
		column:  make([]float64, columns+1),
		taken:   make([]int, columns+1),
		from:    make([]int, columns+1),
	}
	for i := range rows {
		a.add(i + 1)
	}
	var pairs [][2]int
	for j, i := range a.taken {
		if j > 0 && i > 0 {
			pairs = append(pairs, [2]int{i - 1, j - 1})
		}
	}
	return pairs
}

// assignment is the state of the method. Rows and columns count from 1, so that
// 0 stands for none.
type assignment struct {
	weights     [][]float64
	row, column []float64 // potentials
	taken       []int     // the row that has each column
	from        []int     // the column before each column on the way that is tried
}

// add finds a column for one more row, and moves earlier rows where that is better.
func (a *assignment) add(i int) {
	a.taken[0] = i
	slack := make([]float64, len(a.column))
	for j := range slack {
		slack[j] = math.Inf(1)
	}
	used := make([]bool, len(a.column))
	j := 0
	for {
		j = a.step(j, slack, used)
		if a.taken[j] == 0 {
			break
		}
	}
	for j != 0 {
		a.taken[j] = a.taken[a.from[j]]
		j = a.from[j]
	}
}

// step goes from column j over the row that has it to the cheapest free column.
func (a *assignment) step(j int, slack []float64, used []bool) int {
	used[j] = true
	i := a.taken[j]
	nearest, delta := 0, math.Inf(1)
	for k := 1; k < len(a.column); k++ {
		if used[k] {
			continue
		}
		if cost := -a.weights[i-1][k-1] - a.row[i] - a.column[k]; cost < slack[k] {
			slack[k], a.from[k] = cost, j
		}
		if slack[k] < delta {
			nearest, delta = k, slack[k]
		}
	}
	for k := range a.column {
		if used[k] {
			a.row[a.taken[k]] += delta
			a.column[k] -= delta
		} else {
			slack[k] -= delta
		}
	}
	return nearest
}

func transposed(m [][]float64) [][]float64 {
	out := make([][]float64, len(m[0]))
	for j := range out {
		out[j] = make([]float64, len(m))
		for i := range m {
			out[j][i] = m[i][j]
		}
	}
	return out
}
