package torgau.catalogue.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Clock;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldOf;
import torgau.catalogue.FieldType;
import torgau.catalogue.Format;
import torgau.catalogue.Numbered;
import torgau.catalogue.Procedure;
import torgau.catalogue.Quota;
import torgau.catalogue.Role;
import torgau.journal.Code;

/// What is said of numbered rows, of quotas and of roles that a field decides can be kept.
final class RulesCheck {
    private final Desk desk;
    private final Procedure procedure;

    RulesCheck(Desk desk) {
        this.desk = desk;
        this.procedure = desk.procedure();
    }

    void run() {
        procedure.rows().forEach(this::rows);
        procedure.formats().values().forEach(this::undeclared);
        procedure.clocks().forEach(this::clock);
        procedure.quotas().forEach(this::quota);
        procedure.roles().values().forEach(this::role);
        procedure.formats().values().forEach(this::filed);
    }

    // --- rows ---

    private void rows(Numbered rule) {
        String name = rule.table().toString();
        if (number(rule.table()).isEmpty()) {
            desk.note(
                    Code.CATALOGUE_ROWS,
                    name + " is no table whose rows have numbers",
                    "name one with a column `number` of type count that is always given",
                    "rows",
                    name);
        }
        rule.of().forEach(cited -> cites(rule, cited, "of"));
        rule.besides().forEach(cited -> cites(rule, cited, "besides"));
    }

    private void cites(Numbered rule, FieldOf cited, String key) {
        if (procedure.rows().stream().noneMatch(each -> each.table().equals(cited))) {
            desk.note(
                    Code.CATALOGUE_ROWS,
                    rule.table() + " cites " + cited + ", of whose rows nothing is said",
                    "name it under `rows`",
                    "rows",
                    rule.table().toString(),
                    key);
        }
        if (rule.of().contains(cited) && rule.besides().contains(cited)) {
            desk.note(
                    Code.CATALOGUE_ROWS,
                    "no number of " + rule.table() + " can be of " + cited + " and not of it",
                    "name it under one of the two",
                    "rows",
                    rule.table().toString(),
                    key);
        }
    }

    /// The column with the numbers of a table that has one.
    private Optional<Field> number(FieldOf table) {
        return table.in(procedure)
                .flatMap(field -> field.type() instanceof FieldType.Table(List<Field> columns, FieldType.Range _)
                        ? columns.stream()
                                .filter(column -> column.name().equals(Numbered.COLUMN))
                                .findFirst()
                        : Optional.empty())
                .filter(column ->
                        column.type() instanceof FieldType.Count && !column.optional() && !column.undisclosed());
    }

    /// A table whose rows are numbered from one is a list or an answer: it is said which.
    private void undeclared(Format format) {
        for (Field field : format.fields()) {
            var table = new FieldOf(format.code(), field.name());
            boolean numbers = number(table)
                    .filter(column -> column.type() instanceof FieldType.Count(FieldType.Range range)
                            && range.min() == 1
                            && range.max() < Integer.MAX_VALUE)
                    .isPresent();
            if (numbers
                    && procedure.rows().stream().noneMatch(rule -> rule.table().equals(table))) {
                desk.note(
                        Code.CATALOGUE_ROWS,
                        "of the rows of " + table + " it is not said whether they are a list or cite one",
                        "name it under `rows`: {} for a list, `of` for what it cites",
                        "formats",
                        format.code(),
                        "fields",
                        field.name());
            }
        }
    }

    // --- clocks of single rows ---

    private void clock(Clock clock) {
        Clock.Rows rows = clock.rows();
        if (rows == null) {
            return;
        }
        var table = new FieldOf(clock.on(), rows.table());
        Optional<Numbered> rule = rule(table);
        if (rule.isEmpty() || number(table).filter(RulesCheck::few).isEmpty()) {
            wrong(clock, table + " is no table whose rows have numbers up to " + Clock.Rows.MOST, "row_of");
        }
        if (clock.kind() == Clock.Kind.ACKNOWLEDGEMENT) {
            wrong(clock, "an acknowledgement is of an entry and not of a row", "row_of");
        }
        rows.where().forEach((column, item) -> {
            if (!says(table, column, item)) {
                wrong(clock, "the column `" + column + "` of " + table + " cannot say `" + item + "`", "where");
            }
        });
        for (Map.Entry<String, String> each : rows.joined().entrySet()) {
            var other = new FieldOf(each.getKey(), each.getValue());
            boolean joined = rule.isPresent()
                    && rule(other).filter(of -> joined(rule.get(), of)).isPresent();
            if (!joined) {
                wrong(clock, "the numbers of " + other + " are not those of " + table, "row_of");
            }
        }
    }

    private Optional<Numbered> rule(FieldOf table) {
        return procedure.rows().stream()
                .filter(each -> each.table().equals(table))
                .findFirst();
    }

