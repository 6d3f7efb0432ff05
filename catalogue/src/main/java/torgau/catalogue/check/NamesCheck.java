package torgau.catalogue.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import torgau.catalogue.Basis;
import torgau.catalogue.Clock;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.Format;
import torgau.catalogue.OnlyIf;
import torgau.catalogue.Procedure;
import torgau.journal.Code;

/// Everything that is named exists, and everything that is written is used.
final class NamesCheck {
    private final Desk desk;
    private final Procedure procedure;
    private final Set<String> formats;
    private final Set<String> roles;
    private final Set<String> bases = new TreeSet<>();

    NamesCheck(Desk desk) {
        this.desk = desk;
        this.procedure = desk.procedure();
        this.formats = new TreeSet<>(procedure.formats().keySet());
        this.roles = new TreeSet<>(procedure.roles().keySet());
        procedure.bases().stream().map(Basis::code).forEach(bases::add);
    }

    void run() {
        for (Basis basis : procedure.bases()) {
            known("basis", basis.code(), desk.common().bases().keySet(), "basis");
        }
        procedure.formats().values().forEach(this::format);
        procedure.clocks().forEach(this::clock);
        for (Clock.LeadTime lead : procedure.leadTimes()) {
            known("format", lead.of(), formats, "lead_times");
            known("basis", lead.basis(), bases, "lead_times");
            time(lead.of(), lead.event(), "lead_times");
        }
        for (Clock.Standing standing : procedure.standing()) {
            known("format", standing.of(), formats, "standing");
            time(standing.of(), standing.until(), "standing");
            all("format", standing.confirmedBy(), formats, "standing");
            all("format", standing.endedBy(), formats, "standing");
        }
        procedure.lifecycle().crossed().forEach((over, those) -> {
            known("format", over, formats, "crossed", over);
            all("format", those, formats, "crossed", over);
        });
        all("format", procedure.correction().of(), formats, "correction", "of");
        unused();
    }

    private void format(Format format) {
        String block =
                desk.tree().has("formats") && desk.tree().at("formats").has(format.code()) ? "formats" : "include";
        known("role", format.by(), roles, block, format.code(), "by");
        all("format", format.mustFollow(), formats, block, format.code(), "must_follow");
        Set<String> fields = new TreeSet<>();
        for (Field field : format.fields()) {
            if (!fields.add(field.name())) {
                desk.note(Code.CATALOGUE_VALUE_REFUSED, "`" + field.name() + "` is there twice", "rename one", block);
            }
            field(field, block, format.code(), "fields", field.name());
        }
        conditions(format.fields(), block, format.code(), "fields");
        all("field", format.readBack(), fields, block, format.code(), "read_back");
    }

    private void field(Field field, String... way) {
        for (String list : field.type().lists()) {
            if (desk.list(list).isEmpty()) {
                desk.note(
                        Code.CATALOGUE_NAME_UNKNOWN,
                        "there is no code list `" + list + "`",
                        "write it under `codes`",
                        way);
            }
        }
        if (field.type() instanceof FieldType.PerItem(String format, String numbered)) {
            boolean there = procedure
                    .format(format)
                    .flatMap(each -> each.field(numbered))
                    .filter(each -> each.type() instanceof FieldType.Numbered)
                    .isPresent();
            if (!there) {
                desk.note(
                        Code.CATALOGUE_NAME_UNKNOWN,
                        "there is no numbered field " + format + "." + numbered,
                        "name one of this procedure",
                        way);
            }
        }
    }

    /// Whether a field is asked for is decided by what was said before it: an officer fills in from above.
    private void conditions(List<Field> fields, String... way) {
        var before = new ArrayList<Field>();
        for (Field field : fields) {
            OnlyIf onlyIf = field.onlyIf();
            if (onlyIf != null && !onlyIf.items().stream().allMatch(item -> says(before, onlyIf.field(), item))) {
                desk.note(
                        Code.CATALOGUE_NAME_UNKNOWN,
                        "`" + field.name() + "` hangs on `" + onlyIf.field() + "`, which cannot say one of "
                                + onlyIf.items(),
                        "name a field of type code that stands before it, and items of its list",
                        way);
            }
            if (field.type() instanceof FieldType.Table(List<Field> columns, var _)) {
                conditions(columns, way);
            }
            before.add(field);
        }
    }

