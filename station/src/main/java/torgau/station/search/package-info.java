/// Searching the journal: what of an entry is found, what a question means, and the index that follows
/// the journal in the background. docs/search.md tells officers what it does.
@NullMarked
package torgau.station.search;

import org.jspecify.annotations.NullMarked;
