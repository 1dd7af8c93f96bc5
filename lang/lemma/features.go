package lemma

import "strings"

// byTag are the features that a tag tells whatever the word is. The mood of a
// bare verb, which may be an infinitive or an order, is not in its tag.
var byTag = map[string]string{
	"VBD":  "Mood=Ind|Tense=Past|VerbForm=Fin",
	"VBZ":  "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
	"VBP":  "Mood=Ind|Tense=Pres|VerbForm=Fin",
	"VB":   "VerbForm=Inf",
	"VBN":  "Tense=Past|VerbForm=Part",
	"VBG":  "Tense=Pres|VerbForm=Part",
	"MD":   "VerbForm=Fin",
	"NN":   "Number=Sing",
	"NNS":  "Number=Plur",
	"NNP":  "Number=Sing",
	"NNPS": "Number=Plur",
	"JJ":   "Degree=Pos",
	"JJR":  "Degree=Cmp",
	"JJS":  "Degree=Sup",
	"RBR":  "Degree=Cmp",
	"RBS":  "Degree=Sup",
}

// byWord are the features of words that say more than their tags.
var byWord = wordFeatures()

// closedWords are the pronouns, articles, negations and forms of "be" that say
// more than their tags. "You" is of either number.
var closedWords = []struct{ tag, forms, features string }{
	{"PRP", "i", "Case=Nom|Number=Sing|Person=1|PronType=Prs"},
	{"PRP", "me", "Case=Acc|Number=Sing|Person=1|PronType=Prs"},
	{"PRP", "we", "Case=Nom|Number=Plur|Person=1|PronType=Prs"},
	{"PRP", "us 's", "Case=Acc|Number=Plur|Person=1|PronType=Prs"},
	{"PRP", "you", "Person=2|PronType=Prs"},
	{"PRP", "he", "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
	{"PRP", "him", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
	{"PRP", "she", "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs"},
	{"PRP", "her", "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs"},
	{"PRP", "it", "Gender=Neut|Number=Sing|Person=3|PronType=Prs"},
	{"PRP", "they", "Case=Nom|Number=Plur|Person=3|PronType=Prs"},
	{"PRP", "them 'em", "Case=Acc|Number=Plur|Person=3|PronType=Prs"},
	{"PRP$", "my", "Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs"},
	{"PRP$", "our", "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs"},
	{"PRP$", "your", "Case=Gen|Person=2|Poss=Yes|PronType=Prs"},
	{"PRP$", "his", "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
	{"PRP$", "her", "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
	{"PRP$", "its", "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
	{"PRP$", "their", "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs"},
	{"DT", "the", "Definite=Def|PronType=Art"},
	{"DT", "a an", "Definite=Ind|PronType=Art"},
	{"DT", "this that", "Number=Sing|PronType=Dem"},
	{"DT", "these those", "Number=Plur|PronType=Dem"},
	{"DT", "no neither", "PronType=Neg"},
	{"RB", "not n't nt", "Polarity=Neg"},
	{"VBP", "am 'm", "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"},
	{"VBD", "was", "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"},
}

func wordFeatures() map[word]string {
	out := map[word]string{}
	for _, w := range closedWords {
		for form := range strings.FieldsSeq(w.forms) {
			out[word{w.tag, form}] = w.features
		}
	}
	return out
}

// Features returns the features of a form that its tag and the form tell, in the
// notation of the Universal Dependencies ("Number=Sing|Person=3"), or "".
func Features(form, xpos string) string {
	if features, ok := byWord[word{xpos, lowered(form)}]; ok {
		return features
	}
	return byTag[xpos]
}
