// Package web is the ledger's screens in a browser: WIRE, the list of entries
// with the newest document first; READER, one stored text with its entries
// beside the sentences that they cite; ACTOR, one actor's names, roles and
// statements, and what others said toward it; and the ledger's health.
//
// In flow questions to a ledger.Ledger; out flow pages. Every page is an
// address, is complete without scripts, and is made of three files: page.go
// asks the ledger, page.html shows the answer, page.js adds the keys. Nothing
// here writes to the ledger, and nothing is fetched from anywhere else.
//
// All text of the ledger is foreign: it was written by strangers and may try to
// be markup, to reorder the line that it stands in, or to hide. It reaches the
// page only through html/template's escaping and the functions of foreign.go.
package web
