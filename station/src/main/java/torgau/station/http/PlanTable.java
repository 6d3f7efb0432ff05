package torgau.station.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Written;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.matters.plan.Plan;
import torgau.station.formats.Known;
import torgau.station.heart.Draft;
import torgau.station.home.StationConfig;
import torgau.station.tables.Doubles;
import torgau.station.tables.Table;
import torgau.station.tables.TableFault;
import torgau.station.tables.Trouble;
import torgau.station.tables.Vocabulary;
import torgau.station.tables.Workbook;
import torgau.station.text.Texts;

/// A table of events as it would be filed: each row read by the very reader of filings, and compared
/// with the plan and with the other rows.
final class PlanTable {
    static final String FORMAT = "WP";
    /// Bytes of a request with a file in it.
    static final int MAX_BODY_BYTES = 3_145_728;

    private static final Pattern PARTY = Pattern.compile("[A-Z][A-Z0-9-]{0,31}");
    private static final int MAX_PARTIES = 64;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Front front;
    private final Names names;
    private final Drafting drafting;
    private final Asked asked;
    private final ImportReport report;
    private final Doubles<Reference> plan;
    private final Doubles<Integer> rows = new Doubles<>();
    private final List<Draft> drafts = new ArrayList<>();

    /// What holds of every row.
    ///
    /// @param base the request for an entry, but for its fields
    private record Asked(ObjectNode base, byte[] file, Table.Asked table, List<String> to, String spoken) {}

    private PlanTable(Front front, Asked asked, Table table, Plan plan) {
        this.front = front;
        this.names = front.names();
        this.drafting = front.drafting(names, asked.spoken());
        this.asked = asked;
        this.plan = PlanDoubles.known(plan);
        this.report = new ImportReport(front.sentences(), asked.spoken(), table);
    }

