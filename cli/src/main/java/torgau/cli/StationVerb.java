package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import torgau.cli.api.Reply;
import torgau.cli.api.StationApi;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.station.home.Home;
import torgau.station.home.Seat;
import torgau.station.home.StationConfig;
import torgau.station.home.Token;
import torgau.station.text.Texts;

/// A command that speaks to a running station over its API.
abstract class StationVerb extends Verb {
    private static final long POLL_MILLIS = 100;

    @Option(
            names = "--home",
            paramLabel = "HOME",
            description = "The station's home: its address and token are read there.")
    private @Nullable Path home;

    @Option(names = "--url", paramLabel = "URL", description = "Instead of --home: the station's address.")
    private @Nullable String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File of mode 0600 with the officer's token; with --url always.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--seat",
            paramLabel = "NAME",
            description = "With --home: the seat whose token in the home is used (default: first).")
    private String seat = Seat.FIRST;

    private @Nullable StationApi api;
    private @Nullable String language;

    StationVerb(Surroundings around) {
        super(around);
    }

    /// The station to speak to.
    protected StationApi api() {
        if (api == null) {
            api = home == null ? byAddress() : atHome(Home.open(home));
        }
        return api;
    }

    private StationApi byAddress() {
        if (url == null || tokenFile == null) {
            throw usage("which station? Give --home HOME, or --url URL and --token-file FILE");
        }
        try {
            return new StationApi(URI.create(url), Token.inFile(tokenFile));
        } catch (IllegalArgumentException fault) {
            throw usage("--url is " + url + "; wanted is, for example, http://127.0.0.1:7101");
        }
    }

    private StationApi atHome(Home own) {
        var config = StationConfig.read(own.config());
        language = config.language();
        if (!Seat.isName(seat)) {
            throw usage("--seat is " + seat + "; wanted is " + Seat.FORM);
        }
        return StationApi.at(config.console(), Token.inFile(tokenFile == null ? own.token(seat) : tokenFile));
    }

    /// Words in the station's language.
    protected Texts texts() {
        api();
        return texts(language == null ? around.language() : language);
    }

    protected JsonNode get(String path) {
        return accepted(api().get(path));
    }

    /// What is at a path, byte for byte.
    protected byte[] download(String path) {
        var into = new ByteArrayOutputStream();
        try {
            int status = api().download(path, into);
            if (status >= 400) {
                accepted(new Reply(status, StationApi.JSON.readTree(into.toByteArray())));
            }
            return into.toByteArray();
        } catch (IOException fault) {
            throw new Refused(Code.STATION_UNREACHABLE, "the station's answer cannot be read: " + fault.getMessage());
        }
    }

    protected JsonNode post(String path, JsonNode body) {
        return accepted(api().post(path, body));
    }

    protected static JsonNode accepted(Reply reply) {
        if (reply.accepted()) {
            return reply.body();
        }
        JsonNode body = reply.body();
        throw new Problem(
                body.path("code").asText(Code.STATION_UNREACHABLE.code()),
                body.path("message").asText("the station answered " + reply.status()),
                body.path("remedy").asText(""),
                Exit.REFUSED);
    }

    /// Signs what an officer says and puts it on the journal; shows the entry, or in words its
    /// reference.
    protected Integer release(ObjectNode body, String done) {
        JsonNode made = sent(post("/entries", body));
        if (json) {
            print(made);
        } else {
            print(texts().say(done, with("reference", made.path("reference").asText())));
        }
        return Exit.OK;
    }

    /// An entry that was made; a release that waits for a second signature ends the command, and says
    /// so.
    protected JsonNode sent(JsonNode made) {
        if (!made.has("proposed")) {
            return made;
        }
        String id = made.path("id").asText();
        if (json) {
            print(made);
        }
        throw new Problem(
                Code.WAITS_FOR_SECOND.code(),
                texts().say("cli.release.waits", with("id", id)),
                Code.WAITS_FOR_SECOND.remedy().replace("ID", id),
                Exit.WAITS);
    }

    /// Asks again until `done` gives something or the time is over.
    protected boolean until(Duration timeout, java.util.function.BooleanSupplier done) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    protected static void pause() {
        pause(POLL_MILLIS);
    }

    protected static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    protected static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
