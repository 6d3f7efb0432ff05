-- Edition 6: whoever releases something with one signature says why. Before, nobody was asked.

UPDATE proposal SET reason = 'No reason was asked for.' WHERE emergency = 1 AND reason IS NULL;
