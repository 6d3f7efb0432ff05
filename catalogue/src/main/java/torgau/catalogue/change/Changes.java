package torgau.catalogue.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.CodeList;
import torgau.catalogue.Field;
import torgau.catalogue.FieldOf;
import torgau.catalogue.Format;
import torgau.catalogue.Lifecycle;
import torgau.catalogue.Numbered;
import torgau.catalogue.Procedure;
import torgau.catalogue.Quota;
import torgau.catalogue.Role;
import torgau.catalogue.Words;
import torgau.catalogue.change.Change.Kind;
import torgau.catalogue.change.Change.Nature;
import torgau.catalogue.change.Change.Part;

/// Finds in what one edition of a procedure differs from another, whatever the layout of the files.
public final class Changes {
    private final List<Change> changes = new ArrayList<>();

    private Changes() {}

    /// Every difference, in the order of the file; nothing if both say the same. Their numbers are not
    /// compared.
    public static List<Change> between(Procedure was, Procedure now) {
        var found = new Changes();
        found.procedure(was, now);
        found.each(
                new Group<>(Part.ROLE, Nature.LIFECYCLE, name -> name, Role::label),
                was.roles(),
                now.roles(),
                found::role);
        found.each(
                new Group<>(Part.FORMAT, Nature.LIFECYCLE, code -> code, Format::title),
                was.formats(),
                now.formats(),
                found::format);
        found.lifecycle(was.lifecycle(), now.lifecycle());
        new Times(found).between(was, now);
        found.each(
                new Group<Numbered>(Part.ROWS, Nature.FIELD, name -> name, _ -> null),
                byName(was.rows(), rule -> rule.table().toString()),
                byName(now.rows(), rule -> rule.table().toString()),
                found::rows);
        found.each(
                new Group<>(Part.QUOTA, Nature.LIFECYCLE, name -> name, Quota::title),
                byName(was.quotas(), Quota::name),
                byName(now.quotas(), Quota::name),
                found::quota);
        found.lists(was.codes(), now.codes());
        return List.copyOf(found.changes);
    }

    /// Things of one kind.
    ///
    /// @param nature of adding or removing one
    /// @param place of one by its name
    record Group<T>(Part part, Nature nature, UnaryOperator<String> place, Function<T, @Nullable Words> words) {}

    <T> void each(Group<T> group, Map<String, T> was, Map<String, T> now, BiConsumer<String, Pair<T>> compared) {
        was.forEach((name, before) -> {
            T after = now.get(name);
            if (after == null) {
                only(Kind.REMOVED, group, name, before);
            } else if (!after.equals(before)) {
                compared.accept(group.place().apply(name), new Pair<>(before, after));
            }
        });
        now.forEach((name, after) -> {
            if (!was.containsKey(name)) {
                only(Kind.ADDED, group, name, after);
            }
        });
    }

    record Pair<T>(T was, T now) {}

    private <T> void only(Kind kind, Group<T> group, String name, T one) {
        String at = group.place().apply(name);
        changes.add(new Change(kind, group.part(), at, group.words().apply(one), List.of(), List.of(group.nature())));
    }

    void changed(Part part, String at, @Nullable Words named, Aspects aspects) {
        if (!aspects.how.isEmpty()) {
            changes.add(new Change(Kind.CHANGED, part, at, named, aspects.how, List.copyOf(aspects.natures)));
        }
    }

    private void procedure(Procedure was, Procedure now) {
        var aspects = new Aspects()
                .of("title", Nature.WORDING, was.title(), now.title())
                .of("purpose", Nature.WORDING, was.purpose(), now.purpose())
                .of("theme", Nature.LIFECYCLE, was.theme(), now.theme())
                .of("basis", Nature.LEGAL_EFFECT, was.bases(), now.bases())
                .of("authentic", Nature.LEGAL_EFFECT, was.authentic(), now.authentic())
                .of(
                        "suspension.stays_open",
                        Nature.LIFECYCLE,
                        was.suspension().staysOpen(),
                        now.suspension().staysOpen())
                .of("suspension.clocks", Nature.PERIOD, clocks(was), clocks(now))
                .of(
                        "correction.of",
                        Nature.LIFECYCLE,
                        was.correction().of(),
                        now.correction().of())
                .of(
                        "correction.note",
                        Nature.WORDING,
                        was.correction().note(),
                        now.correction().note())
                .of(
                        "crossed",
                        Nature.LIFECYCLE,
                        was.lifecycle().crossed(),
                        now.lifecycle().crossed())
                .of("notes", Nature.WORDING, was.notes(), now.notes())
                .of(
                        "order of formats",
                        Nature.WORDING,
                        order(was.formats(), now.formats()),
                        order(now.formats(), was.formats()));
        changed(Part.PROCEDURE, now.code(), now.title(), aspects);
    }

    private static String clocks(Procedure procedure) {
        return procedure.suspension().clocksRun() ? "run" : "stop";
    }

    private void role(String at, Pair<Role> role) {
        var aspects = new Aspects()
                .of("is", Nature.LIFECYCLE, role.was.is(), role.now.is())
                .of("by", Nature.LIFECYCLE, role.was.decided(), role.now.decided())
                .of("label", Nature.WORDING, role.was.label(), role.now.label());
        changed(Part.ROLE, at, role.now.label(), aspects);
    }

    private void rows(String at, Pair<Numbered> rows) {
        var aspects = new Aspects()
                .of("of", Nature.FIELD, names(rows.was.of()), names(rows.now.of()))
                .of("besides", Nature.FIELD, names(rows.was.besides()), names(rows.now.besides()));
        changed(Part.ROWS, at, null, aspects);
    }