    /// Whether a number says the same in both: it is one table, one cites the other, or both cite a third.
    private static boolean joined(Numbered one, Numbered other) {
        return one.table().equals(other.table())
                || one.of().contains(other.table())
                || other.of().contains(one.table())
                || one.of().stream().anyMatch(other.of()::contains);
    }

    private static boolean few(Field number) {
        return number.type() instanceof FieldType.Count(FieldType.Range range) && range.max() <= Clock.Rows.MOST;
    }

    private boolean says(FieldOf table, String name, String item) {
        return table.column(procedure, name)
                .filter(column -> column.type() instanceof FieldType.OneCode(String list)
                        && desk.list(list).flatMap(known -> known.item(item)).isPresent())
                .isPresent();
    }

    private void wrong(Clock clock, String what, String key) {
        desk.note(
                Code.CATALOGUE_ROWS,
                what,
                "name tables of this procedure whose numbers are the same",
                "clocks",
                clock.name(),
                "for_each",
                key);
    }

    // --- quotas ---

    private void quota(Quota quota) {
        quota.most().forEach(most -> type(quota, most, FieldType.Count.class, "most"));
        if (number(quota.taken()).isEmpty()) {
            wrong(quota, quota.taken() + " is no table whose rows have numbers", "taken");
        }
        Optional<CodeList> list = quota.taken()
                .column(procedure, quota.column())
                .filter(column -> column.type() instanceof FieldType.OneCode)
                .flatMap(column -> desk.list(column.type().lists().getFirst()));
        if (list.isEmpty()
                || quota.taking().isEmpty()
                || !list.get().items().keySet().containsAll(quota.taking())) {
            wrong(quota, "`where` names no items of a code column of " + quota.taken(), "where");
        }
        if (quota.until() != null) {
            type(quota, new FieldOf(quota.taken().format(), quota.until()), FieldType.Period.class, "until");
        }
        ended(quota);
    }

    private void ended(Quota quota) {
        FieldOf ended = quota.ended();
        if (ended == null) {
            return;
        }
        type(quota, ended, FieldType.Name.class, "ended");
        if (quota.taken()
                .column(procedure, ended.field())
                .filter(column -> column.type() instanceof FieldType.Name)
                .isEmpty()) {
            wrong(quota, quota.taken() + " has no column `" + ended.field() + "` of type name", "ended");
        }
        if (quota.effective() != null) {
            type(quota, new FieldOf(ended.format(), quota.effective()), FieldType.Instant.class, "effective");
        }
    }

    private void type(Quota quota, FieldOf field, Class<? extends FieldType> type, String key) {
        if (field.in(procedure).filter(known -> type.isInstance(known.type())).isEmpty()) {
            wrong(
                    quota,
                    field + " is no field of type " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT),
                    key);
        }
    }

    private void wrong(Quota quota, String what, String key) {
        desk.note(Code.CATALOGUE_QUOTA, what, "name one of this procedure", "quotas", quota.name(), key);
    }

    // --- roles ---

    private void role(Role role) {
        if (role.is() != Role.Is.NAMED) {
            unused(role);
            return;
        }
        Role.Decided decided = role.decided();
        if (decided == null || decided.by().isEmpty()) {
            wrong(role, "is decided by no field", "by");
            return;
        }
        var items = new TreeSet<String>();
        for (FieldOf field : decided.by()) {
            Optional<CodeList> list = field.in(procedure)
                    .filter(known -> known.type() instanceof FieldType.OneCode)
                    .flatMap(known -> desk.list(known.type().lists().getFirst()));
            list.ifPresent(known -> items.addAll(known.items().keySet()));
            if (list.isEmpty()) {
                wrong(role, "is decided by " + field + ", which is no code field", "by");
            }
        }
        Set<String> means = decided.means().keySet();
        if (!means.equals(items) || decided.means().containsValue(Role.Is.NAMED)) {
            wrong(role, "says what " + means + " mean; the items are " + items, "means");
        }
    }

    private void unused(Role role) {
        for (String key : List.of("by", "means")) {
            if (desk.tree().at("roles").at(role.name()).has(key)) {
                wrong(role, "is not `named`, and says by what it is decided", key);
            }
        }
    }

    private void wrong(Role role, String what, String key) {
        desk.note(
                Code.CATALOGUE_ROLE_NAMED,
                "the role `" + role.name() + "` " + what,
                "write `is: named`, code fields as `by`, and under `means` each of their items",
                "roles",
                role.name(),
                key);
    }

    /// Who may file what hangs on no value that may be changed meanwhile.
    private void filed(Format format) {
        if (named(procedure.roles().get(format.by()))) {
            desk.note(
                    Code.CATALOGUE_ROLE_NAMED,
                    "`" + format.code() + "` is filed by `" + format.by() + "`, which a field decides",
                    "let it be filed by a role that nothing changes",
                    "roles",
                    format.by());
        }
    }

    private static boolean named(@Nullable Role role) {
        return role != null && role.is() == Role.Is.NAMED;
    }
}
