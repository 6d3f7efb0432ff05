package torgau.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import torgau.station.authority.Authority;
import torgau.station.authority.FormatName;
import torgau.station.authority.Kind;
import torgau.station.authority.What;
import torgau.station.formats.Formats;
import torgau.station.text.Texts;

/// A standing-authority table as a commander reads and signs it.
record AuthorityReport(Authority table, Formats formats, Texts texts) {
    List<String> lines() {
        var lines = new ArrayList<String>();
        section(lines, "offices", table.offices().stream().map(may -> List.of(may.office(), words(may.what()))));
        var alone = new ArrayList<List<String>>();
        alone.add(List.of("—", texts.say("cli.authority.acknowledgements")));
        table.alone().forEach(what -> alone.addAll(alone(what)));
        section(lines, "alone", alone.stream());
        section(
                lines,
                "second",
                Stream.concat(
                        table.seconds().stream().map(rule -> List.of(offices(rule.offices()), words(rule.what()))),
                        Stream.of(List.of(texts.say("cli.authority.any_seat"), texts.say("cli.authority.all_else")))));
        section(
                lines,
                "emergency",
                table.emergencies().stream()
                        .map(rule -> List.of(
                                offices(rule.offices()),
                                words(rule.what()),
                                texts.say(
                                        "cli.authority.countersigned",
                                        Map.of(
                                                "offices",
                                                rule.countersigners().isEmpty()
                                                        ? texts.say("cli.authority.any_seat")
                                                        : offices(rule.countersigners()))))));
        section(lines, "legal_basis", table.grounded().stream().map(what -> List.of("—", words(what))));
        return lines;
    }

    private void section(List<String> lines, String key, Stream<List<String>> rows) {
        var sheet = new Sheet("  ");
        List<List<String>> all = rows.toList();
        all.forEach(row -> sheet.row(row.toArray(String[]::new)));
        lines.add(texts.say("cli.authority." + key));
        lines.addAll(all.isEmpty() ? List.of("  " + texts.say("cli.none")) : sheet.lines());
        lines.add("");
    }

    private static String offices(List<String> offices) {
        return String.join(", ", offices);
    }

    /// A rule about formats in as many rows as it has formats, each with its title.
    private List<List<String>> alone(What what) {
        return what.formats().isEmpty()
                ? List.of(List.of("—", words(what)))
                : what.formats().stream()
                        .map(name -> List.of(name.toString(), title(name)))
                        .toList();
    }

    private String title(FormatName name) {
        return formats.catalogue()
                .procedure(name.procedure())
                .flatMap(procedure -> name.format()
                        .map(code -> formats.find(procedure, code)
                                .flatMap(known -> known.format().title().in(texts.language())))
                        .orElseGet(() -> procedure.title().in(texts.language())))
                .orElse("?");
    }

    /// What a rule is about, in words.
    private String words(What what) {
        var parts = new ArrayList<String>();
        parts.add(
                what.classes().isEmpty()
                        ? texts.say("cli.authority.any")
                        : joined(what.classes().stream().map(each -> texts.say("class." + each))));
        add(parts, what.acts().stream().map(Kind::word).map(word -> texts.say("cli.authority.act." + word)));
        add(parts, what.precedences().stream().map(each -> texts.say("precedence." + each)));
        add(parts, what.formats().stream().map(FormatName::toString));
        add(parts, what.tracks().stream().map(track -> track.isEmpty() ? texts.say("cli.authority.no_track") : track));
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, Stream<String> items) {
        String joined = joined(items);
        if (!joined.isEmpty()) {
            parts.add(joined);
        }
    }

    private static String joined(Stream<String> items) {
        return items.collect(Collectors.joining(", "));
    }
}
