package torgau.station.http;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Entry;
import torgau.journal.JournalView;
import torgau.journal.Limits;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.station.formats.Formats;
import torgau.station.formats.Known;
import torgau.station.heart.Draft;

/// Turns what an officer's client asks to say into a draft for the heart. Whatever cannot be meant is
/// refused here, with a pointer to the field.
final class Drafting {
    private static final Pattern STAGE = Pattern.compile("read|understood|not_understood|passed_on");
    private static final Pattern CAUSE =
            Pattern.compile("unreadable|language|incomplete|unknown_form|ambiguous|reference_unknown|other");
    private static final Pattern ACT =
            Pattern.compile("message|notification|acknowledgement|translation|suspension|resumption");
    /// The name of a free text in an entry; that of a message has the empty one.
    static final Pattern PART = Pattern.compile("|[^\\p{Cntrl}]{1,256}");
    private static final Pattern SCOPE = Pattern.compile("line|track|procedure|counterpart");
    private static final Pattern KIND = Pattern.compile("[^\\p{Cntrl}]{1,256}");
    private static final Pattern FIELD = Pattern.compile("[^\\p{Cntrl}]{1,64}");
    private static final int MAX_PARTIES = 64;

    private final Names names;
    private final JournalView journal;
    private final int ownParty;
    private final Filing filing;
    private final Formats formats;
    private final HeldAnnexes.Of annexes;

    Drafting(Names names, JournalView journal, int ownParty, Filing filing, Formats formats, HeldAnnexes.Of annexes) {
        this.names = names;
        this.journal = journal;
        this.ownParty = ownParty;
        this.filing = filing;
        this.formats = formats;
        this.annexes = annexes;
    }

    /// What `POST /entries` asks for.
    Draft entry(JsonIn body, Draft.Request request) {
        return draft(body, request);
    }

    /// The same, only to be looked at.
    Draft unsigned(JsonIn body) {
        return draft(body, null);
    }

    private Draft draft(JsonIn body, Draft.@Nullable Request request) {
        List<Integer> to = parties(body);
        Optional<Entry> re = body.has("re") ? Optional.of(held(body, "re")) : Optional.empty();
        Office office = office(body.object("office"));
        JsonIn act = body.object("act");
        String type = act.word("type", ACT);
        if (type.equals("notification")) {
            Filing.Made made = filing(body, act, office, re);
            return new Draft(
                    made.trafficClass(),
                    made.precedence(),
                    to,
                    made.matter(),
                    made.refs(),
                    made.act(),
                    made.blobs(),
                    request);
        }
        var trafficClass = body.oneOf("class", TrafficClass.class);
        var precedence = body.oneOf("precedence", Precedence.class);
        body.end();
        var about = new About(trafficClass, re);
        Said said = switch (type) {
            case "message" -> message(act, office, about);
            case "acknowledgement" -> acknowledgement(act, office, about);
            case "translation" -> translation(act, office, about);
            case "suspension" -> suspension(act, office, about);
            default -> resumption(act, office, about);
        };
        act.end();
        List<Integer> addressed = to.isEmpty() && said.act() instanceof Act.Translation ? addressed(said) : to;
        return new Draft(trafficClass, precedence, addressed, said.matter(), said.refs(), said.act(), request);
    }

    /// A translation goes to whom its original went.
    private List<Integer> addressed(Said said) {
        return journal.entry(said.refs().getFirst()).orElseThrow().payload().to();
    }

    /// A format that is asked to be filed. Its class and precedence may be left out.
    private Filing.Made filing(JsonIn body, JsonIn act, Office office, Optional<Entry> re) {
        Optional<TrafficClass> trafficClass =
                body.has("class") ? Optional.of(body.oneOf("class", TrafficClass.class)) : Optional.empty();
        Optional<Precedence> precedence =
                body.has("precedence") ? Optional.of(body.oneOf("precedence", Precedence.class)) : Optional.empty();
        body.end();
        return filing.of(act, office, new Filing.Asked(trafficClass, precedence, re));
    }

