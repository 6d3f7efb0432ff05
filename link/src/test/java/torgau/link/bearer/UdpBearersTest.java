package torgau.link.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import torgau.journal.Code;
import torgau.link.air.Inflow;
import torgau.link.air.TurnRules;

/// Real sockets on the loopback interface. The other end is a plain socket.
@Timeout(60)
@Tag("slow")
class UdpBearersTest {
    private static final int THERE = 513;
    private static final long FAST = 50_000_000;

    private final Recorded here = new Recorded();
    private final List<UdpBearers> opened = new ArrayList<>();
    private final List<DatagramChannel> sockets = new ArrayList<>();
    private final DatagramChannel peer;
    private final InetSocketAddress own;

    UdpBearersTest() throws IOException {
        peer = socket();
        DatagramChannel free = socket();
        own = (InetSocketAddress) free.getLocalAddress();
        free.close();
    }

    private DatagramChannel socket() throws IOException {
        DatagramChannel socket =
                DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.socket().setReceiveBufferSize(1 << 20);
        sockets.add(socket);
        return socket;
    }

    @AfterEach
    void close() throws IOException {
        opened.forEach(UdpBearers::close);
        for (DatagramChannel socket : sockets) {
            socket.close();
        }
    }

    private static InetSocketAddress at(DatagramChannel socket) throws IOException {
        return (InetSocketAddress) socket.getLocalAddress();
    }

    private UdpBearers open(boolean known, boolean roams, long rate) throws IOException {
        return open(route(known ? Optional.of(at(peer)) : Optional.empty(), roams, rate, Optional.empty()));
    }

    private UdpRoute route(Optional<InetSocketAddress> to, boolean roams, long rate, Optional<TurnRules> turns) {
        return new UdpRoute("hf", THERE, own, to, roams, rate, 576, turns, true);
    }

    private UdpBearers open(UdpRoute route) {
        var bearers = new UdpBearers(List.of(route), here, new Transmitter());
        opened.add(bearers);
        bearers.open();
        return bearers;
    }

