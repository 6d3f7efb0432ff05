package torgau.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import torgau.station.home.Home;
import torgau.station.home.PrivateFiles;
import torgau.station.home.StationConfig;
import torgau.station.home.StationSecrets;
import torgau.station.http.StationServer;
import torgau.station.text.Texts;

/// `torgau run`: a station, until it is stopped.
@Command(
        name = "run",
        header = "Run a station until it is stopped.",
        description =
                "Opens HOME with the station key's passphrase, listens to and dials the other stations, and serves the "
                        + "console. The root key is not needed. Ctrl-C stops it cleanly.",
        footerHeading = "%nExamples:%n",
        footer = {"  torgau run blue", "  torgau run blue --passphrase-file /run/keys/blue"},
        sortOptions = false)
final class RunCommand extends HomeVerb {
    private static final long STOPS_WITHIN_SECONDS = 15;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "File of mode 0600 whose first line is the station key's passphrase.")
    private @Nullable Path passphraseFile;

    RunCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        var own = home();
        var config = config(own);
        own.signedAgreement();
        var texts = texts(config.language());
        var secrets = secrets(own, new Passphrases(around.prompt(), texts));
        PrivateFiles.touch(own.journal());
        PrivateFiles.touch(own.desk());
        PrivateFiles.directory(own.log());
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> {
            stop.countDown();
            await(stopped);
        });
        try (var server = StationServer.start(own, config, secrets)) {
            Runtime.getRuntime().addShutdownHook(hook);
            announce(own, config, server, texts);
            stop.await();
        } catch (InterruptedException interrupted) {
            Runtime.getRuntime().removeShutdownHook(hook);
        } finally {
            stopped.countDown();
        }
        if (!json) {
            print(texts.say("cli.run.stopped", with("station", config.station())));
        }
        return Exit.OK;
    }

    private StationSecrets secrets(Home own, Passphrases passphrases) {
        try (var passphrase = passphrases.ofStation(passphraseFile)) {
            return StationSecrets.open(own, passphrase);
        }
    }

    private void announce(Home own, StationConfig config, StationServer server, Texts texts) {
        if (json) {
            print(object().put("station", config.station())
                    .put("console", server.origin().toString())
                    .put("port", server.port())
                    .put("token_file", own.token().toString()));
            return;
        }
        print(texts.say("cli.run.started", Map.of("station", config.station(), "console", server.origin())));
        print(texts.say("cli.run.token", with("token", own.token())));
        print(texts.say("cli.run.stop"));
    }

    /// The machine ends this process when all its hooks have returned: so this one waits for the clean stop.
    private static void await(CountDownLatch stopped) {
        try {
            boolean _ = stopped.await(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
