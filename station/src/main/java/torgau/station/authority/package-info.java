/// Who may say what, and how many persons release it: the party's private standing-authority table.
///
/// The table decides before anything is signed and is known to nobody else: no entry says by whom, or by
/// how many, it was released. What the table does not allow is refused; what it does not name needs two
/// persons. See docs/authority.md.
@NullMarked
package torgau.station.authority;

import org.jspecify.annotations.NullMarked;
