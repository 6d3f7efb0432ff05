-- The words of one station's journal, edition 1: made from the journal, and made again whenever this file is missing,
-- damaged or of other words. Written by torgau.store.search alone. Rows have the numbers of the order of arrival. No text
-- can be read back from the tables, but for single words in `word`.

-- Which words, base forms and marks an entry has.
CREATE VIRTUAL TABLE form USING fts5(words, content='', columnsize=0, detail='none', tokenize="ascii tokenchars ''''");
INSERT INTO form (form, rank) VALUES ('hashsize', 8388608);

-- The words of an entry in their order, for phrases.
CREATE VIRTUAL TABLE text USING fts5(words, content='', columnsize=0, detail='full', tokenize="ascii tokenchars ''''");
INSERT INTO text (text, rank) VALUES ('hashsize', 8388608);

-- Every word that occurs, in the order in which they were first seen: the frequent ones come early.
CREATE TABLE word (
  id   INTEGER PRIMARY KEY,
  word TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE progress (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  cursor  INTEGER NOT NULL, -- of the last entry that was read
  entry   BLOB    NOT NULL, -- its id
  made_by TEXT    NOT NULL  -- the rules by which words were taken from entries
) STRICT;