    private record About(TrafficClass trafficClass, Optional<Entry> re) {
        List<Reference> refs() {
            return re.map(Entry::reference).stream().toList();
        }

        /// An automatic act has no matter that could be continued.
        @Nullable
        Reference matter() {
            return re.filter(entry -> !entry.payload().automatic())
                    .map(About::matterOf)
                    .orElse(null);
        }

        static Reference matterOf(Entry entry) {
            return Receipts.matterOf(entry.reference(), entry.payload());
        }
    }

    private record Said(Act act, @Nullable Reference matter, List<Reference> refs) {}

    private List<Integer> parties(JsonIn body) {
        var numbers = new TreeSet<Integer>();
        for (String code : body.words("to", MAX_PARTIES, Names.PARTY)) {
            numbers.add(names.party(code)
                    .filter(number -> number != ownParty)
                    .orElseThrow(() -> new Refusal(
                            422, Code.UNKNOWN_ADDRESSEE, code + " is not another party of this line", body.at("to"))));
        }
        return List.copyOf(numbers);
    }

    /// An entry that is named by its reference or its message number.
    private Entry held(JsonIn in, String name) {
        String word = in.word(name, Names.MESSAGE);
        return names.place(word, journal)
                .flatMap(journal::entry)
                .orElseThrow(
                        () -> new Refusal(422, Code.UNKNOWN_REFERENCE, "no entry is held at " + word, in.at(name)));
    }

    Office office(JsonIn in) {
        var office = new Office(in.line("title", 1, Limits.NAME_BYTES), in.line("capacity", 1, Limits.NAME_BYTES));
        in.end();
        return office;
    }

    private static Text text(JsonIn in, String name) {
        return new Text(in.word("language", Names.LANGUAGE), in.text(name, 1, Limits.TEXT_BYTES));
    }

    private static @Nullable Text textIfGiven(JsonIn in, String name) {
        in.word("language", Names.LANGUAGE);
        return in.has(name) ? text(in, name) : null;
    }

    private Said message(JsonIn in, Office office, About about) {
        Text text = text(in, "text");
        String subject = in.lineIfGiven("subject", 1, Limits.NAME_BYTES).orElse("");
        about.re().ifPresent(re -> FilingPlace.sameDrill(re.payload().trafficClass(), about.trafficClass()));
        var courtesy = new ArrayList<Text>();
        for (JsonIn one : in.objects("courtesy", Limits.LIST_ITEMS)) {
            courtesy.add(text(one, "text"));
            one.end();
        }
        return new Said(new Act.Message(office, subject, text, courtesy), about.matter(), about.refs());
    }

    private Said acknowledgement(JsonIn in, Office office, About about) {
        Entry of = acknowledgeable(in);
        sameClass(of, about);
        return new Said(acknowledgement(in, office, of), About.matterOf(of), List.of(of.reference()));
    }

    /// What may be translated, and into what, is judged where it is released.
    private Said translation(JsonIn in, Office office, About about) {
        Entry of = held(in, "of");
        sameClass(of, about);
        if (about.re().isPresent()) {
            throw Refusal.field("/re", "a translation belongs to what it translates and answers nothing");
        }
        var act = new Act.Translation(office, in.wordIfGiven("part", PART).orElse(""), text(in, "text"));
        return new Said(act, About.matterOf(of), List.of(of.reference()));
    }

    private static void sameClass(Entry of, About about) {
        if (of.payload().trafficClass() != about.trafficClass()) {
            String right = of.payload().trafficClass().name();
            throw new Refusal(422, Code.CLASS_CONVERTED, "the entry has the class " + right, "/class");
        }
    }

    /// The entry that an acknowledgement names.
    Entry acknowledgeable(JsonIn in) {
        Entry of = held(in, "of");
        if (of.payload().feed().party() == ownParty
                || of.payload().automatic()
                || !Receipts.callsForAnswer(of.payload().act())) {
            throw new Refusal(
                    422,
                    Code.NOTHING_TO_ACKNOWLEDGE,
                    names.reference(of.reference()) + " is not one to acknowledge",
                    in.at("of"));
        }
        return of;
    }

