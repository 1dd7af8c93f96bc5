package statement

import (
	"slices"
	"strings"

	"parley"
	"parley/lang"
)

// channels are the words that name a channel, with the ledger's name for it.
var channels = named(`
	statement: statement statements communique communiqué declaration release
	interview: interview interviews
	news conference: briefing
	speech: speech address remarks sermon rally ceremony parade inauguration commemoration
	letter: letter letters telegram
	post: post posts tweet tweets twitter facebook instagram
	phone call: telephone phone call
	e-mail: email e-mail
	report: report
	resolution: resolution
	ruling: ruling verdict judgment judgement
	broadcast: broadcast
	television: television tv
	radio: radio
	meeting: meeting talks
	article: article op-ed editorial
	memo: memo memorandum
	testimony: testimony
	message: message
	video: video
	recording: recording
	film: film documentary`)

// manners are the words before a channel that belong to its name: "a televised
// announcement", "an audio recording", "a closed meeting".
var manners = map[string]string{
	"televised announcement": "televised announcement", "audio recording": "audio recording", "audio broadcast": "audio broadcast",
	"audio message": "audio message", "video message": "video message", "closed meeting": "closed meeting", "closed-door meeting": "closed meeting",
}

// documents are the things made of words that speak for themselves: "the letter
// said", "a banner reading". What an office only reports of others, such as a
// survey, is no channel.
var documents = named(`
	statement: statement communique communiqué declaration release
	letter: letter note telegram
	post: post tweet
	e-mail: email e-mail
	resolution: resolution
	ruling: ruling verdict judgment judgement
	website: website
	banner: banner banners placard placards
	proposal: proposal
	memo: memo memorandum
	video: video
	recording: recording tape
	film: film documentary
	article: op-ed editorial
	message: message
	leaflet: leaflet leaflets`)

// ways are the verbs that name their own channel.
var ways = named(`
	post: tweet tweeted tweets tweeting retweeted retweets blogged
	testimony: testified testifies testifying
	phone call: telephoned phoned
	e-mail: emailed e-mailed
	message: texted`)

// named turns lines of "channel: words" into a table of the words.
func named(lines string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(lines) {
		channel, words, _ := strings.Cut(strings.TrimSpace(line), ":")
		for _, w := range strings.Fields(words) {
			out[w] = channel
		}
	}
	return out
}

// channelAt recognises "in a statement", "on a conference call", "in an interview
// with Lumen Post", "by phone", sets the channel and returns the end of the phrase, or i.
func (c *clause) channelAt(i int, d *details) int {
	if !c.at(i).Is("in", "on", "at", "by", "during", "through", "via", "over") {
		return i
	}
	end := c.chunkAfter(i + 1)
	for end > i+2 && published(c.at(end-1)) && !c.at(end-1).Is("broadcast") {
		end-- // "in a statement issued on Friday"
	}
	if end == i+1 || end-i > 9 {
		return i
	}
	name := c.channelOf(i+1, end)
	if name == "" || c.at(i).Is("by", "over", "via") && !c.at(end-1).Is("phone", "telephone", "email", "e-mail", "letter", "video", "radio", "twitter", "telegram") {
		return i
	}
	d.channel = name
	return c.channelTail(end, d)
}

// channelOf returns the channel that the noun phrase [first, end) names, or "".
func (c *clause) channelOf(first, end int) string {
	head := c.at(end - 1)
	before := lang.Token{}
	if end-2 >= first {
		before = c.at(end - 2)
	}
	switch {
	case head.Is("conference") && before.Is("news", "press", "media"):
		return "news conference"
	case head.Is("conference"):
		return ""
	case head.Is("call") && before.Is("conference"):
		return "conference call"
	case head.Is("release") && !before.Is("press", "news"):
		return ""
	}
	if name := manners[before.Lower+" "+head.Lower]; name != "" {
		return name
	}
	return channels[head.Lower]
}

// channelTail takes what belongs to the channel: with whom, to whom, when.
func (c *clause) channelTail(i int, d *details) int {
	for c.at(i).Is("with", "to", "by", "of", "for", "in", "from", "at") && !c.quoted(i) {
		end := c.chunkAfter(i + 1)
		if end == i+1 {
			break
		}
		switch {
		case c.at(i).Is("of") && carriers[d.channel]:
			if of := c.channelOf(i+1, end); of != "" {
				d.channel = of
			}
		case c.at(i).Is("with"):
			d.relay = c.span(i+1, end)
		case c.at(i).Is("to"):
			d.addressee = c.span(i+1, end)
		}
		i = end
	}
	for published(c.at(i)) {
		i++
		if end := c.chunkAfter(i + 1); c.at(i).Is("by") && end > i+1 {
			d.relay = c.span(i+1, end)
			i = end
		}
	}
	return c.skipTime(i)
}

