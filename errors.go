package parley

import "errors"

// The kinds of error that decide what parley does next. Every error that it
// returns names the operation and the input, and wraps one of these where the
// caller should act on the kind.
var (
	ErrNotFound    = errors.New("not found")
	ErrTooLarge    = errors.New("too large")
	ErrNotText     = errors.New("not text")       // binary, or not the format that it claims
	ErrEmpty       = errors.New("empty")          // nothing to read
	ErrDamaged     = errors.New("damaged")        // truncated or corrupt
	ErrRefused     = errors.New("refused")        // parley's own rule forbids it: an address, a scheme
	ErrDisallowed  = errors.New("disallowed")     // the site's robots.txt forbids it
	ErrUnavailable = errors.New("unavailable")    // network or server failure; another try may work
	ErrRetryLater  = errors.New("retry later")    // the server said when to come back
	ErrLanguage    = errors.New("other language") // stored, marked, not read
	ErrLocked      = errors.New("in use")         // another process holds the ledger
)

// Reason returns the short name of the error's kind, for tables of failures,
// and "other" for an error of no kind.
func Reason(err error) string {
	for _, kind := range []error{ErrNotFound, ErrTooLarge, ErrNotText, ErrEmpty, ErrDamaged, ErrRefused,
		ErrDisallowed, ErrRetryLater, ErrUnavailable, ErrLanguage, ErrLocked} {
		if errors.Is(err, kind) {
			return kind.Error()
		}
	}
	return "other"
}
