package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static torgau.station.shell.RunningLine.awaitUntil;
import static torgau.station.shell.RunningLine.message;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Precedence;
import torgau.link.air.TurnRules;
import torgau.link.bearer.UdpRoute;
import torgau.link.engine.BearerStatus;
import torgau.station.heart.Effect;
import torgau.station.heart.LineBoard;
import torgau.station.heart.LineStatus;

/// Two whole stations with real datagrams over loopback between them.
@Timeout(120)
@Tag("slow")
class DatagramsTest {
    private static final long QUICK = 2_000_000;

    @TempDir
    private Path folder;

    private RunningLine line;
    private final List<InetSocketAddress> free = new ArrayList<>();

    @BeforeEach
    void ports() throws IOException {
        line = new RunningLine(folder);
        try (var one = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var two = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            free.add((InetSocketAddress) one.getLocalSocketAddress());
            free.add((InetSocketAddress) two.getLocalSocketAddress());
        }
    }

    @AfterEach
    void close() {
        line.close();
    }

    /// One way between both, of which this end knows the other's address or learns it.
    private UdpRoute route(int own, boolean known, long rate, Optional<TurnRules> turns) {
        int peer = own == 0 ? line.red.number : line.blue.number;
        return new UdpRoute(
                "hf",
                peer,
                free.get(own),
                known ? Optional.of(free.get(1 - own)) : Optional.empty(),
                !known,
                rate,
                576,
                turns,
                own == 0);
    }

    private void datagramsAlone(boolean known, long rate, Optional<TurnRules> turns) {
        line.blue.connections = false;
        line.red.connections = false;
        datagrams(known, rate, turns);
    }

    private void datagrams(boolean known, long rate, Optional<TurnRules> turns) {
        line.blue.datagrams = List.of(route(0, true, rate, turns));
        line.red.datagrams = List.of(route(1, known, rate, turns));
        line.start();
    }

    private static Stream<BearerStatus> bearers(StationProcess process) {
        return process.boards().stations().stream().map(LineBoard::bearers).flatMap(List::stream);
    }

    private static void say(RunningLine.End by, Precedence precedence, String words) {
        assertThat(by.running().release(message(precedence, words)).join()).isInstanceOf(Effect.Result.Authored.class);
    }

    @Test
    void stations_that_share_only_datagrams_come_to_hold_the_same() {
        datagramsAlone(true, QUICK, Optional.empty());
        for (int i = 0; i < 20; i++) {
            say(line.blue, Precedence.ROUTINE, "word ".repeat(100) + i);
            say(line.red, Precedence.IMMEDIATE, "слово " + i);
        }
        line.awaitConvergence();
        awaitUntil(
                "the line works",
                () -> line.blue.running().picture().lines().getFirst().technical() == LineStatus.Technical.WORKING);
        assertThat(line.blue.running().wires().ways(line.red.number))
                .singleElement()
                .satisfies(way -> assertThat(way.kind()).isEqualTo("udp"))
                .satisfies(way -> assertThat(way.bitsPerSecond()).isEqualTo(QUICK));
        assertThat(line.blue.running().wires().today(line.red.number).bytesOut())
                .isGreaterThan(10_000);
    }

    @Test
    void F4_F12_a_station_that_was_killed_and_comes_back_is_heard_again_and_lacks_nothing() {
        datagramsAlone(true, QUICK, Optional.empty());
        say(line.blue, Precedence.ROUTINE, "before");
        line.awaitConvergence();
        line.red.kill();
        for (int i = 0; i < 10; i++) {
            say(line.blue, Precedence.PRIORITY, "meanwhile " + i);
        }
        line.red.start();
        line.awaitConvergence();
    }

    @Test
    void a_peer_whose_address_is_not_known_is_answered_where_it_speaks_from() {
        datagramsAlone(false, QUICK, Optional.empty());
        say(line.blue, Precedence.FLASH, "I am here");
        say(line.red, Precedence.ROUTINE, "отвечаю");
        line.awaitConvergence();
    }

    @Test
    void on_a_radio_that_both_share_both_have_their_say() {
        datagramsAlone(true, 200_000, Optional.of(TurnRules.ofMillis(5, 40, 500)));
        for (int i = 0; i < 3; i++) {
            say(line.blue, Precedence.ROUTINE, "word ".repeat(200) + i);
            say(line.red, Precedence.FLASH, "слово " + i);
        }
        line.awaitConvergence();
    }

    @Test
    void F7_F9_connections_and_datagrams_are_proven_each_by_itself_and_a_flash_goes_over_both() {
        datagrams(true, QUICK, Optional.empty());
        line.awaitConvergence();
        awaitUntil(
                "both are proven",
                () -> bearers(line.blue.running())
                                .filter(it -> it.state() == BearerStatus.State.WORKING)
                                .count()
                        == 2);
        long before = datagramBytes();
        say(line.blue, Precedence.ROUTINE, "by the connection alone ".repeat(100));
        line.awaitConvergence();
        assertThat(datagramBytes() - before).isLessThan(1_000);
        say(line.blue, Precedence.FLASH, unlike(1_200));
        line.awaitConvergence();
        awaitUntil("it went by datagrams too", () -> datagramBytes() - before > 1_000);
        assertThat(line.blue.running().boards().stations().getFirst().backlog().waiting())
                .isEmpty();
    }

    /// Letters that cannot be packed into much less.
    private static String unlike(int letters) {
        return new Random(7)
                .ints(letters, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private long datagramBytes() {
        return line.blue.running().wires().ways(line.red.number).stream()
                .filter(way -> way.kind().equals("udp"))
                .mapToLong(Wires.Way::bytesOut)
                .sum();
    }
}
