package torgau.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import torgau.cli.local.LocalParty;
import torgau.cli.scenario.Scenario;
import torgau.journal.Office;
import torgau.journal.TrafficClass;
import torgau.station.authority.Authority;
import torgau.station.authority.AuthorityText;
import torgau.station.authority.Standing;
import torgau.station.authority.What;
import torgau.station.formats.Formats;
import torgau.station.home.Home;
import torgau.station.home.PrivateFiles;

/// The offices of a scenario at the stations of its parties: those in whose name a station speaks, and
/// the table that says which of them may say what.
final class Staff {
    private final Scenario played;

    Staff(Scenario played) {
        this.played = played;
    }

    /// The parties with their offices; those that may say only some things come last.
    List<LocalParty> assigned(List<LocalParty> parties) {
        return parties.stream().map(party -> party.speakingFor(offices(party))).toList();
    }

    private List<Office> offices(LocalParty party) {
        return written(party).stream()
                .sorted(Comparator.comparing(office -> office.has("classes")))
                .map(office -> new Office(in(office.path("title"), party), in(office.path("capacity"), party)))
                .toList();
    }

    private List<JsonNode> written(LocalParty party) {
        var offices = new ArrayList<JsonNode>();
        played.parties().path(party.code()).path("offices").forEach(offices::add);
        return offices;
    }

    private static String in(JsonNode words, LocalParty party) {
        return words.path(party.language()).asText();
    }

    /// Writes the table of a party's station: the one that every station begins with, but for what its
    /// offices may say.
    void table(LocalParty party) {
        var may = new ArrayList<Authority.May>();
        for (JsonNode office : written(party)) {
            may.add(new Authority.May(in(office.path("title"), party), what(office.path("classes"))));
        }
        List<String> watch = may.stream()
                .filter(each -> each.what().equals(What.ANY))
                .map(Authority.May::office)
                .toList();
        Authority table = Standing.of(may, Formats.builtIn(), watch);
        PrivateFiles.replace(
                new Home(party.home()).authority(), AuthorityText.of(table).getBytes(StandardCharsets.UTF_8));
    }

    private static What what(JsonNode classes) {
        var some = EnumSet.noneOf(TrafficClass.class);
        classes.forEach(each -> some.add(TrafficClass.valueOf(each.asText())));
        return some.isEmpty() ? What.ANY : What.in(some);
    }
}
