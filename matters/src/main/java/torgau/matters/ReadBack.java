package torgau.matters;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import torgau.catalogue.Clock;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Decoded;

/// Whether what a reader restates is what was said.
final class ReadBack {
    private static final String READ = "AK";
    private static final String RESTATED = "RB";

    private ReadBack() {}

    /// Whether a clock awaits that something is read back, and does not take less.
    static boolean awaitedBy(Clock clock) {
        return clock.kind() == Clock.Kind.ACKNOWLEDGEMENT
                && clock.doneBy().contains(RESTATED)
                && !clock.doneBy().contains(READ);
    }

    /// Whether nothing of it differs from what was said. What stands in an annex is not compared here,
    /// nor are fields that were corrected since, nor words.
    ///
    /// @param corrected names of fields
    static boolean agrees(Act.Acknowledgement act, Turn said, List<String> corrected) {
        if (!(act.stage() instanceof Act.Stage.Understood understood)) {
            return true;
        }
        return switch (FilingCodec.decode(understood.restated())) {
            case Decoded.Refusal<SequencedMap<String, Value>> _ -> false;
            case Decoded.Value<SequencedMap<String, Value>>(SequencedMap<String, Value> restated) ->
                restated.entrySet().stream()
                        .filter(each -> !corrected.contains(each.getKey()))
                        .allMatch(each -> agrees(each, said));
        };
    }

    private static boolean agrees(Map.Entry<String, Value> restated, Turn said) {
        return restated.getValue() instanceof Value.Keyed
                || said.value(restated.getKey())
                        .filter(restated.getValue()::equals)
                        .isPresent();
    }
}
