package actors

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Title is what a title says, apart from the state or organisation whose it is.
type Title struct {
	Rank  Rank   `json:"rank"`
	Field string `json:"field,omitempty"` // the portfolio in a canonical word ("foreign", "defence"), else the words that name it
	To    string `json:"to,omitempty"`    // id of the state or organisation that an envoy is sent to
	// Deputy marks a deputy or junior of the rank, Acting one for the time being,
	// and Former one who holds it no more.
	Deputy bool `json:"deputy,omitempty"`
	Acting bool `json:"acting,omitempty"`
	Former bool `json:"former,omitempty"`
}

// Rank is the sort of an office.
type Rank string

// The ranks. A title that is none of them has the rank Other and its words as field.
const (
	President    Rank = "president" // of a state or union
	VicePresid   Rank = "vice president"
	PrimeMin     Rank = "prime minister" // also premier, and chancellor where he leads the government
	Monarch      Rank = "monarch"
	Supreme      Rank = "supreme leader"
	Leader       Rank = "leader" // whoever leads the state: never an office of the table, but of a text
	Minister     Rank = "minister"
	Ambassador   Rank = "ambassador" // also permanent representatives and high commissioners
	Envoy        Rank = "envoy"
	Spokesperson Rank = "spokesperson"
	Speaker      Rank = "speaker" // who presides over a parliament
	Governor     Rank = "governor"
	Mayor        Rank = "mayor"
	StaffChief   Rank = "chief of staff"
	Commander    Rank = "commander"
	Legislator   Rank = "legislator"
	Judge        Rank = "judge"
	Head         Rank = "head" // of an organisation or agency
	Adviser      Rank = "adviser"
	MemberRank   Rank = "official" // a member of a government whose office is not known
	Other        Rank = "other"
)

// IsRank reports whether a word names one of the ranks.
func IsRank(r Rank) bool {
	return slices.Contains([]Rank{President, VicePresid, PrimeMin, Monarch, Supreme, Leader, Minister, Ambassador, Envoy, Spokesperson,
		Speaker, Governor, Mayor, StaffChief, Commander, Legislator, Judge, Head, Adviser, MemberRank, Other}, r)
}

// wholeTitles are titles that do not mean what their words say.
var wholeTitles = map[string]Title{
	"secretary of state":            {Rank: Minister, Field: "foreign"},
	"state secretary":               {Rank: Minister, Deputy: true},
	"foreign secretary":             {Rank: Minister, Field: "foreign"},
	"home secretary":                {Rank: Minister, Field: "interior"},
	"chancellor of exchequer":       {Rank: Minister, Field: "finance"},
	"minister of state":             {Rank: Minister, Deputy: true},
	"member of parliament":          {Rank: Legislator},
	"leader of opposition":          {Rank: Other, Field: "leader of opposition"},
	"opposition leader":             {Rank: Other, Field: "leader of opposition"},
	"foreign policy chief":          {Rank: Head, Field: "foreign"},
	"top diplomat":                  {Rank: Minister, Field: "foreign"},
	"chief diplomat":                {Rank: Minister, Field: "foreign"},
	"chief of staff":                {Rank: Adviser, Field: "chief of staff"},
	"white house chief of staff":    {Rank: Adviser, Field: "chief of staff"},
	"national security advisor":     {Rank: Adviser, Field: "national security"},
	"national security adviser":     {Rank: Adviser, Field: "national security"},
	"attorney general":              {Rank: Minister, Field: "justice"},
	"prosecutor general":            {Rank: Other, Field: "prosecutor general"},
	"chief justice":                 {Rank: Judge, Field: "chief justice"},
	"first lady":                    {Rank: Other, Field: "first lady"},
	"emperor":                       {Rank: Monarch},
	"crown prince":                  {Rank: Other, Field: "crown prince"},
	"supreme leader":                {Rank: Supreme},
	"chief minister":                {Rank: Governor, Field: "chief minister"},
	"press secretary":               {Rank: Spokesperson},
	"white house press secretary":   {Rank: Spokesperson},
	"premier of state council":      {Rank: PrimeMin},
	"chairman of state affairs":     {Rank: President},
	"chairman of council ministers": {Rank: PrimeMin},
}

