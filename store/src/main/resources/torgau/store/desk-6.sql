-- Edition 6: officers as persons, and which person proposed, signed or countersigned. They are private: no entry names one.
-- Whoever releases something with one signature says why; before, nobody was asked.

CREATE TABLE officer (
  id       TEXT    PRIMARY KEY,
  revision INTEGER NOT NULL, -- one more at each change
  content  BLOB    NOT NULL  -- name, seat, roles, state, passkeys, invitation
) STRICT;

ALTER TABLE proposal ADD COLUMN person TEXT;
ALTER TABLE proposal ADD COLUMN by_person TEXT;
ALTER TABLE proposal ADD COLUMN counter_person TEXT;

UPDATE proposal SET reason = 'No reason was asked for.' WHERE emergency = 1 AND reason IS NULL;
