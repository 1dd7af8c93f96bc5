-- The ledger in one file.
--
-- A document has versions; each version is one row of the ordered log, and has
-- one body and any number of entries:
--
--   documents 1 ─── n versions 1 ─── 1 bodies      (text, raw input)
--                        │ 1
--                        └────────── n entries     (what the passes found in it)
--
--   text_index    full text over title and text of the newest versions
--   entry_index   full text over who and what of their entries
--   names         outlets and speakers, each once; name_index finds them by part
--   cursors       how far each pass has come in the log
--   counts        entries of the newest versions, by kind
--   failures      inputs that could not be taken or read
--   feeds         addresses that are followed
--
-- Two numbers order everything. "seq" is the place of a version in the log, in
-- the order of arrival. "slot" is its place in every list, by the time of
-- publication: slot.go draws its bits. Entries have slots too, next to that of
-- their version, and the slot is the rowid in both full-text indexes, so that
-- a list and a search both run down one index in order and stop when the page
-- is full, whatever the size of the ledger.
--
-- Times are UTC in RFC 3339 with nine decimals, which sort as text; an empty
-- text is an unknown time.

-- +goose Up

CREATE TABLE documents (
    id   INTEGER PRIMARY KEY,
    key  TEXT NOT NULL UNIQUE, -- what makes it the same document: "url:…", "id:…" or "hash:…"
    name TEXT NOT NULL UNIQUE  -- the id by which the world knows it
) STRICT;

-- Names are kept once, so that a part of a name is looked up among thousands of
-- names and not among millions of entries. The full-text indexes below have a
-- column of keys, "w7" for the speaker and "o3" for the outlet of those ids: a
-- key is a single word, which an index follows much faster than a word that is
-- only begun.
CREATE TABLE names (
    id   INTEGER PRIMARY KEY,
    sort TEXT NOT NULL, -- "w": who speaks or is concerned; "o": outlet
    name TEXT NOT NULL,
    UNIQUE (sort, name)
) STRICT;

CREATE VIRTUAL TABLE name_index USING fts5 (
    name,
    content = 'names', content_rowid = 'id', prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE versions (
    seq       INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice, even after a deletion
    document  INTEGER NOT NULL REFERENCES documents (id),
    version   INTEGER NOT NULL, -- from 1
    slot      INTEGER NOT NULL UNIQUE,
    live      INTEGER NOT NULL, -- 1: the newest version of its document
    hash      TEXT NOT NULL,    -- SHA-256 of title, outlet, published and text
    title     TEXT NOT NULL,
    outlet    TEXT NOT NULL,
    outlet_id INTEGER NOT NULL REFERENCES names (id),
    published TEXT NOT NULL,
    language  TEXT NOT NULL,
    url       TEXT NOT NULL,
    details   TEXT NOT NULL,    -- the document's other fields, as JSON
    origin    TEXT NOT NULL,    -- where it came from
    stored    TEXT NOT NULL,
    UNIQUE (document, version),
    UNIQUE (document, hash)
) STRICT;

-- Few versions are in a language that is not read; status counts them.
CREATE INDEX versions_unread ON versions (seq) WHERE language NOT IN ('', 'en');

-- Bodies are apart from versions, so that a list does not page through texts.
CREATE TABLE bodies (
    seq  INTEGER PRIMARY KEY REFERENCES versions (seq),
    text TEXT NOT NULL,
    raw  BLOB -- gzip, whose checksum also tells damage; NULL: no raw input was given
) STRICT;

-- What text_index reads when it shows or removes a row. The index keeps no
-- copy of the text.
CREATE VIEW searchable AS
SELECT v.slot AS slot, v.title AS title, b.text AS text, 'o' || v.outlet_id AS keys
FROM versions v JOIN bodies b ON b.seq = v.seq;

CREATE VIRTUAL TABLE text_index USING fts5 (
    title, text, keys,
    content = 'searchable', content_rowid = 'slot',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE entries (
    slot         INTEGER PRIMARY KEY,
    seq          INTEGER NOT NULL REFERENCES versions (seq),
    live         INTEGER NOT NULL, -- as in versions
    pass         TEXT NOT NULL,
    pass_version TEXT NOT NULL,
    id           TEXT NOT NULL,    -- within the reading
    start        INTEGER NOT NULL, -- the hull, in bytes of the text
    "end"        INTEGER NOT NULL,
    reader       TEXT NOT NULL,
    version      INTEGER NOT NULL, -- of the reader
    confidence   REAL NOT NULL,
    who          TEXT NOT NULL,
    unresolved   INTEGER NOT NULL, -- 1: who is the words of a source that no actor stands for
    whom         TEXT NOT NULL,
    role         TEXT NOT NULL,
    act          TEXT NOT NULL,
    channel      TEXT NOT NULL,
    relay        TEXT NOT NULL,
    said         TEXT NOT NULL,
    what         TEXT NOT NULL,    -- the evidence, quoted
    context      TEXT NOT NULL,    -- the sentences that hold it
    body         TEXT NOT NULL     -- the whole entry as JSON, its spans in bytes
) STRICT;

CREATE INDEX entries_seq ON entries (seq);

CREATE VIRTUAL TABLE entry_index USING fts5 (
    who, what, keys,
    content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE counts (
    kind    TEXT PRIMARY KEY,
    entries INTEGER NOT NULL
) STRICT;

-- One row a pass. A pass that comes with another version begins again, since
-- its entries are replaced from the start of the log on.
CREATE TABLE cursors (
    pass    TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    seq     INTEGER NOT NULL -- the last one done
) STRICT;

CREATE TABLE failures (
    input   TEXT NOT NULL,
    stage   TEXT NOT NULL,
    reason  TEXT NOT NULL,
    message TEXT NOT NULL,
    first   TEXT NOT NULL,
    last    TEXT NOT NULL,
    count   INTEGER NOT NULL,
    solved  INTEGER NOT NULL,
    PRIMARY KEY (input, stage)
) STRICT;

CREATE INDEX failures_unsolved ON failures (last) WHERE solved = 0;

CREATE TABLE feeds (
    url           TEXT PRIMARY KEY,
    title         TEXT NOT NULL,
    etag          TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    last_try      TEXT NOT NULL,
    last_ok       TEXT NOT NULL,
    next          TEXT NOT NULL,
    failures      INTEGER NOT NULL,
    silent        INTEGER NOT NULL,
    error         TEXT NOT NULL
) STRICT;
