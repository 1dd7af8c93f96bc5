package net

import "parley/lang/kernel"

// Mixer is the first layer of a part that finds names, taken apart by what its
// input depends on: a word in its context, its form alone, what is known of it.
// What the form gives can be kept for the next time. It never changes.
type Mixer struct {
	names   *Names
	context []float32 // units×width of a word in context
	form    []float32 // units×FormWidth
	extra   []float32 // a row of units for each class and scheme
}

// FormWidth is the width of what a part that finds names knows of a form: the
// mixed lexeme with its static vector, and its own hashed features.
func (n *Names) FormWidth(encoder *Shape) int {
	return encoder.LexemeWidth() + Features*n.NameShape.Embed
}

// Units is the width of the first layer before its maxout.
func (n *Names) Units() int { return n.Width * n.Pieces }

// NewMixer takes the first layer apart.
func NewMixer(n *Names, encoder *Shape) *Mixer {
	units, in, form := n.Units(), n.Mix.In, n.FormWidth(encoder)
	rest := in - encoder.Width - form
	m := &Mixer{names: n, extra: make([]float32, rest*units)}
	for u := range units {
		row := n.Mix.W[u*in : (u+1)*in]
		m.context = append(m.context, row[:encoder.Width]...)
		m.form = append(m.form, row[encoder.Width:encoder.Width+form]...)
		for i, w := range row[encoder.Width+form:] {
			m.extra[i*units+u] = w
		}
	}
	return m
}

// Form computes what a form gives to the layer, Units numbers.
func (m *Mixer) Form(form, out []float32) {
	units := m.names.Units()
	clear(out[:units])
	kernel.Gemm(1, units, len(m.form)/units, form, m.form, out)
}

// Forward computes the layer for words in context, with what Form gave for each;
// forms holds rows of a stride, of which the last numbers are that. It leaves the
// linear pieces in pre.
func (m *Mixer) Forward(x, forms []float32, stride int, marked []Marked, scheme int, pre, out []float32) {
	units := m.names.Units()
	fill(pre[:len(marked)*units], m.names.Mix.B)
	kernel.Gemm(len(marked), units, len(m.context)/units, x, m.context, pre)
	for w, known := range marked {
		row := pre[w*units : (w+1)*units]
		kernel.Add(forms[(w+1)*stride-units:(w+1)*stride], row)
		for c := range m.names.Classes {
			if known.Begins&(1<<c) != 0 {
				kernel.Add(m.extra[2*c*units:(2*c+1)*units], row)
			}
			if known.Inside&(1<<c) != 0 {
				kernel.Add(m.extra[(2*c+1)*units:(2*c+2)*units], row)
			}
		}
		if at := 2*m.names.Classes + scheme; scheme < m.names.Schemes {
			kernel.Add(m.extra[at*units:(at+1)*units], row)
		}
	}
	m.names.Mix.finish(len(marked), pre, out)
}
