package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import torgau.journal.Reference;
import torgau.matters.Matter;
import torgau.station.shell.Docket;
import torgau.station.translation.TranslationDesk;
import torgau.store.Filter;
import torgau.store.JournalStore;

/// The entries of a matter in the total order of the journal, a page at a time, with what this desk has
/// translated of them.
final class MatterPages {
    static final int MAX_PAGE = 200;
    private static final int DEFAULT_PAGE = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Front front;
    private final MatterApi matters;
    private final EntryPages pages;
    private final TranslationDesk desk;

    MatterPages(Front front, MatterApi matters, EntryPages pages, TranslationDesk desk) {
        this.front = front;
        this.matters = matters;
        this.pages = pages;
        this.desk = desk;
    }

    /// What `GET /matters/{reference}/entries` answers.
    ObjectNode of(String name, Query query) {
        Optional<String> before = query.word("before");
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        query.end();
        Names names = front.names();
        Docket.Told<Matter> told = matters.named(name);
        List<Reference> places =
                told.answer().steps().stream().map(step -> step.turn().place()).toList();
        int end = before.map(word -> end(places, word, names)).orElse(places.size());
        int begin = Math.max(0, end - limit);
        ObjectNode json = front.process().journal().read(journal -> {
            Stream<EntryJson.Shown> ahead = before.isPresent()
                    ? Stream.of()
                    : pages.ahead(journal, Filter.ALL.ofMatter(told.answer().id())).stream()
                            .limit(MAX_PAGE - (end - begin));
            return page(journal, names, Stream.concat(recorded(journal, places.subList(begin, end)), ahead));
        });
        return json.put("earlier", begin).put("complete", told.complete());
    }

    private static int end(List<Reference> places, String before, Names names) {
        int end = names.reference(before).map(places::indexOf).orElse(-1);
        if (end < 0) {
            throw Refusal.malformed("before", before + " is no entry of this matter");
        }
        return end;
    }

    private static Stream<EntryJson.Shown> recorded(JournalStore journal, List<Reference> places) {
        return places.stream().flatMap(place -> journal.arrived(place).stream()).map(EntryJson.Shown::of);
    }

    private ObjectNode page(JournalStore journal, Names names, Stream<EntryJson.Shown> shown) {
        ObjectNode json = JSON.objectNode();
        ArrayNode entries = json.putArray("entries");
        ArrayNode translations = json.putArray("translations");
        EntryJson views = front.entries(journal, names);
        var words = new TranslationJson(names, front.sentences(), front.language());
        shown.forEach(each -> {
            entries.add(views.of(each));
            Reference place = each.payload().reference();
            desk.now(place)
                    .forEach(now -> translations
                            .addObject()
                            .put("entry", names.reference(place))
                            .put("part", now.of().part())
                            .set("translation", words.state(now)));
        });
        return json;
    }
}
