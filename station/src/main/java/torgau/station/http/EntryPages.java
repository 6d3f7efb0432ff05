package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import torgau.journal.ActTypes;
import torgau.journal.Binding;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.store.Among;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.JournalStore;
import torgau.store.Pending;

/// Entries in the order of their arrival, a page at a time, and single ones.
final class EntryPages {
    static final int MAX_PAGE = 500;
    private static final int DEFAULT_PAGE = 100;
    private static final String END = "end";
    private static final Map<String, Integer> TYPES = new LinkedHashMap<>();
    static final Set<String> CLASSES =
            EnumSet.allOf(TrafficClass.class).stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static {
        TYPES.put("message", ActTypes.MESSAGE);
        TYPES.put("notification", ActTypes.NOTIFICATION);
        TYPES.put("acknowledgement", ActTypes.ACKNOWLEDGEMENT);
        TYPES.put("translation", ActTypes.TRANSLATION);
        TYPES.put("link_test", ActTypes.LINK_TEST);
        TYPES.put("key_offer", ActTypes.KEY_OFFER);
        TYPES.put("seen", ActTypes.SEEN);
        TYPES.put("amendment", ActTypes.AMENDMENT);
        TYPES.put("suspension", ActTypes.SUSPENSION);
        TYPES.put("resumption", ActTypes.RESUMPTION);
    }

    private final Front front;

    EntryPages(Front front) {
        this.front = front;
    }

    /// What `GET /entries` answers.
    ObjectNode page(Query query) {
        Optional<String> after = query.word("after");
        Optional<String> before = query.word("before");
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        Names names = front.names();
        Filter filter = filter(query, names);
        query.end();
        if (after.isPresent() && before.isPresent()) {
            throw Refusal.malformed("before", "after and before do not go together");
        }
        return front.process().journal().read(journal -> {
            boolean back = before.isPresent();
            List<Arrived> found = back
                    ? journal.arrivedBefore(end(journal, before.get()), limit + 1, filter)
                    : journal.arrivedAfter(
                            after.map(cursor -> cursor(journal, cursor)).orElse(0L), limit + 1, filter);
            boolean more = found.size() > limit;
            List<Arrived> page = !more ? found : back ? found.subList(1, limit + 1) : found.subList(0, limit);
            boolean newest = before.map(END::equals).orElse(false);
            return json(journal, names, page, more, after, newest ? ahead(journal, filter) : List.of());
        });
    }

    private long end(JournalStore journal, String before) {
        return before.equals(END) ? Long.MAX_VALUE : cursor(journal, before);
    }

    /// The place in the order of arrival that a cursor names.
    long cursor(JournalStore journal, String word) {
        long cursor = word.matches("[0-9]{1,16}") ? Long.parseLong(word) : -1;
        if (cursor < 0 || cursor > journal.newest()) {
            throw new Refusal(422, Code.UNKNOWN_CURSOR, word + " is no cursor of this station");
        }
        return cursor;
    }

    private ObjectNode json(
            JournalStore journal,
            Names names,
            List<Arrived> page,
            boolean more,
            Optional<String> after,
            List<EntryJson.Shown> ahead) {
        ObjectNode json = JSON.objectNode();
        ArrayNode entries = json.putArray("entries");
        EntryJson views = front.entries(journal, names);
        page.forEach(arrived -> entries.add(views.of(EntryJson.Shown.of(arrived))));
        ahead.stream().limit(MAX_PAGE - page.size()).forEach(shown -> entries.add(views.of(shown)));
        if (page.isEmpty()) {
            after.ifPresent(cursor -> json.put("next", cursor));
        } else {
            json.put("previous", Long.toString(page.getFirst().cursor()));
            json.put("next", Long.toString(page.getLast().cursor()));
        }
        return json.put("more", more);
    }

    private Filter filter(Query query, Names names) {
        Filter filter = Filter.ALL;
        List<String> types = query.words("types", known());
        if (!types.isEmpty()) {
            filter = filter.ofTypes(types(types));
        }
        List<String> classes = query.words("class", CLASSES);
        if (!classes.isEmpty()) {
            filter =
                    filter.ofClasses(classes.stream().map(TrafficClass::valueOf).collect(Collectors.toSet()));
        }
        Optional<String> matter = query.word("matter");
        if (matter.isPresent()) {
            Reference place = names.reference(matter.get())
                    .orElseThrow(() -> Refusal.malformed("matter", matter.get() + " is no reference"));
            filter = filter.ofMatter(place);
        }
        return direction(query, filter);
    }

    private static Set<String> known() {
        var known = new java.util.LinkedHashSet<>(TYPES.keySet());
        known.add("unknown");
        return known;
    }

    /// `unknown` is every type that has no name here.
    private static Among types(List<String> names) {
        List<Integer> listed =
                names.stream().filter(TYPES::containsKey).map(TYPES::get).toList();
        if (!names.contains("unknown")) {
            return Among.only(listed.toArray(Integer[]::new));
        }
        var others = new ArrayList<>(TYPES.values());
        others.removeAll(listed);
        return Among.allBut(others.toArray(Integer[]::new));
    }

    private Filter direction(Query query, Filter filter) {
        List<String> direction = query.words("direction", Set.of("in", "out"));
        if (direction.isEmpty()) {
            return filter;
        }
        int own = front.ownParty();
        return filter.ofParties(direction.contains("out") ? Among.only(own) : Among.allBut(own));
    }

    /// One entry; also one that is here ahead of the record.
    ObjectNode entry(String name) {
        Names names = front.names();
        Reference place =
                names.place(name, front.process().journal()).orElseThrow(() -> Refusal.notFound("entry " + name));
        return front.process().journal().read(journal -> {
            EntryJson.Shown shown = journal.arrived(place)
                    .map(EntryJson.Shown::of)
                    .or(() -> ahead(journal, Filter.ALL).stream()
                            .filter(one -> one.payload().reference().equals(place))
                            .findFirst())
                    .orElseThrow(() -> Refusal.notFound("entry " + name + " here"));
            return front.entries(journal, names).of(shown);
        });
    }

    /// Entries that came before something they follow: shown at once, after all others.
    List<EntryJson.Shown> ahead(JournalStore journal, Filter filter) {
        long newest = journal.newest();
        long height =
                journal.heads().stream().mapToLong(head -> head.height()).max().orElse(0) + 1;
        var shown = new ArrayList<EntryJson.Shown>();
        for (Pending pending : journal.pending()) {
            Binding claimed = pending.claimed();
            if (claimed != null && filter.takes(pending.payload())) {
                Digest id = Digest.over(claimed.toBeSigned(
                        front.process().setup().identity().founding().line(),
                        pending.signed().payload()));
                shown.add(new EntryJson.Shown(
                        pending.payload(), id, height, Math.max(1, newest), pending.arrivedAt(), true));
            }
        }
        return shown;
    }
}
