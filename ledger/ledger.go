// Package ledger is the store of all readings: what comes in are documents and
// readings, what goes out are entries, each bound to the document version whose
// text it cites. This package holds the store's vocabulary; ledger/sqlite keeps
// it in one file, and ledger/ledgertest is the suite that every store passes.
//
// Documents enter an ordered log. A pass (such as "read") works through the log
// from a durable cursor and commits its results together with the cursor's new
// place, so that a process killed at any moment repeats at most work that it
// had not committed.
package ledger

import (
	"context"
	"time"

	"parley"
)

// Ledger is a store of documents and their entries. Its methods may be called
// by several goroutines at once. Every write is durable when it returns.
type Ledger interface {
	// Put stores documents in order, in one transaction, and says of each what
	// became of it. Putting the same content again changes nothing.
	Put(ctx context.Context, in []Incoming) ([]Outcome, error)
	// Pending returns up to limit document versions after the pass's cursor, in
	// log order. A cursor belongs to a pass and its version: a new version
	// begins at the start of the log.
	Pending(ctx context.Context, pass Pass, limit int) ([]Logged, error)
	// Commit stores what a pass made of logged document versions, replaces what
	// an earlier version of the pass made of them, and moves the cursor past
	// the last of them, all in one transaction.
	Commit(ctx context.Context, pass Pass, done []Result) error
	// Fail records that an input could not be taken or read.
	Fail(ctx context.Context, f Failure) error

	// Document returns one version of a document; version 0 is the newest.
	// It fails with parley.ErrNotFound.
	Document(ctx context.Context, id string, version int) (Version, error)
	// Versions returns all versions of a document, oldest first.
	Versions(ctx context.Context, id string) ([]Version, error)
	// Raw returns the input that a document version was made from.
	Raw(ctx context.Context, id string, version int) ([]byte, error)
	// Reading returns a document version with its entries.
	Reading(ctx context.Context, id string, version int) (parley.Reading, error)
	// Find returns the entries that answer a query, newest document first.
	Find(ctx context.Context, q Query) (Page, error)
	// Dues returns what the newest versions of documents tell of dues on the days
	// of a query, newest document first.
	Dues(ctx context.Context, q DueQuery) ([]DueItem, error)
	// Latest returns the log's last number, which rises with each new version.
	Latest(ctx context.Context) (int64, error)
	// Status counts what the ledger holds.
	Status(ctx context.Context) (Status, error)

	// Feed returns what is known of a followed address; the zero Feed with the
	// address set where nothing is.
	Feed(ctx context.Context, url string) (Feed, error)
	// SaveFeed stores what is known of a followed address.
	SaveFeed(ctx context.Context, f Feed) error
	// Feeds returns every followed address, by address.
	Feeds(ctx context.Context) ([]Feed, error)

	// Close releases the store.
	Close() error
}

// Incoming is one document as a source gives it, with the input it was made from.
type Incoming struct {
	Document parley.Document
	Raw      []byte // the input as it came: the page, the line, the file
	From     string // where it came from: a path, an address, "standard input"
}

// Change is what Put did with a document.
type Change string

// What Put can do.
const (
	Added     Change = "added"     // a document that the ledger did not have
	Revised   Change = "revised"   // a known address with changed text: the next version
	Unchanged Change = "unchanged" // content that the ledger has
)

// Outcome says what became of one document that was put.
type Outcome struct {
	ID      string // the document's id in the ledger
	Version int    // from 1
	Change  Change
}

// Version is one stored version of a document.
type Version struct {
	parley.Document
	Version int
	Hash    string // SHA-256 of the content, hexadecimal
	From    string
	Stored  time.Time
}

// Pass names a pass and its version. The version is any string; a different one
// makes the pass begin again.
type Pass struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Logged is a document version at its place in the log.
type Logged struct {
	Seq int64
	Version
}

// Result is what a pass made of one logged document version. With Err set there
// is no reading and the failure is recorded under the document's id.
type Result struct {
	Logged  Logged
	Reading parley.Reading
	Err     error
}

// Failure is an input that could not be taken or read. Failures of the same
// input and stage are one row that counts.
type Failure struct {
	Input   string    `json:"input"`   // path, address or document id
	Stage   string    `json:"stage"`   // "fetch", "extract", "put", or the name of a pass
	Reason  string    `json:"reason"`  // parley.Reason of the error
	Message string    `json:"message"` // the whole error
	First   time.Time `json:"first"`
	Last    time.Time `json:"last"`
	Count   int       `json:"count"`
	Solved  bool      `json:"solved,omitempty"` // a later try went well
}

