/// The words of the journal in a file of their own, `search.db`: which entries have which. It holds
/// nothing that the journal does not, can be removed at any time, and is made again from the journal.
@NullMarked
package torgau.store.search;

import org.jspecify.annotations.NullMarked;
