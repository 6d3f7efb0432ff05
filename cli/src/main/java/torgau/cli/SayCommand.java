package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;

/// `torgau say`: signs a message and puts it on the journal.
@Command(
        name = "say",
        header = "Sign a message and put it on the journal. It cannot be taken back.",
        description =
                "The text is the argument, or standard input where there is none. With --wait the command ends when"
                        + " every party addressed has come so far, or with exit code 3 when the time is over. Receipt is"
                        + " not agreement.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau say --home blue \"Line established. How do you read?\"",
            "  torgau say --home blue --precedence FLASH --class FORMAL --wait received --timeout 30 < text",
            "  torgau say --home red --re BLUE-OPS.1a2b3c4d.17 --courtesy en=\"Agreed time\" \"Время согласовано\""
        },
        sortOptions = false)
final class SayCommand extends StationVerb {
    /// How far an entry must have come.
    enum Stage {
        RECEIVED,
        READ,
        UNDERSTOOD
    }

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "What is said; standard input if left out.")
    private @Nullable String text;

    @Option(
            names = "--precedence",
            defaultValue = "ROUTINE",
            description = "${COMPLETION-CANDIDATES} (default: ROUTINE).")
    private Precedence precedence;

    @Option(names = "--class", defaultValue = "FORMAL", description = "${COMPLETION-CANDIDATES} (default: FORMAL).")
    private TrafficClass trafficClass;

    @Option(names = "--re", paramLabel = "REF", description = "The entry that this answers.")
    private @Nullable String re;

    @Option(names = "--to", paramLabel = "PARTY", split = ",", description = "Parties addressed (default: all others).")
    private @Nullable List<String> to;

    @Mixin
    private Speaker speaker;

    @Mixin
    private LegalBasis legalBasis;

    @Option(names = "--lang", paramLabel = "en", description = "Language of the text (default: the station's).")
    private @Nullable String lang;

    @Option(names = "--subject", paramLabel = "TEXT", description = "What it is about.")
    private @Nullable String subject;

    @Option(
            names = "--courtesy",
            paramLabel = "LANG=TEXT",
            description = "Your courtesy translation; can be given again.")
    private Map<String, String> courtesy = new LinkedHashMap<>();

    @Option(names = "--wait", paramLabel = "STAGE", description = "Wait until received, read or understood.")
    private @Nullable Stage wait;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait (default: 60).")
    private int timeout;

    SayCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        JsonNode status = get("/status");
        ObjectNode body = object().put("class", trafficClass.name()).put("precedence", precedence.name());
        if (to != null) {
            to.forEach(body.putArray("to")::add);
        }
        if (re != null) {
            body.put("re", re);
        }
        body.set("office", speaker.of(status));
        legalBasis.into(body);
        body.set("act", act(status));
        JsonNode entry = sent(post("/entries", body));
        String reference = entry.path("reference").asText();
        boolean came = wait == null || waited(status, reference, wait);
        JsonNode now = wait == null ? entry : get("/entries/" + reference);
        show(now);
        if (!came) {
            throw new Problem(
                    Code.NOT_IN_TIME,
                    reference + " is not " + lower(wait) + " after " + timeout + " s",
                    Exit.NOT_IN_TIME);
        }
        return Exit.OK;
    }

    private void show(JsonNode entry) {
        if (json) {
            print(entry);
        } else {
            new EntryReport(entry, texts()).lines().forEach(this::print);
        }
    }

    private ObjectNode act(JsonNode status) {
        ObjectNode act = object().put("type", "message")
                .put("language", lang == null ? status.path("language").asText() : lang)
                .put("text", text == null ? typed() : text);
        if (subject != null) {
            act.put("subject", subject);
        }
        if (!courtesy.isEmpty()) {
            var sentences = act.putArray("courtesy");
            courtesy.forEach((language, words) ->
                    sentences.addObject().put("language", language).put("text", words));
        }
        return act;
    }

    private String typed() {
        try {
            return new String(around.in().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException fault) {
            throw new Refused(Code.FILE_UNREADABLE, "standard input cannot be read: " + fault.getMessage());
        }
    }

    private boolean waited(JsonNode status, String reference, Stage stage) {
        var expected = new TreeSet<String>(to == null ? List.of() : to);
        if (expected.isEmpty()) {
            status.path("counterparts")
                    .forEach(each -> expected.add(each.path("party").asText()));
            expected.remove(status.path("party").asText());
        }
        return until(Duration.ofSeconds(timeout), () -> {
            var missing = new TreeSet<>(expected);
            get("/entries/" + reference).path("receipts").forEach(receipt -> {
                if (reached(receipt.path("stage").asText(), stage)) {
                    missing.remove(receipt.path("party").asText());
                }
            });
            return missing.isEmpty();
        });
    }

    private static String lower(@Nullable Stage stage) {
        return String.valueOf(stage).toLowerCase(Locale.ROOT);
    }

    private static boolean reached(String stage, Stage wanted) {
        return switch (wanted) {
            case RECEIVED -> true;
            case READ -> !stage.equals("received");
            case UNDERSTOOD -> stage.equals("understood");
        };
    }
}