    private void quota(String at, Pair<Quota> quota) {
        Quota was = quota.was;
        Quota now = quota.now;
        var aspects = new Aspects()
                .of("title", Nature.WORDING, was.title(), now.title())
                .of("most", Nature.LIFECYCLE, names(was.most()), names(now.most()))
                .of(
                        "taken",
                        Nature.LIFECYCLE,
                        was.taken().toString(),
                        now.taken().toString())
                .of("where", Nature.LIFECYCLE, was.column() + was.taking(), now.column() + now.taking())
                .of("until", Nature.LIFECYCLE, was.until(), now.until())
                .of("ended", Nature.LIFECYCLE, String.valueOf(was.ended()), String.valueOf(now.ended()))
                .of("effective", Nature.LIFECYCLE, was.effective(), now.effective());
        changed(Part.QUOTA, at, now.title(), aspects);
    }

    private static List<String> names(List<FieldOf> fields) {
        return fields.stream().map(FieldOf::toString).toList();
    }

    private void format(String code, Pair<Format> format) {
        Format was = format.was;
        Format now = format.now;
        Format.Defaults before = was.defaults();
        Format.Defaults after = now.defaults();
        var aspects = new Aspects()
                .of("title", Nature.WORDING, was.title(), now.title())
                .of("by", Nature.LIFECYCLE, was.by(), now.by())
                .of("must_follow", Nature.LIFECYCLE, was.mustFollow(), now.mustFollow())
                .of("whose", Nature.LIFECYCLE, was.whose(), now.whose())
                .of("opens", Nature.LIFECYCLE, was.opens(), now.opens())
                .of("read_back", Nature.FIELD, was.readBack(), now.readBack())
                .of("order of fields", Nature.FIELD, order(fields(was), fields(now)), order(fields(now), fields(was)))
                .of("class", Nature.LIFECYCLE, before.trafficClass(), after.trafficClass())
                .of("precedence", Nature.LIFECYCLE, before.precedence(), after.precedence())
                .of("label", Nature.LEGAL_EFFECT, before.label(), after.label())
                .of("legal_effect", Nature.LEGAL_EFFECT, before.effect(), after.effect())
                .of("release", Nature.LIFECYCLE, before.signatures(), after.signatures())
                .of("phrase", Nature.WORDING, was.phrase(), now.phrase())
                .of("note", Nature.WORDING, was.note(), now.note())
                .of("stage", Nature.LIFECYCLE, was.stage(), now.stage());
        changed(Part.FORMAT, code, now.title(), aspects);
        each(
                new Group<>(Part.FIELD, Nature.FIELD, name -> code + "." + name, Field::label),
                fields(was),
                fields(now),
                this::field);
    }

    /// The names that both have, as the first orders them; each in a list, so that they are not told at
    /// length.
    private static List<List<String>> order(SequencedMap<String, ?> of, SequencedMap<String, ?> other) {
        return of.keySet().stream().filter(other::containsKey).map(List::of).toList();
    }

    private static SequencedMap<String, Field> fields(Format format) {
        return byName(format.fields(), Field::name);
    }

    static <T> SequencedMap<String, T> byName(List<T> all, Function<T, String> name) {
        var named = new LinkedHashMap<String, T>();
        all.forEach(each -> named.put(name.apply(each), each));
        return named;
    }

    private void field(String at, Pair<Field> field) {
        Field was = field.was;
        Field now = field.now;
        var aspects = new Aspects()
                .of("label", Nature.WORDING, was.label(), now.label())
                .of("hint", Nature.WORDING, was.hint(), now.hint())
                .of("type", Nature.FIELD, was.type(), now.type())
                .of("optional", Nature.FIELD, was.optional(), now.optional())
                .of("only_if", Nature.FIELD, was.onlyIf(), now.onlyIf())
                .of("undisclosed", Nature.FIELD, was.undisclosed(), now.undisclosed())
                .of("sensitive", Nature.FIELD, was.sensitive(), now.sensitive());
        changed(Part.FIELD, at, now.label(), aspects);
    }

    private void lifecycle(Lifecycle was, Lifecycle now) {
        each(
                new Group<Words>(Part.STATE, Nature.LIFECYCLE, name -> name, words -> words),
                was.labels(),
                now.labels(),
                (at, words) -> changed(
                        Part.STATE, at, words.now, new Aspects().of("label", Nature.WORDING, words.was, words.now)));
        each(
                new Group<String>(Part.TRANSITION, Nature.LIFECYCLE, place -> place, _ -> null),
                transitions(was),
                transitions(now),
                (at, to) ->
                        changed(Part.TRANSITION, at, null, new Aspects().of("to", Nature.LIFECYCLE, to.was, to.now)));
    }

    private static SequencedMap<String, String> transitions(Lifecycle lifecycle) {
        var all = new LinkedHashMap<String, String>();
        lifecycle.start().forEach((format, to) -> all.put("start + " + format, to));
        lifecycle
                .states()
                .forEach((state, moves) -> moves.forEach((format, to) -> all.put(state + " + " + format, to)));
        return all;
    }

    private void lists(Map<String, CodeList> was, Map<String, CodeList> now) {
        each(new Group<CodeList>(Part.LIST, Nature.CODES, name -> name, _ -> null), was, now, (list, lists) -> {
            changed(
                    Part.LIST,
                    list,
                    null,
                    new Aspects()
                            .of(
                                    "order",
                                    Nature.CODES,
                                    order(lists.was.items(), lists.now.items()),
                                    order(lists.now.items(), lists.was.items())));
            each(
                    new Group<Words>(Part.ITEM, Nature.CODES, item -> list + "." + item, words -> words),
                    lists.was.items(),
                    lists.now.items(),
                    (at, words) -> changed(
                            Part.ITEM, at, words.now, new Aspects().of("words", Nature.WORDING, words.was, words.now)));
        });
    }
}
