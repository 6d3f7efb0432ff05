/// The translation desk: what is still to be translated, how far each translation has come, what was
/// translated before, and a machine if the station has one. All of it is private; only a sender's
/// courtesy translation leaves the desk, as an entry that an officer releases.
@NullMarked
package torgau.station.translation;

import org.jspecify.annotations.NullMarked;
