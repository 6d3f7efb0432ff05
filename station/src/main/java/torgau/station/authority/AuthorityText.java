package torgau.station.authority;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import torgau.station.home.Home;
import torgau.station.home.PrivateFiles;
import torgau.station.home.YamlMapping;

/// Writes a table as `authority.yaml`, with comments for those who will edit it.
public final class AuthorityText {
    private static final int A_LINE = 12;
    private static final String HEAD = """
            # Who may say what at this station, and how many persons release it. Private: nothing of it is ever sent.
            # What no rule of `offices` allows is refused; what no rule of `alone` covers needs two persons at two seats.
            # How to write it: docs/authority.md. Check it: torgau authority check HOME. To be signed: torgau authority show HOME.
            """;

    private AuthorityText() {}

    /// The text of a file that reads back as this table.
    public static String of(Authority table) {
        return HEAD
                + section(
                        "offices",
                        "what each may say; messages between leaders only where `classes` names PRINCIPAL",
                        table.offices().stream()
                                .map(may -> rule(may.what(), "office: " + YamlMapping.quoted(may.office())))
                                .toList())
                + section(
                        "alone",
                        "what one person releases, beside acknowledgements",
                        table.alone().stream().map(what -> rule(what)).toList())
                + section(
                        "second",
                        "whose seats sign second; where no rule fits, any other seat",
                        table.seconds().stream()
                                .map(rule -> rule(rule.what(), offices("offices", rule.offices())))
                                .toList())
                + section(
                        "emergency",
                        "who may release alone when nobody can be reached; another seat countersigns later",
                        table.emergencies().stream()
                                .map(AuthorityText::emergency)
                                .toList())
                + section(
                        "legal_basis",
                        "what is released only with its legal basis stated; the statement stays on the desk",
                        table.grounded().stream().map(what -> rule(what)).toList());
    }

    /// Writes the table of a new home.
    public static void create(Home home, Authority table) {
        PrivateFiles.create(home.authority(), of(table).getBytes(StandardCharsets.UTF_8));
    }

    private static String section(String key, String comment, List<String> rules) {
        String items = rules.stream().map(rule -> "  - {" + rule + "}\n").collect(Collectors.joining());
        return key + ":" + (rules.isEmpty() ? " []" : "") + " # " + comment + "\n" + items;
    }

    private static String emergency(Authority.Emergency rule) {
        String offices = offices("offices", rule.offices());
        return rule.countersigners().isEmpty()
                ? rule(rule.what(), offices)
                : rule(rule.what(), offices, offices("countersigned_by", rule.countersigners()));
    }

    private static String rule(What what, String... first) {
        var parts = new ArrayList<>(List.of(first));
        add(parts, "acts", what.acts().stream().map(Kind::word).toList());
        add(parts, "classes", what.classes());
        add(parts, "precedences", what.precedences());
        add(
                parts,
                "tracks",
                what.tracks().stream()
                        .map(track -> YamlMapping.quoted(track.isEmpty() ? "none" : track))
                        .toList());
        add(parts, "formats", what.formats());
        return String.join(", ", parts);
    }

    private static String offices(String key, List<String> offices) {
        return key + ": [" + offices.stream().map(YamlMapping::quoted).collect(Collectors.joining(", ")) + "]";
    }

    /// A long list goes on in further lines.
    private static void add(List<String> parts, String key, Collection<?> items) {
        var text = new StringBuilder();
        int written = 0;
        for (Object item : items) {
            text.append(written == 0 ? "" : written % A_LINE == 0 ? ",\n      " : ", ")
                    .append(item);
            written++;
        }
        if (written > 0) {
            parts.add(key + ": [" + text + "]");
        }
    }
}
