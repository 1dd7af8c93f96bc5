package figure

import "strings"

// measure is what a figure measures.
type measure struct {
	name   string
	strong bool // what was done to people: even two of them are a figure
}

// row is a measure with the words that say it.
type row struct{ name, words string }

// table maps the words of rows to their measures; a word belongs to the first row
// that has it.
func table(strong bool, rows []row) map[string]measure {
	out := map[string]measure{}
	for _, r := range rows {
		for w := range strings.FieldsSeq(r.words) {
			if out[w].name == "" {
				out[w] = measure{r.name, strong}
			}
		}
	}
	return out
}

// harm maps the verbs, participles and nouns that say what became of people to
// measures.
var harm = table(true, []row{
	{"killed", `kill kills killed killing died die dies dying dead slain slaughtered massacred perished death deaths fatalities
			murdered murder beheaded assassinated drowned shot gunned toll lives bodies corpses killings murders starved martyred`},
	{"executed", "executed execute executing executions hanged"},
	{"injured", "injured injure injures injuring wounded wound wounds wounding hurt hurting maimed injuries"},
	{"killed or injured", "casualties victims"},
	{"arrested", "arrested arrest arrests arresting apprehended"},
	{"detained", "detained detain detains detaining detentions custody detention"},
	{"imprisoned", "imprisoned jailed jailing imprisoning"},
	{"sentenced", "sentenced convicted indicted"},
	{"missing", "missing disappeared unaccounted vanished"},
	{"displaced", "displaced displacing displace homeless uprooted displacement"},
	{"fled", "fled fleeing flee"},
	{"evacuated", "evacuated evacuating evacuate"},
	{"kidnapped", "kidnapped kidnapping abducted abducting kidnap seized hostage abductions kidnappings"},
	{"held hostage", "hostages captives"},
	{"captured", "captured capturing surrendered"},
	{"rescued", "rescued rescue rescuing"},
	{"released", "released release releasing freed freeing free pardoned pardoning"},
	{"expelled", "expelled expelling expel deported deporting"},
	{"infected", "infected infecting hospitalised hospitalized"},
	{"besieged", "besieged trapped stranded"},
	{"sanctioned", "sanctioned blacklisted"},
	{"defected", "defected defecting defectors"},
	{"tortured", "tortured raped"},
	{"in need", "starving malnourished hungry"},
	{"dismissed", "sacked dismissed fired laid-off"},
})

// deeds maps further predicates of people and troops to measures.
var deeds = table(false, []row{
	{"troops deployed", "deployed deploy deploying deploys stationed station sent send sending contingent mission based reinforcements"},
	{"troops to be withdrawn", "withdraw withdrawn withdrawing withdrew pull pulled pulling leave leaving withdrawal"},
	{"troops to remain", "remain remains remaining stay staying"},
	{"protesters", "protesters protestors demonstrators protest protested protesting rally rallied demonstrated demonstrating crowd crowds"},
	{"marchers", "marched marching march marchers"},
	{"attended", "attended attends drew draws drawing gathered gathering attending turned flocked thronged packed"},
	{"voted", "voted vote voters votes"},
	{"affected", "affected affecting affect"},
	{"facing", "face faces facing faced"},
	{"in need of aid", "need needs needing needed"},
	{"living", "live lives living"},
	{"refugees", "refugees asylum-seekers"},
	{"signatories", "signed signatories petitioners petitioned"},
	{"crossed the border", "crossed crossing cross"},
	{"returned", "returned returning"},
	{"recruited", "recruited trained training"},
	{"number", "numbering numbered"},
})

// transitive are the verbs of harm whose object the people harmed are, so that
// "20 rebels killed" two others is not said of the 20.
var transitive = wordSet(`killed kill kills killing injured injuring wounded wounding arrested arresting detained detaining kidnapped
	abducted captured rescued released freed executed displaced seized expelled evacuated sanctioned shot besieged trapped`)

// auxiliaries are the words between people and what became of them.
var auxiliaries = wordSet(`were was are is be been being have had has also still already reportedly allegedly were likely would will could may
	might must feared believed confirmed reported thought said known presumed left to got who that which all now then later since not
	yet currently more others there subsequently either both officially publicly estimated taken held`)

// lifts are the words between a predicate and the number behind it: "the death
// toll rose to at least", "claimed the lives of".
var lifts = wordSet(`of the to at lives names toll stood stands stand rose risen rises climbed reached reaches had has have as high is was now
	another further a an other more put bringing number numbers those people total least latest dead rising hit exceeded
	passed topped around about some estimated up on down off confirmed him her`)

