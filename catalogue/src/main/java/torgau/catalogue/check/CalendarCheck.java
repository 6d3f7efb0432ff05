package torgau.catalogue.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import torgau.catalogue.Basis;
import torgau.catalogue.FieldType;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.Recurring;
import torgau.catalogue.Role;
import torgau.journal.Code;

/// What is awaited again and again can be filed by whom it is awaited from, without anybody asking, and
/// says for which days it is.
final class CalendarCheck {
    /// Things awaited under one procedure; each is computed for each pair of parties.
    private static final int MOST = 16;

    private final Desk desk;
    private final Procedure procedure;

    CalendarCheck(Desk desk) {
        this.desk = desk;
        this.procedure = desk.procedure();
    }

    void run() {
        if (procedure.calendar().size() > MOST) {
            desk.note(
                    Code.CATALOGUE_VALUE_REFUSED,
                    "the calendar has " + procedure.calendar().size() + " items",
                    "at most " + MOST + " in one procedure",
                    "calendar");
        }
        procedure.calendar().forEach(this::item);
    }

    private void item(Recurring item) {
        List<String> bases = procedure.bases().stream().map(Basis::code).toList();
        if (!bases.contains(item.basis())) {
            note(
                    Code.CATALOGUE_NAME_UNKNOWN,
                    "there is no basis `" + item.basis() + "`",
                    "name one of " + bases,
                    item,
                    "basis");
        }
        if (item.doneBy().isEmpty()) {
            note(Code.CATALOGUE_KEY_MISSING, "nothing ends what is awaited", "name the formats", item, "done_by");
        }
        warnings(item);
        Stream.concat(item.doneBy().stream(), item.nilBy().stream()).forEach(code -> report(item, code));
        item.may().forEach(code -> opens(item, code, "lapse"));
    }

    private void warnings(Recurring item) {
        int days = item.day().every().days();
        if (item.warnings().isEmpty()) {
            note(
                    Code.CATALOGUE_KEY_MISSING,
                    "no warning is given before the day",
                    "write for instance [P30D, P7D, P1D]",
                    item,
                    "warn_own_watch");
        }
        if (item.warnings().stream().anyMatch(warning -> warning.toDays() > days)) {
            note(
                    Code.CATALOGUE_VALUE_REFUSED,
                    "a warning comes before the day that went before",
                    "warn at most " + days + " days before",
                    item,
                    "warn_own_watch");
        }
    }

    /// The format opens a matter, and says for which days it reports and of what.
    private void report(Recurring item, String code) {
        opens(item, code, item.nilBy().contains(code) ? "nil_by" : "done_by");
        procedure.format(code).ifPresent(format -> {
            if (format.field(item.period())
                    .filter(field -> field.type() instanceof FieldType.Period)
                    .isEmpty()) {
                note(
                        Code.CATALOGUE_NAME_UNKNOWN,
                        "`" + code + "." + item.period() + "` is no period",
                        "name a field of type period that all its formats have",
                        item,
                        "period");
            }
            item.where().forEach((field, value) -> {
                if (!desk.says(format, field, value)) {
                    note(
                            Code.CATALOGUE_NAME_UNKNOWN,
                            "`" + code + "." + field + "` cannot say `" + value + "`",
                            "name a field of type code that all its formats have, and one of its list",
                            item,
                            "where");
                }
            });
        });
    }

    private void opens(Recurring item, String code, String where) {
        if (procedure.format(code).isEmpty()) {
            note(
                    Code.CATALOGUE_NAME_UNKNOWN,
                    "there is no format `" + code + "`",
                    "name one of " + String.join(", ", procedure.formats().keySet()),
                    item,
                    where);
        } else if (!procedure.lifecycle().start().containsKey(code) || follows(code)) {
            note(
                    Code.CATALOGUE_ANSWER_IMPOSSIBLE,
                    "`" + code + "` can open no matter",
                    "name it under `start`, without `must_follow`, in a role that an opener plays",
                    item,
                    where);
        }
    }

    /// Whether it can only answer something: by its references, or because its side is only addressed.
    private boolean follows(String code) {
        Format format = procedure.format(code).orElseThrow();
        Role role = ((Map<String, Role>) procedure.roles()).get(format.by());
        return !format.mustFollow().isEmpty() || (role != null && role.is() == Role.Is.ADDRESSEE);
    }

    private void note(Code code, String what, String wayOut, Recurring item, String key) {
        desk.note(code, what, wayOut, "calendar", item.name(), key);
    }
}