    private static byte[] receive(DatagramChannel socket) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(10_000);
        socket.receive(buffer);
        byte[] datagram = new byte[buffer.flip().remaining()];
        buffer.get(datagram);
        return datagram;
    }

    private void say(DatagramChannel from, byte[] datagram) throws IOException {
        from.send(ByteBuffer.wrap(datagram), own);
    }

    @Test
    void one_message_is_one_datagram_both_ways_and_it_drains() throws Exception {
        UdpBearers bearers = open(true, false, FAST);
        long bearer = here.awaitUp(1);
        assertThat(here.remotes).containsExactly("127.0.0.1 OptionalInt[513]");
        var random = new SplittableRandom(1);
        long bytes = 0;
        for (int i = 0; i < 200; i++) {
            byte[] message = new byte[1 + random.nextInt(548)];
            random.nextBytes(message);
            bearers.send(bearer, message);
            assertThat(receive(peer)).isEqualTo(message);
            bytes += message.length;
            say(peer, message);
            int count = i + 1;
            here.await(it -> it.received.size() == count);
            assertThat(here.messages().getLast()).isEqualTo(message);
        }
        long all = bytes;
        here.await(it -> it.drained == all);
    }

    @Test
    void nothing_is_ever_on_the_wire_faster_than_the_configured_rate() throws Exception {
        long rate = 200_000;
        UdpBearers bearers = open(true, false, rate);
        long bearer = here.awaitUp(1);
        var random = new SplittableRandom(2);
        for (int i = 0; i < 60; i++) {
            bearers.send(bearer, new byte[1 + random.nextInt(548)]);
        }
        long first = 0;
        long airNanos = 0;
        for (int i = 0; i < 60; i++) {
            int bytes = receive(peer).length + 28;
            long now = System.nanoTime();
            if (i == 0) {
                first = now;
            }
            // Reading may be late, which only makes the time that has passed longer; the first reading may be
            // late too, which makes it shorter.
            assertThat(now - first + 20_000_000L).isGreaterThanOrEqualTo(airNanos);
            airNanos += bytes * 8L * 1_000_000_000L / rate;
        }
        assertThat(System.nanoTime() - first).isLessThan(2 * airNanos + 500_000_000L);
    }

    @Test
    void what_comes_from_another_address_is_not_heard() throws Exception {
        open(true, false, FAST);
        here.awaitUp(1);
        DatagramChannel stranger = socket();
        for (int i = 0; i < 50; i++) {
            say(stranger, new byte[100]);
        }
        say(peer, new byte[] {42, 42});
        here.await(it -> !it.received.isEmpty());
        assertThat(here.messages()).containsExactly(new byte[] {42, 42});
        assertThat(here.up).hasSize(1);
    }

    @Test
    void a_datagram_of_any_length_does_no_harm_and_one_that_is_too_long_is_counted() throws Exception {
        open(true, false, FAST);
        here.awaitUp(1);
        peer.socket().setSendBufferSize(1 << 18);
        say(peer, new byte[0]);
        say(peer, new byte[UdpRoute.MAX_MTU_BYTES]);
        say(peer, new byte[UdpRoute.MAX_MTU_BYTES + 1]);
        say(peer, new byte[60_000]);
        say(peer, new byte[] {7});
        here.await(it -> it.received.size() == 3);
        assertThat(here.messages().stream().map(it -> it.length)).containsExactly(0, UdpRoute.MAX_MTU_BYTES, 1);
        assertThat(here.discarded).containsExactly(Code.DATAGRAM_TOO_LONG, Code.DATAGRAM_TOO_LONG);
    }

    @Test
    void a_flood_is_dropped_beyond_what_the_other_end_can_send() throws Exception {
        open(true, false, 2_400);
        here.awaitUp(1);
        for (int i = 0; i < 2_000; i++) {
            say(peer, new byte[548]);
        }
        here.await(it -> it.discarded.size() > 100);
        assertThat(here.receivedSoFar()).isBetween(1, Inflow.BURST_DATAGRAMS + 8);
        assertThat(here.discarded).containsOnly(Code.DATAGRAM_FLOOD);
    }

    @Test
    void where_nobody_listens_is_said_and_costs_no_more_than_the_datagram() throws Exception {
        InetSocketAddress gone = at(peer);
        peer.close();
        UdpBearers bearers = open(route(Optional.of(gone), false, FAST, Optional.empty()));
        long bearer = here.awaitUp(1);
        bearers.send(bearer, new byte[20]);
        here.await(it -> it.discarded.contains(Code.DATAGRAM_UNSENT) && it.drained == 20);
        DatagramChannel back = DatagramChannel.open().bind(gone);
        sockets.add(back);
        bearers.send(bearer, new byte[30]);
        assertThat(receive(back)).hasSize(30);
        assertThat(here.down).isEmpty();
    }

    @Test
    void a_peer_that_may_roam_is_answered_where_it_has_shown_itself_last() throws Exception {
        UdpBearers bearers = open(true, true, FAST);
        long first = here.awaitUp(1);
        DatagramChannel elsewhere = socket();
        say(elsewhere, new byte[] {1, 2, 3});
        long second = here.awaitUp(2);
        assertThat(here.remotes.getLast()).isEqualTo("127.0.0.1 OptionalInt.empty");
        bearers.send(first, new byte[] {1, 1});
        assertThat(receive(peer)).hasSize(2);
        bearers.authenticated(second, THERE);
        assertThat(here.awaitDown(first)).isEqualTo(Code.BEARER_SUPERFLUOUS);
        bearers.send(second, new byte[] {5, 5, 5});
        assertThat(receive(elsewhere)).hasSize(3);
        say(peer, new byte[] {9});
        here.awaitUp(3);
        assertThat(here.down).hasSize(1);
    }

    @Test
    void one_that_proves_to_be_another_station_does_not_take_the_peers_place() throws Exception {
        UdpBearers bearers = open(true, true, FAST);
        long first = here.awaitUp(1);
        say(socket(), new byte[] {1, 2, 3});
        long second = here.awaitUp(2);
        bearers.authenticated(second, THERE + 1);
        here.awaitDown(second);
        bearers.send(first, new byte[] {1, 1});
        assertThat(receive(peer)).hasSize(2);
    }

    @Test
    void a_way_without_an_address_waits_until_it_is_spoken_to_and_bears_few_strangers() throws Exception {
        UdpBearers bearers = open(false, true, FAST);
        here.await(_ -> !bearers.route(1L << 41).isPresent());
        for (int i = 0; i < 20; i++) {
            say(socket(), new byte[] {1, 2, 3});
            Thread.sleep(20);
        }
        here.awaitUp(UdpPath.MAX_STRANGERS);
        here.await(it -> it.discarded.contains(Code.DATAGRAM_STRANGER));
        assertThat(here.up).hasSize(UdpPath.MAX_STRANGERS);
        here.await(it -> it.down.size() == UdpPath.MAX_STRANGERS);
        assertThat(here.down).containsValue(Code.BEARER_UNAUTHENTICATED);
    }

    @Test
    void a_bearer_that_is_given_up_comes_up_again_as_another() throws Exception {
        UdpBearers bearers = open(true, false, FAST);
        long first = here.awaitUp(1);
        bearers.close(first, Code.BEARER_LOST);
        assertThat(here.awaitDown(first)).isEqualTo(Code.BEARER_LOST);
        bearers.wake();
        long second = here.awaitUp(2);
        assertThat(second).isNotEqualTo(first);
        bearers.send(first, new byte[] {1});
        bearers.send(second, new byte[] {2, 2});
        assertThat(receive(peer)).hasSize(2);
    }

    @Test
    void an_interface_that_is_not_there_is_tried_again_until_it_is() throws Exception {
        DatagramChannel inTheWay = DatagramChannel.open().bind(own);
        sockets.add(inTheWay);
        open(true, false, FAST);
        here.await(it -> it.unreachable.size() >= 2);
        assertThat(here.up).isEmpty();
        inTheWay.close();
        here.awaitUp(1);
    }

    @Test
    void on_a_radio_that_both_share_an_over_follows_what_was_said_and_is_not_handed_on() throws Exception {
        UdpBearers bearers =
                open(route(Optional.of(at(peer)), false, FAST, Optional.of(TurnRules.ofMillis(10, 50, 1_000))));
        long bearer = here.awaitUp(1);
        bearers.send(bearer, new byte[100]);
        assertThat(receive(peer)).hasSize(100);
        assertThat(receive(peer)).containsExactly(0);
        bearers.send(bearer, new byte[90]);
        say(peer, new byte[80]);
        say(peer, new byte[] {0});
        assertThat(receive(peer)).hasSize(90);
        assertThat(here.messages().stream().map(it -> it.length)).containsExactly(80);
    }
}
