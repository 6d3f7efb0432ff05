package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The office in whose name something is said.
final class Speaker {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--office",
            paramLabel = "TITLE",
            description = "In whose name (default: the station's first office).")
    private @Nullable String office;

    @Option(names = "--capacity", paramLabel = "TEXT", description = "In which capacity the office speaks.")
    private @Nullable String capacity;

    /// One of the station's offices by its title, else one given whole.
    ObjectNode of(JsonNode status) {
        for (JsonNode own : status.path("offices")) {
            if (office == null || own.path("title").asText().equalsIgnoreCase(office)) {
                return Verb.object()
                        .put("title", own.path("title").asText())
                        .put("capacity", capacity == null ? own.path("capacity").asText() : capacity);
            }
        }
        if (office == null || capacity == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "the station speaks for no such office; give --office TITLE and --capacity TEXT, or one of "
                            + titles(status));
        }
        return Verb.object().put("title", office).put("capacity", capacity);
    }

    private static List<String> titles(JsonNode status) {
        var titles = new ArrayList<String>();
        status.path("offices").forEach(own -> titles.add(own.path("title").asText()));
        return titles;
    }
}
