package torgau.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;

/// `torgau relay`.
@Command(
        name = "relay",
        header = "Store and forward courier files on a machine that is not on the line.",
        description = {
            "What is put into DIR/in goes to DIR/out/NUMBER, by the number of the station that it is for. Nothing is"
                    + " opened: there are no keys here, and no station.",
            "It looks every second, every minute while something stays, until it is stopped. What is no courier"
                    + " file stays in DIR/in."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  torgau relay /srv/relay", "  torgau relay /srv/relay --status"},
        sortOptions = false)
final class RelayCommand extends Verb {
    private static final long LOOK_MILLIS = 1_000;

    /// After a look that left something: what stays is read again each time.
    private static final long LOOK_AGAIN_MILLIS = 60_000;

    private static final long MIB = 1L << 20;

    @Parameters(paramLabel = "DIR", description = "The relay's folder.")
    private @Nullable Path folder;

    @Option(
            names = "--quota",
            paramLabel = "MIB",
            defaultValue = "4096",
            description = "MiB that may wait in DIR/out (default: 4096).")
    private int quota;

    @Option(names = "--once", description = "Look once, and end.")
    private boolean once;

    @Option(names = "--status", description = "Show what waits for whom, and change nothing.")
    private boolean status;

    private final Set<Relay.Left> said = new HashSet<>();

    RelayCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() throws InterruptedException {
        Path at = Objects.requireNonNull(folder);
        if (!Files.isDirectory(at)) {
            throw new Refused(Code.FILE_UNREADABLE, at + " is no folder");
        }
        if (quota < 1) {
            throw usage("--quota is " + quota + "; wanted is 1 or more");
        }
        var relay = new Relay(at, quota * MIB);
        relay.open();
        boolean whole = status || look(relay);
        while (!once && !status) {
            Thread.sleep(whole ? LOOK_MILLIS : LOOK_AGAIN_MILLIS);
            whole = look(relay);
        }
        if (status) {
            relay.held().forEach(this::say);
        }
        return whole ? Exit.OK : Exit.REFUSED;
    }

    /// Whether all that is there was forwarded. What stays is said once, as long as it stays.
    private boolean look(Relay relay) {
        Relay.Pass pass = relay.forward();
        if (pass.forwarded() > 0) {
            print(
                    json
                            ? object().put("forwarded", pass.forwarded()).toString()
                            : texts(around.language()).say("cli.relay.forwarded", Map.of("files", pass.forwarded())));
        }
        said.retainAll(pass.left());
        pass.left().stream().filter(said::add).forEach(this::say);
        return pass.left().isEmpty();
    }

    private void say(Relay.Left left) {
        String file = left.file().toString();
        String message = left.code().text() + " " + left.detail();
        print(
                json
                        ? object().put("file", file)
                                .put("code", left.code().code())
                                .put("message", message)
                                .toString()
                        : texts(around.language())
                                .say(
                                        "cli.courier.refused",
                                        Map.of("file", file, "code", left.code().code(), "message", message)));
    }

    private void say(int station, Relay.Held held) {
        print(
                json
                        ? object().put("station", station)
                                .put("files", held.files())
                                .put("bytes", held.bytes())
                                .toString()
                        : texts(around.language())
                                .say(
                                        "cli.relay.held",
                                        Map.of(
                                                "station",
                                                Integer.toString(station),
                                                "files",
                                                held.files(),
                                                "bytes",
                                                held.bytes())));
    }
}