// Query selects entries. Empty fields select nothing away.
type Query struct {
	Words    string      // words or "phrases" that the entry or, for InText, the text must hold
	Who      string      // part of the name of who speaks or is concerned
	By       string      // exact name of an actor who speaks, acts, has the role or is concerned
	Toward   string      // exact name of an actor at whom the entry is directed
	Kind     parley.Kind // of entry; empty: statements
	Outlet   string      // part of the outlet's name
	From, To string      // first and last day of publication, YYYY-MM-DD
	Document string      // id
	InText   bool        // search the text of documents, not the entries; Who, By, Toward and Kind then select nothing away
	Limit    int         // rows a page; 0: 50
	After    string      // Page.Next of the page before
}

// Page is a part of a query's answer.
type Page struct {
	Items   []Item `json:"items"`
	Total   int    `json:"total"`              // of all pages
	AtLeast bool   `json:"at_least,omitempty"` // there are more than Total: counting stopped there
	Next    string `json:"next,omitempty"`     // for Query.After; empty on the last page
}

// Item is an entry with what a list shows of it, or, for a search in the text,
// a document with the passage found.
type Item struct {
	Document   string      `json:"document"` // id
	Version    int         `json:"version"`
	Seq        int64       `json:"seq"` // of the document version in the log
	Title      string      `json:"title"`
	Outlet     string      `json:"outlet"`
	Published  string      `json:"published"`
	URL        string      `json:"url,omitempty"`
	Language   string      `json:"language"`
	Kind       parley.Kind `json:"kind,omitempty"`
	Entry      string      `json:"entry,omitempty"`      // id within the reading
	Span       parley.Span `json:"span"`                 // the entry's hull, in bytes of the text
	Who        string      `json:"who,omitempty"`        // name; of an unresolved source its own words
	Unresolved bool        `json:"unresolved,omitempty"` // no actor stands for the source of this statement
	Speakers   []string    `json:"speakers,omitempty"`   // names of the actors behind who, which Query.By finds
	Whom       string      `json:"whom,omitempty"`       // of an actor, to whom it belongs
	Toward     []string    `json:"toward,omitempty"`     // names of the actors behind whom that Query.Toward finds; none for an addressee
	Role       string      `json:"role,omitempty"`       // title of who, as this text gives it, or what the dated list knows; none where several speak
	Standing   string      `json:"standing,omitempty"`   // how the role stands to the dated list of office holders; listed: the list alone gives it
	Act        string      `json:"act,omitempty"`
	Channel    string      `json:"channel,omitempty"`
	Relay      string      `json:"relay,omitempty"` // name
	Said       string      `json:"said,omitempty"`
	What       string      `json:"what"`              // the evidence, quoted
	Context    string      `json:"context,omitempty"` // the sentences that hold it
	Value      *float64    `json:"value,omitempty"`   // of a figure; nil where it has none
	Issue      string      `json:"issue,omitempty"`   // of a position: what it is on, by the words of the text
	Confidence float64     `json:"confidence,omitempty"`
}

// Status counts what a ledger holds.
type Status struct {
	Documents int                 `json:"documents"`
	Versions  int                 `json:"versions"`
	Unread    int                 `json:"unread"` // versions stored but marked as in a language that is not read
	Entries   map[parley.Kind]int `json:"entries"`
	Failures  []Failure           `json:"failures"` // newest first, unsolved ones only
	Reasons   map[string]int      `json:"reasons"`  // unsolved failures by reason
	Passes    []PassStatus        `json:"passes"`
	Bytes     int64               `json:"bytes"` // size on disk
}

// PassStatus is how far a pass has come.
type PassStatus struct {
	Pass
	Done int64 `json:"done"` // the last log number done
	Lag  int64 `json:"lag"`  // log numbers still to do
}

// Feed is what is known of a followed address.
type Feed struct {
	URL          string
	Title        string
	ETag         string
	LastModified string
	LastTry      time.Time
	LastOK       time.Time
	Next         time.Time // not before
	Failures     int       // in a row
	Silent       int       // tries in a row without a new item
	Error        string    // the last one
}
