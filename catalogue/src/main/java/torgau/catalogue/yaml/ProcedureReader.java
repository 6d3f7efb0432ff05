package torgau.catalogue.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import torgau.catalogue.Basis;
import torgau.catalogue.Clock;
import torgau.catalogue.CodeList;
import torgau.catalogue.Common;
import torgau.catalogue.Format;
import torgau.catalogue.Lifecycle;
import torgau.catalogue.Procedure;
import torgau.catalogue.Recurring;
import torgau.catalogue.Role;
import torgau.catalogue.Words;

/// Reads one procedure.
final class ProcedureReader {
    private static final int MAX_EDITION = 65_535;

    private final Tree tree;
    private final Common common;
    private final FieldReader fields;

    ProcedureReader(Tree tree, Common common) {
        this.tree = tree;
        this.common = common;
        this.fields = new FieldReader(common.languages());
    }

    Procedure procedure() {
        tree.only(
                "procedure",
                "edition",
                "theme",
                "title",
                "purpose",
                "basis",
                "authentic",
                "roles",
                "defaults",
                "suspension",
                "correction",
                "include",
                "formats",
                "states",
                "lifecycle",
                "crossed",
                "clocks",
                "lead_times",
                "standing",
                "calendar",
                "rows",
                "quotas",
                "codes",
                "phrases",
                "examples",
                "notes");
        var rules = new RulesReader(fields);
        boolean clocksRun = ClockReader.runs(tree.at("suspension").at("clocks"), false);
        return new Procedure(
                code(),
                tree.at("edition").integer(1, MAX_EDITION, 1),
                theme(),
                fields.words(tree.at("title")),
                fields.words(tree.at("purpose")),
                tree.at("basis").items().stream().map(ProcedureReader::basis).toList(),
                tree.at("authentic").texts(),
                roles(),
                suspension(clocksRun),
                correction(),
                formats(),
                lifecycle(),
                clocks(clocksRun),
                tree.maybe("lead_times").itemOrItems().stream()
                        .map(ClockReader::leadTime)
                        .toList(),
                tree.maybe("standing").itemOrItems().stream()
                        .map(ClockReader::standing)
                        .toList(),
                calendar(),
                rules.rows(tree.maybe("rows")),
                rules.quotas(tree.maybe("quotas")),
                codes(fields, tree),
                tree.maybe("notes").has(common.languages().getFirst()) ? fields.words(tree.at("notes")) : null);
    }

    private SequencedMap<String, Format> formats() {
        var reader = new FormatReader(fields, tree);
        SequencedMap<String, Format> formats = reader.own();
        reader.included(common.formats()).forEach((code, format) -> {
            if (formats.putIfAbsent(code, format) != null) {
                tree.at("include").at(code).refuse("is written out as well", "include it or write it out, not both");
            }
        });
        return formats;
    }

    private String code() {
        String code = tree.at("procedure").text();
        if (!code.matches("[A-Z]{2}[A-Z0-9]{0,2}")) {
            tree.at("procedure")
                    .refuse("is `" + code + "`", "use two to four capital letters, digits after the second");
        }
        return code;
    }

    private Optional<String> theme() {
        return Optional.ofNullable(tree.maybe("theme").textIfGiven());
    }

    private static Basis basis(Tree tree) {
        tree.only("code", "force", "of_record");
        String record = tree.at("of_record").text();
        if (!record.equals("here") && !record.equals("elsewhere")) {
            tree.at("of_record").refuse("is `" + record + "`", "write here or elsewhere");
        }
        return new Basis(
                tree.at("code").text(),
                tree.at("force").oneOf(Basis.Force.values(), Basis.Force.COURTESY),
                record.equals("here"));
    }

    private SequencedMap<String, Role> roles() {
        var roles = new LinkedHashMap<String, Role>();
        tree.at("roles").entries().forEach((name, role) -> {
            roles.put(name, new RulesReader(fields).role(name, role));
        });
        return roles;
    }

    private Procedure.Suspension suspension(boolean clocksRun) {
        Tree suspension = tree.at("suspension").only("stays_open", "clocks");
        return new Procedure.Suspension(suspension.at("stays_open").flag(false), clocksRun);
    }

    private Procedure.Correction correction() {
        Tree correction = tree.at("correction").only("of", "note");
        return new Procedure.Correction(correction.at("of").texts(), fields.words(correction.at("note")));
    }

    private Lifecycle lifecycle() {
        var states = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> start = Collections.emptyMap();
        for (Map.Entry<String, Tree> state : tree.at("lifecycle").entries().entrySet()) {
            Map<String, String> moves = state.getValue().each(Tree::text);
            if (state.getKey().equals("start")) {
                start = moves;
            } else {
                states.put(state.getKey(), moves);
            }
        }
        return new Lifecycle(
                start,
                states,
                tree.at("states").each(fields::words),
                tree.maybe("crossed").each(Tree::texts));
    }

    private List<Clock> clocks(boolean run) {
        var clocks = new ArrayList<Clock>();
        tree.maybe("clocks").entries().forEach((name, clock) -> clocks.add(ClockReader.clock(name, clock, run)));
        return clocks;
    }

    private List<Recurring> calendar() {
        var reader = new CalendarReader(fields);
        var calendar = new ArrayList<Recurring>();
        tree.maybe("calendar").entries().forEach((name, item) -> calendar.add(reader.recurring(name, item)));
        return calendar;
    }

    static Map<String, CodeList> codes(FieldReader fields, Tree tree) {
        var lists = new TreeMap<String, CodeList>();
        tree.maybe("codes").entries().forEach((name, list) -> {
            SequencedMap<String, Words> items = list.each(fields::words);
            lists.put(name, new CodeList(name, items));
        });
        return lists;
    }
}
