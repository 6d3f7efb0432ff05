package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import torgau.journal.Act;
import torgau.journal.FeedHead;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Fingerprint;
import torgau.matters.Suspensions.Standing;
import torgau.station.authority.Asked;
import torgau.station.authority.Authority;
import torgau.station.authority.Kind;
import torgau.station.heart.LineStatus;
import torgau.station.heart.LineStatus.Technical;
import torgau.station.shell.Docket;
import torgau.station.shell.Picture;
import torgau.store.StoreFault;
import torgau.store.desk.Proposal;

/// The state of the line and of this station: technical state and suspension are different things, and
/// shown apart.
final class StatusJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Front front;
    private final Awaited awaited;
    private final Docket docket;
    private final Gate gate;
    private final LeadOffices leads;
    private final ReceiveOnlyApi receiveOnly;

    /// @param gate whether there is a standing-authority table
    StatusJson(Front front, Awaited awaited, Docket docket, Gate gate) {
        this.docket = docket;
        this.gate = gate;
        this.front = front;
        this.awaited = awaited;
        this.leads = new LeadOffices(front, docket);
        this.receiveOnly = new ReceiveOnlyApi(front);
    }

    ObjectNode now() {
        Picture picture = front.process().picture();
        Names names = new Names(picture.roster());
        Agreement agreement = picture.roster().agreement();
        ObjectNode json = JSON.objectNode();
        json.put("now", Names.instant(front.now()));
        json.put("party", names.party(front.ownParty()));
        json.put("station", names.station(front.ownStation()));
        json.put("language", front.language());
        ArrayNode languages = json.putArray("languages");
        agreement.languages().forEach(languages::add);
        json.put("line_id", picture.roster().line().toString());
        json.put("agreement_name", agreement.name());
        json.put("fingerprint", Fingerprint.of(picture.roster().line()).toString());
        json.set("offices", offices());
        json.set("counterparts", counterparts(picture, names));
        ArrayNode leading = json.putArray("lead_offices");
        var words = new DirectoryJson(new Coding(front));
        leads.now(picture.heads()).forEach(lead -> leading.add(words.of(lead)));
        json.set("feeds", feeds(picture.heads(), names));
        picture.heads().stream()
                .filter(head -> head.feed().equals(picture.feed()))
                .findFirst()
                .ifPresent(head -> json.set("feed", feed(head, names)));
        json.set("suspensions", suspensions(picture.suspensions().standing().values(), names));
        ArrayNode alarms = json.putArray("alarms");
        var alarm = new AlarmJson(front);
        front.process().alarms().standing().forEach(each -> alarms.add(alarm.of(each)));
        json.put("urgent_words", agreement.rules().urgentWords());
        json.put("awaiting_acknowledgement", awaited.count());
        json.set("authority", authority());
        receiveOnly.now().ifPresent(order -> json.set("receive_only", order));
        return json;
    }

    /// Of all this only what a locked console may show: how each line stands, and how many FLASHes nobody
    /// has silenced. It is asked for every few seconds.
    ObjectNode glance() {
        Picture picture = front.process().picture();
        Names names = new Names(picture.roster());
        ObjectNode json = JSON.objectNode().put("now", Names.instant(front.now()));
        ArrayNode lines = json.putArray("counterparts");
        picture.lines()
                .forEach(line -> lines.addObject()
                        .put("station", names.station(line.station()))
                        .put("headline", headline(line, picture, touching(line, picture, names)))
                        .put("since", Names.instant(line.since())));
        long flashes = front.process().alarms().standing().stream()
                .filter(alarm -> alarm.precedence() == Precedence.FLASH)
                .filter(alarm -> alarm.clearedAt() == null && alarm.silencedAt() == null)
                .count();
        return json.put("flash", flashes);
    }

    /// A desk that cannot be read has its own alarm, and leaves the counts out.
    private ObjectNode authority() {
        ObjectNode json = JSON.objectNode().put("table", gate.table().isPresent());
        gate.table().ifPresent(table -> alone(table, json.putArray("messages_alone")));
        try {
            List<Proposal> open = front.process().desk().use(desk -> desk.proposals(true, ReleaseDesk.MAX_OPEN));
            long done = open.stream()
                    .filter(proposal -> proposal.stage() instanceof Proposal.Stage.Released)
                    .count();
            return json.put("waiting", open.size() - done).put("uncountersigned", done);
        } catch (StoreFault unreadable) {
            return json;
        }
    }

    private static void alone(Authority table, ArrayNode json) {
        for (TrafficClass traffic : TrafficClass.values()) {
            for (Precedence precedence : Precedence.values()) {
                if (table.alone(new Asked(Kind.MESSAGE, traffic, precedence, null, ""))) {
                    json.addObject().put("class", traffic.name()).put("precedence", precedence.name());
                }
            }
        }
    }

    private ArrayNode offices() {
        ArrayNode json = JSON.arrayNode();
        for (Office office : front.offices()) {
            json.add(JSON.objectNode().put("title", office.title()).put("capacity", office.capacity()));
        }
        return json;
    }

    private ArrayNode counterparts(Picture picture, Names names) {
        ArrayNode json = JSON.arrayNode();
        var tests = new LastTest(front, names);
        var boards = new BoardJson(front.process().wires(), front.process().boards());
        picture.lines().forEach(line -> {
            ObjectNode counterpart = counterpart(line, picture, names, tests);
            boards.into(counterpart, line.station());
            json.add(counterpart);
        });
        return json;
    }

    private ObjectNode counterpart(LineStatus line, Picture picture, Names names, LastTest tests) {
        int party = line.station() >>> 8;
        List<Standing> touching = touching(line, picture, names);
        ObjectNode json = JSON.objectNode();
        json.put("party", names.party(party));
        json.put("station", names.station(line.station()));
        json.put("language", names.language(party));
        json.put("headline", headline(line, picture, touching));
        json.put("technical", word(line.technical()));
        json.put("since", Names.instant(line.since()));
        if (line.technical() == Technical.TECHNICAL_FAULT) {
            json.put("declared_by", names.party(front.ownParty()));
        }
        if (line.technical() == Technical.LISTENS) {
            json.put("declared_by", names.party(party));
        }
        json.set("suspensions", suspensions(touching, names));
        Optional.ofNullable(docket.withheld().get(party))
                .ifPresent(since -> json.put("receipt_withheld_since", Names.instant(since)));
        line.listensUntil().ifPresent(until -> json.put("listens_until", Names.instant(until)));
        line.aliveAt().ifPresent(at -> json.put("last_proof_of_life", Names.instant(at)));
        json.put("next_link_test_at", Names.instant(line.nextTestAt()));
        json.put("next_test_by", line.nextTestOurs() ? "us" : "them");
        tests.with(line.station()).ifPresent(test -> json.set("last_link_test", test));
        line.clockOffsetMillis().ifPresent(offset -> json.put("clock_offset_ms", offset));
        return json;
    }

    private static List<Standing> touching(LineStatus line, Picture picture, Names names) {
        String party = names.party(line.station() >>> 8);
        return picture.suspensions().standing().values().stream()
                .filter(standing -> touches(standing, party))
                .toList();
    }

    private static String headline(LineStatus line, Picture picture, List<Standing> touching) {
        boolean inForce =
                touching.stream().anyMatch(one -> one.inForce(picture.at().wall()));
        boolean suspended = line.technical() == Technical.WORKING && inForce;
        return suspended ? "suspended" : word(line.technical());
    }

    private static String word(Technical technical) {
        return technical.name().toLowerCase(Locale.ROOT);
    }

    private static boolean touches(Standing standing, String party) {
        return switch (standing.act().scope()) {
            case Act.Scope.WholeLine _ -> true;
            case Act.Scope.Counterpart(String name) -> name.equals(party);
            case Act.Scope.Track _, Act.Scope.Procedure _ -> false;
        };
    }

    private static ArrayNode suspensions(Collection<Standing> standing, Names names) {
        ArrayNode json = JSON.arrayNode();
        for (Standing one : standing) {
            ObjectNode suspension = JSON.objectNode();
            suspension.put("reference", names.reference(one.place()));
            suspension.put("by", names.party(one.party()));
            ActJson.standing(suspension, one.act());
            json.add(suspension);
        }
        return json;
    }

    /// What `GET /journal/heads` answers.
    ObjectNode heads() {
        Names names = front.names();
        ObjectNode json = JSON.objectNode();
        json.put("line_id", names.roster().line().toString());
        json.set("feeds", feeds(front.process().journal().heads(), names));
        return json;
    }

    private static ArrayNode feeds(List<FeedHead> heads, Names names) {
        ArrayNode json = JSON.arrayNode();
        heads.forEach(head -> json.add(feed(head, names)));
        return json;
    }

    private static ObjectNode feed(FeedHead head, Names names) {
        return JSON.objectNode()
                .put("party", names.party(head.feed().party()))
                .put("station", names.station(head.feed().station()))
                .put("incarnation", Names.incarnation(head.feed()))
                .put("head_sequence", head.sequence())
                .put("head_id", head.id().toString())
                .put("closed", head.closed());
    }
}
