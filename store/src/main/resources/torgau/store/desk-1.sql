-- The desk of one station, edition 1: what is private to its officers. Written by torgau.store.desk alone. Nothing here
-- points into the journal's file, and nothing there knows of this one.

CREATE TABLE draft (
  id       TEXT    PRIMARY KEY,
  revision INTEGER NOT NULL,
  saved_at INTEGER NOT NULL, -- milliseconds UTC
  content  BLOB    NOT NULL  -- JSON
) STRICT;
CREATE INDEX draft_saved ON draft (saved_at);

-- Entries that were opened on this desk.
CREATE TABLE opened (
  reference TEXT    PRIMARY KEY,
  at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE alarm (
  number      INTEGER PRIMARY KEY, -- in the order in which they were raised
  id          TEXT    NOT NULL UNIQUE,
  kind        TEXT    NOT NULL,
  precedence  TEXT    NOT NULL,
  raised_at   INTEGER NOT NULL,
  silenced_at INTEGER,
  cleared_at  INTEGER,
  station     INTEGER,
  reference   TEXT,
  code        TEXT,
  detail      TEXT
) STRICT;
CREATE INDEX alarm_open ON alarm (number) WHERE cleared_at IS NULL;

-- The watch log and the audit log: rows are added, never changed.
CREATE TABLE log (
  number    INTEGER PRIMARY KEY,
  at        INTEGER NOT NULL,
  kind      TEXT    NOT NULL,
  office    TEXT,
  code      TEXT,
  reference TEXT,
  detail    TEXT
) STRICT;

-- Officers' tokens, by their SHA-256: the token itself is kept nowhere.
CREATE TABLE token (
  hash    BLOB    PRIMARY KEY,
  office  TEXT    NOT NULL,
  created INTEGER NOT NULL
) STRICT;

-- Bytes sealed under the station's passphrase. What is dropped is overwritten in the file.
CREATE TABLE secret (
  name  TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
