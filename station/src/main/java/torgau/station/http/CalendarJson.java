package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import torgau.catalogue.Recurring;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Times;
import torgau.matters.CalendarItem;
import torgau.matters.Turn;

/// What is awaited by a day of the calendar, as the interface shows it: facts and times, and no finding.
final class CalendarJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration LAST_MINUTE = Duration.ofMinutes(24 * 60 - 1);

    private final Names names;
    private final Numbers numbers;
    private final NotificationJson words;
    private final BasisJson basis;
    private final int ownParty;

    CalendarJson(Names names, Numbers numbers, NotificationJson words, BasisJson basis, int ownParty) {
        this.names = names;
        this.numbers = numbers;
        this.words = words;
        this.basis = basis;
        this.ownParty = ownParty;
    }

    /// One day of one item between two parties.
    ///
    /// @param now milliseconds UTC
    ObjectNode of(CalendarItem item, long now) {
        Recurring rule = item.rule();
        ObjectNode json = JSON.objectNode();
        json.put("procedure", item.procedure().code()).put("item", rule.name());
        json.set("title", words.words(rule.title()));
        json.put("from", names.party(item.party())).put("awaited_by", names.party(item.creditor()));
        json.put("requested_by", Names.instant(item.due()));
        json.put("first_day", item.occurrence().first().toString());
        json.put("last_day", item.occurrence().last().toString());
        json.put("state", state(item, now));
        if (item.fate() instanceof CalendarItem.Fate.Done(Turn by, boolean _)) {
            json.put("by", names.reference(by.place())).put("by_number", numbers.number(by.place()));
            json.put("filed_at", Names.instant(by.time()));
        }
        fields(json.putObject("fields"), item);
        basis.put(json, Optional.of(item.procedure()), rule.basis());
        ArrayNode may = json.putArray("may");
        may(item, now).forEach(may::add);
        return json;
    }

    private static String state(CalendarItem item, long now) {
        return switch (item.fate()) {
            case CalendarItem.Fate.Done(Turn _, boolean nil) -> nil ? "nil" : "done";
            case CalendarItem.Fate.Suspended _ -> "suspended";
            case CalendarItem.Fate.Open _ when item.due() <= now -> "no_report";
            case CalendarItem.Fate.Open _ -> item.begun(now) ? "awaited" : "to_come";
        };
    }

    /// What a report is to say so that it is the one that is awaited, as it is written.
    private static void fields(ObjectNode fields, CalendarItem item) {
        item.rule().where().forEach(fields::put);
        Recurring.Occurrence days = item.occurrence();
        String from = Times.written(begin(days.first()));
        fields.put(item.rule().period(), from + ".." + Times.written(begin(days.last()) + LAST_MINUTE.toMillis()));
    }

    private static long begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /// What we may file towards it: the report, or once the day has passed what the calendar then names.
    private Stream<String> may(CalendarItem item, long now) {
        if (!item.open()) {
            return Stream.of();
        }
        return item.party() == ownParty
                ? Stream.concat(item.rule().doneBy().stream(), item.rule().nilBy().stream())
                : item.rule().may().stream().filter(_ -> item.due() <= now);
    }
}
