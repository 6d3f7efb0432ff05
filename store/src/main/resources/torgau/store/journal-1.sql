-- The journal of one station, edition 1. Written by torgau.store.sqlite alone.
--
-- Feeds and kinds have small numbers of this file's own; nothing outside the file knows them. References are stored as
-- 14 bytes (station, incarnation, sequence, big-endian), so that their bytes sort as references do. `sum` is the CRC-32C
-- of a row (torgau.store.sqlite.Sums): SQLite has none, and a flipped bit must be found where it is read.

-- Every feed with its head: the last entry, and how far the feed had seen each other feed by then.
CREATE TABLE feed (
  number      INTEGER PRIMARY KEY,
  station     INTEGER NOT NULL,
  incarnation INTEGER NOT NULL,
  sequence    INTEGER NOT NULL,
  id          BLOB    NOT NULL,
  height      INTEGER NOT NULL,
  seen        BLOB    NOT NULL, -- references, one after the other, ascending
  closed      INTEGER NOT NULL, -- 1: takes no more entries
  sum         INTEGER NOT NULL,
  UNIQUE (station, incarnation)
) STRICT;

-- The combinations of act type (64 stands for all from 64 on), class, precedence and party that occur: one narrow index
-- on them answers every filter.
CREATE TABLE kind (
  number     INTEGER PRIMARY KEY,
  type       INTEGER NOT NULL,
  class      TEXT    NOT NULL,
  precedence TEXT    NOT NULL,
  party      INTEGER NOT NULL,
  sum        INTEGER NOT NULL,
  UNIQUE (type, class, precedence, party)
) STRICT;

-- Every entry, in the order of arrival, which is nearly the total order: appending goes to the end of the file. There is
-- no index by height: each feed ascends in height, so the total order is merged from the feeds.
CREATE TABLE entry (
  arrival    INTEGER PRIMARY KEY,
  feed       INTEGER NOT NULL,
  sequence   INTEGER NOT NULL,
  kind       INTEGER NOT NULL,
  height     INTEGER NOT NULL,
  arrived_at INTEGER NOT NULL, -- milliseconds UTC by this station's clock
  sum        INTEGER NOT NULL,
  id         BLOB    NOT NULL,
  matter     BLOB,             -- reference of the entry that opened the matter, if this one did not
  payload    BLOB    NOT NULL,
  signature  BLOB    NOT NULL
) STRICT;
CREATE UNIQUE INDEX entry_place ON entry (feed, sequence);
CREATE INDEX entry_kind ON entry (kind);
CREATE INDEX entry_matter ON entry (matter) WHERE matter IS NOT NULL;

-- What each entry newly saw: the first row at or after a place names the entry that is its receipt.
CREATE TABLE mark (
  observer INTEGER NOT NULL, -- feed that saw
  feed     INTEGER NOT NULL, -- feed that was seen
  upto     INTEGER NOT NULL, -- its sequence, and all before it
  saying   INTEGER NOT NULL, -- sequence in the observer's feed
  PRIMARY KEY (observer, feed, upto)
) STRICT, WITHOUT ROWID;

-- Opaque bytes of the link and of the station's heart.
CREATE TABLE memory (
  key   TEXT    PRIMARY KEY,
  bytes BLOB    NOT NULL,
  sum   INTEGER NOT NULL
) STRICT;

-- Requests that made an entry, by their Idempotency-Key.
CREATE TABLE answer (
  key       TEXT    PRIMARY KEY,
  request   BLOB    NOT NULL, -- SHA-256
  reference BLOB    NOT NULL,
  sum       INTEGER NOT NULL
) STRICT;

-- Equivocation proofs, by the SHA-256 of their bytes.
CREATE TABLE proof (
  digest BLOB PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;

-- Entries that are not on the journal yet.
CREATE TABLE pending (
  place      BLOB    NOT NULL, -- reference
  digest     BLOB    NOT NULL, -- SHA-256 over payload and signature
  payload    BLOB    NOT NULL,
  signature  BLOB    NOT NULL,
  binding    BLOB    NOT NULL, -- ids that came with it (docs/spec/02-entries.md); empty if none came
  arrived_at INTEGER NOT NULL,
  sum        INTEGER NOT NULL,
  PRIMARY KEY (place, digest)
) STRICT;

-- Bytes outside the journal. An erased one has no row.
CREATE TABLE blob (
  hash   BLOB    PRIMARY KEY,
  owner  INTEGER NOT NULL, -- number of a station
  length INTEGER NOT NULL,
  sum    INTEGER NOT NULL,
  bytes  BLOB    NOT NULL
) STRICT;
CREATE INDEX blob_owner ON blob (owner, length);
