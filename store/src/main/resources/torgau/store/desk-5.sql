-- Edition 5: books that only grow, such as the log of the watch, the officers and what they did. Each line names the
-- digest of the one before it. They are private: no entry is made of them.

CREATE TABLE ledger (
  book    TEXT    NOT NULL,
  number  INTEGER NOT NULL, -- from 1, without gaps
  at      INTEGER NOT NULL, -- milliseconds UTC
  content BLOB    NOT NULL,
  digest  BLOB    NOT NULL, -- of the digest before, the book, number, time and content
  PRIMARY KEY (book, number)
) STRICT;
