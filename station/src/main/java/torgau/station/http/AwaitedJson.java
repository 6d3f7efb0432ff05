package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.catalogue.Common;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.Role;
import torgau.catalogue.value.Numbers;
import torgau.matters.Awaited;
import torgau.matters.Receipt;
import torgau.matters.Subject;
import torgau.matters.Turn;

/// What is awaited, as the interface shows it: facts and times, and no finding.
final class AwaitedJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Names names;
    private final Numbers numbers;
    private final NotificationJson words;
    private final Common common;
    private final int ownParty;

    AwaitedJson(Names names, Numbers numbers, NotificationJson words, Common common, int ownParty) {
        this.names = names;
        this.numbers = numbers;
        this.words = words;
        this.common = common;
        this.ownParty = ownParty;
    }

    /// One thing awaited.
    ///
    /// @param due when it is requested by; null while its time does not run
    /// @param now milliseconds UTC
    ObjectNode of(Subject matter, Awaited awaited, @Nullable Long due, long now) {
        Clock clock = awaited.clock();
        Turn demand = awaited.demand();
        ObjectNode json = JSON.objectNode().put("matter", names.reference(matter.id()));
        json.put("matter_number", numbers.number(matter.id()));
        matter.procedure().ifPresent(procedure -> {
            json.put("procedure", procedure.code());
            json.set("title", words.words(procedure.title()));
        });
        String kind = clock.kind().name().toLowerCase(Locale.ROOT);
        json.put("clock", clock.name());
        json.put("kind", kind);
        common.label("clock", kind).ifPresent(said -> json.set("words", words.words(said)));
        json.put("demand", names.reference(demand.place()));
        json.put("demand_number", numbers.number(demand.place()));
        if (!demand.code().isEmpty()) {
            json.put("demand_format", demand.code());
        }
        row(json, matter, awaited);
        matter.procedure()
                .flatMap(procedure -> procedure.format(demand.code()))
                .map(Format::opens)
                .ifPresent(opens -> json.put("opens", opens));
        json.put("precedence", demand.precedence().name());
        json.put("class", demand.trafficClass().name());
        json.put("from", names.party(awaited.party()));
        json.put("awaited_by", names.party(awaited.creditor()));
        json.put("state", state(awaited, due, now));
        times(json, awaited, due);
        new BasisJson(words, common).put(json, matter.procedure(), clock.basis());
        may(json, matter, awaited);
        return json;
    }

    private void row(ObjectNode json, Subject matter, Awaited awaited) {
        Clock.Rows rows = awaited.clock().rows();
        Long number = awaited.row();
        if (rows == null || number == null) {
            return;
        }
        ObjectNode row = json.putObject("row").put("number", number).put("table", rows.table());
        matter.procedure()
                .flatMap(procedure -> procedure.format(awaited.demand().code()))
                .flatMap(format -> format.field(rows.table()))
                .ifPresent(table -> row.set("title", words.words(table.label())));
    }

    private static String state(Awaited awaited, @Nullable Long due, long now) {
        return switch (awaited.fate()) {
            case Awaited.Fate.Done _ -> "done";
            case Awaited.Fate.Ended _ -> "ended";
            case Awaited.Fate.Open _ when due != null -> due <= now ? "no_reply" : "running";
            case Awaited.Fate.Open _ -> awaited.receipt() == null ? "not_received" : "no_time";
        };
    }

    private void times(ObjectNode json, Awaited awaited, @Nullable Long due) {
        Receipt receipt = awaited.receipt();
        if (receipt != null) {
            json.put("received_at", Names.instant(receipt.time()));
            if (receipt.claimed() != receipt.time()) {
                json.put("receipt_claimed_at", Names.instant(receipt.claimed()));
            }
            if (receipt.withheld()) {
                json.put("receipt_withheld", true);
            }
        }
        if (due != null) {
            json.put("requested_by", Names.instant(due));
        }
        json.put("extended", awaited.extendedTo() != null);
        switch (awaited.fate()) {
            case Awaited.Fate.Open _ -> {}
            case Awaited.Fate.Done(Turn by) -> {
                json.put("by", names.reference(by.place()));
                if (receipt != null) {
                    json.put("after_seconds", Math.max(0, (by.time() - receipt.time()) / 1_000));
                }
            }
            case Awaited.Fate.Ended(Turn by) -> json.put("by", names.reference(by.place()));
        }
    }

    /// What we may file towards it: what ends the waiting, or once its time has passed what the
    /// procedure then names.
    private void may(ObjectNode json, Subject matter, Awaited awaited) {
        ArrayNode may = json.putArray("may");
        if (awaited.party() == ownParty) {
            awaited.clock().doneBy().forEach(may::add);
        } else if (matter.procedure().isPresent()) {
            Procedure procedure = matter.procedure().get();
            procedure.roles().values().stream()
                    .filter(role -> matter.cast().plays(ownParty, procedure, role.name()))
                    .map(Role::name)
                    .flatMap(role -> awaited.clock().may().getOrDefault(role, List.of()).stream())
                    .distinct()
                    .forEach(may::add);
        }
    }
}
