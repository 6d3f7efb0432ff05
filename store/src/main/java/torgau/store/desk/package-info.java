/// What is private to a station's officers: drafts, what waits for a second signature, what was opened,
/// alarms, logs and sealed secrets.
///
/// It is a file of its own beside the journal. Neither knows of the other, and nothing of the desk is
/// ever sent.
@NullMarked
package torgau.store.desk;

import org.jspecify.annotations.NullMarked;
