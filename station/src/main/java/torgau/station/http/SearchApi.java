package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import torgau.journal.Code;
import torgau.station.search.Asked;
import torgau.station.search.EntryWords;
import torgau.station.search.Finder;
import torgau.station.search.Indexing;
import torgau.station.search.Meant;
import torgau.station.search.Narrowed;
import torgau.station.search.SearchIndex;
import torgau.station.search.Snippet;
import torgau.station.search.Snippets;
import torgau.station.shell.Docket;
import torgau.station.words.Slips;
import torgau.store.Arrived;
import torgau.store.Filter;
import torgau.store.JournalStore;
import torgau.store.StoreFault;

/// The search in the journal.
final class SearchApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PAGE = 100;
    private static final int DEFAULT_PAGE = 50;

    private final Front front;
    private final SearchIndex index;
    private final Docket docket;
    private final EntryPages pages;

    SearchApi(Front front, SearchIndex index, Docket docket, EntryPages pages) {
        this.front = front;
        this.index = index;
        this.docket = docket;
        this.pages = pages;
    }

    private record Question(Asked asked, Narrowed narrowed, Optional<String> before, int limit) {}

    /// What `GET /search` answers.
    ///
    /// @param spoken language of the officer: what is meant by a slip of the keyboard may depend on it
    ObjectNode answer(Query query, String spoken) {
        Names names = front.names();
        Question question = question(query, names);
        EntryWords words = index.rules().words();
        var finder = new Finder(words.forms(), new Slips(spoken.equals("uk")));
        try {
            return index.ask(file -> {
                Finder.Found found = finder.find(
                        new Finder.Places(file, this::arrived),
                        question.asked,
                        question.narrowed,
                        before(question),
                        question.limit);
                long read = index.readUpTo(); // not while the journal is read: each has faults of its own
                return front.process()
                        .journal()
                        .read(journal ->
                                json(journal, names, question, found, words).put("read", read));
            });
        } catch (StoreFault fault) {
            if (fault.code() != Code.SEARCH_AWAY) {
                throw fault;
            }
            throw new Refusal(503, Code.SEARCH_AWAY);
        }
    }

    private Question question(Query query, Names names) {
        String typed = query.word("q").orElse("");
        if (typed.codePointCount(0, typed.length()) > Asked.MAX_LETTERS) {
            throw new Refusal(422, Code.QUESTION_TOO_LONG, "q is longer than " + Asked.MAX_LETTERS + " letters", "q");
        }
        Asked asked = Asked.of(typed);
        if (asked.words() > Asked.MAX_WORDS) {
            throw new Refusal(
                    422,
                    Code.QUESTION_TOO_LONG,
                    "q has " + asked.words() + " words, more than " + Asked.MAX_WORDS,
                    "q");
        }
        Optional<String> before = query.word("before");
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        Narrowed narrowed = new Narrowing(query, names, docket, front.now()).read();
        boolean byMatters = query.word("awaited").isPresent();
        query.end();
        if (asked.parts().isEmpty() && narrowed.isEmpty() && !byMatters) {
            throw new Refusal(422, Code.NOTHING_TO_SEARCH, Code.NOTHING_TO_SEARCH.text(), "q");
        }
        return new Question(asked, narrowed, before, limit);
    }

    private long before(Question question) {
        return question.before
                .map(cursor -> front.process().journal().read(journal -> pages.cursor(journal, cursor)))
                .orElse(Long.MAX_VALUE);
    }

    private Optional<Arrived> arrived(long cursor) {
        return front.process().journal().read(journal -> journal.arrivedAfter(cursor - 1, 1, Filter.ALL)).stream()
                .filter(arrived -> arrived.cursor() == cursor)
                .findFirst();
    }

    private ObjectNode json(
            JournalStore journal, Names names, Question question, Finder.Found found, EntryWords words) {
        List<EntryJson.Shown> all = new ArrayList<>(ahead(journal, question, found.meant(), words));
        found.entries().stream().map(EntryJson.Shown::of).forEach(all::add);
        ObjectNode json = JSON.objectNode();
        ArrayNode entries = json.putArray("entries");
        ArrayNode snippets = json.putArray("snippets");
        EntryJson views = front.entries(journal, names);
        var cut = new Snippets(words, found.meant());
        for (EntryJson.Shown shown : all) {
            entries.add(views.of(shown));
            snippets.add(snippet(cut.of(shown.payload(), shown.height())));
        }
        ArrayNode corrected = json.putArray("corrected");
        found.meant()
                .corrected()
                .forEach(
                        each -> corrected.addObject().put("typed", each.typed()).put("used", each.used()));
        if (found.more()) {
            json.put("previous", Long.toString(found.before()));
        }
        json.put("more", found.more());
        json.put("cut", found.meant().cut());
        json.put("complete", index.complete());
        return json.put("of", journal.newest());
    }

    /// Those that came before something they follow, on the first page: the newest of all.
    private List<EntryJson.Shown> ahead(JournalStore journal, Question question, Meant meant, EntryWords words) {
        return question.before.isPresent()
                ? List.of()
                : pages.ahead(journal, Filter.ALL).reversed().stream()
                        .filter(shown -> Indexing.found(shown.payload()))
                        .limit(MAX_PAGE)
                        .filter(shown -> Finder.takes(
                                meant,
                                question.narrowed,
                                words.row(shown.payload(), shown.height(), shown.cursor()),
                                shown.payload()))
                        .toList();
    }

    private static ObjectNode snippet(Snippet snippet) {
        ObjectNode json = JSON.objectNode().put("text", snippet.text());
        ArrayNode marks = json.putArray("marks");
        snippet.marks()
                .forEach(mark -> marks.addObject().put("from", mark.from()).put("to", mark.to()));
        return json;
    }
}
