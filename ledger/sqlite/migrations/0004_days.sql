-- The days on which something is due.
--
-- A due has a row for its own day and one for the day that it was moved to; each is
-- the first and last day of the stretch that the value stands for. What was stored
-- before has none until it is read again.

-- +goose Up

CREATE TABLE days (
    slot  INTEGER NOT NULL, -- of the entry
    first TEXT NOT NULL,    -- YYYY-MM-DD
    last  TEXT NOT NULL,
    PRIMARY KEY (slot, first, last)
) STRICT, WITHOUT ROWID;

CREATE INDEX days_last ON days (last, first, slot);
