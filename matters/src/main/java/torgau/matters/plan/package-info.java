/// The plan of contacts: what the matters of procedure WP say together. A pure function over matters;
/// what it finds is shown and sent to nobody, and both sides find the same wherever the data is common.
@NullMarked
package torgau.matters.plan;

import org.jspecify.annotations.NullMarked;
