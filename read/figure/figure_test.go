package figure

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"parley"
	"parley/lang"
	"parley/lang/syntax"
	"parley/read/date"
	"parley/read/readtest"
)

// figures reads the figures of a text that was published on 5 May 2031.
func figures(text string) []parley.Figure {
	t := lang.Analyse(text)
	return published(t, readtest.Trees(t))
}

// plain reads them without trees.
func plain(text string) []parley.Figure { return published(lang.Analyse(text), nil) }

func published(t *lang.Text, trees []syntax.Tree) []parley.Figure {
	doc := &parley.Document{Text: t.Source, Published: "2031-05-05"}
	return Read(doc, t, trees, date.Read(doc, t, trees, date.Auto))
}

// lines writes figures one a line.
func lines(text string, all []parley.Figure) string {
	var out []string
	for _, f := range all {
		out = append(out, line(text, f))
	}
	return strings.Join(out, "\n")
}

// line writes a figure as "words | value unit measure", with its bound, and its
// day where it has one.
func line(text string, f parley.Figure) string {
	value := "-"
	switch {
	case f.Value != nil:
		value = fmt.Sprint(*f.Value)
	case f.Min != nil && f.Max != nil:
		value = fmt.Sprintf("%v..%v", *f.Min, *f.Max)
	}
	out := []string{f.Span.In(text), "|", value, f.Unit, "|", f.Measure}
	if f.Mod != "" {
		out = append(out, "| mod", f.Mod)
	}
	if f.Approx {
		out = append(out, "| approx")
	}
	if f.AsOf != "" {
		out = append(out, "| as of", f.AsOf)
	}
	return strings.Join(out, " ")
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		// People harmed.
		{"passive", "Forty villagers were killed in the raid.", []string{"Forty villagers | 40 people | killed"}},
		{"active", "The shelling of Tolm killed 12 people.", []string{"12 people | 12 people | killed"}},
		{"small count", "Two miners died near Ardo.", []string{"Two miners | 2 people | killed"}},
		{"no noun", "Another 31 were wounded.", []string{"Another 31 | 31 people | injured"}},
		{"toll", "The death toll has risen to 1,204.", []string{"1,204 | 1204 people | killed"}},
		{"lives lost", "The flood claimed the lives of 64 farmers.", []string{"64 farmers | 64 people | killed"}},
		{"lives not lost", "The law shaped the lives of 640 farmers.", []string{"640 farmers | 640 people | farmers"}},
		{"list before the verb", "Eleven soldiers, three rebels and at least 20 civilians were killed.", []string{
			"Eleven soldiers | 11 people | killed", "three rebels | 3 people | killed", "at least 20 civilians | 20 people | killed | mod at least"}},
		{"list behind the verb", "The blast killed 15 soldiers and four nurses.", []string{
			"15 soldiers | 15 people | killed", "four nurses | 4 people | killed"}},
		{"including", "Some 90 people were injured, including seven children.", []string{
			"Some 90 people | 90 people | injured | approx", "seven children | 7 people | injured"}},
		{"killing and wounding", "A mine exploded, killing six and wounding 17.", []string{
			"six | 6 people | killed", "17 | 17 people | injured"}},
		{"dead", "Rescuers counted 45 dead.", []string{"45 dead | 45 people | killed"}},
		{"place before the verb", "Sixteen people in eastern Varenia were arrested.", []string{"Sixteen people | 16 people | arrested"}},
		{"US is no pronoun", "At least 12 US soldiers have been killed.", []string{"At least 12 US soldiers | 12 people | killed | mod at least"}},
		{"active voice is not said of the agents", "Thirty gunmen killed two guards.", []string{
			"Thirty gunmen | 30 people | gunmen", "two guards | 2 people | killed"}},
		{"day", "At least 71 marchers were arrested on Friday.", []string{"At least 71 marchers | 71 people | arrested | mod at least | as of 2031-05-02"}},
		{"days contend", "On Friday 71 marchers were arrested after the talks of Monday.", []string{"71 marchers | 71 people | arrested"}},
		{"released", "Kestria freed five prisoners.", []string{"five prisoners | 5 people | released"}},
		{"displaced", "The war displaced millions.", []string{"millions | - people | displaced"}},
		{"missing", "As many as 30 sailors are still missing.", []string{"As many as 30 sailors | 30 people | missing | mod up to"}},

		// Other people.
		{"crowd", "Tens of thousands of students marched through Selmark.", []string{"Tens of thousands of students | - people | marchers"}},
		{"troops", "Kestria will withdraw 2,500 troops from the Oru valley.", []string{"2,500 troops | 2500 troops | troops to be withdrawn"}},
		{"some of the troops", "Only 400 of the troops will stay.", []string{"400 of the troops | 400 troops | troops to remain"}},
		{"strong", "A 5,000-strong force waits.", nil},
		{"ending tells people", "The suit has 34 co-petitioners.", []string{"34 co-petitioners | 34 people | co-petitioners"}},
		{"in the thousands", "The crowds, numbering in the thousands, sang.", []string{"in the thousands | - people | number"}},
		{"more", "Millions more face hunger.", []string{"Millions | - people | facing"}},

		// L09: ranges, units and bounds.
		{"L09 between", "Between 20 and 30 people were hurt.", []string{"Between 20 and 30 people | 20..30 people | injured"}},
		{"L09 to", "The army lost 200 to 250 soldiers.", []string{"200 to 250 soldiers | 200..250 troops | soldiers"}},
		{"L09 hyphen", "Up to 15-20 rebels were captured.", []string{"Up to 15-20 rebels | 15..20 people | captured | mod up to"}},
		{"L09 range of millions", "Two to three million people fled.", []string{"Two to three million people | 2e+06..3e+06 people | fled"}},
		{"L09 spaced dash", "Growth will be 0 – 1%.", []string{"0 – 1% | 0..1 percent | growth"}},
		{"L09 rose from to", "Unemployment rose from 5 percent to 8 percent.", []string{
			"5 percent | 5 percent | increase", "8 percent | 8 percent | increase"}},
		{"L09 or more", "Fifty or more people died.", []string{"Fifty or more people | 50 people | killed | mod at least"}},
		{"L09 no fewer than", "No fewer than 14 monks were detained.", []string{"No fewer than 14 monks | 14 people | detained | mod at least"}},
		{"L09 nearly", "Nearly one million people are hungry.", []string{"Nearly one million people | 1e+06 people | in need | mod less than"}},
		{"L09 dozen", "Two dozen rebels were killed.", []string{"Two dozen rebels | 24 people | killed"}},
		{"L09 spelled", "Two hundred and twenty-four pilgrims died.", []string{"Two hundred and twenty-four pilgrims | 224 people | killed"}},
		{"L09 half a million", "Half a million people fled.", []string{"Half a million people | 500000 people | fled"}},
		{"L09 two and a half million", "Two and a half million refugees returned.", []string{"Two and a half million refugees | 2.5e+06 people | returned"}},
		{"L09 exact multiplication", "The fund holds $8.2 billion.", []string{"$8.2 billion | 8.2e+09 US dollars | fund"}},

		// Shares.
		{"percent", "About 60 percent of its population fled.", []string{"About 60 percent of its population | 60 percent | its population | approx"}},
		{"per cent", "Turnout was 48 per cent.", []string{"48 per cent | 48 percent | turnout"}},
		{"sign", "Inflation reached 11.5%.", []string{"11.5% | 11.5 percent | inflation"}},
		{"quarter", "Kestria controls a quarter of Varenian territory.", []string{"a quarter of Varenian territory | 25 percent | territory controlled"}},
		{"thirds", "Two-thirds of the voters stayed home.", []string{"Two-thirds of the voters | 67 percent | the voters"}},
		{"half", "The rebels hold half of the country.", []string{"half of the country | 50 percent | territory controlled"}},
		{"voted", "Some 52% voted for peace and 48% against it.", []string{
			"Some 52% | 52 percent | voted for peace | approx", "48% | 48 percent | voted against it"}},
		{"half an hour", "The talks took half an hour.", nil},
		{"third ordinal", "It was the third round.", nil},
		{"wholehearted", "I am 100 percent sure.", nil},

		// Money.
		{"aid", "Lumenia gave $400 million in military aid.", []string{"$400 million | 4e+08 US dollars | military aid"}},
		{"prefix", "It froze around US$3.3bn in assets.", []string{"around US$3.3bn | 3.3e+09 US dollars | assets | approx"}},
		{"debt", "Varenia owes €20bn to its creditors.", []string{"€20bn | 2e+10 euros | debt"}},
		{"converted", "Varenia owes $32bn (£19bn) to its creditors.", []string{"$32bn | 3.2e+10 US dollars | debt"}},
		{"words", "The bridge cost five million Varenian crowns.", []string{"five million Varenian crowns | 5e+06 Varenian crowns | cost"}},
		{"small change", "He paid with a $20 note.", nil},
		{"over is of the verb", "They rolled over $3 million in loans.", []string{"$3 million | 3e+06 US dollars | loans"}},

		// Counted things.
		{"votes", "The motion passed by 61 votes.", []string{"61 votes | 61 votes | votes"}},
		{"rockets", "Kestria fired 40 rockets at Tolm.", []string{"40 rockets | 40 rockets | rockets"}},
		{"deaths", "The ministry reported 14 deaths.", []string{"14 deaths | 14 people | killed"}},

		// None.
		{"abstract", "The two leaders discussed three reasons and four issues.", nil},
		{"year", "In 2024 people voted.", nil},
		{"age", "Ela Vint, 61, is a 40-year-old firm's head.", nil},
		{"duration", "The envoys met for four hours and 15 minutes.", nil},
		{"clock", "They met at 10:30 and at 5pm.", nil},
		{"article", "They invoked Article 50 and resolution 2259.", nil},
		{"flight", "Flight 370 passengers waited.", nil},
		{"group", "The Group of 77 and the G7 met.", nil},
		{"score", "Tolm beat Ardo 3-1.", nil},
		{"one", "One person was killed.", nil},
		{"phone", "Call 555-0199 or 020 7946 0000.", nil},
		{"ordinal", "The 15th soldier saluted the 2nd time.", nil},
		{"definite few", "The two guards were shot.", nil},
		{"fraction of a point", "The bank cut the rate by a quarter of a percentage point.", nil},
		{"date by slashes", "After 9/11 victims sued.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := strings.Join(c.want, "\n")
			if got := lines(c.text, figures(c.text)); got != want {
				t.Errorf("%q\n got %q\nwant %q", c.text, got, want)
			}
			if got := lines(c.text, plain(c.text)); got != want {
				t.Errorf("%q without trees\n got %q\nwant %q", c.text, got, want)
			}
		})
	}
}

