package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import torgau.catalogue.Catalogue;
import torgau.catalogue.CodeList;
import torgau.catalogue.Procedure;
import torgau.catalogue.Words;
import torgau.catalogue.picture.Facing;
import torgau.matters.directory.Declared;
import torgau.matters.directory.Directory;
import torgau.matters.directory.Scope;

/// Two command structures side by side, as each party declared its own: what matches, and what does not.
final class CounterpartsPicture {
    /// Offices of one level of a side that are drawn; how many more there are is said.
    private static final int OF_LEVEL = 3;
    private static final int NAME = 90;
    private static final int UNDER = 120;
    /// From the highest down.
    private static final List<String> LEVELS =
            List.of("organisation", "ministry", "general_staff", "service", "command", "staff", "duty");

    private final Front front;
    private final Directory directory;
    private final String language;
    private final List<String> subjects;

    CounterpartsPicture(Front front, Directory directory, String language, int party) {
        this.front = front;
        this.directory = directory;
        this.language = language;
        this.subjects = Scope.subjects(list(Procedure.COMPETENCES)).stream()
                .filter(code -> Stream.concat(standing(front.ownParty()), standing(party))
                        .anyMatch(entry -> entry.authority().decides().has(code)
                                || entry.authority().transmits().has(code)))
                .toList();
    }

    /// The SVG.
    static String svg(Front front, Directory directory, String language, int party) {
        return Facing.svg(new CounterpartsPicture(front, directory, language, party).facing(party));
    }

    private Facing facing(int party) {
        int own = front.ownParty();
        Names names = front.names();
        return new Facing(
                language,
                say("title", Map.of("ours", names.party(own), "theirs", names.party(party))),
                LEVELS.stream().map(level -> words("levels", level)).toList(),
                side(own),
                side(party),
                subjects.stream().map(code -> subject(code, own, party)).toList(),
                List.of(say("legend", Map.of()), say("as_of", Map.of("time", Names.instant(front.now())))));
    }

    private Stream<Declared> standing(int party) {
        return directory.entries().stream()
                .filter(entry ->
                        entry.post().party() == party && entry.standing().stands());
    }

    private Facing.Side side(int party) {
        var offices = new ArrayList<Facing.Office>();
        for (int level = 0; level < LEVELS.size(); level++) {
            String code = LEVELS.get(level);
            List<Declared> all = standing(party)
                    .filter(entry -> entry.authority().level().equals(code))
                    .toList();
            for (int i = 0; i < Math.min(OF_LEVEL, all.size()); i++) {
                boolean more = i == OF_LEVEL - 1 && all.size() > OF_LEVEL;
                offices.add(office(all.get(i), level, more ? all.size() - OF_LEVEL : 0));
            }
        }
        return new Facing.Side(front.names().party(party), offices, say("vacant", Map.of()));
    }

    private Facing.Office office(Declared entry, int level, int more) {
        var under = new ArrayList<String>();
        String region = entry.authority().region();
        if (region != null) {
            under.add(region);
        }
        if (!entry.authority().decides().disclosed()) {
            under.add(say("withheld", Map.of()));
        }
        if (more > 0) {
            under.add(say("more", Map.of("count", more)));
        }
        String capacity = entry.post().capacity();
        return new Facing.Office(
                level,
                cut(entry.post().title() + (capacity.isEmpty() ? "" : ", " + capacity), NAME),
                cut(String.join(" · ", under), UNDER),
                places(entry.authority().decides().codes()),
                places(entry.authority().transmits().codes().stream()
                        .filter(code -> !entry.authority().decides().has(code))
                        .toList()));
    }

    private List<Integer> places(List<String> codes) {
        return IntStream.range(0, subjects.size())
                .filter(i -> codes.contains(subjects.get(i)))
                .boxed()
                .toList();
    }

    private Facing.Subject subject(String code, int own, int party) {
        List<String> gaps = Stream.of(own, party)
                .filter(each -> standing(each)
                        .noneMatch(entry -> entry.authority().decides().has(code)))
                .map(each -> say("gap", Map.of("party", front.names().party(each))))
                .toList();
        return new Facing.Subject(words("competences", code), gaps);
    }

    private String say(String key, Map<String, ?> values) {
        return front.sentences().say(language, "counterparts.picture." + key, values);
    }

    private static String cut(String text, int most) {
        String plain = text.replaceAll("[\\p{Cf}\\p{Cc}\\s]+", " ").strip();
        int points = plain.codePointCount(0, plain.length());
        return points <= most ? plain : plain.substring(0, plain.offsetByCodePoints(0, most - 1)) + "…";
    }

    private List<String> list(String name) {
        return codes(name).map(known -> List.copyOf(known.items().keySet())).orElse(List.of());
    }

    private java.util.Optional<CodeList> codes(String name) {
        Catalogue catalogue = front.formats().catalogue();
        return catalogue.procedure("DE").flatMap(known -> known.list(name, catalogue.common()));
    }

    private String words(String list, String code) {
        return codes(list)
                .flatMap(known -> known.item(code))
                .flatMap((Words words) -> words.in(language))
                .orElse(code);
    }
}
