package torgau.station.authority;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import torgau.journal.Limits;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;
import torgau.station.home.Home;
import torgau.station.home.HomeFault;
import torgau.station.home.Nearest;
import torgau.station.home.PrivateFiles;
import torgau.station.home.YamlMapping;

/// Reads `authority.yaml`, strictly: a table that is not wholly understood is no table, and nothing is
/// released by it.
public final class AuthorityYaml {
    private static final int MAX_RULES = 256;
    private static final int MAX_ITEMS = 512;
    private static final String[] WHAT = {"acts", "classes", "precedences", "formats", "tracks"};
    private static final String NO_TRACK = "none";

    private AuthorityYaml() {}

    /// The table of a home; empty if it has none.
    ///
    /// @throws HomeFault naming line and value of the first fault
    public static Optional<Authority> of(Home home) {
        if (!Files.exists(home.authority(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        PrivateFiles.refuseOpenToOthers(home.authority());
        return Optional.of(read(YamlMapping.in(home.authority())));
    }

    /// Reads the text of a table.
    static Authority read(YamlMapping yaml) {
        yaml.only("offices", "alone", "second", "emergency", "legal_basis");
        List<Authority.May> offices = rules(yaml, "offices").stream()
                .map(rule -> new Authority.May(title(rule), what(rule, true, "office")))
                .toList();
        if (offices.isEmpty()) {
            throw yaml.refused("offices", "names no office: nobody could say anything");
        }
        return new Authority(
                offices,
                rules(yaml, "alone").stream().map(rule -> what(rule, false)).toList(),
                rules(yaml, "second").stream()
                        .map(rule ->
                                new Authority.Second(what(rule, true, "offices"), offices(rule, "offices", offices)))
                        .toList(),
                rules(yaml, "emergency").stream()
                        .map(rule -> emergency(rule, offices))
                        .toList(),
                rules(yaml, "legal_basis").stream()
                        .map(rule -> what(rule, true))
                        .toList());
    }

    private static List<YamlMapping> rules(YamlMapping yaml, String key) {
        List<YamlMapping> rules = yaml.mappings(key);
        if (rules.size() > MAX_RULES) {
            throw yaml.refused(key, "has " + rules.size() + " rules, allowed are " + MAX_RULES);
        }
        return rules;
    }

    private static String title(YamlMapping rule) {
        String title = rule.text("office");
        if (title.isBlank() || title.length() > Limits.NAME_BYTES) {
            throw rule.refused("office", "must be the title of an office");
        }
        return title;
    }

    private static Authority.Emergency emergency(YamlMapping rule, List<Authority.May> known) {
        What what = what(rule, false, "offices", "countersigned_by");
        List<String> countersigners =
                rule.has("countersigned_by") ? offices(rule, "countersigned_by", known) : List.<String>of();
        return new Authority.Emergency(what, offices(rule, "offices", known), countersigners);
    }

    /// Offices that the table says something about: another one is misspelt.
    private static List<String> offices(YamlMapping rule, String key, List<Authority.May> known) {
        List<String> titles = some(rule, key);
        var names = new LinkedHashSet<String>();
        known.forEach(may -> names.add(may.office()));
        for (String title : titles) {
            if (!names.contains(title)) {
                throw rule.refused(key, "has “" + title + "”, of which `offices` says nothing" + near(title, names));
            }
        }
        return titles;
    }

    private static String near(String word, Set<String> known) {
        return Nearest.to(word, known)
                .map(near -> "; did you mean “" + near + "”?")
                .orElse("; there are " + String.join(", ", known));
    }

    /// @param leaders whether the rule may be about messages between leaders, which always need two
    /// @param others further keys of the rule
    private static What what(YamlMapping rule, boolean leaders, String... others) {
        var known = new ArrayList<>(List.of(WHAT));
        known.addAll(List.of(others));
        rule.only(known.toArray(String[]::new));
        Set<TrafficClass> classes = constants(rule, "classes", TrafficClass.class);
        if (!leaders && classes.contains(TrafficClass.PRINCIPAL)) {
            throw rule.refused("classes", "has PRINCIPAL: a message between leaders always needs two persons");
        }
        return new What(
                constants(rule, "acts", Kind.class),
                classes,
                constants(rule, "precedences", Precedence.class),
                formats(rule),
                tracks(rule));
    }

    private static <E extends Enum<E>> Set<E> constants(YamlMapping rule, String key, Class<E> kind) {
        var found = EnumSet.noneOf(kind);
        if (!rule.has(key)) {
            return found;
        }
        var names = new LinkedHashSet<String>();
        EnumSet.allOf(kind).forEach(each -> names.add(kind == Kind.class ? lower(each.name()) : each.name()));
        for (String word : some(rule, key)) {
            if (!names.contains(word)) {
                throw rule.refused(key, "has " + word + near(word, names));
            }
            found.add(Enum.valueOf(kind, word.toUpperCase(Locale.ROOT)));
        }
        return found;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static List<FormatName> formats(YamlMapping rule) {
        return rule.has("formats")
                ? some(rule, "formats").stream()
                        .map(word -> FormatName.of(word)
                                .orElseThrow(() -> rule.refused(
                                        "formats",
                                        "has " + word + "; wanted is a procedure, UA, or a format of one, UA/UR")))
                        .toList()
                : List.of();
    }

    private static List<String> tracks(YamlMapping rule) {
        return rule.has("tracks")
                ? some(rule, "tracks").stream()
                        .map(word -> word.equals(NO_TRACK) ? "" : word)
                        .toList()
                : List.of();
    }

    /// A list that is there says something: an empty one would be read as everything or as nothing.
    private static List<String> some(YamlMapping rule, String key) {
        List<String> items = rule.texts(key);
        if (items.isEmpty() || items.size() > MAX_ITEMS) {
            throw rule.refused(
                    key, "has " + items.size() + " items, allowed are 1 to " + MAX_ITEMS + "; leave it out for all");
        }
        return items;
    }
}