// TestTrees reads what the words around a number do not tell and the tree of its
// sentence does.
func TestTrees(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"parenthesis", "At least 90 people, including many children, have been killed in the province.", []string{
			"At least 90 people | 90 people | killed | mod at least"}},
		{"apposition", "Activists say 200 villagers, mostly farmers, have died in months of war.", []string{"200 villagers | 200 people | killed"}},
		{"including", "Some 40 villagers, among them 12 children, were killed.", []string{
			"Some 40 villagers | 40 people | killed | approx", "12 children | 12 people | killed"}},
		{"members of", "The ministry says 2,000 members of the border force have died.", []string{"2,000 members | 2000 people | killed"}},
		{"known to have died", "At least 16 members of the mission are known to have died.", []string{
			"At least 16 members | 16 people | killed | mod at least"}},
		{"put to death", "At least 176 people so far had been put to death.", []string{"At least 176 people | 176 people | killed | mod at least"}},
		{"from a place", "Some 60 people from its mission are still missing.", []string{"Some 60 people | 60 people | missing | approx"}},
		{"fled behind a comma", "Some 615,000 people, most of them farmers, have fled Varenia.", []string{
			"Some 615,000 people | 615000 people | fled | approx"}},
		{"dismissed", "The 14 members of the council's board are dismissed.", []string{"14 members | 14 people | dismissed"}},
		{"and police", "Over 500 soldiers and police have been killed by the rebels.", []string{
			"Over 500 soldiers | 500 people | killed | mod more than"}},
		{"those freed had been arrested", "The guards freed 80 people who had been arrested in Tolm.", []string{"80 people | 80 people | released"}},
		{"of residents", "The quake killed hundreds of poor and elderly residents.", []string{"hundreds of poor and elderly residents | - people | killed"}},
		{"of things", "The ministry rescued four of the country's biggest banks. Vint shot two of his films in Ardo.", nil},
		{"who did it", "Some 60 rebels, most of them young, killed two guards.", []string{
			"Some 60 rebels | 60 people | rebels | approx", "two guards | 2 people | killed"}},
		{"ages", "Vint, 52, was arrested. The firm sued two 56 year-old women.", nil},
		{"since", "Twelve marchers have been killed since 18 March.", []string{"Twelve marchers | 12 people | killed"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := strings.Join(c.want, "\n")
			if got := lines(c.text, figures(c.text)); got != want {
				t.Errorf("%q\n got %q\nwant %q", c.text, got, want)
			}
		})
	}
}

