// Package parley holds the vocabulary of the ledger: the types in which parley
// says what a document says. A [Document] is one version of one text; a [Reading]
// is that document with its entries: each an [Actor], a [Role], a [Statement], a
// [Date], an [Event], a [Condition], a [Due], a [Position], a [Label] or a
// [Figure]. There is no logic here beyond validity.
//
// # The rule behind the types
//
// Every entry cites its words. A [Span] is a range of the stored text, and
// [Reading.Validate] fails where an entry has no span, where a span lies outside
// the text, or where an entry's quote is not the text. parley writes no sentence
// of its own about the world, and what a text does not give stays empty.
//
// Spans count bytes inside the program and Unicode code points in JSON.
// codepoints.go is the one place that converts.
//
// # A tour of the house, in the direction of the data
//
// The packages are nouns, and each imports only those before it:
//
//   - [parley/source] brings texts in: files, folders, feeds, pages, standard
//     input. Each format is a package that decodes and adapts to a Document
//     ([parley/source/text], [parley/source/html], [parley/source/jsonl],
//     [parley/source/feed]); [parley/source/fetch] is the one gate to the network,
//     [parley/source/dateline] reads "GENEVA, Dec 18 (Reuters) -", and
//     [parley/source/language] tells English from the rest.
//   - [parley/lang] goes from text to blocks, sentences, tokens, quotations and
//     names, all with exact offsets.
//   - [parley/lang/syntax] adds the grammar: words, tags, lemmas and dependency trees,
//     by a small neural network ([parley/lang/parse] over [parley/lang/kernel]) or by
//     a fast perceptron ([parley/lang/perceptron]); the weights are in
//     [parley/lang/model], lang/train makes them. The readers do not use it yet.
//   - [parley/actors] knows the states, organisations and outlets of the world by
//     the names that news gives them.
//   - [parley/read] makes the reading. A reader for each kind of entry is a package
//     of its own: [parley/read/date], [parley/read/figure], [parley/read/role],
//     [parley/read/statement]; [parley/read/coref] then settles which actor stands
//     behind the words. [parley/read.Reader.Document] is the way in, for other
//     programs too.
//   - [parley/ledger] is the store: an ordered log of document versions, the
//     entries bound to them, and the passes that work through the log.
//     [parley/ledger/sqlite] keeps it in one file, [parley/ledger/ledgertest] is
//     the suite that every store passes, [parley/ledger/pass] runs a pass.
//   - [parley/watch] follows feeds into a ledger.
//   - [parley/export/plain] prints readings for people.
//   - [parley/web] shows the ledger: WIRE, READER, HEALTH.
//   - [parley/eval] measures readings against gold, and [parley/demo] holds forty
//     invented stories to try everything on.
//
// cmd/parley is flags and wiring only. docs/ARCHITECTURE.md follows one sentence
// from a file to the screen.
package parley
