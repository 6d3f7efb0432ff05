package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.StationApi;
import torgau.station.text.Dtg;

/// `torgau search`: entries by the words in them.
@Command(
        name = "search",
        header = "Find entries by the words in them, the newest first.",
        description = {
            "Each word is found in any of its forms, in English, Russian and Ukrainian. All must be there. Words in double"
                    + " quotation marks stand one after the other, exactly as typed; a word* begins so.",
            "A word that was typed on the wrong keyboard is searched as what it was meant for, and the answer says so."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau search --home blue convoy bridge",
            "  torgau search --home blue '\"number of vehicles\" ponto*' --from RED",
            "  torgau search --home blue --procedure UA --since 010000ZNOV26"
        },
        sortOptions = false)
final class SearchCommand extends StationVerb {
    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "What is searched.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--class", paramLabel = "CLASS", split = ",", description = "Only these classes.")
    private List<String> classes = new ArrayList<>();

    @Option(names = "--precedence", paramLabel = "WORD", split = ",", description = "Only these precedences.")
    private List<String> precedences = new ArrayList<>();

    @Option(names = "--from", paramLabel = "PARTY", description = "Only what this party says.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "PARTY", description = "Only what is addressed to this party.")
    private @Nullable String to;

    @Option(names = "--matter", paramLabel = "REF", description = "Only the matter that this entry opened.")
    private @Nullable String matter;

    @Option(names = "--procedure", paramLabel = "CODE", description = "Only formats of this procedure.")
    private @Nullable String procedure;

    @Option(names = "--format", paramLabel = "CODE", description = "Only this format.")
    private @Nullable String format;

    @Option(names = "--since", paramLabel = "TIME", description = "Not older: 211830ZNOV26, or ISO 8601 with Z.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Not younger.")
    private @Nullable String until;

    @Option(
            names = "--awaited",
            negatable = true,
            description =
                    "Only of matters in which something is awaited still; with --no-awaited, in which nothing is.")
    private @Nullable Boolean awaited;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many at most (default: 20).")
    private int limit;

    @Option(names = "--before", paramLabel = "CURSOR", description = "Go on where an earlier answer ended.")
    private @Nullable String before;

    SearchCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        limited(limit, 100);
        JsonNode found = get("/search?limit=" + limit + question());
        if (json) {
            print(found);
            return Exit.OK;
        }
        found.path("corrected")
                .forEach(each -> print(texts().say(
                                "cli.search.corrected",
                                Map.of(
                                        "typed", each.path("typed").asText(),
                                        "used", each.path("used").asText()))));
        for (int i = 0; i < found.path("entries").size(); i++) {
            show(found.path("entries").path(i), found.path("snippets").path(i));
        }
        remarks(found);
        return Exit.OK;
    }

    private String question() {
        var question = new StringBuilder();
        add(question, "q", words.isEmpty() ? null : String.join(" ", words));
        add(question, "class", classes.isEmpty() ? null : upper(String.join(",", classes)));
        add(question, "precedence", precedences.isEmpty() ? null : upper(String.join(",", precedences)));
        add(question, "from", from);
        add(question, "to", to);
        add(question, "matter", matter);
        add(question, "procedure", procedure);
        add(question, "format", format);
        add(question, "since", since);
        add(question, "until", until);
        add(question, "awaited", awaited == null ? null : awaited.toString());
        add(question, "before", before);
        return question.toString();
    }

    private static void add(StringBuilder question, String name, @Nullable String value) {
        if (value != null) {
            question.append('&').append(name).append('=').append(StationApi.encoded(value));
        }
    }

    private void show(JsonNode entry, JsonNode snippet) {
        print(String.join(
                "  ",
                entry.path("message_number").asText(),
                Dtg.group(Instant.parse(entry.path("time").asText())),
                entry.at("/from/party").asText(),
                texts().say("class." + entry.path("class").asText())));
        print("    " + marked(snippet));
    }

    /// The piece of the entry with the words that were found in brackets, on one line.
    static String marked(JsonNode snippet) {
        String text = snippet.path("text").asText();
        var marked = new StringBuilder();
        int at = 0;
        for (JsonNode mark : snippet.path("marks")) {
            int first = mark.path("from").asInt();
            int last = mark.path("to").asInt();
            marked.append(text, at, first).append('[').append(text, first, last).append(']');
            at = last;
        }
        return marked.append(text, at, text.length()).toString().replaceAll("\\s+", " ");
    }

    private void remarks(JsonNode found) {
        if (found.path("entries").isEmpty()) {
            print(texts().say("cli.search.none"));
        }
        if (found.path("cut").asBoolean()) {
            print(texts().say("cli.search.cut"));
        }
        if (found.path("more").asBoolean()) {
            print(texts().say(
                            "cli.search.more",
                            with("cursor", found.path("previous").asText())));
        }
        if (!found.path("complete").asBoolean()) {
            print(texts().say("cli.search.incomplete"));
        }
    }
}
