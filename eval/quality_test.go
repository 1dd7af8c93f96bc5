package eval_test

import (
	"cmp"
	"compress/gzip"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"parley"
	"parley/actors"
	"parley/eval"
	"parley/export/plover"
	"parley/lang/conllu"
	"parley/lang/syntax"
	"parley/lang/train/corpus"
	"parley/linear"
	"parley/read"
	"parley/read/date"
	"parley/read/side"
)

// qualityFile holds the figures of the last commit, so that a change of quality
// is a line in the diff.
const qualityFile = "testdata/quality.txt"

// tolerance is how far an F1 may fall before the test fails. It covers the
// rounding of the file, not worse reading.
const tolerance = 0.0005

// quality is one line of the file.
type quality struct {
	corpus, list, measure string
	eval.PRF
	documents int
}

// name is what identifies the line.
func (q quality) name() string { return q.corpus + " " + q.list + " " + q.measure }

func (q quality) String() string {
	return fmt.Sprintf("%-10s  %-10s  %-7s  %.4f  %.4f  %.4f  %d", q.corpus, q.list, q.measure, q.P, q.R, q.F1, q.documents)
}

// TestQuality reads the gold that stands beside the project and compares the
// scores with those of the last commit. With -update it rewrites them.
func TestQuality(t *testing.T) {
	if testing.Short() {
		t.Skip("reads whole corpora")
	}
	reader, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	lines, calibrations := measureLedger(t, reader)
	lines = append(lines, measureQuotes(t, reader, "polnear", "polnear.dev.jsonl")...)
	for _, corpus := range []struct{ name, file string }{
		{"timebank", "te3_timebank.jsonl"}, {"aquaint", "te3_aquaint.jsonl"},
		{"meantime", "meantime_en.jsonl"}, {"wikiwars", "wikiwars_timex3.jsonl"},
	} {
		lines = append(lines, measureTimes(t, reader, corpus.name, corpus.file)...)
	}
	for _, parser := range []string{"recognizers", "chrono", "duckling"} {
		lines = append(lines, measureCases(t, parser))
	}
	lines = append(lines, measureTimelines(t, reader))
	for _, bank := range []struct{ name, file string }{{"gum-dev", "UD_English-GUM/en_gum-ud-dev.conllu.gz"}, {"ewt-dev", "UD_English-EWT/en_ewt-ud-dev.conllu.gz"}} {
		lines = append(lines, measureConditionals(t, reader, bank.name, bank.file)...)
	}
	lines = append(lines, measurePropositions(t, reader)...)
	lines = append(lines, measureSides(t, reader)...)
	lines = append(lines, measurePairs(t, reader))
	lines = append(lines, measurePlover(t, reader))
	lines = append(lines, measureMarks(t, reader, "marks", "marks.tsv"), measureMarks(t, reader, "marks-held", "heldmarks.tsv"))
	lines = append(lines, measureActors(t)...)
	lines = append(lines, measureSyntax(t)...)
	lines = append(lines, measureNames(t)...)
	lines = append(lines, measureCoref(t, reader)...)
	if *update {
		writeQuality(t, lines, calibrations)
		return
	}
	committed, err := os.ReadFile(qualityFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range compareQuality(string(committed), lines) {
		t.Error(problem)
	}
}

// measureLedger scores whole readings.
func measureLedger(t *testing.T, reader *read.Reader) ([]quality, []eval.Calibration) {
	pairs, err := eval.LoadLedger(beside(t, "data", "ledger", "dev"), "")
	if err != nil {
		t.Fatal(err)
	}
	docs := make([]parley.Document, len(pairs))
	for i, p := range pairs {
		docs[i] = p.Gold.Document
	}
	for i, r := range readAll(t, reader, docs) {
		pairs[i].Read = &r
	}
	score := eval.ScoreLedger(pairs)
	var lines []quality
	for _, k := range score.Kinds {
		list := string(k.Kind)
		lines = append(lines, quality{"ledger-dev", list, "key", k.PRF, len(pairs)},
			quality{"ledger-dev", list, "span", k.Span, len(pairs)}, quality{"ledger-dev", list, "exact", k.Exact, len(pairs)})
		for _, f := range k.Fields {
			lines = append(lines, quality{"ledger-dev", list, f.Name, share(eval.ShareScore(f)), f.Of})
		}
	}
	sources, _ := eval.ScoreSources(pairs)
	for _, f := range sources.Forms {
		lines = append(lines, quality{"ledger-dev", "sources", strings.ReplaceAll(f.Name, " ", "-"), eval.PRF{P: f.Share(), R: f.Share(), F1: f.Share()}, f.Of})
	}
	t.Logf("\n%v", score)
	return lines, eval.Calibrate(pairs)
}

// share is a share as the file shows it, where nothing tells precision and recall apart.
func share(s eval.ShareScore) eval.PRF { return eval.PRF{P: s.Share(), R: s.Share(), F1: s.Share()} }

// measureCoref scores pronouns and attributions on the development documents of GUM.
func measureCoref(t *testing.T, reader *read.Reader) []quality {
	var lines []quality
	for _, genres := range [][]string{{"news", "interview", "speech", "bio"}, {"news", "interview", "speech"}} {
		gold, err := eval.LoadCoref(beside(t, "data", "coref", "gum"), "dev", genres...)
		if err != nil {
			t.Fatal(err)
		}
		docs := make([]parley.Document, len(gold))
		for i := range gold {
			docs[i] = gold[i].Document()
		}
		if len(genres) == 4 {
			score, _ := eval.ScoreCoref(gold, readAll(t, reader, docs))
			lines = append(lines, quality{"gum-dev", "actors", "he-she", share(score.Pronouns), len(gold)})
			continue
		}
		found := make([][]eval.CorefAttribution, len(docs))
		for i := range docs {
			all, err := reader.Attributions(docs[i])
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range all {
				found[i] = append(found[i], eval.CorefAttribution{Source: a.Source, Cue: a.Cue})
			}
		}
		score, _ := eval.ScoreAttributions(gold, found)
		lines = append(lines, quality{"gum-dev", "statements", "relation", share(score.All), len(gold)})
	}
	return lines
}

// measureQuotes scores statements in the manner of the corpora of quotations.
func measureQuotes(t *testing.T, reader *read.Reader, corpus, file string) []quality {
	gold, err := eval.LoadQuotes(beside(t, "data", "quotes", file))
	if err != nil {
		t.Fatal(err)
	}
	docs := make([]parley.Document, len(gold))
	for i, d := range gold {
		docs[i] = d.Document()
	}
	found := make([]eval.QuoteDocument, len(gold))
	for i, r := range readAll(t, reader, docs) {
		found[i] = eval.Attributions(r)
	}
	score := eval.ScoreQuotes(gold, found)
	t.Logf("\n%v", score)
	return []quality{
		{corpus, "statements", "soft", score.Soft, len(gold)},
		{corpus, "statements", "tuple", score.Tuple, len(gold)},
		{corpus, "statements", "content", score.Partial["all"], len(gold)},
	}
}

// measureTimes scores dates in the manner of TempEval-3.
func measureTimes(t *testing.T, reader *read.Reader, corpus, file string) []quality {
	gold, err := eval.LoadTimes(beside(t, "data", "time", file))
	if err != nil {
		t.Fatal(err)
	}
	docs := make([]parley.Document, len(gold))
	for i, d := range gold {
		docs[i] = d.Document()
	}
	found := make([]eval.TimeDocument, len(gold))
	for i, r := range readAll(t, reader, docs) {
		found[i] = eval.Timexes(r)
	}
	score, _ := eval.ScoreTimes(gold, found)
	t.Logf("%s\n%v", corpus, score)
	return []quality{
		{corpus, "dates", "strict", score.Strict, len(gold)},
		{corpus, "dates", "relaxed", score.Relaxed, len(gold)},
		{corpus, "dates", "value", score.Value, len(gold)},
	}
}

// questions is how many (office, day) questions are drawn from the office holders.
const questions = 300

// measureActors scores who is who: phrases, those of them whose office is dated, and who
// held an office on a day.
func measureActors(t *testing.T) []quality {
	phrases, err := eval.LoadActorPhrases(beside(t, "data", "events", "ngec_actor_resolution.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	offices, err := eval.LoadOfficeDays(beside(t, "data", "actors", "wikidata_officeholders_2001_2022.jsonl"), questions)
	if err != nil {
		t.Fatal(err)
	}
	known, err := actors.Load()
	if err != nil {
		t.Fatal(err)
	}
	score := eval.ScoreActors(phrases, offices, eval.AnswerPhrase(known), eval.AnswerOffice(known))
	var lines []quality
	for _, f := range []eval.FieldScore{score.States, score.Roles, score.Both, score.Offices} {
		lines = append(lines, quality{"actors", "resolve", strings.ReplaceAll(f.Name, " ", "-"), eval.PRF{P: f.Share(), R: f.Share(), F1: f.Share()}, f.Of})
	}
	return lines
}

// measureTimelines scores the dates of the events of entities over documents.
func measureTimelines(t *testing.T, reader *read.Reader) quality {
	gold, err := eval.LoadTimelines(beside(t, "data", "time", "semeval2015_t4_timelines.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	texts, err := eval.LoadTimes(beside(t, "data", "time", "meantime_en.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	docs := make([]parley.Document, len(texts))
	for i := range texts {
		docs[i] = texts[i].Document()
	}
	score, _ := eval.ScoreTimelines(gold, eval.ByNumber(readAll(t, reader, docs)))
	return quality{"semeval15", "timelines", "dates", score.Named, len(gold)}
}

// measureSides scores who is for or against whom of two entities: by the entries alone, and
// with the words that are learnt from other sentences.
func measureSides(t *testing.T, reader *read.Reader) []quality {
	records, told, features := sidesOf(t, reader, "dse_valid.jsonl")
	marked, _, lessons := sidesOf(t, reader, "dse_train.jsonl")
	examples := make([]side.Example, len(marked))
	for i := range marked {
		examples[i] = side.Example{Features: lessons[i], Side: int(marked[i].Label)}
	}
	model := side.Train(examples)
	learnt := make([]eval.Side, len(records))
	for i := range records {
		class, _ := model.Side(features[i])
		learnt[i] = eval.Side(class)
	}
	var lines []quality
	for _, way := range []struct {
		name string
		read []eval.Side
	}{{"statements", told}, {"learnt", learnt}} {
		score, _ := eval.ScoreSides(records, way.read)
		lines = append(lines,
			quality{"dse-valid", way.name, "side", eval.PRF{P: score.Share(), R: score.Share(), F1: score.Share()}, len(records)},
			quality{"dse-valid", way.name, "macro", eval.PRF{P: score.Macro, R: score.Macro, F1: score.Macro}, len(records)})
	}
	return lines
}

// sidesOf returns the records of a file, the sides that their entries tell, and their features.
func sidesOf(t *testing.T, reader *read.Reader, file string) ([]eval.SideRecord, []eval.Side, []linear.Features) {
	records, err := eval.LoadSides(beside(t, "data", "stance", file))
	if err != nil {
		t.Fatal(err)
	}
	coder, err := side.NewCoder()
	if err != nil {
		t.Fatal(err)
	}
	docs := make([]parley.Document, len(records))
	for i := range records {
		docs[i] = records[i].Document()
	}
	told, features := make([]eval.Side, len(records)), make([]linear.Features, len(records))
	for i, r := range readAll(t, reader, docs) {
		told[i] = eval.SideOf(&records[i], &r)
		p, q := records[i].Bytes()
		features[i] = coder.Features(records[i].Text, side.Pair{P: p, Q: q, Told: int(told[i])})
	}
	return records, told, features
}

// measurePairs scores the type of the event between two marked parties.
func measurePairs(t *testing.T, reader *read.Reader) quality {
	records, err := eval.LoadPairs(beside(t, "data", "events", "plv_train.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	docs := make([]parley.Document, len(records))
	for i := range records {
		docs[i] = records[i].Document()
	}
	found := make([][]eval.CodedTrigger, len(records))
	for i, r := range readAll(t, reader, docs) {
		none := func(*parley.Actor) plover.Codes { return plover.Codes{} }
		for _, e := range plover.Of(&r, none, func(int) int { return 1 }) {
			found[i] = append(found[i], eval.CodedTrigger{Code: e.CAMEO(), At: e.Start})
		}
	}
	score, _ := eval.ScorePairs(records, found)
	return quality{"plv-train", "events", "type", eval.PRF{P: score.Share(), R: score.Share(), F1: score.Share()}, len(records)}
}

// measureConditionals scores conditions on the marked constructions of a treebank.
func measureConditionals(t *testing.T, reader *read.Reader, name, file string) []quality {
	gold := eval.Conditionals(treebank(t, beside(t, "data", "syntax", file)))
	docs := make([]parley.Document, len(gold))
	for i := range gold {
		docs[i] = gold[i].Document()
	}
	score, _ := eval.ScoreConditionals(gold, readAll(t, reader, docs))
	return []quality{{name, "conditions", "both", score.Both, score.Of}, {name, "conditions", "first", score.Protasis, score.Of}}
}

// measurePropositions scores who says what in reports on negotiations.
func measurePropositions(t *testing.T, reader *read.Reader) []quality {
	gold, err := eval.LoadPropositions(beside(t, "data", "stance", "enb_gold_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	docs := make([]parley.Document, len(gold))
	for i := range gold {
		docs[i] = gold[i].Document()
	}
	found := make([][]eval.Proposition, len(gold))
	for i, r := range readAll(t, reader, docs) {
		found[i] = eval.Propositions(&r)
	}
	score, _ := eval.ScorePropositions(gold, found)
	return []quality{
		{"enb-dev", "positions", "triple", score.Exact, len(gold)},
		{"enb-dev", "positions", "pair", score.Predicate, len(gold)},
	}
}

// measurePlover scores events on PLOVER's gold records, by the types of the ledger's events
// and of the acts of statements.
func measurePlover(t *testing.T, reader *read.Reader) quality {
	records, err := eval.LoadPlover(beside(t, "data", "events", "plover_gsr_cameo.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	docs := make([]parley.Document, len(records))
	for i := range records {
		docs[i] = records[i].Document()
	}
	found := make([][]string, len(docs))
	for i, r := range readAll(t, reader, docs) {
		for _, e := range plover.Of(&r, func(*parley.Actor) plover.Codes { return plover.Codes{} }, func(int) int { return 1 }) {
			found[i] = append(found[i], e.Type)
		}
	}
	score, _ := eval.ScorePlover(records, found)
	t.Logf("\n%v", score)
	return quality{"plover", "events", "type", eval.PRF{P: score.Share(), R: score.Share(), F1: score.Share()}, len(records)}
}

// measureCases scores dates on the test cases of another parser.
func measureCases(t *testing.T, parser string) quality {
	cases, omitted, err := eval.LoadTimeCases(beside(t, "data", "time", "cases_"+parser+"_en.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	score, _ := eval.ScoreCases(cases, omitted, func(text string, day time.Time) []parley.Date {
		return date.Tag(text, day, date.News)
	})
	return quality{"cases", "dates", parser, eval.PRF{P: score.Share(), R: score.Share(), F1: score.Share()}, len(cases)}
}

// measureSyntax scores both profiles of the parser on the test parts of the
// treebanks, from gold words.
func measureSyntax(t *testing.T) []quality {
	var lines []quality
	for profile, load := range map[string]func() (*syntax.Parser, error){"syntax": syntax.New, "fast": syntax.NewFast} {
		parser, err := load()
		if err != nil {
			t.Fatal(err)
		}
		for corpus, file := range map[string]string{"ewt-test": "UD_English-EWT/en_ewt-ud-test.conllu.gz", "gum-test": "UD_English-GUM/en_gum-ud-test.conllu.gz"} {
			gold := treebank(t, beside(t, "data", "syntax", file))
			read := make([]*conllu.Sentence, len(gold))
			for i, g := range gold {
				read[i] = parser.Parsed(g)
			}
			score, err := eval.ScoreSyntax(gold, read)
			if err != nil {
				t.Fatal(err)
			}
			for measure, prf := range map[string]eval.PRF{"XPOS": score.XPOS, "lemma": score.Lemma, "UAS": score.UAS, "LAS": score.LAS} {
				lines = append(lines, quality{corpus, profile, measure, prf, len(gold)})
			}
		}
	}
	slices.SortFunc(lines, func(a, b quality) int { return strings.Compare(a.name(), b.name()) })
	return append(lines, measureNews(t))
}

// measureNews scores the trees of GUM's news, of which the development and the
// test part have two documents each.
func measureNews(t *testing.T) quality {
	parser, err := syntax.New()
	if err != nil {
		t.Fatal(err)
	}
	var gold, read []*conllu.Sentence
	for _, part := range []string{"dev", "test"} {
		gold = append(gold, corpus.Documents(treebank(t, beside(t, "data", "syntax", "UD_English-GUM", "en_gum-ud-"+part+".conllu.gz")), "GUM_news")...)
	}
	for _, g := range gold {
		read = append(read, parser.Parsed(g))
	}
	score, err := eval.ScoreSyntax(gold, read)
	if err != nil {
		t.Fatal(err)
	}
	return quality{"gum-news", "syntax", "LAS", score.LAS, len(gold)}
}

// politicsTest is how many sentences of CrossNER's politics stand before its test part.
const politicsTest = 741

// measureNames scores names on words that are given.
func measureNames(t *testing.T) []quality {
	parser, err := syntax.New()
	if err != nil {
		t.Fatal(err)
	}
	var lines []quality
	for _, corpus := range []struct {
		name, file string
		skip       int
	}{{"uner-ewt", "uner_ewt_devtest.bio.gz", 0}, {"politics", "crossner_politics.bio.gz", politicsTest}} {
		gold, err := eval.LoadNameTokens(beside(t, "data", "ner", "open-bio", corpus.file))
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, names(parser, corpus.name, gold[corpus.skip:]))
	}
	return append(lines, names(parser, "gum-press", press(t)))
}

// names scores the names that a parser finds in sentences.
func names(parser *syntax.Parser, corpus string, gold []eval.TokenSentence) quality {
	var want, got []eval.NameDocument
	for i, g := range gold {
		read := eval.TokenSentence{Forms: g.Forms, Labels: make([]string, len(g.Forms))}
		for k, w := range parser.Words(g.Forms) {
			read.Labels[k] = w.Name
		}
		want, got = append(want, g.NameDocument(strconv.Itoa(i))), append(got, read.NameDocument(strconv.Itoa(i)))
	}
	score, _ := eval.ScoreNames(want, got)
	return quality{corpus, "names", "exact", score.All, len(want)}
}

// press returns GUM's test sentences of news and interviews with their names, by
// the scheme of docs/names.md.
func press(t *testing.T) []eval.TokenSentence {
	part := func(bank, name string) []*conllu.Sentence {
		return treebank(t, beside(t, "data", "syntax", bank, name+".conllu.gz"))
	}
	test := part("UD_English-GUM", "en_gum-ud-test")
	train := slices.Concat(part("UD_English-EWT", "en_ewt-ud-train"), part("UD_English-GUM", "en_gum-ud-train"))
	var out []eval.TokenSentence
	for _, genre := range []string{"GUM_news", "GUM_interview"} {
		for _, n := range corpus.Names(corpus.Documents(test, genre), corpus.Titles(train)) {
			out = append(out, eval.TokenSentence(n))
		}
	}
	return out
}

// treebank reads a packed treebank.
func treebank(t *testing.T, path string) []*conllu.Sentence {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	all, err := conllu.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func readAll(t *testing.T, reader *read.Reader, docs []parley.Document) []parley.Reading {
	t.Helper()
	readings, err := eval.ReadAll(docs, reader.Document)
	if err != nil {
		t.Fatal(err)
	}
	return readings
}

// writeQuality rewrites the file. Lines of calibration begin with #, as they
// are for people and not compared.
func writeQuality(t *testing.T, lines []quality, calibrations []eval.Calibration) {
	t.Helper()
	var b strings.Builder
	b.WriteString("# The quality of the readers on gold, rewritten by: go test ./eval -run Quality -update\n")
	b.WriteString("# corpus    list        measure  P       R       F1      documents\n")
	for _, q := range lines {
		fmt.Fprintln(&b, q)
	}
	b.WriteString("\n# The share of right entries by their confidence on ledger-dev, and the expected calibration error.\n")
	for _, c := range calibrations {
		fmt.Fprintf(&b, "# %v\n", c)
	}
	if err := os.WriteFile(qualityFile, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}

// compareQuality says which lines of the file are worse now, or gone, or new.
func compareQuality(committed string, lines []quality) []string {
	now := map[string]quality{}
	for _, q := range lines {
		now[q.name()] = q
	}
	var problems []string
	for line := range strings.Lines(committed) {
		fields := strings.Fields(line)
		if len(fields) != 7 || fields[0] == "#" {
			continue
		}
		name := strings.Join(fields[:3], " ")
		q, measured := now[name]
		delete(now, name)
		before, err := strconv.ParseFloat(fields[5], 64)
		switch {
		case err != nil:
			problems = append(problems, fmt.Sprintf("%s: %v", name, err))
		case !measured:
			problems = append(problems, name+": no longer measured")
		case q.F1 < before-tolerance:
			problems = append(problems, fmt.Sprintf("%s: F1 fell from %.4f to %.4f; explain it in the commit and run with -update", name, before, q.F1))
		}
	}
	for _, q := range lines {
		if _, isNew := now[q.name()]; isNew {
			problems = append(problems, fmt.Sprintf("%s: not in %s; run with -update", q.name(), qualityFile))
		}
	}
	return problems
}

// TestCompareQuality checks that a worse figure is noticed and a better one is not.
func TestCompareQuality(t *testing.T) {
	committed := "# corpus list measure P R F1 documents\n" +
		"ledger-dev  dates  key   0.9000  0.8000  0.8471  37\n" +
		"ledger-dev  roles  span  0.9000  0.8000  0.8471  37\n"
	dates := quality{"ledger-dev", "dates", "key", eval.PRF{F1: 0.8471}, 37}
	roles := quality{"ledger-dev", "roles", "span", eval.PRF{F1: 0.8471}, 37}
	with := func(q quality, f1 float64) quality {
		q.F1 = f1
		return q
	}
	for _, test := range []struct {
		name  string
		lines []quality
		want  string // what the only problem says, or "" for none
	}{
		{"equal", []quality{dates, roles}, ""},
		{"better", []quality{with(dates, 0.9), roles}, ""},
		{"rounded", []quality{with(dates, 0.84705), roles}, ""},
		{"worse", []quality{dates, with(roles, 0.8465)}, "ledger-dev roles span: F1 fell from 0.8471 to 0.8465"},
		{"gone", []quality{dates}, "ledger-dev roles span: no longer measured"},
		{"new", []quality{dates, roles, {corpus: "ledger-dev", list: "dates", measure: "span"}}, "ledger-dev dates span: not in"},
	} {
		problems := compareQuality(committed, test.lines)
		problem := cmp.Or(strings.Join(problems, "\n"), "none")
		if want := cmp.Or(test.want, "none"); !strings.HasPrefix(problem, want) || len(problems) > 1 {
			t.Errorf("%s: got problem %q, want %q", test.name, problem, want)
		}
	}
}
