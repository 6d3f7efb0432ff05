package torgau.matters.visits;

import java.util.Optional;
import torgau.catalogue.value.Value;
import torgau.matters.Turn;

/// One person of a delegation, by number.
///
/// @param listed the act that put the person on the list
/// @param part in the delegation, an item of the list `parts`
/// @param person what stands in the journal: the name of an annex
/// @param by the answer from which the standing comes
/// @param limits under which the person was approved, in the host's words
/// @param reason an item of the list `reasons`; a reason is never asked for
/// @param removed the act that took the person off the list
public record Member(
        long number,
        Turn listed,
        Optional<String> part,
        Optional<Value> person,
        Standing standing,
        Optional<Turn> by,
        Optional<String> limits,
        Optional<String> reason,
        Optional<Turn> removed) {}