    /// The acknowledgement of an entry that such fields say.
    Act.Acknowledgement acknowledgement(JsonIn in, Office office, Entry of) {
        in.word("language", Names.LANGUAGE);
        in.has("of");
        String stage = in.word("stage", STAGE);
        Act.Stage said = switch (stage) {
            case "read" -> new Act.Stage.Read();
            case "understood" -> understood(in, of);
            case "not_understood" ->
                new Act.Stage.NotUnderstood(
                        Causes.named(in.word("cause", CAUSE)), textIfGiven(in, "about"), inQuestion(in, of));
            default -> new Act.Stage.PassedOn(in.instant("passed_on_at"));
        };
        in.word("type", Pattern.compile("acknowledgement"));
        in.end();
        return new Act.Acknowledgement(office, said);
    }

    private Act.Stage understood(JsonIn in, Entry of) {
        Text readBack = text(in, "read_back");
        if (!in.has("restated")) {
            return new Act.Stage.Understood(readBack);
        }
        Known format = FilingPlace.form(of)
                .flatMap(formats::find)
                .orElseThrow(() -> Refusal.field(
                        in.at("restated"), "the message is of no format that is known here: restate it in words"));
        Payload said = of.payload();
        var restated = filing.restated(
                format, in, "restated", fields(of), annexes.said(said.feed().party(), said.to(), List.of()));
        return new Act.Stage.Understood(readBack, FilingCodec.encode(restated));
    }

    /// What a filed entry has in its fields; nothing if they cannot be read.
    private static SequencedMap<String, Value> fields(Entry filed) {
        return filed.payload().act() instanceof Act.Notification act
                        && FilingCodec.decode(act.fields())
                                instanceof
                                Decoded.Value<SequencedMap<String, Value>>(SequencedMap<String, Value> values)
                ? values
                : new LinkedHashMap<>();
    }

    /// The fields that were not understood: such as the entry has.
    private static List<String> inQuestion(JsonIn in, Entry of) {
        List<String> fields = in.words("fields", Limits.LIST_ITEMS, FIELD);
        var filed = List.copyOf(fields(of).keySet());
        for (String field : fields) {
            if (!filed.contains(field)) {
                throw Refusal.field(in.at("fields"), "the message has no field " + field + "; it has " + filed);
            }
        }
        return fields;
    }

    private Said suspension(JsonIn in, Office office, About about) {
        var scope = scope(in.object("scope"));
        String authority = in.line("authority", 1, Limits.NAME_BYTES);
        List<String> open = in.words("stays_open", Limits.LIST_ITEMS, KIND);
        var act = new Act.Suspension(office, scope, authority, day(in), textIfGiven(in, "reason"), open);
        return new Said(act, about.matter(), about.refs());
    }

    private static long day(JsonIn in) {
        long millis = in.day("effective_date")
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
        if (millis < 0) {
            throw Refusal.field(in.at("effective_date"), "the day lies before 1970");
        }
        return millis;
    }

    private static Act.Scope scope(JsonIn in) {
        String kind = in.word("kind", SCOPE);
        Act.Scope scope = switch (kind) {
            case "line" -> new Act.Scope.WholeLine();
            case "track" -> new Act.Scope.Track(in.line("name", 1, Limits.NAME_BYTES));
            case "procedure" -> new Act.Scope.Procedure(in.line("name", 1, Limits.NAME_BYTES));
            default -> new Act.Scope.Counterpart(in.line("name", 1, Limits.NAME_BYTES));
        };
        in.end();
        return scope;
    }

    private Said resumption(JsonIn in, Office office, About about) {
        Entry of = held(in, "of");
        String authority = in.line("authority", 1, Limits.NAME_BYTES);
        var act = new Act.Resumption(office, authority, day(in), textIfGiven(in, "reason"));
        var refs = new TreeSet<Reference>(about.refs());
        refs.add(of.reference());
        if (refs.size() > 1) {
            throw Refusal.field("/re", "a resumption answers the suspension that it lifts, and nothing else");
        }
        return new Said(act, About.matterOf(of), List.copyOf(refs));
    }
}
