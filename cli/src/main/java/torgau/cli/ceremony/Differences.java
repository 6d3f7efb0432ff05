package torgau.cli.ceremony;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import torgau.journal.Digest;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.Station;

/// Names the first field in which two agreements differ, so that two offices can talk about it.
final class Differences {
    private static final int BRIEF = 80;

    private Differences() {}

    /// The first field in which two agreements differ, with both values.
    static Optional<String> first(Agreement one, Agreement other) {
        return first(fields(one), fields(other));
    }

    /// The first field in which parties and stations differ.
    static Optional<String> first(
            List<Party> parties, List<Station> stations, List<Party> otherParties, List<Station> otherStations) {
        var one = new LinkedHashMap<String, String>();
        parties(one, parties);
        stations(one, stations);
        var other = new LinkedHashMap<String, String>();
        parties(other, otherParties);
        stations(other, otherStations);
        return first(one, other);
    }

    private static Optional<String> first(Map<String, String> one, Map<String, String> other) {
        for (var field : one.entrySet()) {
            String there = other.getOrDefault(field.getKey(), "missing");
            if (!field.getValue().equals(there)) {
                return Optional.of(field.getKey() + " (" + brief(field.getValue()) + "; " + brief(there) + ")");
            }
        }
        return other.keySet().stream()
                .filter(key -> !one.containsKey(key))
                .findFirst()
                .map(key -> key + " (missing; " + brief(other.getOrDefault(key, "")) + ")");
    }

    private static Map<String, String> fields(Agreement agreement) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", agreement.name());
        fields.put("languages", agreement.languages().toString());
        parties(fields, agreement.parties());
        stations(fields, agreement.stations());
        var rules = agreement.rules();
        fields.put("acknowledge_within", rules.acknowledgeWithinMinutes().toString());
        fields.put("flash_per_hour", String.valueOf(rules.flashPerHour()));
        fields.put("urgent_words", String.valueOf(rules.urgentWords()));
        fields.put("test_every", String.valueOf(rules.testEveryMinutes()));
        fields.put("courier_days", String.valueOf(rules.courierDays()));
        fields.put("never_suspended", rules.neverSuspended().toString());
        fields.put("catalogue", agreement.catalogue().hex());
        fields.put("tracks", agreement.tracks().toString());
        fields.put("lead_offices", agreement.leadOffices().toString());
        int number = 0;
        for (var clause : agreement.clauses()) {
            number++;
            fields.put("clauses[" + number + "]." + clause.language(), clause.words());
        }
        return fields;
    }

    private static void parties(Map<String, String> fields, List<Party> parties) {
        for (Party party : parties) {
            String at = "parties[" + party.number() + "].";
            fields.put(at + "code", party.code());
            fields.put(at + "name", party.name());
            fields.put(at + "kind", party.kind().toString());
            fields.put(at + "language", party.language());
            fields.put(at + "nonce", shortened(party.nonce()));
            fields.put(at + "root_key", shortened(party.rootKey()));
        }
    }

    private static void stations(Map<String, String> fields, List<Station> stations) {
        for (Station station : stations) {
            String at = "stations[" + station.number() + "].";
            fields.put(at + "code", station.code());
            fields.put(at + "signing_key", shortened(station.signingKey()));
            fields.put(at + "kem_key", shortened(station.kemKey()));
        }
    }

    private static String brief(String value) {
        return value.length() <= BRIEF ? value : value.substring(0, BRIEF) + "…";
    }

    private static String shortened(byte[] key) {
        return "SHA-256 " + Digest.over(key).hex().substring(0, 16) + "…";
    }
}
