package torgau.station.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import torgau.journal.Digest;
import torgau.station.ledger.Ledger;
import torgau.station.officers.Officer;
import torgau.store.StoreFault;
import torgau.store.desk.LedgerLine;

/// Lines of the audit log for their reader. Whoever can write the desk can write anything in the place of
/// a line: that hides no other line, passes for no other number, and is marked where it stands.
final class AuditShown {
    private static final Map<String, Pattern> WORDS = Map.of(
            "method", Pattern.compile("[A-Z]{1,16}"),
            "path", Pattern.compile("\\P{Cntrl}{0,200}"),
            "seat", Pattern.compile("\\P{Cntrl}{1,32}"),
            "officer", Officer.ID,
            "code", Pattern.compile("TG-\\d{4}"),
            "made", Pattern.compile("\\P{Cntrl}{0,200}"));
    private static final List<String> ALWAYS = List.of("method", "path", "status");

    private AuditShown() {}

    /// The last lines before a number, oldest first.
    static ArrayNode before(Ledger ledger, long number, int limit) {
        List<LedgerLine> read = ledger.before(number, limit + 1);
        boolean more = read.size() > limit;
        Digest last = more ? read.getFirst().digest() : LedgerLine.BEGINNING;
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (LedgerLine line : more ? read.subList(1, read.size()) : read) {
            list.add(one(line, line.follows(last)));
            last = line.digest();
        }
        return list;
    }

    private static ObjectNode one(LedgerLine line, boolean follows) {
        ObjectNode shown =
                JsonNodeFactory.instance.objectNode().put("line", line.number()).put("at", Names.instant(line.at()));
        if (!follows) {
            shown.put("broken", true);
        }
        content(line).ifPresent(shown::setAll);
        return shown;
    }

    /// What the station wrote; empty if it writes no such thing.
    private static Optional<ObjectNode> content(LedgerLine line) {
        try {
            return Ledger.content(line) instanceof ObjectNode content
                            && ALWAYS.stream().allMatch(content::has)
                            && content.properties().stream().allMatch(field -> fits(field.getKey(), field.getValue()))
                    ? Optional.of(content)
                    : Optional.empty();
        } catch (StoreFault cut) {
            return Optional.empty();
        }
    }

    private static boolean fits(String name, JsonNode value) {
        return switch (name) {
            case "status" -> value.isInt() && value.intValue() >= 100 && value.intValue() <= 599;
            case "missed" -> value.canConvertToLong() && value.isIntegralNumber() && value.longValue() > 0;
            default ->
                WORDS.containsKey(name)
                        && value.isTextual()
                        && WORDS.get(name).matcher(value.textValue()).matches();
        };
    }
}
