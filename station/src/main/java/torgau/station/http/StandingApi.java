package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import torgau.journal.Reference;
import torgau.matters.Book;
import torgau.matters.Terms;
import torgau.matters.Turn;
import torgau.station.shell.Docket;

/// What was notified until a time in any matter, what ends next first.
record StandingApi(Front front, Docket docket) {
    private static final int MAX_PAGE = 500;
    private static final int DEFAULT_PAGE = 100;

    /// What `GET /standing` answers.
    ObjectNode all(Query query) {
        Optional<Integer> party = query.party("party", front.names());
        Optional<String> format = query.word("format");
        boolean ended = query.flag("ended", false);
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        query.end();
        long now = front.now();
        Docket.Told<List<Terms.Standing>> told = docket.ask(Book::standing);
        List<Terms.Standing> found = told.answer().stream()
                .filter(each -> ended || each.standsAt(now))
                .filter(each -> party.isEmpty() || party.get() == each.notice().party())
                .filter(each ->
                        format.isEmpty() || format.get().equals(each.notice().code()))
                .sorted(Comparator.comparing((Terms.Standing each) -> !each.standsAt(now))
                        .thenComparingLong(Terms.Standing::until)
                        .thenComparing(Terms.Standing::notice))
                .toList();
        var words = new StandingJson(front);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("now", Names.instant(now));
        ArrayNode list = json.putArray("standing");
        found.stream().limit(limit).forEach(each -> {
            ObjectNode one = words.of(each, now);
            one.set("matter", words.coding().cited(matter(each.notice())));
            list.add(one);
        });
        return json.put("total", found.size()).put("complete", told.complete());
    }

    private static Reference matter(Turn notice) {
        Reference opened = notice.matter();
        return opened == null ? notice.place() : opened;
    }
}
