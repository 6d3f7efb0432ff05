package torgau.station.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import torgau.journal.Act;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.store.search.Wanted;

/// What an entry is, as marks among its words: words that nobody can type, since they begin with a
/// letter of private use.
final class Facets {
    private static final char MARK = '\uE001';
    private static final int EVERYBODY = 0;

    private Facets() {}

    /// The marks of an entry.
    static Set<String> of(Payload payload) {
        var marks = new TreeSet<String>();
        marks.add(trafficClass(payload.trafficClass()));
        marks.add(precedence(payload.precedence()));
        marks.add(from(payload.feed().party()));
        marks.add(matter(matterOf(payload)));
        (payload.to().isEmpty() ? List.of(EVERYBODY) : payload.to()).forEach(party -> marks.add(addressed(party)));
        if (payload.act() instanceof Act.Notification filed) {
            marks.add(procedure(filed.form().procedure()));
            marks.add(format(filed.form().format()));
        }
        var day = Instant.ofEpochMilli(payload.time()).atZone(ZoneOffset.UTC).toLocalDate();
        marks.add(Days.day(day));
        marks.add(Days.month(day));
        marks.add(Days.year(day));
        return marks;
    }

    /// Every entry: each is of some class.
    static Wanted all() {
        return Wanted.any(EnumSet.allOf(TrafficClass.class).stream()
                .map(Facets::trafficClass)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// The entry that opened the matter of this one: it may be itself.
    static Reference matterOf(Payload payload) {
        Reference matter = payload.matter();
        return matter == null ? payload.reference() : matter;
    }

    /// A mark of a kind.
    static String mark(char kind, String value) {
        return MARK + String.valueOf(kind) + value;
    }

    static String trafficClass(TrafficClass trafficClass) {
        return mark('c', lettersOf(trafficClass.name()));
    }

    static String precedence(Precedence precedence) {
        return mark('p', lettersOf(precedence.name()));
    }

    static String from(int party) {
        return mark('f', String.valueOf(party));
    }

    private static String addressed(int party) {
        return mark('t', String.valueOf(party));
    }

    /// Addressed to a party by its number, or to all parties but its own author.
    static Wanted to(int party) {
        return new Wanted.Any(List.of(
                new Wanted.Word(addressed(party)),
                new Wanted.But(new Wanted.Word(addressed(EVERYBODY)), new Wanted.Word(from(party)))));
    }

    static String matter(Reference matter) {
        return mark('m', matter.toString().replace('.', 'x'));
    }

    static String procedure(String code) {
        return mark('u', lettersOf(code));
    }

    static String format(String code) {
        return mark('o', lettersOf(code));
    }

    /// Of an entry whose words were taken while this edition was not known here.
    static String unread(String procedure, int edition) {
        return mark('e', lettersOf(procedure) + "x" + edition);
    }

    /// Codes and names are of capital letters, digits and hyphens.
    private static String lettersOf(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
