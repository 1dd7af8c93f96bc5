package statement

import "strings"

// furniture are the beginnings of sentences that a page says to its visitors, and
// nobody in the story. They are lower case.
var furniture = []string{
	"reporting by ", "(reporting by ", "editing by ", "(editing by ", "writing by ", "(writing by ", "additional reporting by ",
	"we welcome comments", "we welcome your comments", "comments are closed", "this discussion is now closed", "click here", "follow us on ",
	"sign up for ", "subscribe to ", "share this ", "read more", "all rights reserved", "copyright ", "this material may not be published",
	"download our ", "watch live", "related stories", "more on this story", "recommended stories", "by continuing to use ",
}

// furnished reports whether a sentence belongs to the page and not to the story.
func (c *clause) furnished() bool {
	start := strings.ToLower(c.source[c.sent.Start:min(c.sent.End, c.sent.Start+60)])
	for _, f := range furniture {
		if strings.HasPrefix(start, f) {
			return true
		}
	}
	return false
}
