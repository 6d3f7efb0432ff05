/// The founding document of a line, the cards it is made from, its amendments, and who may sign what under it.
///
/// Nothing here needs the other party's machine or secrets: each half of the ceremony is a function of what a party has
/// and what it was handed. Spec: docs/spec/03-agreement.md.
@NullMarked
package torgau.journal.agreement;

import org.jspecify.annotations.NullMarked;
