/// What a station keeps on disk: the journal, and beside it, apart, the officers' desk.
///
/// When a commit returns, all of it is on disk; when it fails, none of it is shown. No row is ever changed or removed
/// that the journal consists of, and damage is named by the entry it befell, never skipped.
@NullMarked
package torgau.store;

import org.jspecify.annotations.NullMarked;
