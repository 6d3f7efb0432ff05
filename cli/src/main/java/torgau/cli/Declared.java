package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import torgau.journal.Precedence;

/// How a decision of one's own authorities is declared: how fast, in whose name, on which legal basis.
final class Declared {
    @Option(
            names = "--precedence",
            defaultValue = "PRIORITY",
            description = "${COMPLETION-CANDIDATES} (default: PRIORITY).")
    private Precedence precedence;

    @Mixin
    private Speaker speaker;

    @Mixin
    private LegalBasis legalBasis;

    /// The entry with this act.
    ObjectNode entry(ObjectNode act, JsonNode status) {
        ObjectNode entry = Verb.object().put("class", "FORMAL").put("precedence", precedence.name());
        entry.set("office", speaker.of(status));
        legalBasis.into(entry);
        entry.set("act", act);
        return entry;
    }
}
