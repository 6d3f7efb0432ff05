package torgau.station.http;

import io.javalin.util.JavalinBindException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Office;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Station;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.RandomSource;
import torgau.link.bearer.UdpRoute;
import torgau.station.authority.Authority;
import torgau.station.authority.AuthorityYaml;
import torgau.station.formats.Formats;
import torgau.station.formats.Library;
import torgau.station.heart.Identity;
import torgau.station.home.Address;
import torgau.station.home.Boot;
import torgau.station.home.ConsoleKeys;
import torgau.station.home.Home;
import torgau.station.home.HomeFault;
import torgau.station.home.Membership;
import torgau.station.home.Seat;
import torgau.station.home.SeatsFile;
import torgau.station.home.StationConfig;
import torgau.station.home.StationSecrets;
import torgau.station.home.Token;
import torgau.station.home.WatchYaml;
import torgau.station.officers.Officers;
import torgau.station.officers.Passkeys;
import torgau.station.search.SearchIndex;
import torgau.station.search.SearchRules;
import torgau.station.shell.Clocks;
import torgau.station.shell.Docket;
import torgau.station.shell.FileDisk;
import torgau.station.shell.FlashTray;
import torgau.station.shell.Rim;
import torgau.station.shell.Setup;
import torgau.station.shell.StationProcess;
import torgau.station.translation.Engine;
import torgau.station.translation.TranslationDesk;
import torgau.station.translation.TranslationRoom;
import torgau.station.translation.Words;
import torgau.station.watch.Shifts;

