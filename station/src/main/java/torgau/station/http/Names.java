package torgau.station.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import torgau.journal.Entry;
import torgau.journal.Feed;
import torgau.journal.JournalView;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Station;
import torgau.station.formats.MessageNumbers;

/// Numbers of the journal as people call them: parties, stations, entries, messages, times.
record Names(Roster roster) {
    static final Pattern PARTY = Pattern.compile("[A-Z][A-Z0-9-]{0,31}");
    static final Pattern STATION = Pattern.compile("[A-Z][A-Z0-9-]{0,31}");
    static final Pattern REFERENCE = Pattern.compile("([A-Z][A-Z0-9-]{0,31})\\.([0-9a-f]{8})\\.([0-9]{1,16})");
    /// A reference or a message number.
    static final Pattern MESSAGE =
            Pattern.compile("[A-Z][A-Z0-9-]{0,31}(\\.[0-9a-f]{8}\\.[0-9]{1,16}|-[0-9]{4}-[0-9]{1,16})");
    static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");

    private static final String UNDETERMINED = "und";
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long LAST_MILLIS =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    /// The parties that an entry of a party addresses, by their names: all others if it names none.
    List<String> addressees(int author, List<Integer> to) {
        List<Integer> numbers = !to.isEmpty()
                ? to
                : roster.agreement().parties().stream()
                        .map(Party::number)
                        .filter(party -> party != author)
                        .toList();
        return numbers.stream().map(this::party).toList();
    }

    /// A party by its name; one of which the agreement does not know, as an entry may address any, by
    /// its number.
    String party(int number) {
        return known(number).map(Party::code).orElseGet(() -> "P" + number);
    }

    private Optional<Party> known(int number) {
        var parties = roster.agreement().parties();
        return number >= 1 && number <= parties.size() ? Optional.of(parties.get(number - 1)) : Optional.empty();
    }

    /// Number of another party or one's own by its name.
    Optional<Integer> party(String code) {
        return roster.agreement().party(code).map(Party::number);
    }

    String station(int number) {
        return roster.station(number).map(Station::code).orElseGet(() -> "X" + number);
    }

    /// In which a party writes; BCP 47. Undetermined of a party that the agreement does not know.
    String language(int party) {
        return known(party).map(Party::language).orElse(UNDETERMINED);
    }

    /// The language without region or script.
    static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }

    String reference(Reference place) {
        return station(place.feed().station()) + "." + incarnation(place.feed()) + "." + place.sequence();
    }

    static String incarnation(Feed feed) {
        return HexFormat.of().toHexDigits(feed.incarnation());
    }

    /// The place that such a name names; empty if it has not the form of one or the station is unknown.
    Optional<Reference> reference(String name) {
        var matcher = REFERENCE.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long sequence = Long.parseLong(matcher.group(3));
        return sequence < 1 || sequence > Reference.MAX_SEQUENCE
                ? Optional.empty()
                : roster.station(matcher.group(1))
                        .map(station -> new Feed(station.number(), HexFormat.fromHexDigits(matcher.group(2))))
                        .map(feed -> new Reference(feed, sequence));
    }

    /// The place that a reference or a message number names; empty if neither, or if no entry has the
    /// number.
    Optional<Reference> place(String name, JournalView journal) {
        return reference(name).or(() -> new MessageNumbers(journal, roster).place(name));
    }

    /// STATION-YEAR-serial, as spoken on the telephone. The serial is the entry's height: it grows from
    /// entry to entry of a station over all its incarnations, and both sides compute the same.
    String messageNumber(Payload payload, long height) {
        return MessageNumbers.of(roster, payload, height);
    }

    String messageNumber(Entry entry) {
        return messageNumber(entry.payload(), entry.height());
    }

    /// ISO 8601 with milliseconds and Z.
    static String instant(long millis) {
        return INSTANT.format(Instant.ofEpochMilli(Math.clamp(millis, 0, LAST_MILLIS)));
    }

    static String day(long millis) {
        return DAY.format(Instant.ofEpochMilli(Math.clamp(millis, 0, LAST_MILLIS)));
    }
}
