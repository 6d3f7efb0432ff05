package torgau.station.home;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import torgau.journal.Office;
import torgau.journal.Text;
import torgau.link.air.TurnRules;
import torgau.station.heart.BlobRoom;

/// What `station.yaml` says. Keys, defaults and reasons: docs/operations.md; shape:
/// docs/station.schema.json.
///
/// @param party whose station this is, as in the agreement
/// @param station its own name there
/// @param language in which it speaks to its officers
/// @param offices in whose name it speaks, the usual one first; at least one
/// @param passages of link tests, in turn; at least one
/// @param machine that translates, if officers may ask one
/// @param blobs room for what travels apart from the journal
/// @param tray folder from which a spooler prints each FLASH that arrives, if one does
public record StationConfig(
        String party,
        String station,
        String language,
        List<Office> offices,
        List<Text> passages,
        Console console,
        Line line,
        Optional<Machine> machine,
        BlobRoom blobs,
        Optional<Path> tray) {
    /// Languages in which the software has texts.
    public static final List<String> LANGUAGES = List.of("en", "ru", "uk");

    /// Port of the console where none is given.
    public static final int CONSOLE_PORT = 7101;

    /// Port on which the template of a new home listens for other stations.
    public static final int LINE_PORT = 7201;

    public StationConfig {
        offices = List.copyOf(offices);
        passages = List.copyOf(passages);
    }

    /// Reads and checks a `station.yaml`; every fault names its line.
    public static StationConfig read(Path file) {
        return StationYaml.config(YamlMapping.in(file), file.toAbsolutePath().resolveSibling(""));
    }

    /// What a new station begins with.
    public static StationConfig initial(String party, String station, String language, Line line, int consolePort) {
        var console = new Console(party, "127.0.0.1", consolePort, Optional.empty(), Optional.empty());
        return new StationConfig(
                party,
                station,
                language,
                Customary.offices(language),
                Customary.passages(language),
                console,
                line,
                Optional.empty(),
                BlobRoom.DEFAULT,
                Optional.empty());
    }

    /// The same with other offices, if any are given.
    public StationConfig speakingFor(List<Office> others) {
        return others.isEmpty()
                ? this
                : new StationConfig(party, station, language, others, passages, console, line, machine, blobs, tray);
    }

    /// Writes the `station.yaml` of a new home.
    public void create(Home home) {
        PrivateFiles.create(home.config(), StationTemplate.text(this).getBytes(StandardCharsets.UTF_8));
    }

    /// Where officers reach the station.
    ///
    /// @param bind a loopback address, or any of this machine's where there is `tls`
    /// @param port 0 for any that is free
    /// @param givenOrigin at which browsers see the console, where it is not the customary one
    /// @param tls without it the console speaks plain HTTP
    public record Console(String party, String bind, int port, Optional<String> givenOrigin, Optional<Tls> tls) {
        /// The console's origin once the port is known: `http://blue.localhost:7101`, with TLS `https`,
        /// unless another was given.
        public String origin(int actualPort) {
            return givenOrigin.orElseGet(
                    () -> scheme() + "://" + party.toLowerCase(Locale.ROOT) + ".localhost:" + actualPort);
        }

        /// Where programs on this machine reach it: at every address is also at this machine's own.
        public URI local(int actualPort) {
            String host = switch (bind) {
                case "0.0.0.0" -> "127.0.0.1";
                case "::" -> "::1";
                default -> bind;
            };
            return URI.create(scheme() + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + actualPort);
        }

        private String scheme() {
            return tls.isPresent() ? "https" : "http";
        }
    }

    /// What the console shows browsers: see [ConsoleKeys].
    ///
    /// @param certificate file with the chain, the console's own first
    /// @param key file with its key
    public record Tls(Path certificate, Path key) {}

    /// A machine that translates, by LibreTranslate's interface.
    ///
    /// @param url without `/translate`; off this machine only over TLS
    /// @param name that stands beside every text that it made
    /// @param keyFile file with the key that it asks for, if it asks for one
    /// @param languages between which it is asked
    public record Machine(URI url, String name, Optional<Path> keyFile, int timeoutSeconds, List<String> languages) {
        public Machine {
            languages = List.copyOf(languages);
        }

        public String host() {
            return url.getHost();
        }
    }

    /// How other stations are reached.
    ///
    /// @param listen where this station takes connections; empty: it only dials
    /// @param peers addresses of other stations, by name, tried in this order
    /// @param datagrams ways to them beside connections
    public record Line(Optional<Address> listen, SequencedMap<String, List<Address>> peers, List<Datagrams> datagrams) {
        /// Connections alone.
        public Line(Optional<Address> listen, SequencedMap<String, List<Address>> peers) {
            this(listen, peers, List.of());
        }

        public Line {
            datagrams = List.copyOf(datagrams);
        }
    }

    /// A way of datagrams: a radio, a satellite terminal.
    ///
    /// @param name by which operators know it
    /// @param peer the station at its other end
    /// @param to where it is; empty: wherever it speaks from
    /// @param roams whether it may come to speak from elsewhere
    /// @param turns where only one end can speak at a time
    public record Datagrams(
            String name,
            String peer,
            Address bind,
            Optional<Address> to,
            boolean roams,
            int bitsPerSecond,
            int mtuBytes,
            Optional<TurnRules> turns) {}
}