/// A whole station, as `torgau run` starts it: the process around the heart, and its interface for
/// officers.
public final class StationServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("torgau.http");

    private final StationProcess process;
    private final ApiServer api;
    private final Followers followers;
    private final LogFile log;
    private final URI origin;
    private final int port;

    private StationServer(
            StationProcess process, ApiServer api, Followers followers, LogFile log, URI origin, int port) {
        this.process = process;
        this.api = api;
        this.followers = followers;
        this.log = log;
        this.origin = origin;
        this.port = port;
    }

    /// What reads the journal in the background.
    private record Followers(
            Docket docket, SearchIndex search, TranslationRoom room, WatchRound round, Optional<FlashTray> tray)
            implements AutoCloseable {
        @Override
        public void close() {
            tray.ifPresent(FlashTray::close);
            round.close();
            docket.close();
            search.close();
            room.close();
        }
    }

    /// Starts the station that lives in `home`, on this machine's clocks, randomness and disk.
    ///
    /// @throws HomeFault naming what cannot be used, with its code
    public static StationServer start(Home home, StationConfig config, StationSecrets secrets) {
        RandomSource random = new SecureRandom()::nextBytes;
        Clocks clocks = Clocks.machine();
        var disk = new FileDisk(home.journal(), home.desk(), clocks.wallMillis());
        return start(home, config, secrets, new Rim(clocks, random, disk, Rim.RETRY_MILLIS));
    }

    /// Starts the station that lives in `home` with the world outside handed in.
    public static StationServer start(Home home, StationConfig config, StationSecrets secrets, Rim rim) {
        Optional<ConsoleKeys> keys = consoleKeys(config.console(), rim.clocks());
        Optional<Authority> table = table(home);
        new SeatsFile(home).seats(); // refused before anything is begun
        Shifts shifts = WatchYaml.of(home);
        Membership member = Membership.of(home, config, secrets, new HybridVerifier());
        Identity identity = member.identity(config, secrets, Boot.id(rim.random()));
        var listen = config.line().listen().map(at -> new InetSocketAddress(at.host(), at.port()));
        var peers = peers(config, member.founding());
        var setup = new Setup(
                config.station(),
                identity,
                home.signedAgreement(),
                listen,
                peers,
                routes(config, member.founding(), identity.station()));
        LogFile log = LogFile.in(home.log());
        try {
            var terms = new Terms(
                    config,
                    formats(home, member.founding().agreement().catalogue()),
                    config.machine().map(Engine::of),
                    table,
                    shifts,
                    keys,
                    rim);
            return serve(started(setup, rim), home, terms, log);
        } catch (RuntimeException fault) {
            log.close();
            throw fault;
        }
    }

    /// What a station that runs is given by its keepers.
    private record Terms(
            StationConfig config,
            Formats formats,
            Optional<Engine> machine,
            Optional<Authority> table,
            Shifts shifts,
            Optional<ConsoleKeys> keys,
            Rim rim) {}

    /// A table that cannot be read is no table that allows everything: the station does not start.
    private static Optional<Authority> table(Home home) {
        Optional<Authority> table = AuthorityYaml.of(home);
        if (table.isEmpty()) {
            LOG.warn("there is no standing-authority table: every office may say everything, with one signature");
        }
        return table;
    }

    /// The catalogue; the one that is built in is read meanwhile, so that the start does not wait for
    /// it.
    private static Formats formats(Home home, Digest agreed) {
        Formats formats = Formats.of(home, agreed);
        Thread.ofVirtual().name("catalogue").start(formats::catalogue);
        return formats;
    }

    private static StationProcess started(Setup setup, Rim rim) {
        try {
            return StationProcess.start(setup, rim);
        } catch (UncheckedIOException taken) {
            throw new HomeFault(Code.PORT_TAKEN, String.valueOf(taken.getMessage()), taken);
        }
    }

    /// What the console shows browsers. Without TLS it is reached from this machine alone.
    private static Optional<ConsoleKeys> consoleKeys(StationConfig.Console console, Clocks clocks) {
        Instant now = Instant.ofEpochMilli(clocks.wallMillis().getAsLong());
        Optional<ConsoleKeys> keys = console.tls().map(tls -> ConsoleKeys.read(tls, now));
        if (keys.isEmpty()) {
            loopback(console.bind());
        }
        return keys;
    }

    private static void loopback(String bind) {
        try {
            if (!InetAddress.getByName(bind).isLoopbackAddress()) {
                throw new HomeFault(Code.NOT_LOOPBACK, "console.bind is " + bind);
            }
        } catch (UnknownHostException fault) {
            throw new HomeFault(Code.NOT_LOOPBACK, "console.bind is " + bind + ", which is no address", fault);
        }
    }

    private static NavigableMap<Integer, List<InetSocketAddress>> peers(StationConfig config, Roster roster) {
        var peers = new TreeMap<Integer, List<InetSocketAddress>>();
        config.line()
                .peers()
                .forEach((name, addresses) -> roster.station(name)
                        .map(Station::number)
                        .ifPresent(number -> peers.put(number, sockets(addresses))));
        return peers;
    }

    /// Of two ends of a radio that both share the lower station begins first.
    private static List<UdpRoute> routes(StationConfig config, Roster roster, int own) {
        return config.line().datagrams().stream()
                .map(way -> {
                    int peer = roster.station(way.peer())
                            .map(Station::number)
                            .orElseThrow(() -> new HomeFault(
                                    Code.NOT_IN_AGREEMENT,
                                    "line.datagrams names " + way.peer() + ", which is no station of the founding"
                                            + " agreement"));
                    return new UdpRoute(
                            way.name(),
                            peer,
                            new InetSocketAddress(way.bind().host(), way.bind().port()),
                            way.to().map(to -> InetSocketAddress.createUnresolved(to.host(), to.port())),
                            way.roams(),
                            way.bitsPerSecond(),
                            way.mtuBytes(),
                            way.turns(),
                            own < peer);
                })
                .toList();
    }

    /// Stations that an amendment added are known once the journal is read.
    private static void late(StationConfig config, StationProcess process) {
        Roster roster = process.picture().roster();
        config.line().peers().forEach((name, addresses) -> {
            Station station = roster.station(name)
                    .orElseThrow(() -> new HomeFault(
                            Code.NOT_IN_AGREEMENT, "line.peers names " + name + ", which is no station of this line"));
            process.address(station.number(), sockets(addresses));
        });
    }

    /// Names are looked up when they are dialled: an address may move.
    private static List<InetSocketAddress> sockets(List<Address> addresses) {
        return addresses.stream()
                .map(address -> InetSocketAddress.createUnresolved(address.host(), address.port()))
                .toList();
    }

    private static StationServer serve(StationProcess process, Home home, Terms terms, LogFile log) {
        try {
            late(terms.config(), process);
            Seats seats = seats(home, terms);
            return opened(process, home, seats, terms, log);
        } catch (RuntimeException fault) {
            process.close();
            throw fault;
        }
    }

    /// The home's token is the first officer's, who speaks for every office of the station.
    private static Seats seats(Home home, Terms terms) {
        List<String> offices =
                terms.config().offices().stream().map(Office::title).distinct().toList();
        String token = Token.of(home, terms.rim().random());
        return new Seats(home, new Seat(Seat.FIRST, offices, Token.hash(token)));
    }

    private static StationServer opened(StationProcess process, Home home, Seats seats, Terms terms, LogFile log) {
        StationConfig config = terms.config();
        Rim rim = terms.rim();
        var front = new Front(process, Sentences.load(), terms.formats(), config.language(), config.offices());
        var awaited = new Awaited(process.journal(), front.ownParty());
        Thread.ofVirtual().name("awaited " + config.station()).start(awaited::count);
        var sessions = new Sessions(rim.random(), rim.clocks().steadyNanos());
        var library = new Library(terms.formats());
        var docket = new Docket(process, library);
        var search =
                new SearchIndex(home.search(), process, new SearchRules(process, terms.formats(), config.language()));
        var room = new TranslationRoom(process, config.language());
        var translations = new TranslationDesk(process.desk(), room, Words.of(terms.formats()), terms.machine());
        var behind = new ApiServer.Behind(awaited, docket, library, search, translations, home);
        var officers = new Officers(process.desk(), rim.random(), rim.clocks());
        var gate = new Gate(terms.table(), officers::begun);
        var at = new ConsolePort(config.console().bind(), config.console().port(), terms.keys());
        var api =
                new ApiServer(front, new ApiServer.Doors(sessions, seats, officers, gate, terms.shifts()), behind, at);
        seats.whenGone(api::seatGone);
        int port = bound(api, config.console());
        URI origin = URI.create(config.console().origin(port));
        var access = new Access(
                origin,
                config.console().local(port).getAuthority(),
                port,
                config.station(),
                new Access.Holders(seats, sessions, officers),
                rim.clocks().steadyNanos());
        var passkeys = new Passkeys(
                officers, origin, config.station(), rim.random(), rim.clocks().steadyNanos());
        api.open(new SessionApi.Doorway(access, passkeys));
        process.log().note("started", null, null, null);
        var round = new WatchRound(config.station(), api::lookAtWatch);
        var tray = config.tray().map(folder -> FlashTray.watched(folder, process, api::sheet));
        return new StationServer(process, api, new Followers(docket, search, room, round, tray), log, origin, port);
    }

    private static int bound(ApiServer api, StationConfig.Console console) {
        try {
            return api.start();
        } catch (JavalinBindException taken) {
            throw new HomeFault(
                    Code.PORT_TAKEN, "console.port " + console.port() + " at " + console.bind() + " is taken", taken);
        }
    }

    /// The process behind the interface.
    public StationProcess process() {
        return process;
    }

    /// At which browsers see the console.
    public URI origin() {
        return origin;
    }

    /// The port at which the interface listens.
    public int port() {
        return port;
    }

    /// The port at which other stations are listened to, if they are.
    public OptionalInt linePort() {
        return process.linePort();
    }

    /// Stops: no request is taken any more, the clean stop is marked, everything is closed.
    public void stopCleanly() {
        process.log().note("stopped", null, null, null);
        api.close();
        followers.close();
        process.stopCleanly();
        log.close();
    }

    @Override
    public void close() {
        stopCleanly();
    }
}
