package kernel

// The kernels in pure Go. The conversions float32(x*y) look idle and are not:
// they keep the compiler from fusing the multiplication with the addition,
// which it otherwise does on some machines and which rounds differently.

// lanes is the number of partial sums of a dot product.
const lanes = 8

// dotGo goes through the vectors twice, for four lanes at a time: with all
// eight, the compiler keeps some of the sums in memory, which takes longer.
func dotGo(a, b []float32) float32 {
	b = b[:len(a)]
	var s [lanes]float32
	for l := 0; l < lanes; l += lanes / 2 {
		var p, q, r, t float32
		i := l
		for ; i < len(a)-3; i += lanes {
			p += float32(a[i] * b[i])
			q += float32(a[i+1] * b[i+1])
			r += float32(a[i+2] * b[i+2])
			t += float32(a[i+3] * b[i+3])
		}
		s[l], s[l+1], s[l+2], s[l+3] = p, q, r, t
		for ; i < len(a) && i%lanes < l+lanes/2; i++ {
			s[i%lanes] += float32(a[i] * b[i])
		}
	}
	return fold(&s)
}

func axpyGo(alpha float32, x, y []float32) {
	y = y[:len(x)]
	for i, v := range x {
		y[i] += float32(alpha * v)
	}
}

func addGo(x, y []float32) {
	y = y[:len(x)]
	for i, v := range x {
		y[i] += v
	}
}

func scaleGo(alpha float32, x []float32) {
	for i := range x {
		x[i] *= alpha
	}
}

// gemmGo works on tiles of 2×3 elements of C, so that each element it loads is
// used several times.
func gemmGo(m, n, k int, a, b, c []float32) {
	i := 0
	for ; i+2 <= m; i += 2 {
		a0, a1 := a[i*k:][:k], a[(i+1)*k:][:k]
		c0, c1 := c[i*n:][:n], c[(i+1)*n:][:n]
		j := 0
		for ; j+3 <= n; j += 3 {
			t := tileGo(a0, a1, b[j*k:][:k], b[(j+1)*k:][:k], b[(j+2)*k:][:k])
			c0[j] += t[0]
			c0[j+1] += t[1]
			c0[j+2] += t[2]
			c1[j] += t[3]
			c1[j+1] += t[4]
			c1[j+2] += t[5]
		}
		for ; j < n; j++ {
			c0[j] += dotGo(a0, b[j*k:][:k])
			c1[j] += dotGo(a1, b[j*k:][:k])
		}
	}
	if i < m {
		gemvGo(a[i*k:][:k], b, c[i*n:][:n])
	}
}

// gemvGo adds the dot products of a with each row of B to c.
func gemvGo(a, b, c []float32) {
	for j := range c {
		c[j] += dotGo(a, b[j*len(a):][:len(a)])
	}
}

func tileGo(a0, a1, b0, b1, b2 []float32) (t [6]float32) {
	var s [6][lanes]float32
	a1, b0, b1, b2 = a1[:len(a0)], b0[:len(a0)], b1[:len(a0)], b2[:len(a0)]
	for l := range lanes {
		var p0, p1, p2, q0, q1, q2 float32
		for i := l; i < len(a0); i += lanes {
			x, y := a0[i], a1[i]
			u, v, w := b0[i], b1[i], b2[i]
			p0 += float32(x * u)
			p1 += float32(x * v)
			p2 += float32(x * w)
			q0 += float32(y * u)
			q1 += float32(y * v)
			q2 += float32(y * w)
		}
		s[0][l], s[1][l], s[2][l] = p0, p1, p2
		s[3][l], s[4][l], s[5][l] = q0, q1, q2
	}
	for j := range t {
		t[j] = fold(&s[j])
	}
	return t
}

// fold adds the lanes of a dot product.
func fold(s *[lanes]float32) float32 {
	return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))
}

func spreadGo(l left, m, n, k int, b, c []float32) {
	for i := range m {
		factors, out := l.a[i*l.row:], c[i*n:][:n]
		p := 0
		for ; p+4 <= k; p += 4 {
			q := p * l.step
			f := [4]float32{factors[q], factors[q+l.step], factors[q+2*l.step], factors[q+3*l.step]}
			axpy4Go(f, b[p*n:][:4*n], out)
		}
		for ; p < k; p++ {
			axpyGo(factors[p*l.step], b[p*n:][:n], out)
		}
	}
}

// axpy4Go adds four scaled rows to y, one after the other. It loads and stores
// each element of y once instead of four times.
func axpy4Go(f [4]float32, rows, y []float32) {
	n := len(y)
	r0, r1, r2, r3 := rows[:n], rows[n:][:n], rows[2*n:][:n], rows[3*n:][:n]
	f0, f1, f2, f3 := f[0], f[1], f[2], f[3]
	for i, v := range y {
		v += float32(f0 * r0[i])
		v += float32(f1 * r1[i])
		v += float32(f2 * r2[i])
		y[i] = v + float32(f3*r3[i])
	}
}

func dotInt8Go(a, b []int8) int32 {
	b = b[:len(a)]
	var sum int32
	for i, x := range a {
		sum += int32(x) * int32(b[i])
	}
	return sum
}

func gemmInt8Go(m, n, k int, a, b []int8, c []int32) {
	for i := range m {
		x, out := a[i*k:][:k], c[i*n:][:n]
		for j := range out {
			out[j] += dotInt8Go(x, b[j*k:][:k])
		}
	}
}
