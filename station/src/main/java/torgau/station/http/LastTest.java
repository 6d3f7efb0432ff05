package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import torgau.journal.Act;
import torgau.journal.ActTypes;
import torgau.journal.Entry;
import torgau.store.Among;
import torgau.store.Arrived;
import torgau.store.Filter;

/// The last link test with each counterpart, as the journal shows it.
final class LastTest {
    private static final int LOOKED_AT = 64;
    private static final long GRACE_MILLIS = 300_000;

    private final Front front;
    private final Names names;
    private final List<Arrived> tests;

    LastTest(Front front, Names names) {
        this.front = front;
        this.names = names;
        Filter linkTests = Filter.ALL.ofTypes(Among.only(ActTypes.LINK_TEST));
        this.tests = front.process()
                .journal()
                .read(journal -> journal.arrivedBefore(Long.MAX_VALUE, LOOKED_AT, linkTests))
                .reversed();
    }

    /// The last test that either of the two stations sent to the other.
    Optional<ObjectNode> with(int station) {
        return tests.stream()
                .filter(test -> between(test.entry(), station))
                .findFirst()
                .map(test -> result(test, station));
    }

    private boolean between(Entry test, int station) {
        boolean sent = test.payload().act() instanceof Act.LinkTest(Act.Passage.Sent _);
        int author = test.payload().feed().station();
        int to = author == station ? front.ownParty() : station >>> 8;
        boolean addressed = test.payload().to().isEmpty() || test.payload().to().contains(to);
        return sent && addressed && (author == station || author == front.ownStation());
    }

    private ObjectNode result(Arrived test, int station) {
        boolean ours = test.entry().payload().feed().station() == front.ownStation();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("reference", names.reference(test.entry().reference()));
        json.put("at", Names.instant(test.entry().payload().time()));
        json.put("by", ours ? "us" : "them");
        Optional<Arrived> returned = returnOf(test.entry(), ours ? station : front.ownStation());
        json.put("result", returned.map(it -> word(test.entry(), it.entry())).orElseGet(() -> missing(test)));
        if (ours) {
            returned.ifPresent(it -> json.put("round_trip_ms", Math.max(0, it.at() - test.at())));
        }
        return json;
    }

    private Optional<Arrived> returnOf(Entry test, int by) {
        return tests.stream()
                .filter(one -> one.entry().payload().feed().station() == by)
                .filter(one -> one.entry().payload().act() instanceof Act.LinkTest(Act.Passage.Returned _))
                .filter(one -> one.entry().payload().refs().contains(test.reference()))
                .findFirst();
    }

    private static String word(Entry test, Entry returned) {
        boolean intact = returned.payload().act() instanceof Act.LinkTest(Act.Passage.Returned passage)
                && ActJson.intact(test, passage).orElse(false);
        return intact ? "returned" : "differs";
    }

    private String missing(Arrived test) {
        return front.now() - test.at() > GRACE_MILLIS ? "missed" : "waiting";
    }
}