// measureOf decides the measure of a figure that counts people or things.
func (r *reader) measureOf(f *found) {
	switch own := harm[f.noun]; {
	case f.kind == things:
		f.measure = measure{name: f.noun}
	case r.before(f.first, harm, &f.measure):
	case r.suffered(f, &f.measure):
	case r.behind(f.end, harm, &f.measure):
	case own.name != "":
		f.measure = own
	case r.listed(f):
		f.measure = r.last.measure
	case r.deed(f):
	case deeds[f.noun].name != "":
		f.measure = deeds[f.noun]
	case f.unit == "troops" && r.token(f.end).Is("in", "at", "on", "across", "along", "inside"):
		f.measure = measure{name: "troops deployed"}
	default:
		f.measure = measure{name: f.noun}
	}
}

// deed looks for a predicate that does no harm. Those of troops are not said of
// other people.
func (r *reader) deed(f *found) bool {
	ok := r.before(f.first, deeds, &f.measure) || r.behind(f.end, deeds, &f.measure)
	return ok && (f.unit == "troops" || !strings.HasPrefix(f.measure.name, "troops"))
}

// measureReach is the most words between a number and its predicate.
const measureReach = 9

// before looks for the predicate before token i: "killed", "death toll stands at".
func (r *reader) before(i int, table map[string]measure, out *measure) bool {
	for n := 1; n <= measureReach; n++ {
		w := r.word(i - n)
		m := table[w]
		if m.name != "" && r.governs(i-n) {
			*out = m
			return true
		}
		if !lifts[w] {
			return false
		}
	}
	return false
}

// governs reports whether the predicate at token k can have the figure behind it
// as its object: passives cannot, and lives count where they are lost.
func (r *reader) governs(k int) bool {
	if r.word(k) == "lives" {
		return claiming[r.word(k-1)] || claiming[r.word(k-2)]
	}
	return !r.token(k-1).Is("were", "was", "been", "be", "are", "being")
}

// behind looks for the predicate behind token i: "were killed", "have died".
// It passes over the other members of a list: "19 soldiers and eight rebels were killed".
func (r *reader) behind(i int, table map[string]measure, out *measure) bool {
	i = r.pastPlace(r.pastList(i))
	for n := range measureReach {
		w := r.word(i + n)
		if m := table[w]; m.name != "" {
			if n == 0 && (transitive[w] && r.objectAt(i+1) || w == "hostage") {
				return false
			}
			*out = m
			return true
		}
		if !auxiliaries[w] && w != "more" {
			return false
		}
	}
	return false
}

// claiming are the verbs that make an end of the lives behind them.
var claiming = wordSet("claim claims claimed claiming cost costs costing take taken took taking lost lose")

// objectAt reports whether an object begins at token i, so that the verb before
// it is in the active voice.
func (r *reader) objectAt(i int) bool {
	t := r.token(i)
	return t.Is("the", "a", "an", "at", "his", "her", "their", "its", "more", "about", "another", "some", "several", "dozens") ||
		r.number(i).to > 0
}

// pastList returns the index behind the further members of a list that goes on
// at token i, or i.
func (r *reader) pastList(i int) int {
	for range 4 {
		k := i
		for r.token(k).Is(",", "and", "or", "as", "well") {
			k++
		}
		if k == i {
			return i
		}
		for k < i+6 && r.boundWord(k) {
			k++
		}
		n := r.number(k)
		if n.to == 0 {
			return i
		}
		f := found{number: n, end: n.to, head: -1}
		r.noun(&f)
		if f.head < 0 {
			return i
		}
		i = f.end
	}
	return i
}

// placeWords is the most words of a place between people and what became of them.
const placeWords = 4

// pastPlace returns the index behind a place that goes on at token i before an
// auxiliary: "in eastern Varenia" "were".
func (r *reader) pastPlace(i int) int {
	if !r.token(i).Is("in", "at", "from", "near", "across", "inside", "outside", "around") {
		return i
	}
	for k := i + 1; k <= i+1+placeWords; k++ {
		t := r.token(k)
		if t.Is("were", "was", "have", "has", "had", "are") {
			return k
		}
		if ends(t) && !t.Is("the") {
			break
		}
	}
	return i
}

// boundWord reports whether token i may be a word of a bound before a number.
func (r *reader) boundWord(i int) bool {
	return r.token(i).Is("at", "least", "more", "than", "about", "around", "some", "up", "to", "another", "nearly", "almost", "over", "many", "as")
}

// listed reports whether a figure is a further member of a list whose first
// member is the figure before: "killed 20 rebels and two soldiers",
// "20 were killed, including five children".
func (r *reader) listed(f *found) bool {
	if r.last.end < 0 || !r.last.measure.strong || f.head < 0 {
		return false
	}
	for k := f.first - 1; k >= f.first-3 && k >= r.last.end; k-- {
		if r.token(k).Is("including", "among") {
			return true
		}
	}
	for k := r.last.end; k < f.first; k++ {
		if !r.token(k).Is(",", "and", "or", "as", "well", "including") {
			return r.included(f)
		}
	}
	return true
}

// included reports whether "including" or "among them" stands right before the figure.
func (r *reader) included(f *found) bool {
	return r.token(f.first-1).Is("including") || r.word(f.first-1) == "them" && r.word(f.first-2) == "among"
}
