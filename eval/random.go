package eval

import "math/bits"

// The state of the Mersenne Twister MT19937 of Matsumoto and Nishimura (1998):
// its length, and the distance of the two words that make a new one.
const (
	twisterLength = 624
	twisterShift  = 397
)

// twister gives the same random numbers as Python's random.Random, so that a
// bootstrap interval computed here equals that of the reference scripts.
type twister struct {
	state [twisterLength]uint32
	next  int // index of the word to give out next
}

// newTwister seeds as Python seeds with a small non-negative integer: by the
// array initialisation of the reference implementation, with the seed's one word.
func newTwister(seed uint32) *twister {
	t := &twister{next: twisterLength}
	t.state[0] = 19650218
	for i := 1; i < twisterLength; i++ {
		t.state[i] = 1812433253*t.mixed(i) + uint32(i)
	}
	i := 1
	for range twisterLength {
		t.state[i] = (t.state[i] ^ t.mixed(i)*1664525) + seed
		i = t.after(i)
	}
	for range twisterLength - 1 {
		t.state[i] = (t.state[i] ^ t.mixed(i)*1566083941) - uint32(i)
		i = t.after(i)
	}
	t.state[0] = 1 << 31
	return t
}

// mixed folds the high bits of the word before i into its low bits.
func (t *twister) mixed(i int) uint32 { return t.state[i-1] ^ t.state[i-1]>>30 }

// after steps through the state's words while seeding; at the end the first
// word takes the last one's value and the round goes on at the second.
func (t *twister) after(i int) int {
	if i++; i < twisterLength {
		return i
	}
	t.state[0] = t.state[twisterLength-1]
	return 1
}

// refill computes the next words of the whole state.
func (t *twister) refill() {
	for i := range t.state {
		y := t.state[i]&(1<<31) | t.state[(i+1)%twisterLength]&(1<<31-1)
		t.state[i] = t.state[(i+twisterShift)%twisterLength] ^ y>>1 ^ y&1*0x9908b0df
	}
	t.next = 0
}

// uint32 returns 32 random bits.
func (t *twister) uint32() uint32 {
	if t.next == twisterLength {
		t.refill()
	}
	y := t.state[t.next]
	t.next++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// below returns an integer in [0, n), drawn as Python's random.choice draws an
// index: the fewest bits that hold n, again until they are below it. n must be positive.
func (t *twister) below(n int) int {
	k := bits.Len32(uint32(n))
	for {
		if r := int(t.uint32() >> (32 - k)); r < n {
			return r
		}
	}
}

// float64 returns a number in [0, 1) with 53 random bits, as Python's random.random.
func (t *twister) float64() float64 {
	a, b := t.uint32()>>5, t.uint32()>>6
	return (float64(a)*(1<<26) + float64(b)) / (1 << 53)
}