    private boolean says(List<Field> before, String name, String item) {
        return before.stream()
                .filter(field -> field.name().equals(name))
                .anyMatch(field -> field.type() instanceof FieldType.OneCode(String list)
                        && desk.list(list).flatMap(known -> known.item(item)).isPresent());
    }

    private void clock(Clock clock) {
        known("format", clock.on(), formats, "clocks", clock.name(), "on");
        known("role", clock.by(), roles, "clocks", clock.name(), "by");
        Set<String> answers = new TreeSet<>(formats);
        desk.common().formats().values().stream()
                .filter(each -> each.stage() != null)
                .forEach(each -> answers.add(each.code()));
        all("format", clock.doneBy(), answers, "clocks", clock.name(), "done_by");
        all("format", clock.endedBy(), answers, "clocks", clock.name(), "ended_by");
        known("basis", clock.basis(), bases, "clocks", clock.name(), "basis");
        clock.where().forEach((field, item) -> where(clock, field, item));
        Set<String> fields = fields(clock.on());
        all("field", clock.restartOnChangeOf(), fields, "clocks", clock.name(), "restart_on_change_of");
        if (clock.from() instanceof Clock.From.Event(String field)) {
            time(clock.on(), field, "clocks", clock.name(), "from");
        }
        if (clock.extendedBy() != null) {
            known("role", clock.extendedBy(), roles, "clocks", clock.name(), "extended_by");
        }
        clock.may().forEach((role, may) -> {
            known("role", role, roles, "clocks", clock.name(), "lapse");
            all("format", may, answers, "clocks", clock.name(), "lapse");
        });
    }

    private void where(Clock clock, String field, String item) {
        boolean says = procedure
                .format(clock.on())
                .filter(format -> desk.says(format, field, item))
                .isPresent();
        if (!says) {
            desk.note(
                    Code.CATALOGUE_NAME_UNKNOWN,
                    "`" + clock.on() + "." + field + "` cannot say `" + item + "`",
                    "name a field of type code, and one of its list",
                    "clocks",
                    clock.name(),
                    "where");
        }
    }

    private Set<String> fields(String format) {
        var fields = new TreeSet<String>();
        procedure.format(format).ifPresent(each -> each.fields().forEach(field -> fields.add(field.name())));
        return fields;
    }

    /// The field must hold a time.
    private void time(String format, String field, String... way) {
        boolean time = procedure
                .format(format)
                .flatMap(each -> each.field(field))
                .filter(each -> each.type() instanceof FieldType.Instant || each.type() instanceof FieldType.Period)
                .isPresent();
        if (!time) {
            desk.note(
                    Code.CATALOGUE_NAME_UNKNOWN,
                    format + "." + field + " is no field with a time",
                    "name one of type instant or period",
                    way);
        }
    }

    private void unused() {
        var lists = new TreeSet<String>();
        var played = new TreeSet<String>();
        for (Format format : procedure.formats().values()) {
            played.add(format.by());
            format.fields().forEach(field -> lists.addAll(field.type().lists()));
        }
        procedure.clocks().forEach(clock -> played.add(clock.by()));
        procedure.codes().keySet().stream()
                .filter(list -> !lists.contains(list))
                .forEach(list -> desk.note(
                        Code.CATALOGUE_NOT_USED,
                        "no field uses the code list `" + list + "`",
                        "use it or remove it",
                        "codes",
                        list));
        roles.stream()
                .filter(role -> !played.contains(role))
                .forEach(role -> desk.note(
                        Code.CATALOGUE_NOT_USED,
                        "nobody plays the role `" + role + "`",
                        "use it or remove it",
                        "roles",
                        role));
        var phrases = new TreeSet<>(desk.tree().maybe("phrases").entries().keySet());
        phrases.removeAll(formats);
        phrases.forEach(phrase -> desk.note(
                Code.CATALOGUE_NOT_USED,
                "no format has the phrase `" + phrase + "`",
                "name it after its format, or remove it",
                "phrases",
                phrase));
    }

    private void all(String kind, List<String> names, Collection<String> known, String... way) {
        names.forEach(name -> known(kind, name, known, way));
    }

    private void known(String kind, String name, Collection<String> known, String... way) {
        if (!name.isEmpty() && !known.contains(name)) {
            desk.note(
                    Code.CATALOGUE_NAME_UNKNOWN,
                    "there is no " + kind + " `" + name + "`",
                    "name one of " + String.join(", ", known),
                    way);
        }
    }
}