    /// Reads a request.
    ///
    /// @param plan what the rows are compared with
    /// @param spoken language in which the officer is answered
    static PlanTable read(Front front, Plan plan, JsonIn in, String spoken) {
        Known format = front.formats().named(FORMAT).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(422, Code.FORMAT_UNKNOWN, FORMAT + " is no format of this catalogue"));
        Asked asked = asked(front, in, spoken);
        try {
            Table table = Table.read(asked.file(), words(front, format, asked), asked.table());
            var read = new PlanTable(front, asked, table, plan);
            table.rows().forEach(read::judge);
            return read;
        } catch (TableFault fault) {
            throw new Refusal(422, fault.code(), String.valueOf(fault.getMessage()), "/file");
        }
    }

    private static Asked asked(Front front, JsonIn in, String spoken) {
        byte[] file = in.bytes("file", Workbook.MAX_BYTES);
        String sheet = in.lineIfGiven("sheet", 1, 256).orElse(null);
        ZoneId zone = in.lineIfGiven("zone", 1, 64).map(PlanTable::zone).orElse(null);
        List<String> to = in.words("to", MAX_PARTIES, PARTY);
        ObjectNode base = JSON.objectNode();
        to.forEach(base.putArray("to")::add);
        JsonIn office = in.object("office");
        var speaker = new Office(office.line("title", 1, 256), office.line("capacity", 0, 256));
        office.end();
        base.putObject("office").put("title", speaker.title()).put("capacity", speaker.capacity());
        ObjectNode act = base.putObject("act").put("type", "notification").put("procedure", FORMAT);
        act.put("format", FORMAT);
        in.wordIfGiven("language", Names.LANGUAGE).ifPresent(language -> act.put("language", language));
        in.lineIfGiven("track", 0, 256).ifPresent(track -> act.put("track", track));
        Saying.legalBasis(in);
        Raw.Pairs defaults = in.has("defaults") ? in.pairs("defaults") : new Raw.Pairs(new LinkedHashMap<>());
        in.end();
        var tableAsked =
                new Table.Asked(sheet, zone, owned(defaults, speaker), title -> capacity(front, speaker, title));
        return new Asked(base, file, tableAsked, to, spoken);
    }

    private static ZoneId zone(String name) {
        try {
            return name.equals("UTC") || name.equals("Z") ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException none) {
            throw Refusal.field("/zone", name + " is no zone: write UTC, or a name as Europe/Berlin");
        }
    }

    /// Where a row names no office in charge, it is the one in whose name the table is filed.
    private static Raw.Pairs owned(Raw.Pairs defaults, Office speaker) {
        var parts = new LinkedHashMap<String, Raw>();
        parts.put("title", new Raw.Word(speaker.title()));
        parts.put("capacity", new Raw.Word(speaker.capacity()));
        var all = new LinkedHashMap<>(defaults.values());
        all.putIfAbsent("owner", new Raw.Pairs(parts));
        return new Raw.Pairs(all);
    }

    private static Optional<String> capacity(Front front, Office speaker, String title) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(speaker), front.offices().stream())
                .filter(office -> office.title().equalsIgnoreCase(title))
                .map(Office::capacity)
                .findFirst();
    }

    /// The words of the format, and the names of the sides where a table says who hosts.
    private static Vocabulary words(Front front, Known format, Asked asked) {
        var hosts = new TreeMap<String, String>();
        Names names = front.names();
        hosts.put(names.party(front.ownParty()), "proposer");
        List<Integer> others = names.roster().agreement().parties().stream()
                .map(torgau.journal.agreement.Party::number)
                .filter(party -> party != front.ownParty())
                .filter(party -> asked.to().isEmpty() || asked.to().contains(names.party(party)))
                .toList();
        if (others.size() == 1) {
            hosts.put(names.party(others.getFirst()), "other");
        }
        var undisclosed = new TreeMap<String, String>();
        undisclosed.put("undisclosed", "undisclosed");
        format.common()
                .phrase("undisclosed")
                .ifPresent(words -> words.byLanguage().values().forEach(word -> undisclosed.put(word, "undisclosed")));
        List<Texts> texts = StationConfig.LANGUAGES.stream().map(Texts::in).toList();
        return new Vocabulary(
                format.format().fields(), format::list, texts, Map.of("hosts", hosts, "undisclosed", undisclosed));
    }

    private void judge(Table.Filled row) {
        Draft draft = draft(row);
        if (draft == null || !(draft.act() instanceof Act.Notification filed)) {
            return;
        }
        SequencedMap<String, Value> values = FilingCodec.decode(filed.fields()).orThrow();
        Doubles.Key key = Doubles.key(values);
        Optional<Doubles.Found<Integer>> twice = rows.of(key);
        Optional<Doubles.Found<Reference>> known = plan.of(key);
        rows.add(row.row(), key);
        if (twice.isPresent()) {
            Trouble found = twice.get().trouble();
            Trouble trouble = found != null && found.code() == Code.EVENT_IN_TWO_PLANS
                    ? found
                    : Trouble.of(Code.TABLE_ROW_TWICE, "row_twice", Map.of());
            report.twice(row, trouble, String.valueOf(twice.get().of()));
        } else if (known.isPresent() && known.get().trouble() != null) {
            report.twice(
                    row,
                    known.get().trouble(),
                    PlanDoubles.number(front, known.get().of()));
        } else if (known.isPresent()) {
            report.known(row, names.reference(known.get().of()));
        } else if (report.sound(row)) {
            drafts.add(draft);
            report.ready(
                    row,
                    Written.of(
                            values,
                            new torgau.station.formats.MessageNumbers(
                                    front.process().journal(), names.roster())));
        }
    }

    /// What would be signed of a row; null, and said in the report, if it cannot be filed.
    private @Nullable Draft draft(Table.Filled row) {
        ObjectNode body = asked.base().deepCopy();
        ((ObjectNode) body.path("act")).set("fields", RawJson.of(row.fields()));
        try {
            return drafting.unsigned(JsonIn.of(body.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (Refusal refusal) {
            JsonNode faults = refusal.faults();
            String at = Optional.ofNullable(refusal.field()).orElse("");
            if (faults == null && !at.startsWith("/act/fields")) {
                throw refusal;
            }
            report.refused(row, refusal);
            return null;
        }
    }

    /// What `POST /plan/import-check` answers.
    ObjectNode json() {
        return report.json();
    }

    /// What is to be signed together.
    ///
    /// @throws Refusal with every fault, if there is any; and if there is nothing to sign
    List<Draft> drafts() {
        report.refuse();
        if (drafts.isEmpty()) {
            throw new Refusal(422, Code.NOTHING_TO_IMPORT, Code.NOTHING_TO_IMPORT.text(), "/file");
        }
        long bytes = drafts.stream()
                .mapToLong(draft -> draft.act() instanceof Act.Notification filed ? filed.fields().length + 1_024L : 0)
                .sum();
        if (drafts.size() > Proposed.MAX_TOGETHER || bytes > torgau.store.desk.Proposal.MAX_BYTES) {
            throw new Refusal(422, Code.TOO_MANY_TOGETHER, drafts.size() + " events of " + bytes + " bytes", "/file");
        }
        return List.copyOf(drafts);
    }
}
