/// What each party has declared about its own offices, and which of them answers a question.
///
/// Everything here is computed from what was filed, whenever it is asked for; the time comes in as an
/// argument. It repeats what a party says of itself, and never what another thinks of it.
@org.jspecify.annotations.NullMarked
package torgau.matters.directory;
