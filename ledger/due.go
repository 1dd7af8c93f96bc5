package ledger

import "parley"

// DueQuery selects dues by the days on which they fall, or to which they were moved.
// Empty fields select nothing away.
type DueQuery struct {
	From, To string // first and last day, YYYY-MM-DD
	Limit    int    // 0: MostDues
}

// MostDues is how many dues are found at most where a query sets no limit.
const MostDues = 20_000

// DueItem is what one document tells of a due.
type DueItem struct {
	Item
	Due     parley.Due // its spans are bytes of the text
	Words   string     // the words of its date
	Parties []string   // names
}