// carriers are the channels that carry another one: "a broadcast of the speech".
var carriers = map[string]bool{"broadcast": true, "video": true, "recording": true, "television": true}

// published reports whether a participle tells how a channel came out.
func published(t lang.Token) bool {
	return t.Is("published", "released", "broadcast", "aired", "issued", "posted", "carried", "televised", "delivered", "sent")
}

func (c *clause) skipTime(i int) int {
	for {
		end := c.timeAt(i)
		if end == i {
			return i
		}
		i = end
	}
}

// speaking sets the channel of who is speaking at or to something before the cue:
// "speaking to the Assembly, she said". That a speaker talks to an outlet is told
// by the relay, which package coref looks up.
func (c *clause) speaking(i int, d *details) {
	first := i + 1
	if c.at(i).Is("speaking") {
		if !c.at(first).Is("to", "at") {
			return
		}
		first++
	}
	end := c.chunkAfter(first)
	if end == first {
		return
	}
	switch {
	case c.hearer(first):
		if c.at(end-1).Is("reporters", "journalists", "media", "press", "correspondents", "newsmen") {
			return
		}
		d.channel = "speech"
	case c.at(first - 1).Is("at"):
		d.channel = c.channelOf(first, end)
		if d.channel == "" && gathering(c.at(end-1)) {
			d.channel = "speech"
		}
	case c.at(end-1).Is("him", "her", "them"):
	default:
		d.channel, d.relay = "speech", c.span(first, end)
	}
}

// phoneReach is within how many tokens of the verb whom one phones ends.
const phoneReach = 8

// phoned reports whether somebody is phoned in the words that end with the comma
// at token i: "when he called his counterpart, saying". Who is called a name has
// more words behind him than a day.
func (c *clause) phoned(i int) bool {
	if !c.comma(i) {
		return false
	}
	for k := i - 2; k >= max(c.start, i-phoneReach); k-- {
		if !c.at(k).Is("called", "phoned", "telephoned", "rang") || c.quoted(k) {
			continue
		}
		end := c.chunkAfter(k + 1)
		head := c.at(end - 1)
		return end > k+1 && c.skipTime(end) == i && (head.Capital() || speaking(head.Lower))
	}
	return false
}

// gathering reports whether a noun names an occasion on which speeches are held.
func gathering(t lang.Token) bool {
	return t.Is("assembly", "summit", "forum", "congress", "conference", "opening", "gathering", "event", "convention", "dinner", "funeral", "session",
		"university", "festival", "anniversary", "launch", "seminar", "memorial", "mosque", "march", "protest", "demonstration", "rally", "ceremony")
}

// ownChannel sets the channel that a statement's cue or source tells by itself:
// "tweeted", "the letter said", "the court ruled".
func (r *reader) ownChannel(f *Found) {
	if f.Channel != "" || len(f.Cue) == 0 {
		return
	}
	cue := r.within(f.Cue)
	for _, t := range cue {
		if way := ways[t.Lower]; way != "" {
			f.Channel = way
			return
		}
	}
	source := r.within(f.Source)
	head := headNoun(source)
	if len(source) == 1 || !head.Capital() { // "Lumen Post" is no post.
		f.Channel = documents[head.Lower]
	}
	switch {
	case f.Channel != "" || len(cue) == 0:
	case head.Is("interviewee", "interviewees") || slices.ContainsFunc(source, func(t lang.Token) bool { return t.Is("interviewed") }):
		f.Channel = "interview"
	case f.Addressee.Len() > 0 && headNoun(r.within(parley.Spans{f.Addressee})).Is("council", "committee", "cabinet"):
		f.Channel = "meeting"
	case cue[0].Is("ruled", "rules", "ruling", "found", "finding", "finds") && bench(source):
		f.Channel = "ruling"
	}
}

// within returns the tokens of spans.
func (r *reader) within(spans parley.Spans) []lang.Token {
	var out []lang.Token
	for _, s := range spans {
		for i := r.text.TokenAt(s.Start); i < len(r.text.Tokens) && r.text.Tokens[i].Start < s.End; i++ {
			out = append(out, r.text.Tokens[i])
		}
	}
	return out
}

// headNoun returns the noun that heads a phrase: the last word before what
// follows it ("the letter from the minister").
func headNoun(phrase []lang.Token) lang.Token {
	for i, t := range phrase {
		if i > 0 && (t.Kind != lang.Word || t.Is("of", "from", "by", "to", "in", "on", "that", "which", "sent", "issued", "posted", "signed", "carried", "published", "released", "held")) {
			return phrase[i-1]
		}
	}
	if len(phrase) == 0 {
		return lang.Token{}
	}
	return phrase[len(phrase)-1]
}

// bench reports whether a phrase names a court or its judges.
func bench(phrase []lang.Token) bool {
	for _, t := range phrase {
		if t.Is("court", "courts", "judge", "judges", "tribunal", "justices") {
			return true
		}
	}
	return false
}
