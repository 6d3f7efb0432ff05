package torgau.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import torgau.catalogue.value.Times;
import torgau.cli.api.StationApi;

/// Fills in what the fields of a scenario leave open: `@label` becomes the number of the message that
/// has that label, `NOW`, `NOW+PT2H` or `NOW-PT30M` a date-time group. A time stands alone, in a period
/// (`NOW-PT1H..NOW+PT3H`), or after a place of a route (`51-33.6N 013-00.0E at NOW+PT4H`); in other
/// words NOW is a word like any other.
final class Filling {
    private static final Pattern LABEL = Pattern.compile("@([a-z0-9]+(?:-[a-z0-9]+)*)");
    private static final Pattern TIME =
            Pattern.compile("(?:^|(?<=\\.\\.)|(?<=[EW] at ))NOW(?:([+-])(P[0-9DTHMS.]*[DHMS]))?(?=$|\\.\\.)");

    private final UnaryOperator<String> number;
    private final Instant now;

    /// @param number of the message that has a label
    Filling(UnaryOperator<String> number, Instant now) {
        this.number = number;
        this.now = now;
    }

    /// A field's value, with all that is in it, filled in.
    JsonNode of(JsonNode written) {
        if (written.isObject()) {
            ObjectNode filled = StationApi.JSON.createObjectNode();
            written.properties().forEach(each -> filled.set(each.getKey(), of(each.getValue())));
            return filled;
        }
        if (written.isArray()) {
            ArrayNode filled = StationApi.JSON.createArrayNode();
            written.forEach(item -> filled.add(of(item)));
            return filled;
        }
        return written.isTextual()
                ? StationApi.JSON
                        .getNodeFactory()
                        .textNode(of(written.textValue().strip()))
                : written;
    }

    private String of(String text) {
        var label = LABEL.matcher(text);
        return label.matches()
                ? number.apply(label.group(1))
                : TIME.matcher(text).replaceAll(this::group);
    }

    private String group(MatchResult time) {
        if (time.group(2) == null) {
            return Times.group(now.toEpochMilli());
        }
        try {
            Duration apart = Duration.parse(time.group(2));
            return Times.group((time.group(1).equals("+") ? now.plus(apart) : now.minus(apart)).toEpochMilli());
        } catch (DateTimeException | ArithmeticException fault) {
            throw new ScenarioFault(time.group() + " is no time: write NOW+PT2H or NOW-PT30M");
        }
    }
}
