package torgau.catalogue.picture;

/// What may be sent in a state, by whom, and where it leads.
///
/// @param role that sends it
/// @param to the next state, or the same one
record Move(String format, String role, String to) {}
