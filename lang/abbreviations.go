package lang

// abbreviation says what may follow an abbreviation's full stop.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	title                        // a name follows: it never ends a sentence ("Lt. Gen. A. Petrov")
	month                        // a number follows: it ends a sentence only before a word that begins one
	final                        // stands at the end of names: it ends a sentence only before a word that begins one
)

// abbreviations are the words that keep their full stop, in lower case without it.
var abbreviations = func() map[string]abbreviation {
	out := map[string]abbreviation{}
	for kind, words := range map[abbreviation][]string{
		title: {"mr", "mrs", "ms", "mx", "dr", "prof", "rev", "fr", "st", "hon", "gen", "lt", "col", "maj", "capt", "cmdr", "adm",
			"sgt", "cpl", "pvt", "brig", "sen", "rep", "gov", "pres", "amb", "atty", "supt", "insp", "messrs", "mme", "mlle", "vs",
			"mt", "ft", "no", "nos", "vol", "art", "sec", "fig", "pp", "approx", "ca", "cf", "e.g", "i.e", "viz"},
		month: {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
			"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri"},
		final: {"inc", "corp", "co", "ltd", "llc", "plc", "bros", "jr", "sr", "esq", "etc", "al", "ave", "blvd", "rd",
			"a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "d.c", "ph.d", "dept", "est", "mass", "conn", "calif", "fla", "ariz", "colo",
			"ill", "mich", "minn", "tenn", "wis", "wash", "va", "pa", "ga", "tex", "okla", "ore", "ala", "ark", "kan", "neb", "nev"},
	} {
		for _, w := range words {
			out[w] = kind
		}
	}
	return out
}()

// starters are the words that begin sentences far more often than they follow
// an abbreviation inside one.
var starters = setOf(`the a an this that these those there here it he she they we you i its his her their our my
	in on at by for from to with under over after before during since until while when where as if although though because
	but and or so yet however meanwhile still also then now once both each some many most all no not none only even
	what who why how which whose according asked despite about among earlier later last next another other one two`)

// setOf makes a set of the words of a text.
func setOf(words string) map[string]bool {
	set := map[string]bool{}
	start := -1
	for i := 0; i <= len(words); i++ {
		if i < len(words) && words[i] > ' ' {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			set[words[start:i]] = true
			start = -1
		}
	}
	return set
}
