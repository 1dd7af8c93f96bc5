// Package feature turns words and parser states into the features that the
// perceptrons weigh. In flow forms, tags and the state of a parse; out flow keys,
// one 32-bit number for each feature that holds. Training and use share it, so
// that both see the same features.
//
// A feature is a template with the values of its atoms: "the tag of the topmost
// word of the stack and the form of the next word". Only its hash is kept. Two
// features may fall on one key; among a few million this is rare enough not to
// be seen in the scores.
package feature

// MaxKeys is how many keys a word or a state has at most.
const MaxKeys = 160

// template is a list of atoms by their numbers.
type template []uint8

const (
	mixer = 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio
	final = 0xff51afd7ed558ccd // an odd number with well-mixed bits
)

// appendKeys appends the key of each template.
func appendKeys(keys []uint32, templates []template, atoms []uint32) []uint32 {
	for i, t := range templates {
		h := uint64(i+1) * mixer
		for _, a := range t {
			h = (h ^ uint64(atoms[a])) * mixer
			h ^= h >> 29
		}
		keys = append(keys, uint32(h*final>>32))
	}
	return keys
}

const (
	fnvStart = 2166136261
	fnvPrime = 16777619
)

// Hash returns the FNV-1a hash of a string, which is the same everywhere.
func Hash(s string) uint32 {
	h := uint32(fnvStart)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}
