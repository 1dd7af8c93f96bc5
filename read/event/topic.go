package event

import (
	"strings"

	"parley/lang/syntax"
)

// topics are words of stories in which much that sounds like an act of parties is none (the
// team that was beaten, the price that found support), and of those in which it mostly is.
var topics = byWord(map[string]string{
	"market":   "price barrel crude stock share market investor trader bond currency dollar euro yen percent growth inflation profit revenue sale customer company firm brand product bank index analyst forecast output demand tax budget",
	"sport":    "match goal football soccer rugby cricket team coach player league cup tournament champion championship race season fan stadium game club medal olympic score striker defender midfielder",
	"culture":  "film movie album song band singer actor actress music concert award prize novel book author artist museum festival fashion television episode software app website user blogger",
	"disaster": "flood earthquake tsunami hurricane storm rain drought wildfire landslide avalanche crash accident virus epidemic outbreak vaccine patient disease",
	"comment":  "i you me my your think guess reply agree disagree article shame propaganda puppet stupid oil american",
	"war":      "rebel troop soldier army military navy regime government president minister protester opposition militia ceasefire sanction civilian diplomat envoy",
})

// byWord turns lists of words by topics to topics by words.
func byWord(lists map[string]string) map[string]string {
	out := map[string]string{}
	for topic, list := range lists {
		for word := range strings.FieldsSeq(list) {
			out[word] = topic
		}
	}
	return out
}

// topicsOf counts the words of each topic in a sentence.
func topicsOf(t syntax.Tree) map[string]int {
	counts := map[string]int{}
	for i := range t.Words {
		if topic := topics[t.Base(i)]; topic != "" {
			counts[topic]++
		}
	}
	return counts
}

// leastTopic is the share of a story's words that makes a topic one of the story, and leastWords
// how many of its words that takes.
const (
	leastTopic = 0.012
	leastWords = 3
)

// topicsOfStory returns the topics of a story.
func topicsOfStory(trees []syntax.Tree) []string {
	counts, all := map[string]int{}, 0
	for _, t := range trees {
		all += len(t.Words)
		for topic, n := range topicsOf(t) {
			counts[topic] += n
		}
	}
	var out []string
	for topic, n := range counts {
		if n >= leastWords && float64(n) >= leastTopic*float64(all) {
			out = append(out, topic)
		}
	}
	return out
}
