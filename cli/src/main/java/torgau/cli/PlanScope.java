package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// How much of the plan a suspension covers.
final class PlanScope {
    private static final String PROCEDURE = "WP";

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable Part part;

    /// A part of it.
    static final class Part {
        @Option(
                names = "--track",
                paramLabel = "NAME",
                description = "This track of the dialogue, in the plan and beside it.")
        private @Nullable String track;

        @Option(
                names = "--counterpart",
                paramLabel = "OFFICE",
                description = "What has this office of the other side, or this party, as its counterpart.")
        private @Nullable String counterpart;
    }

    /// As an act of suspension says it: the whole plan unless a part is named.
    ObjectNode json() {
        ObjectNode scope = Verb.object();
        if (part != null && part.track != null) {
            return scope.put("kind", "track").put("name", part.track);
        }
        if (part != null && part.counterpart != null) {
            return scope.put("kind", "counterpart").put("name", part.counterpart);
        }
        return scope.put("kind", "procedure").put("name", PROCEDURE);
    }

    /// Whether a suspension has just this scope.
    boolean is(JsonNode suspension) {
        return suspension.path("scope").equals(json());
    }
}
