package torgau.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Why the law lets something be said, for one's own desk.
final class LegalBasis {
    @Option(
            names = "--legal-basis",
            paramLabel = "TEXT",
            description = "Why the law lets it be said. It stays on this station's desk and is never sent.")
    private @Nullable String stated;

    /// Puts it into a request, if it is stated.
    void into(ObjectNode request) {
        if (stated != null) {
            request.put("legal_basis", stated);
        }
    }
}
