package torgau.matters.visits;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.matters.Awaited;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// One request for visit, as it stands now.
///
/// @param request the last request (RV or RVE)
/// @param emergency whether it is one for an emergency visit
/// @param kind what kind of visit, or the cause of an emergency visit: an item of `kinds` or
///     `emergencies`
/// @param dates as asked by now
/// @param entryPoint as asked by now
/// @param approval the last one that was not withdrawn since
/// @param valid how long what was approved is valid
/// @param change the last change that was asked for, and what was answered to it
/// @param equipment rows with `item`, `quantity` and `remark`
/// @param awaited what is awaited of either side still
/// @param event what the request refers to as its ground
public record Visit(
        Matter matter,
        Turn request,
        boolean emergency,
        Optional<String> kind,
        Optional<Value.Period> dates,
        Optional<String> entryPoint,
        Optional<Turn> approval,
        Optional<Value.Period> valid,
        Optional<Change> change,
        List<Member> members,
        List<Site> sites,
        List<NavigableMap<String, Value>> equipment,
        List<Awaited> awaited,
        List<Journey> journeys,
        Optional<Reference> event) {
    /// Code of the procedure.
    public static final String PROCEDURE = "RV";

    public Visit {
        members = List.copyOf(members);
        sites = List.copyOf(sites);
        equipment = List.copyOf(equipment);
        awaited = List.copyOf(awaited);
        journeys = List.copyOf(journeys);
    }

    /// A change that was asked for.
    ///
    /// @param answer the approval, refusal or word that what was approved stands; empty while there is
    ///     none
    public record Change(Turn asked, Optional<Turn> answer) {}

    /// The visit that a matter is about; empty of a matter of another kind, and if nothing is asked for
    /// in it any more.
    public static Optional<Visit> of(Matter matter) {
        if (!matter.subject().code().equals(PROCEDURE)) {
            return Optional.empty();
        }
        var reading = new Reading(matter);
        return reading.last("RV", "RVE").map(request -> of(reading, request));
    }

    private static Visit of(Reading reading, Turn request) {
        var host = new HostsWord(reading);
        boolean emergency = request.code().equals("RVE");
        List<Turn> asked = reading.turns("RV", "RVE", "RVC").stream()
                .filter(turn -> turn.compareTo(request) >= 0)
                .toList();
        Optional<Turn> approval = host.approval();
        return new Visit(
                reading.matter(),
                request,
                emergency,
                reading.code(request, emergency ? "cause" : "kind"),
                reading.newest(asked, turn -> reading.value(turn, "dates", Value.Period.class)),
                reading.newest(asked, turn -> reading.text(turn, "entry_point")),
                approval,
                approval.flatMap(turn -> reading.value(turn, "valid", Value.Period.class)),
                asked.reversed().stream()
                        .filter(turn -> turn.code().equals("RVC"))
                        .findFirst()
                        .map(turn -> new Change(turn, host.to(turn))),
                Delegation.of(reading, host),
                sites(reading, host, request),
                reading.rows(request, "items"),
                reading.matter().awaited().stream().filter(Awaited::open).toList(),
                Journey.of(reading),
                reading.value(request, "event", Value.Message.class).map(Value.Message::place));
    }

    private static List<Site> sites(Reading reading, HostsWord host, Turn request) {
        if (request.code().equals("RVE")) {
            return List.of(site(0, reading.text(request, "site"), Optional.empty(), Optional.empty(), host, request));
        }
        return reading.rows(request, "sites").stream()
                .map(row -> site(
                        HostsWord.number(row).orElse(0L),
                        row.get("site") instanceof Value.Name(String name) ? Optional.of(name) : Optional.empty(),
                        row.get("when") instanceof Value.Period when ? Optional.of(when) : Optional.empty(),
                        row.get("subject") instanceof Value.Words(String words) ? Optional.of(words) : Optional.empty(),
                        host,
                        request))
                .toList();
    }

    private static Site site(
            long number,
            Optional<String> name,
            Optional<Value.Period> when,
            Optional<String> subject,
            HostsWord host,
            Turn request) {
        HostsWord.Word word = host.site(number, request);
        return new Site(number, name, when, subject, word.standing(), word.by(), word.limits());
    }

    /// Those who are on the list still.
    public List<Member> coming() {
        return members.stream()
                .filter(member -> member.standing() != Standing.REMOVED)
                .toList();
    }

    /// Whether journeys within the dates need no request of their own.
    public boolean recurring() {
        return kind.filter("recurring"::equals).isPresent();
    }

    /// Whether it is still to come about, or has: neither refused, referred nor withdrawn.
    public boolean stands() {
        return switch (matter.state()) {
            case "refused", "withdrawn", "referred", "not_made" -> false;
            default -> true;
        };
    }

    /// Whether two visits are on one of the same days; a period without an end goes on.
    public boolean overlaps(Visit other) {
        return dates.isPresent() && other.dates.isPresent() && overlap(dates.get(), other.dates.get());
    }

    private static boolean overlap(Value.Period one, Value.Period other) {
        Long oneEnd = one.to();
        Long otherEnd = other.to();
        return (otherEnd == null || one.from() <= otherEnd) && (oneEnd == null || other.from() <= oneEnd);
    }
}
