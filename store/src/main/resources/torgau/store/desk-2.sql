-- Edition 2: translations. Rows are added, never changed: of one text into one language the last is what holds, those
-- before it are its history.

CREATE TABLE translation (
  number    INTEGER PRIMARY KEY,
  reference TEXT    NOT NULL, -- of the entry
  part      TEXT    NOT NULL, -- name of the free text in it
  language  TEXT    NOT NULL,
  revision  INTEGER NOT NULL,
  state     TEXT    NOT NULL,
  words     TEXT    NOT NULL,
  title     TEXT    NOT NULL, -- of the office
  capacity  TEXT    NOT NULL,
  at        INTEGER NOT NULL, -- milliseconds UTC
  engine    TEXT,
  note      TEXT,
  UNIQUE (reference, part, language, revision)
) STRICT;
