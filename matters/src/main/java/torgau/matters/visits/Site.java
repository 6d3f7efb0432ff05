package torgau.matters.visits;

import java.util.Optional;
import torgau.catalogue.value.Value;
import torgau.matters.Turn;

/// One place that is to be visited.
///
/// @param number 0 for the one place of an emergency visit
/// @param by the answer from which the standing comes
/// @param limits in the host's words
public record Site(
        long number,
        Optional<String> name,
        Optional<Value.Period> when,
        Optional<String> subject,
        Standing standing,
        Optional<Turn> by,
        Optional<String> limits) {}
