package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import torgau.journal.Digest;
import torgau.journal.Precedence;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Fingerprint;
import torgau.journal.agreement.LeadOffice;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.Rules;
import torgau.journal.agreement.Station;

/// The agreement as it stands, amendments included.
final class AgreementJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SECONDS_IN_MINUTE = 60;

    private AgreementJson() {}

    static ObjectNode of(Names names) {
        Agreement agreement = names.roster().agreement();
        ObjectNode json = JSON.objectNode();
        json.put("name", agreement.name());
        json.put("line_id", names.roster().line().toString());
        json.put("fingerprint", Fingerprint.of(names.roster().line()).toString());
        ArrayNode languages = json.putArray("languages");
        agreement.languages().forEach(languages::add);
        ArrayNode parties = json.putArray("parties");
        agreement.parties().forEach(party -> parties.add(party(party)));
        ArrayNode stations = json.putArray("stations");
        names.roster().stations().forEach(station -> stations.add(station(station, names)));
        rules(json, agreement.rules());
        ArrayNode offices = json.putArray("lead_offices");
        names.roster().leadOffices().forEach(office -> offices.add(leadOffice(office, names)));
        ArrayNode clauses = json.putArray("clauses");
        agreement.clauses().forEach(clause -> clauses.add(ActJson.sentence(clause)));
        return json;
    }

    private static ObjectNode party(Party party) {
        return JSON.objectNode()
                .put("name", party.code())
                .put("kind", party.kind().name().toLowerCase(Locale.ROOT))
                .put(
                        "root_fingerprint",
                        Fingerprint.of(Digest.over(party.rootKey())).toString());
    }

    private static ObjectNode station(Station station, Names names) {
        return JSON.objectNode()
                .put("name", station.code())
                .put("party", names.party(station.party()))
                .put("number", station.number())
                .put("language", names.language(station.party()));
    }

    private static ObjectNode leadOffice(LeadOffice office, Names names) {
        ObjectNode json = JSON.objectNode();
        json.put("party", names.party(office.party()));
        json.put("track", office.track());
        json.put("region", office.region());
        if (!office.office().isEmpty()) {
            json.put("office", office.office());
        }
        return json;
    }

    private static void rules(ObjectNode json, Rules rules) {
        ObjectNode within = json.putObject("acknowledgement_within_s");
        for (Precedence precedence : Precedence.values()) {
            int minutes = rules.acknowledgeWithinMinutes().get(precedence.number());
            within.put(precedence.name(), minutes * SECONDS_IN_MINUTE);
        }
        json.put("test_interval_s", rules.testEveryMinutes() * SECONDS_IN_MINUTE);
        json.put("urgent_words", rules.urgentWords());
        json.put("flash_per_hour", rules.flashPerHour());
        ArrayNode never = json.putArray("never_suspended");
        rules.neverSuspended().forEach(never::add);
    }
}
