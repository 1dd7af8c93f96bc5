package watch

import (
	"hash/fnv"
	"time"
)

// longest is the longest pause after failures.
const longest = 24 * time.Hour

// interval returns how long to wait for a feed that brought nothing new so many
// times in a row: twice as long each time, within the bounds of the options.
func (w *Watcher) interval(address string, silent int) time.Duration {
	return spread(address, silent, w.opts.Min, w.opts.Max)
}

// backOff returns how long to leave a feed alone that failed so many times in a
// row: twice as long each time, up to a day.
func (w *Watcher) backOff(address string, failures int) time.Duration {
	return spread(address, failures-1, w.opts.Min, max(longest, w.opts.Max))
}

// spread doubles a time so many times and adds up to a tenth, within bounds.
// The part that is added hangs on the address alone, so that feeds which were
// added together are not visited together for ever, and a test can tell it.
func spread(address string, doublings int, least, most time.Duration) time.Duration {
	top := max(most-most/11, least) // leaves room for the tenth
	d := least
	for ; doublings > 0 && d < top; doublings-- {
		d *= 2
	}
	d = min(d, top)
	h := fnv.New32a()
	h.Write([]byte(address))
	return min(d+d/10/1000*time.Duration(h.Sum32()%1000), most)
}
