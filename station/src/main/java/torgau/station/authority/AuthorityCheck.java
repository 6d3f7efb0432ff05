package torgau.station.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import torgau.station.formats.Formats;
import torgau.station.home.Home;
import torgau.station.home.HomeFault;
import torgau.station.home.YamlMapping;

/// Looks up every name in a table that has been read. A name that is not there makes a rule narrower,
/// never wider, so a station starts with it; but whoever wrote it meant something else.
public final class AuthorityCheck {
    private AuthorityCheck() {}

    /// What is to be mended, each with its file and line; the file has been read before.
    ///
    /// @param offices titles that `station.yaml` has
    public static List<String> of(Home home, List<String> offices, Formats formats) {
        var yaml = YamlMapping.in(home.authority());
        var findings = new ArrayList<String>();
        for (YamlMapping rule : yaml.mappings("offices")) {
            if (!offices.contains(rule.text("office"))) {
                findings.add(finding(rule.refused(
                        "office",
                        "is “" + rule.text("office") + "”, which station.yaml does not have; it has " + offices)));
            }
        }
        Stream.of("offices", "alone", "second", "emergency", "legal_basis")
                .flatMap(key -> yaml.mappings(key).stream())
                .forEach(rule -> rule.texts("formats").stream()
                        .filter(name -> !known(name, formats))
                        .forEach(name -> findings.add(finding(rule.refused(
                                "formats",
                                "has " + name + ", which the catalogue does not have; correct or remove it")))));
        return findings;
    }

    private static String finding(HomeFault fault) {
        return String.valueOf(fault.getMessage());
    }

    private static boolean known(String written, Formats formats) {
        Optional<FormatName> name = FormatName.of(written);
        return name.flatMap(known -> formats.catalogue().procedure(known.procedure()))
                .filter(procedure -> name.get().format().stream()
                        .allMatch(code -> formats.find(procedure, code).isPresent()))
                .isPresent();
    }
}
