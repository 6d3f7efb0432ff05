package torgau.station.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static torgau.station.shell.RunningLine.awaitUntil;
import static torgau.station.shell.RunningLine.message;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Precedence;
import torgau.link.air.TurnRules;
import torgau.link.bearer.UdpRoute;
import torgau.station.heart.Effect;
import torgau.station.heart.LineStatus.Technical;

/// Whole stations, of which one sends nothing. What a station sends over its way of datagrams comes out at a socket of
/// the test's, which answers nothing.
@Timeout(120)
@Tag("slow")
class ReceiveOnlyTest {
    private static final int LISTENED_MILLIS = 3_000;

    @TempDir
    private Path folder;

    private RunningLine line;
    private DatagramSocket ear;

    @BeforeEach
    void line() throws IOException {
        line = new RunningLine(folder);
        ear = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() {
        line.close();
        ear.close();
    }

    private UdpRoute toTheEar(Optional<TurnRules> turns) {
        var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var to = Optional.of((InetSocketAddress) ear.getLocalSocketAddress());
        return new UdpRoute("hf", line.blue.number, any, to, false, 64_000, 1_200, turns, true);
    }

    private boolean heardSomething() throws IOException {
        ear.setSoTimeout(LISTENED_MILLIS);
        try {
            ear.receive(new DatagramPacket(new byte[2_000], 2_000));
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    private void drain() throws IOException {
        ear.setSoTimeout(200);
        try {
            while (true) {
                ear.receive(new DatagramPacket(new byte[2_000], 2_000));
            }
        } catch (SocketTimeoutException _) {
            // nothing is under way any more
        }
    }

    private static void order(StationProcess station, OptionalLong until) {
        station.receiveOnly().begin(until, "seat first", Optional.empty());
    }

    private static Technical technical(StationProcess station) {
        return station.picture().lines().getFirst().technical();
    }

    @Test
    void the_order_closes_connections_and_what_was_released_goes_out_when_it_ends() throws IOException {
        line.start();
        line.blue.running().release(message(Precedence.ROUTINE, "before")).join();
        line.awaitConvergence();
        int port = line.red.running().linePort().orElseThrow();

        order(line.red.running(), OptionalLong.empty());
        assertThat(line.red.running().receiveOnly().silent()).isTrue();
        awaitUntil(
                "no connection is left",
                () -> line.blue.running().wires().ways(line.red.number).stream().noneMatch(Wires.Way::up));
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
        long sent = line.red.running().wires().today(line.blue.number).bytesOut();
        assertThat(line.red
                        .running()
                        .release(message(Precedence.FLASH, "waits"))
                        .join())
                .isInstanceOf(Effect.Result.Authored.class);
        awaitUntil("red knows why", () -> technical(line.red.running()) == Technical.RECEIVE_ONLY);
        assertThat(line.red.running().wires().today(line.blue.number).bytesOut())
                .isEqualTo(sent);

        assertThat(line.red.running().receiveOnly().end("seat first")).isTrue();
        line.awaitConvergence();
        awaitUntil("the line works", () -> technical(line.red.running()) == Technical.WORKING);
        assertThat(line.red.running().alarms().standing())
                .extracting(alarm -> alarm.kind())
                .contains("receive_only_ended");
    }

    @Test
    void a_station_that_starts_under_the_order_sends_nothing_from_its_first_moment_on() throws IOException {
        line.red.connections = false;
        line.red.datagrams = List.of(toTheEar(Optional.empty()));
        line.red.start();
        assertThat(heardSomething()).as("it speaks").isTrue();
        order(line.red.running(), OptionalLong.empty());
        line.red.stop();
        drain();

        line.red.start();
        line.red.running().release(message(Precedence.FLASH, "waits")).join();
        assertThat(heardSomething()).as("it is silent").isFalse();

        line.red.running().receiveOnly().end("seat first");
        assertThat(heardSomething()).as("it speaks again").isTrue();
    }

    @Test
    void an_end_of_a_half_duplex_radio_does_not_even_say_over() throws IOException {
        line.red.connections = false;
        line.red.datagrams = List.of(toTheEar(Optional.of(TurnRules.ofMillis(20, 20, 1_000))));
        line.red.start();
        assertThat(heardSomething()).as("it takes its turns").isTrue();
        order(line.red.running(), OptionalLong.empty());
        drain();
        assertThat(heardSomething()).isFalse();
    }

    @Test
    void the_order_ends_by_itself_at_its_time_also_while_the_station_was_stopped() throws InterruptedException {
        line.red.connections = false;
        line.red.start();
        order(line.red.running(), OptionalLong.of(System.currentTimeMillis() + 1_500));
        assertThat(line.red.running().receiveOnly().silent()).isTrue();
        awaitUntil("it is over", () -> line.red.running().receiveOnly().order().isEmpty());
        assertThat(line.red.running().receiveOnly().silent()).isFalse();

        order(line.red.running(), OptionalLong.of(System.currentTimeMillis() + 500));
        line.red.stop();
        Thread.sleep(700);
        line.red.start();
        awaitUntil("it is over", () -> line.red.running().receiveOnly().order().isEmpty());
    }

    @Test
    void it_falls_silent_once_the_others_hold_its_last_word() {
        line.start();
        line.awaitConvergence();
        var authored = (Effect.Result.Authored) line.red
                .running()
                .release(message(Precedence.PRIORITY, "we fall silent"))
                .join();
        var place = authored.entry().reference();
        line.red.running().receiveOnly().begin(OptionalLong.empty(), "seat first", Optional.of(place));
        awaitUntil("red is silent", () -> line.red.running().receiveOnly().silent());
        assertThat(line.blue.running().journal().standing(place)).isPresent();
    }
}
