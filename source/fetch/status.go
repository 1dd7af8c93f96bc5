package fetch

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"parley"
)

// The bounds of what a server may say about when to come back. A shorter time
// is no rest, and a longer one is more often a mistake than a wish.
const (
	minRest     = time.Minute
	maxRest     = 24 * time.Hour
	defaultRest = 15 * time.Minute // for a server that says "too many" but not how long
)

// RetryError says that a server wants to be left alone until a time. It wraps
// parley.ErrRetryLater.
type RetryError struct {
	Status int       // 429 or 503
	Until  time.Time // within a day of the answer
}

// Error says what the server answered and when to come back.
func (e *RetryError) Error() string {
	return fmt.Sprintf("%s: %s until %s", statusText(e.Status), parley.ErrRetryLater, e.Until.UTC().Format(time.RFC3339))
}

// Unwrap returns parley.ErrRetryLater.
func (e *RetryError) Unwrap() error { return parley.ErrRetryLater }

// statusError is an answer that brings no document.
type statusError struct {
	status int
	kind   error
}

// Error says what the server answered.
func (e *statusError) Error() string { return statusText(e.status) + ": " + e.kind.Error() }

// Unwrap returns the kind of the error.
func (e *statusError) Unwrap() error { return e.kind }

// statusText names a status as people know it: "404 Not Found".
func statusText(status int) string {
	return strings.TrimSpace("status " + strconv.Itoa(status) + " " + http.StatusText(status))
}

// statusOf returns the error that an answer without a document stands for.
func statusOf(res *http.Response, now time.Time) error {
	until, told := retryAfter(res.Header.Get("Retry-After"), now)
	switch res.StatusCode {
	case http.StatusTooManyRequests:
		return &RetryError{Status: res.StatusCode, Until: until}
	case http.StatusServiceUnavailable:
		if told {
			return &RetryError{Status: res.StatusCode, Until: until}
		}
	case http.StatusNotFound, http.StatusGone:
		return &statusError{res.StatusCode, parley.ErrNotFound}
	case http.StatusNoContent, http.StatusResetContent:
		return &statusError{res.StatusCode, parley.ErrEmpty}
	}
	return &statusError{res.StatusCode, parley.ErrUnavailable}
}

// retryAfter reads a Retry-After header: seconds, or an HTTP date. It returns a
// time between a minute and a day from now, and whether the header told one.
func retryAfter(value string, now time.Time) (until time.Time, told bool) {
	value = strings.TrimSpace(value)
	rest := defaultRest
	if value != "" && strings.Trim(value, "0123456789") == "" {
		told, rest = true, maxRest
		if n, err := strconv.ParseInt(value, 10, 64); err == nil && n < int64(maxRest/time.Second) {
			rest = time.Duration(n) * time.Second
		}
	} else if at, err := http.ParseTime(value); err == nil {
		told, rest = true, at.Sub(now)
	}
	return now.Add(min(max(rest, minRest), maxRest)), told
}
