package torgau.station.home;

/// Writes the `station.yaml` of a new home, with comments for those who will edit it.
final class StationTemplate {
    private StationTemplate() {}

    /// The text of a `station.yaml` that reads back as this configuration.
    static String text(StationConfig config) {
        var text = new StringBuilder(
                "# One station's configuration: see docs/operations.md; check: torgau config check HOME\n");
        text.append("party: ").append(config.party());
        text.append("\nstation: ").append(config.station());
        text.append("\nlanguage: ").append(config.language()).append(" # of the screens and of `torgau`\n");
        text.append("offices: # in whose name this station speaks, the usual one first; never a person\n");
        config.offices()
                .forEach(office -> text.append("  - {title: ")
                        .append(YamlMapping.quoted(office.title()))
                        .append(", capacity: ")
                        .append(YamlMapping.quoted(office.capacity()))
                        .append("}\n"));
        console(text, config.console());
        line(text, config.line());
        text.append(
                "# translation: {url: \"http://127.0.0.1:5000\"} # a machine that officers may ask; see docs/translation.md\n");
        return text.toString();
    }

    private static void console(StringBuilder text, StationConfig.Console console) {
        text.append("console:\n  bind: ")
                .append(YamlMapping.quoted(console.bind()))
                .append(" # loopback only\n");
        text.append("  port: ").append(console.port()).append('\n');
        console.givenOrigin()
                .ifPresent(origin -> text.append("  origin: ")
                        .append(YamlMapping.quoted(origin))
                        .append('\n'));
    }

    private static void line(StringBuilder text, StationConfig.Line line) {
        text.append("line:\n");
        line.listen()
                .ifPresent(listen -> text.append("  listen: ")
                        .append(YamlMapping.quoted(listen.toString()))
                        .append(" # where other stations reach this one\n"));
        text.append(line.peers().isEmpty() ? "  peers: {} # RED-OPS: [\"red.example:7201\"]\n" : "  peers:\n");
        line.peers()
                .forEach((station, addresses) -> text.append("    ")
                        .append(station)
                        .append(": [")
                        .append(String.join(
                                ", ",
                                addresses.stream()
                                        .map(each -> YamlMapping.quoted(each.toString()))
                                        .toList()))
                        .append("]\n"));
    }
}