// rankWords are the nouns that bear a rank; of two words the first stands here too.
var rankWords = map[string]Rank{
	"president": President, "minister": Minister, "ministers": Minister, "premier": PrimeMin, "chancellor": PrimeMin, "taoiseach": PrimeMin,
	"king": Monarch, "queen": Monarch, "emir": Monarch, "amir": Monarch, "sultan": Monarch, "monarch": Monarch, "pope": Monarch,
	"leader": Leader, "ruler": Leader, "strongman": Leader, "dictator": Leader, "secretary": Minister, "undersecretary": Minister,
	"ambassador": Ambassador, "representative": Ambassador, "envoy": Envoy, "emissary": Envoy, "mediator": Envoy,
	"spokesman": Spokesperson, "spokeswoman": Spokesperson, "spokesperson": Spokesperson, "spokesmen": Spokesperson,
	"speaker": Speaker, "governor": Governor, "mayor": Mayor, "commander": Commander, "general": Commander, "admiral": Commander,
	"colonel": Commander, "senator": Legislator, "sen": Legislator, "lawmaker": Legislator, "deputy": Legislator, "congressman": Legislator,
	"congresswoman": Legislator, "mp": Legislator, "judge": Judge, "justice": Judge, "head": Head, "chief": Head, "chair": Head,
	"chairman": Head, "chairwoman": Head, "chairperson": Head, "director": Head, "administrator": Head, "commissioner": Head,
	"adviser": Adviser, "advisor": Adviser, "counsellor": Adviser, "counselor": Adviser, "official": MemberRank, "officials": MemberRank,
	"diplomat": MemberRank, "diplomats": MemberRank, "marshal": Commander, "gen": Commander, "gov": Governor, "pm": PrimeMin,
	"leaders": Leader, "boss": Head, "prince": Other, "princess": Other, "coordinator": Envoy, "negotiator": Envoy,
}

// ministryFields are the portfolios that are spoken of in several ways, the
// stronger first: a minister for Europe and foreign affairs is a foreign minister.
var ministryFields = []struct {
	field string
	words []string
}{
	{"foreign", []string{"foreign", "external", "exterior"}},
	{"defence", []string{"defence", "defense", "armed forces", "war"}},
	{"finance", []string{"finance", "finances", "treasury", "exchequer"}},
	{"interior", []string{"interior", "internal", "home"}},
	{"justice", []string{"justice"}},
	{"intelligence", []string{"intelligence"}},
	{"oil", []string{"oil", "petroleum"}},
	{"energy", []string{"energy"}},
	{"health", []string{"health", "healthcare"}},
	{"economy", []string{"economy", "economic", "economics"}},
	{"information", []string{"information"}},
}

// parseTitle reads a title without the state whose it is; to resolves what an
// envoy is sent to.
func parseTitle(title string, to func(string) string) Title {
	words := titleWords(title)
	var t Title
	words = t.marks(words)
	if t.wholly(strings.Join(withoutThe(words), " ")) {
		return t
	}
	core, rest, prep := headed(words)
	t.rank(core, rest)
	t.object(core, rest, prep, to)
	return t
}

// titleReplacer parts the words of a title.
var titleReplacer = strings.NewReplacer("u.s.", "us", "u.n.", "un", "'s", "", "’s", "", ".", " ", ",", " ", "-", " ", "‐", " ", "–", " ", "&", " and ",
	"(", " ", ")", " ")

// titleWords cuts a title into lower-case words; hyphens part words too.
func titleWords(title string) []string {
	clean := titleReplacer.Replace(strings.ToLower(title))
	return strings.Fields(clean)
}

// withoutThe drops articles.
func withoutThe(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "the" })
}

// marks takes off the words that say that the holder is a deputy, acting or no more.
func (t *Title) marks(words []string) []string {
	kept := make([]string, 0, len(words))
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch {
		case w == "former" || w == "ex" || w == "late" || w == "then" || w == "onetime" || w == "ousted" || w == "deposed":
			t.Former = t.Former || w != "then"
		case w == "acting" || w == "interim" || w == "caretaker":
			t.Acting = true
		case (w == "deputy" || w == "assistant" || w == "under" || w == "vice" && next != "president" || w == "undersecretary" || w == "junior") && next != "":
			t.Deputy = true
			if w == "undersecretary" {
				kept = append(kept, "secretary")
			}
		case w == "first" && (next == "deputy" || next == "vice") || w == "current" || w == "new" || w == "incoming" || w == "outgoing" || w == "special" && next != "representative":
		default:
			kept = append(kept, w)
		}
	}
	return kept
}

