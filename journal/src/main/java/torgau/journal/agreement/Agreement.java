package torgau.journal.agreement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import torgau.journal.Checks;
import torgau.journal.Digest;
import torgau.journal.Limits;

/// The founding document of a line. Its hash is the line's id.
///
/// @param name of the line, as it is shown
/// @param languages of the line, BCP 47, in the order in which they are shown
/// @param parties numbered 1, 2, 3 … in this order
/// @param stations ascending by number
/// @param catalogue hash of the catalogue of procedures that was agreed
/// @param tracks of the dialogue that can be named
/// @param clauses what the parties declare once for all, in every language; legal effect as they say
public record Agreement(
        String name,
        List<String> languages,
        List<Party> parties,
        List<Station> stations,
        Rules rules,
        Digest catalogue,
        List<String> tracks,
        List<LeadOffice> leadOffices,
        List<torgau.journal.Text> clauses) {
    /// Bytes of one agreement.
    public static final int MAX_BYTES = 1 << 20;
    /// Stations at the founding.
    public static final int MAX_STATIONS = 255;

    public Agreement {
        Checks.name("name of the line", name);
        Checks.within("languages", languages.size(), 1, Limits.LIST_ITEMS);
        languages.forEach(Checks::language);
        Checks.within("parties", parties.size(), 2, Limits.PARTIES);
        Checks.within("stations", stations.size(), 2, MAX_STATIONS);
        Checks.ascending(
                "station numbers", stations.stream().map(Station::number).toList());
        Checks.within("tracks", tracks.size(), 0, Limits.LIST_ITEMS);
        tracks.forEach(track -> Checks.name("track", track));
        Checks.within("lead offices", leadOffices.size(), 0, Limits.REFERENCES);
        Checks.within("clauses", clauses.size(), 0, Limits.LIST_ITEMS);
        languages = List.copyOf(languages);
        parties = List.copyOf(parties);
        stations = List.copyOf(stations);
        tracks = List.copyOf(tracks);
        leadOffices = List.copyOf(leadOffices);
        clauses = List.copyOf(clauses);
        distinct(parties, stations);
        members(parties, stations, leadOffices);
    }

    private static void distinct(List<Party> parties, List<Station> stations) {
        var codes = new LinkedHashSet<String>();
        parties.forEach(party -> once(codes.add(party.code()), "party code " + party.code()));
        codes.clear();
        stations.forEach(station -> once(codes.add(station.code()), "station code " + station.code()));
        var keys = new LinkedHashSet<Digest>();
        parties.forEach(party -> once(keys.add(Digest.over(party.rootKey())), "root key of " + party.code()));
        stations.forEach(station -> once(keys.add(Digest.over(station.signingKey())), "key of " + station.code()));
    }

    private static void once(boolean first, String what) {
        if (!first) {
            throw new IllegalArgumentException(what + " appears twice");
        }
    }

    private static void members(List<Party> parties, List<Station> stations, List<LeadOffice> leadOffices) {
        for (int i = 0; i < parties.size(); i++) {
            Checks.within(
                    "number of party " + parties.get(i).code(), parties.get(i).number(), i + 1L, i + 1L);
        }
        stations.forEach(
                station -> Checks.within("party of station " + station.code(), station.party(), 1, parties.size()));
        leadOffices.forEach(office -> Checks.within("party of a lead office", office.party(), 1, parties.size()));
    }

    public Party party(int number) {
        return parties.get(number - 1);
    }

    public Optional<Party> party(String code) {
        return parties.stream().filter(party -> party.code().equals(code)).findFirst();
    }
}
