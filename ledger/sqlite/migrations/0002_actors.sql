-- Entries by the exact names of their actors.
--
-- An entry keeps the names of the actors who speak or act in it, and of those at
-- whom it is directed, each list as JSON; an empty text is no actor. The column
-- of keys in entry_index holds a word for each of them, beside "w7" for the
-- whole of who and "o3" for the outlet: "a7" for the actor of that name who
-- speaks, "t7" for one at whom the entry is directed. Their numbers are those of
-- the names of sort "w".
--
-- What was stored before has neither the names nor the words. The passes begin
-- again, as for a new version of their reader, and fill them in; until a text is
-- read again its entries stay as they are.

-- +goose Up

ALTER TABLE entries ADD COLUMN speakers TEXT NOT NULL DEFAULT '';
ALTER TABLE entries ADD COLUMN toward TEXT NOT NULL DEFAULT '';

DELETE FROM cursors;