// TestRepeated checks that a figure that a text repeats is given once.
func TestRepeated(t *testing.T) {
	text := "At least 80 guards were killed. The ministry had said that at least 80 guards had been killed. Later 80 guards were arrested."
	if got := figures(text); len(got) != 2 {
		t.Errorf("got %d figures, want 2: %+v", len(got), got)
	}
}

// TestLongSentence reads one sentence of many numbers (L01), and one of many
// bounds and lists, which must not cost more than their length.
func TestLongSentence(t *testing.T) {
	for _, piece := range []string{"12 people, ", "at least ", "two hundred and ", "killed ", "in the ", "12 "} {
		check(t, strings.Repeat(piece, 3000), figures(strings.Repeat(piece, 3000)))
		text := strings.Repeat(piece, 20000)
		got := plain(text)
		if want := 1; piece == "12 people, " && len(got) != want {
			t.Errorf("%q: got %d figures, want %d", piece, len(got), want)
		}
		check(t, text, got)
	}
}

// check fails where a figure breaks what holds of every figure.
func check(t interface{ Fatalf(string, ...any) }, text string, all []parley.Figure) {
	end := 0
	for _, f := range all {
		s := f.Span.Hull()
		switch {
		case len(f.Span) != 1 || s.Start < end || s.Start >= s.End || s.End > len(text):
			t.Fatalf("figure at %v of %d bytes, after %d", s, len(text), end)
		case strings.TrimSpace(s.In(text)) != s.In(text):
			t.Fatalf("figure %q is not trimmed", s.In(text))
		case f.Value != nil && (f.Min != nil || f.Max != nil), (f.Min == nil) != (f.Max == nil):
			t.Fatalf("figure %q has a value and a range, or half a range", s.In(text))
		case f.Min != nil && *f.Min >= *f.Max:
			t.Fatalf("figure %q goes from %v to %v", s.In(text), *f.Min, *f.Max)
		case f.Confidence <= 0 || f.Confidence > 1 || f.Unit == "":
			t.Fatalf("figure %q has confidence %v and unit %q", s.In(text), f.Confidence, f.Unit)
		}
		end = s.End
	}
}

