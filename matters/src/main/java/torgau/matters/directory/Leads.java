package torgau.matters.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;
import torgau.journal.agreement.LeadOffice;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// Lead offices: by the agreement, and by what was filed since.
record Leads(List<Lead> all, List<Conflict> conflicts) {
    private static final Comparator<Lead> ORDER = Comparator.comparingInt(Lead::party)
            .thenComparing(Lead::track)
            .thenComparing(lead -> Post.alike(lead.region()))
            .thenComparing(lead -> lead.area() == null ? "" : lead.area().toString());
    private static final Value.Period ALWAYS = new Value.Period(0, null);

    /// A designation, and what it says that it replaces.
    private record Filed(Lead lead, Turn by, Optional<Reference> replaces) {
        Filed with(Standing standing) {
            return new Filed(lead.with(standing), by, replaces);
        }
    }

    static Leads of(List<Matter> matters, List<LeadOffice> agreed, long now) {
        var scopes = new TreeMap<Lead, List<Filed>>(ORDER);
        matters.stream()
                .flatMap(matter -> filed(new Reading(matter), now).stream())
                .forEach(each -> scopes.computeIfAbsent(each.lead(), _ -> new ArrayList<>())
                        .add(each));
        var all = new ArrayList<Lead>();
        var conflicts = new ArrayList<Conflict>();
        for (List<Filed> scope : scopes.values()) {
            scope.sort(Comparator.comparing(Filed::by));
            conflicts.addAll(conflicts(scope));
            all.addAll(
                    Latest.marked(scope, each -> each.lead().standing(), each -> each.with(Standing.SUPERSEDED))
                            .stream()
                            .map(Filed::lead)
                            .toList());
        }
        for (LeadOffice office : agreed) {
            Lead lead = lead(office);
            boolean replaced = all.stream().anyMatch(other -> other.sameScope(lead) && takesPlace(other.standing()));
            all.add(replaced ? lead.with(Standing.SUPERSEDED) : lead);
        }
        all.sort(ORDER);
        return new Leads(List.copyOf(all), List.copyOf(conflicts));
    }

    /// What was filed and has begun replaces what the agreement says, for good: what was withdrawn or
    /// has lapsed leaves no office designated.
    private static boolean takesPlace(Standing standing) {
        return standing != Standing.NOT_YET;
    }

    private static Lead lead(LeadOffice office) {
        Post post = office.office().isEmpty() ? null : new Post(office.party(), office.office(), "");
        return new Lead(office.party(), office.track(), office.region(), null, post, null, null, Standing.STANDS);
    }

    /// Of one matter all that was designated in it; the last that has begun counts.
    private static List<Filed> filed(Reading reading, long now) {
        List<Filed> all = reading.turns("LO", "LON").stream()
                .flatMap(by -> filed(reading, by, now).stream())
                .toList();
        return Latest.marked(all, each -> each.lead().standing(), each -> each.with(Standing.SUPERSEDED));
    }

    private static Optional<Filed> filed(Reading reading, Turn by, long now) {
        boolean designates = by.code().equals("LO");
        Optional<Value.Period> valid = designates
                ? reading.value(by, "valid", Value.Period.class)
                : reading.value(by, "effective", Value.Instant.class)
                        .map(from -> new Value.Period(from.millis(), null));
        boolean over = reading.last("WD").filter(end -> end.compareTo(by) > 0).isPresent();
        var lead = new Lead(
                by.party(),
                reading.code(by, "track").orElse(""),
                reading.text(by, "region").orElse(""),
                reading.value(by, "area", Value.Area.class).orElse(null),
                Declared.named(reading, by, "office", by.party()),
                Declared.named(reading, by, "contact", by.party()),
                by,
                over ? Standing.WITHDRAWN : Standing.of(valid.orElse(ALWAYS), now));
        return Optional.of(lead)
                .filter(each -> !designates || each.office() != null)
                .map(each -> new Filed(
                        each,
                        by,
                        reading.value(by, "replaces", Value.Message.class).map(Value.Message::place)));
    }

    /// Two that would both stand, and neither says that it replaces the other.
    private static List<Conflict> conflicts(List<Filed> scope) {
        List<Filed> stand =
                scope.stream().filter(each -> each.lead().standing().stands()).toList();
        if (stand.size() < 2) {
            return List.of();
        }
        Filed last = stand.getLast();
        Filed before = stand.get(stand.size() - 2);
        if (last.replaces().filter(before.by().place()::equals).isPresent()) {
            return List.of();
        }
        Lead lead = last.lead();
        Post post = Stream.of(lead.office(), lead.meanwhile(), before.lead().office())
                .flatMap(office -> Optional.ofNullable(office).stream())
                .findFirst()
                .orElse(new Post(lead.party(), "", ""));
        return List.of(new Conflict(
                Conflict.Kind.LEADS,
                post,
                lead.track(),
                List.of(before.by().place(), last.by().place())));
    }
}
