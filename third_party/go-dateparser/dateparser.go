// Package dateparser stands in for github.com/markusmobius/go-dateparser, which
// the library that finds the days of web pages calls last of all, for days
// written out in two hundred languages. That package builds its tables when a
// program starts, every program: a quarter of a second of processor time and 95 MB
// of memory before the first line of parley runs. parley reads English, whose days
// the caller finds before it comes here, so this parser finds nothing.
//
// It declares what the caller uses and no more. Its import path is taken over by
// a replace line in parley's go.mod; without that line everything works as well,
// and starts later.
package dateparser

import (
	"errors"
	"time"
)

// ParserType is a way of parsing.
type ParserType uint8

// The ways of parsing that the caller names.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which way an incomplete day points.
type PreferredDateSource uint8

// Past is the way that the caller prefers.
const Past PreferredDateSource = 1

// Configuration is what the caller asks for.
type Configuration struct {
	CurrentTime         time.Time
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser is a parser that finds nothing.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a day that was found.
type Date struct {
	Time time.Time
}

// errNone is what Parse returns for every text.
var errNone = errors.New("this parser finds no days")

// Parse finds no day in any text.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) { return Date{}, errNone }
