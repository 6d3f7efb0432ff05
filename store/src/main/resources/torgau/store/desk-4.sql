-- Edition 4: officers' own notes about what the other side has declared. They are private: no entry is made of them.

CREATE TABLE note (
  about    TEXT    NOT NULL, -- what it is about, as its reader names it
  revision INTEGER NOT NULL, -- one more at each change; all stay
  words    TEXT    NOT NULL, -- empty: taken away
  seat     TEXT    NOT NULL,
  at       INTEGER NOT NULL, -- milliseconds UTC
  PRIMARY KEY (about, revision)
) STRICT;
