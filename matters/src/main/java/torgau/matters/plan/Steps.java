package torgau.matters.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Value;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// What is to be done for each event that is still to come, counted back from its beginning.
public final class Steps {
    private static final Comparator<Step> ORDER = Comparator.comparing(Step::day)
            .thenComparing(step -> step.event().id())
            .thenComparing(Step::what)
            .thenComparing(Step::rule);
    /// Steps that formats of the procedure are, where the event itself says nothing else.
    private static final List<Default> DEFAULTS = List.of(
            new Default("WPF", "dates", "both"),
            new Default("WPI", "invitation", "host"),
            new Default("WPC", "confirmation", "host"));

    /// Notices that an event may need, each with its own procedure.
    private static final List<Notice> NOTICES = List.of(
            new Notice("strategic_exercise", "SE", "host"),
            new Notice("hazardous_area", "HZ", "host"),
            new Notice("transit", "FT", "guest"));

    /// @param code an item of the list `notices` of WP
    private record Notice(String code, String procedure, String by) {}

    private record Default(String format, String step, String by) {}

    private final Function<String, Optional<Procedure>> procedures;
    private final Holidays holidays;
    private final long now;

    /// @param procedures of the catalogue agreed, by code
    /// @param now milliseconds UTC
    public Steps(Function<String, Optional<Procedure>> procedures, Holidays holidays, long now) {
        this.procedures = procedures;
        this.holidays = holidays;
        this.now = now;
    }

    /// The steps of these events, the earliest day first.
    public List<Step> of(List<Event> events) {
        return events.stream()
                .filter(event -> event.open() && !event.sides().isEmpty())
                .flatMap(event -> new Backward(event).steps().stream())
                .sorted(ORDER)
                .toList();
    }

    /// How long before the beginning, in milliseconds.
    static long millis(Value.Quantity before) {
        long unit = switch (before.unit()) {
            case "s" -> 1_000L;
            case "min" -> 60_000L;
            case "h" -> 3_600_000L;
            default -> 86_400_000L;
        };
        long thousandths = Math.clamp(before.thousandths(), 0, 999_999_999_999L);
        return thousandths / 1_000 * unit + thousandths % 1_000 * unit / 1_000;
    }

    /// The steps of one event.
    private final class Backward {
        private final Event event;
        private final Shown shown;
        private final Reading reading;
        private final NavigableMap<String, Step> steps = new TreeMap<>();

        Backward(Event event) {
            this.event = event;
            this.reading = event.reading();
            this.shown = new Shown(event, reading);
        }

        List<Step> steps() {
            When begin = event.dates().now();
            if (begin != null) {
                table().forEach(row -> row(row, begin));
                event.matter().procedure().ifPresent(own -> defaults(own, begin));
                notices().forEach(notice -> expected(notice.procedure(), parties(notice.by()), begin));
                if (event.what().kind().equals("exercise")) {
                    expected("MA", hosts(), begin);
                } else if (List.of("visit", "port_call").contains(event.what().kind())) {
                    expected("RV", guests(), begin);
                }
            }
            invited();
            var all = new ArrayList<>(steps.values());
            event.sides().forEach(side -> stated(side).ifPresent(all::add));
            return all;
        }

        private List<NavigableMap<String, Value>> table() {
            return reading.newest(
                            reading.turns("WP"),
                            turn -> Optional.of(reading.rows(turn, "steps")).filter(rows -> !rows.isEmpty()))
                    .orElse(List.of());
        }

        /// Notices that the event names as needed.
        private List<Notice> notices() {
            List<String> named = reading.newest(
                            reading.turns("WP"), turn -> reading.value(turn, "notices", Value.Codes.class))
                    .map(Value.Codes::codes)
                    .orElse(List.of());
            return NOTICES.stream()
                    .filter(notice -> named.contains(notice.code()))
                    .toList();
        }

        private void row(NavigableMap<String, Value> row, When begin) {
            if (row.get("step") instanceof Value.Code(String step)
                    && row.get("by") instanceof Value.Code(String by)
                    && row.get("before") instanceof Value.Quantity before) {
                put(step, Step.Rule.EVENT, parties(by), begin.from() - millis(before));
            }
        }

        private void defaults(Procedure own, When begin) {
            for (Default each : DEFAULTS) {
                lead(own, each.format())
                        .filter(_ -> !steps.containsKey(each.step()))
                        .ifPresent(
                                lead -> put(each.step(), Step.Rule.PROCEDURE, parties(each.by()), begin.from() - lead));
            }
        }

        private Optional<Long> lead(Procedure procedure, String format) {
            return procedure.leadTimes().stream()
                    .filter(rule -> rule.of().equals(format))
                    .map(Clock.LeadTime::atLeast)
                    .map(Duration::toMillis)
                    .findFirst();
        }

        /// A matter that such an event needs beside it.
        private void expected(String code, List<Integer> by, When begin) {
            procedures
                    .apply(code)
                    .flatMap(procedure -> lead(procedure, code))
                    .ifPresent(lead -> put(code, Step.Rule.PROCEDURE, by, begin.from() - lead));
        }

        private void invited() {
            if (!steps.containsKey("delegation")) {
                reading.last("WPI")
                        .filter(shown::stands)
                        .flatMap(turn -> reading.value(turn, "list_by", Value.Instant.class))
                        .ifPresent(by -> put("delegation", Step.Rule.INVITATION, guests(), by.millis()));
            }
        }

        private Optional<Step> stated(Side side) {
            return reading.last(side.party(), "WPS")
                    .flatMap(turn -> reading.code(turn, "next_step")
                            .flatMap(step -> reading.value(turn, "next_by", Value.Instant.class)
                                    .map(by -> own(side.party(), step, by.millis()))));
        }

        private Step own(int party, String what, long by) {
            LocalDate day = day(by, List.of(party));
            return step(what, Step.Rule.STATED, List.of(party), day, day);
        }

        private void put(String what, Step.Rule rule, List<Integer> by, long at) {
            LocalDate asked = day(at, by);
            steps.put(what, step(what, rule, by, asked, holidays.workingBy(asked, by)));
        }

        private Step step(String what, Step.Rule rule, List<Integer> by, LocalDate asked, LocalDate day) {
            @Nullable Turn done = shown.by(what, by).orElse(null);
            boolean passed = day(now, by).isAfter(day);
            return new Step(event, what, rule, by, asked, day, Shown.can(what), done, passed);
        }

        private LocalDate day(long millis, List<Integer> by) {
            return LocalDate.ofInstant(
                    Instant.ofEpochMilli(Math.clamp(millis, 0, When.LAST)), holidays.zone(by.getFirst()));
        }

        private List<Integer> parties(String doer) {
            return switch (doer) {
                case "host" -> hosts();
                case "guest" -> guests();
                default -> all();
            };
        }

        private List<Integer> hosts() {
            return event.what().hosts().isEmpty() ? all() : event.what().hosts();
        }

        /// Where nobody is the guest of another, each side is.
        private List<Integer> guests() {
            return event.guests().isEmpty() ? all() : event.guests();
        }

        private List<Integer> all() {
            return event.sides().stream().map(Side::party).toList();
        }
    }
}
