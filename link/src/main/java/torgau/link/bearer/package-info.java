/// Bearers: the only I/O of the link. They move sealed messages and understand none of them.
///
/// Before the other end has shown who it is, a connection may send little, for a short time, and few may be open.
@NullMarked
package torgau.link.bearer;

import org.jspecify.annotations.NullMarked;
