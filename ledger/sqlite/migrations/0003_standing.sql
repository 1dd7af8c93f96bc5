-- How the role of who stands to the dated list of office holders: "confirmed",
-- "at odds", or "listed" where the text gives no role and the list knows one for
-- the document's day; empty where nothing is known. What was stored before has
-- none until it is read again.

-- +goose Up

ALTER TABLE entries ADD COLUMN standing TEXT NOT NULL DEFAULT '';
