// Package eval measures readings against gold. What flows in are documents that
// people annotated, in one of three formats, and what parley read from the same
// texts; what flows out are precision, recall and F1, a listing of the faults
// behind them, and how far an entry's confidence can be trusted.
//
// ScoreLedger scores whole readings by the rules of the ledger ("How close is
// close enough"). ScoreQuotes scores attributions in the manner of the corpora
// of quotations, and ScoreTimes scores time expressions in the manner of
// TempEval-3, so that the figures can be laid beside published ones. Each is
// held equal to its reference script, down to the bootstrap intervals, which is
// why the package has a copy of Python's random numbers.
//
// Attributions and Timexes turn a reading into the format of those corpora.
package eval