// wholly looks the title up among those that do not mean what their words say.
func (t *Title) wholly(title string) bool {
	whole, ok := wholeTitles[title]
	if !ok {
		if portfolio, isSecretary := strings.CutPrefix(title, "secretary of state for "); isSecretary {
			whole, ok = Title{Rank: Minister, Field: field(strings.Fields(portfolio))}, true
		} else if portfolio, isState := strings.CutPrefix(title, "minister of state for "); isState {
			whole, ok = Title{Rank: Minister, Deputy: true, Field: field(strings.Fields(portfolio))}, true
		}
	}
	if ok {
		t.Rank, t.Field, t.Deputy = whole.Rank, whole.Field, t.Deputy || whole.Deputy
	}
	return ok
}

// headed parts a title at its first preposition: before it stands the noun that
// bears the rank, behind it what the office is over.
func headed(words []string) (core, rest []string, prep string) {
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "to" || w == "in" || w == "at" || w == "on") {
			return withoutThe(words[:i]), words[i+1:], w
		}
	}
	return withoutThe(words), nil, ""
}

// rank sets the rank by the last noun of the core that bears one.
func (t *Title) rank(core, rest []string) {
	t.Rank = Other
	for i, w := range slices.Backward(core) {
		r, ok := rankWords[w]
		if !ok {
			continue
		}
		before := ""
		if i > 0 {
			before = core[i-1]
		}
		t.Rank = compounds(r, w, before)
		break
	}
	if t.Rank == President && over(rest, "assembly", "parliament", "senate", "house", "congress", "chamber") {
		t.Rank = Speaker
	}
	if t.Rank == Head && over(rest, "staff") || t.Rank == Head && over(core, "army", "military") {
		t.Rank = StaffChief
	}
	if (t.Rank == President || t.Rank == PrimeMin) && len(rest) > 0 && over(rest, "court", "council", "commission", "bank", "company", "university", "league",
		"committee", "party", "duchy", "administration", "office", "institute", "union", "association", "foundation", "region") {
		t.Rank = Head
	}
}

// compounds names ranks that two words make.
func compounds(r Rank, word, before string) Rank {
	switch {
	case word == "president" && before == "vice":
		return VicePresid
	case word == "minister" && before == "prime":
		return PrimeMin
	case word == "general" && before == "secretary", word == "general" && before == "director":
		return Head
	case word == "general" && before == "governor":
		return Governor // The crown's representative, not the crown.
	case word == "leader" && before == "supreme":
		return Supreme
	case word == "secretary" && (before == "press"):
		return Spokesperson
	case word == "secretary" && (before == "general" || before == "executive"):
		return Head
	case word == "representative" && before == "special":
		return Envoy
	case word == "representative" && before == "high":
		return Head
	case word == "commissioner" && before == "high":
		return Ambassador
	case word == "justice" && before != "chief" && before != "":
		return Judge
	}
	return r
}

// over reports whether one of the words is among those listed.
func over(words []string, any ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(any, w) })
}

// object sets what the office is over, or whom an envoy is sent to.
func (t *Title) object(core, rest []string, prep string, to func(string) string) {
	sent := t.Rank == Ambassador || t.Rank == Envoy || t.Rank == Head && over(core, "commissioner")
	if sent && len(rest) > 0 && prep != "of" {
		if t.To = to(strings.Join(withoutThe(rest), " ")); t.To != "" {
			if t.Rank == Head {
				t.Rank = Ambassador
			}
			return
		}
	}
	if t.Rank == Ambassador && over(core, "commissioner") {
		t.Rank = Head // A high commissioner for something, and not to someone.
	}
	if sent && len(rest) == 0 {
		if t.To = to(strings.Join(slices.DeleteFunc(slices.Clone(core), bearsRank), " ")); t.To != "" {
			return
		}
	}
	words := slices.DeleteFunc(append(slices.Clone(core), rest...), bearsRank)
	if t.Rank == Other {
		words = append(slices.Clone(core), rest...)
	}
	t.Field = field(words)
	if t.Rank == Spokesperson && over(words, "department") && over(words, "state") {
		t.Field = "foreign"
	}
}

