/// Whether an entry that arrived belongs to the journal: a pure function of what is held and of the agreement.
@NullMarked
package torgau.journal.admission;

import org.jspecify.annotations.NullMarked;