// words are what the property test makes texts of.
var words = []string{"at", "least", "two", "twenty", "12", "300,000", "15-20", "million", "dozen", "hundreds", "of", "a", "half", "quarter",
	"people", "troops", "rebels", "percent", "%", "$", "US$", "(", ")", ",", ".", "and", "or", "more", "were", "killed", "wounded", "to",
	"between", "in", "the", "votes", "including", "dollars", "-", "–", "“", "Varenian", "one", "1", "third"}

func TestInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(words)).Draw(t, "words"), " ")
		check(t, text, figures(text))
	})
}

// TestNumbers checks that every number from 1 to 9999 reads alike in digits, with
// and without a comma, and in words.
func TestNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(11, 9999).Draw(t, "n")
		for _, written := range []string{fmt.Sprint(n), commas(n), spelled(n)} {
			text := written + " rebels were killed."
			got := figures(text)
			if len(got) == 1 && got[0].Value != nil && *got[0].Value == float64(n) {
				continue
			}
			if n >= 1000 && written == fmt.Sprint(n) || n >= 2000 && n < 3000 {
				continue // it may be a year
			}
			t.Fatalf("%q: got %+v", text, got)
		}
	})
}

// commas writes n with a comma before its last three digits.
func commas(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// spelled writes n < 10,000 in words.
func spelled(n int) string {
	small := strings.Fields(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen`)
	tens := strings.Fields("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
	switch {
	case n >= 1000 && n%1000 == 0:
		return small[n/1000] + " thousand"
	case n >= 1000:
		return small[n/1000] + " thousand " + spelled(n%1000)
	case n >= 100 && n%100 == 0:
		return small[n/100] + " hundred"
	case n >= 100:
		return small[n/100] + " hundred and " + spelled(n%100)
	case n >= 20 && n%10 == 0:
		return tens[n/10]
	case n >= 20:
		return tens[n/10] + "-" + small[n%10]
	}
	return small[n]
}

func FuzzRead(f *testing.F) {
	f.Add("At least 12 people were killed and $3.2bn (£2bn) was lost.")
	f.Add("15-20 percent of the – 0 – 1% “two hundred and")
	f.Add("half a half of a million 1,2,3.4.5-6 between 9 and 8 \xff people")
	f.Fuzz(func(t *testing.T, text string) {
		check(t, text, figures(text))
	})
}

func BenchmarkRead(b *testing.B) {
	text := lang.Analyse(strings.Repeat("The ministry said that at least 12 guards and about 300 villagers were killed on Friday, "+
		"and that Varenia owed $3.2bn to Lumenia. The two leaders spoke about the valley for some hours. ", 200))
	doc := &parley.Document{Text: text.Source}
	b.SetBytes(int64(len(text.Source)))
	for b.Loop() {
		Read(doc, text, nil, nil)
	}
}
