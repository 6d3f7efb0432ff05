package torgau.station.formats;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import torgau.catalogue.value.Numbers;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.FeedHead;
import torgau.journal.JournalView;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Station;

/// Message numbers of the entries of a journal: STATION-YEAR-serial, as spoken on the telephone. The
/// serial is the entry's height: it grows from entry to entry of a station over all its incarnations,
/// and both sides compute the same.
///
/// The way back looks into each feed of the station by halves: heights grow along a feed.
public record MessageNumbers(JournalView journal, Roster roster) implements Numbers {
    private static final Pattern NUMBER = Pattern.compile("([A-Z][A-Z0-9-]{0,31})-([0-9]{4})-([0-9]{1,16})");
    private static final long LAST_MILLIS =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    /// The number of an entry at this height.
    public static String of(Roster roster, Payload payload, long height) {
        int year = Instant.ofEpochMilli(Math.min(payload.time(), LAST_MILLIS))
                .atZone(ZoneOffset.UTC)
                .getYear();
        return station(roster, payload.feed().station()) + "-" + year + "-" + height;
    }

    private static String station(Roster roster, int number) {
        return roster.station(number).map(Station::code).orElseGet(() -> "X" + number);
    }

    @Override
    public String number(Reference place) {
        return journal.entry(place)
                .map(entry -> of(roster, entry.payload(), entry.height()))
                .orElseGet(() -> name(place));
    }

    private String name(Reference place) {
        Feed feed = place.feed();
        return station(roster, feed.station()) + "." + HexFormat.of().toHexDigits(feed.incarnation()) + "."
                + place.sequence();
    }

    @Override
    public Optional<Reference> place(String number) {
        Matcher parts = NUMBER.matcher(number);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long height = Long.parseLong(parts.group(3));
        return roster.station(parts.group(1)).stream()
                .flatMap(station -> journal.heads().stream()
                        .filter(head -> head.feed().station() == station.number() && head.height() >= height))
                .flatMap(head -> at(head, height).stream())
                .filter(entry -> of(roster, entry.payload(), entry.height()).equals(number))
                .map(Entry::reference)
                .findFirst();
    }

    /// The entry of a feed that has this height, if one has.
    private Optional<Entry> at(FeedHead head, long height) {
        long low = 1;
        long high = head.sequence();
        while (low < high) {
            long middle = low + (high - low) / 2;
            boolean below = journal.standing(new Reference(head.feed(), middle))
                    .map(standing -> standing.height() < height)
                    .orElse(true);
            low = below ? middle + 1 : low;
            high = below ? high : middle;
        }
        return journal.entry(new Reference(head.feed(), low)).filter(entry -> entry.height() == height);
    }
}
