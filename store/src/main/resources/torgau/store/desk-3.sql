-- Edition 3: what waits for a second signature. It is private: no entry names a seat, or says how many persons released
-- it. Officers' tokens are no longer kept here: the home's seats.yaml has their hashes, so that a seat that was taken away
-- is gone whatever the desk holds.

DROP TABLE token;

CREATE TABLE proposal (
  number         INTEGER PRIMARY KEY, -- in the order in which they were made
  revision       INTEGER NOT NULL,    -- one more at each step
  key            TEXT    NOT NULL UNIQUE, -- the client's Idempotency-Key: of the request, and of the entry
  request        BLOB    NOT NULL,    -- hash of the request
  at             INTEGER NOT NULL,    -- milliseconds UTC, as are the others
  seat           TEXT    NOT NULL,
  office         TEXT    NOT NULL,
  content        BLOB    NOT NULL,    -- what would be signed
  seen           INTEGER NOT NULL,    -- cursor of the newest entry that was here then
  stage          TEXT    NOT NULL,
  open           INTEGER NOT NULL,    -- 1 while somebody has to do something about it
  by_seat        TEXT,
  by_office      TEXT,
  by_at          INTEGER,
  emergency      INTEGER NOT NULL,
  entry          TEXT,
  counter_seat   TEXT,
  counter_office TEXT,
  counter_at     INTEGER,
  reason         TEXT
) STRICT;
CREATE INDEX proposal_open ON proposal (number) WHERE open = 1;