// bodyFields are the portfolios of bodies that are named without theirs.
var bodyFields = map[string]string{"USDOS": "foreign", "USDOD": "defence", "USTREAS": "finance", "RUMFA": "foreign", "RUMOD": "defence",
	"FCO": "foreign", "UKMOD": "defence", "HOMEOFFICE": "interior", "USDOJ": "justice"}

// ofBody gives a title without a portfolio that of the body whose it is: a
// "Pentagon spokesman" is one for defence.
func (t Title) ofBody(id string) Title {
	if t.Field == "" && (t.Rank == Spokesperson || t.Rank == Head) {
		t.Field = bodyFields[id]
		if t.Rank == Head && t.Field != "" {
			t.Rank = Minister
		}
	}
	return t
}

// bearsRank reports whether a word says no more of an office than its rank.
func bearsRank(w string) bool {
	_, ok := rankWords[w]
	return ok && w != "justice" || w == "prime" || w == "vice" || w == "permanent" || w == "high" || w == "special"
}

// fieldless are words that tell nothing about a portfolio.
var fieldless = map[string]bool{"of": true, "for": true, "the": true, "and": true, "to": true, "in": true, "affairs": true, "national": true,
	"ministry": true, "department": true, "relations": true, "state": true, "public": true, "republic": true, "federal": true, "at": true, "on": true,
	"press": true, "its": true, "his": true, "her": true, "country": true, "islamic": true, "policy": true}

// field names a portfolio: by its canonical word, else by its own words.
func field(words []string) string {
	if i := slices.Index(words, "international"); i >= 0 && i+1 < len(words) && words[i+1] == "relations" {
		return "foreign"
	}
	for _, f := range ministryFields {
		for _, w := range f.words {
			if i := slices.Index(words, w); i >= 0 && !(f.field == "foreign" && i+1 < len(words) && (words[i+1] == "trade" || words[i+1] == "economic")) {
				return f.field
			}
		}
	}
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return fieldless[w] })
	return strings.Join(kept, " ")
}

// ParseTitle reads a title without the state whose it is: "Minister of Foreign
// Affairs", "ambassador to the United States".
func (k *Known) ParseTitle(title string) Title {
	return parseTitle(title, k.target)
}

// ParseTitleIn reads a title of a state or organisation of known id, where titles
// may not mean what they mean elsewhere: in South Asia a foreign secretary is the
// first official under the minister.
func (k *Known) ParseTitleIn(title, of string) Title {
	t := k.ParseTitle(title)
	if words := titleWords(title); len(words) == 2 && words[1] == "secretary" && southAsia[of] {
		t.Deputy = true
	}
	return t.ofBody(of)
}

// southAsia are the states whose ministries are run by secretaries under a minister.
var southAsia = map[string]bool{"IND": true, "PAK": true, "BGD": true, "LKA": true, "NPL": true}

// target finds the id of what an envoy is sent to: a state or organisation, in
// whatever case. What is none is no target.
func (k *Known) target(name string) string {
	if name == "" {
		return ""
	}
	upper := strings.ToUpper(name)
	for _, n := range []string{capitals(name), upper} {
		if s, ok := k.State(n); ok && s.Match <= Adjective {
			return s.ID
		}
		if e, ok := k.Organisation(n); ok && (n != upper || len(n) > 1) {
			return e.ID
		}
	}
	return ""
}

// capitals gives each word of a lower-case name a capital.
func capitals(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if w[0] < utf8.RuneSelf && w != "of" && w != "and" && w != "the" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// Single reports whether one person at a time holds an office of the title.
func (t Title) Single() bool {
	if t.Deputy {
		return false
	}
	switch t.Rank {
	case President, PrimeMin, Monarch, Supreme, Speaker, Head:
		return true
	case Minister:
		return t.Field == "foreign" || t.Field == "defence" || t.Field == "finance" || t.Field == "interior"
	case Ambassador:
		return t.To != ""
	}
	return false
}
