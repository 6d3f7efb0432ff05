/// Books of the station that only grow: each line names the digest of the one before, so that what was
/// changed, left out or moved is found, with its range. They stay on the desk; nothing of them is sent.
@NullMarked
package torgau.station.ledger;

import org.jspecify.annotations.NullMarked;
