/// Meetings and calls, and what was undertaken in them: one memory for both sides.
///
/// Everything here is computed from what was filed, whenever it is asked for; the time comes in as an
/// argument. What each side says of one thing stands side by side, and none of it is a finding.
@org.jspecify.annotations.NullMarked
package torgau.matters.talks;
