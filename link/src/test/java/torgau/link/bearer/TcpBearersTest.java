package torgau.link.bearer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import torgau.journal.Code;
import torgau.link.seal.SealWire;

/// Real sockets on the loopback interface. Strangers are plain sockets; the limits are those of the specification
/// but for the times.
@Timeout(60)
@Tag("slow")
class TcpBearersTest {
    private static final int LONGEST = SealWire.MAX_SEALED_BYTES;
    private static final int THERE = 513;
    private static final int PLACE_FOR = 5_000;
    private static final TcpLimits QUICK = limits(500);

    private final Recorded here = new Recorded();
    private final Recorded there = new Recorded();
    private final TcpBearers listening = new TcpBearers(here, QUICK, new Transmitter());
    private final TcpBearers dialling = new TcpBearers(there, QUICK, new Transmitter());
    private final List<Socket> strangers = new ArrayList<>();
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @BeforeEach
    void listen() throws IOException {
        address = new InetSocketAddress(address.getAddress(), listening.listen(address));
    }

    @AfterEach
    void close() throws IOException {
        listening.close();
        dialling.close();
        for (Socket stranger : strangers) {
            stranger.close();
        }
    }

    @Test
    void messages_of_every_length_go_both_ways_whole_and_in_order() throws Exception {
        long dialled = dialAuthenticated();
        long accepted = here.awaitUp(1);
        assertThat(here.remotes).containsExactly("127.0.0.1 OptionalInt.empty");
        assertThat(there.remotes).containsExactly("127.0.0.1 OptionalInt[513]");
        var sent = messages(300);
        long bytes = 0;
        for (byte[] message : sent) {
            dialling.send(dialled, message);
            bytes += message.length;
            long queued = bytes;
            there.await(it -> it.drained > queued - 500_000);
        }
        here.await(it -> it.received.size() == sent.size());
        assertThat(here.messages()).containsExactlyElementsOf(sent);
        long all = bytes;
        there.await(it -> it.drained == all);
        long onTheSocket = all + 3L * sent.size();
        assertThat(dialling.counts()).containsExactly(new TcpBearers.Count(dialled, "127.0.0.1", true, 0, onTheSocket));
        assertThat(listening.counts())
                .containsExactly(new TcpBearers.Count(accepted, "127.0.0.1", true, onTheSocket, 0));
        listening.send(accepted, new byte[] {7});
        there.await(it -> it.received.size() == 1);
    }

    @Test
    void closing_one_end_tells_both_why() throws Exception {
        long dialled = dialAuthenticated();
        long accepted = here.awaitUp(1);
        dialling.close(dialled, Code.BEARER_SUPERFLUOUS);
        assertThat(there.awaitDown(dialled)).isEqualTo(Code.BEARER_SUPERFLUOUS);
        assertThat(here.awaitDown(accepted)).isEqualTo(Code.BEARER_LOST);
        dialling.send(dialled, new byte[1]);
        dialling.close(dialled, Code.BEARER_LOST);
        dialling.authenticated(dialled);
        assertThat(here.received).isEmpty();
    }

    @Test
    void an_address_where_nobody_listens_is_passed_over_for_the_next() throws Exception {
        int free;
        try (var once = new ServerSocket(0)) {
            free = once.getLocalPort();
        }
        var silent = new InetSocketAddress(InetAddress.getLoopbackAddress(), free);
        var nowhere = InetSocketAddress.createUnresolved("no-such-host.invalid", 1);
        dialling.dial(THERE, List.of(silent, nowhere, address));
        there.awaitUp(1);
        assertThat(there.unreachable).hasSize(2);
        assertThat(there.unreachable.getFirst()).contains("513").contains(String.valueOf(free));
        assertThat(there.down).isEmpty();
    }

    @Test
    void a_port_that_is_taken_is_said_so() {
        assertThatThrownBy(() -> dialling.listen(address)).isInstanceOf(BindException.class);
    }

    @Test
    void a_length_that_no_message_has_ends_the_connection_before_memory_is_taken() throws Exception {
        byte[] oneTooLong = {(byte) (LONGEST >>> 16), (byte) (LONGEST >>> 8), (byte) (LONGEST + 1)};
        byte[][] faulty = {
            {(byte) 0xff, (byte) 0xff, (byte) 0xff, 1, 2, 3},
            {0, 0, 0},
            oneTooLong,
            "GET / HTTP/1.1\r\n".getBytes(US_ASCII)
        };
        for (int i = 0; i < faulty.length; i++) {
            stranger().getOutputStream().write(faulty[i]);
            assertThat(here.awaitDown(here.awaitUp(i + 1))).isEqualTo(Code.BEARER_BAD_LENGTH);
        }
        assertThat(here.details.get(2)).contains(String.valueOf(LONGEST + 1)).contains(String.valueOf(LONGEST));
        assertThat(here.received).isEmpty();
    }

    @Test
    void a_message_cut_short_is_not_received() throws Exception {
        send(new byte[] {0, 0, 5, 1, 2, 3});
        assertThat(here.awaitDown(here.awaitUp(1))).isEqualTo(Code.BEARER_LOST);
        send(new byte[] {0, 0});
        assertThat(here.awaitDown(here.awaitUp(2))).isEqualTo(Code.BEARER_LOST);
        assertThat(here.details).allMatch(detail -> detail.contains("within"));
        send(new byte[] {0, 0, 1, 9});
        assertThat(here.awaitDown(here.awaitUp(3))).isEqualTo(Code.BEARER_LOST);
        assertThat(here.received).hasSize(1);
    }

    @Test
    void who_drips_byte_after_byte_is_cut_off_when_its_time_is_over() throws Exception {
        var out = stranger().getOutputStream();
        out.write(new byte[] {0, 1, 0});
        long bearer = here.awaitUp(1);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 255; i++) {
                        out.write(1);
                        Thread.sleep(50);
                    }
                })
                .isInstanceOf(SocketException.class);
        assertThat(here.awaitDown(bearer)).isEqualTo(Code.BEARER_UNAUTHENTICATED);
        assertThat(here.received).isEmpty();
    }

    @Test
    void of_a_stranger_no_more_is_read_than_an_opening_needs_until_it_is_none() throws Exception {
        byte[] message = new byte[3 + 1_000];
        message[1] = (byte) (1_000 >>> 8);
        message[2] = (byte) (1_000 & 0xff);
        var out = stranger().getOutputStream();
        for (int i = 0; i < 9; i++) {
            out.write(message);
        }
        long bearer = here.awaitUp(1);
        here.await(it -> it.received.size() == 5);
        Thread.sleep(200);
        assertThat(here.messages()).hasSize(5);
        listening.genuine(bearer, 2_000);
        here.await(it -> it.received.size() == 7);
        Thread.sleep(200);
        assertThat(here.messages()).hasSize(7);
        listening.authenticated(bearer);
        here.await(it -> it.received.size() == 9);
        Thread.sleep(QUICK.authenticateWithinMillis() + 400);
        assertThat(here.down).isEmpty();
    }

    @Test
    void whom_we_dialled_must_show_who_it_is_as_well() throws Exception {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dialling.dial(THERE, List.of((InetSocketAddress) mute.getLocalSocketAddress()));
            strangers.add(mute.accept());
            assertThat(there.awaitDown(there.awaitUp(1))).isEqualTo(Code.BEARER_UNAUTHENTICATED);
        }
    }

    @Test
    void a_flood_of_connections_from_one_address_stops_at_eight_until_the_oldest_have_had_their_moment()
            throws Exception {
        var patience = new TcpLimits(LONGEST, 4_096, 60_000, 8, 64, PLACE_FOR, 5_000, 500, 16_384);
        try (var flooded = new TcpBearers(here, patience, new Transmitter())) {
            var at = new InetSocketAddress(address.getAddress(), 0);
            address = new InetSocketAddress(at.getAddress(), flooded.listen(at));
            for (int i = 0; i < 8; i++) {
                stranger();
            }
            here.awaitUp(8);
            assertThat(refusedAtOnce(stranger())).isTrue();
            long known = here.up.getFirst();
            flooded.authenticated(known);
            flooded.authenticated(known);
            stranger();
            here.awaitUp(9);
            assertThat(refusedAtOnce(stranger())).isTrue();
            assertThat(here.down).isEmpty();
            Thread.sleep(PLACE_FOR);
            stranger();
            here.awaitUp(10);
            // Bearers are numbered as they are accepted; they come up in any order.
            long oldest = here.up.stream()
                    .mapToLong(up -> up)
                    .filter(up -> up != known)
                    .min()
                    .orElseThrow();
            assertThat(here.awaitDown(oldest)).isEqualTo(Code.BEARER_UNAUTHENTICATED);
            assertThat(here.details).containsExactly("another wanted its place");
        }
    }

    @Test
    void a_peer_that_does_not_read_is_given_up() throws Exception {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long bearer = dial(dialling, deaf);
            for (int i = 0; i < 16; i++) {
                dialling.send(bearer, new byte[60_000]);
            }
            assertThat(there.awaitDown(bearer)).isEqualTo(Code.BEARER_STALLED);
            assertThat(there.drained).isLessThan(16 * 60_000);
        }
    }

    @Test
    void what_waits_for_a_socket_is_bounded() throws Exception {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var patient = new TcpBearers(there, limits(30_000), new Transmitter())) {
            long bearer = dial(patient, deaf);
            int sent = 0;
            while (there.down.isEmpty() && sent < 10_000) {
                patient.send(bearer, new byte[60_000]);
                sent++;
                Thread.sleep(1);
            }
            assertThat(there.awaitDown(bearer)).isEqualTo(Code.BEARER_STALLED);
            assertThat(there.details.getFirst()).contains("1048576");
        }
    }

    @Test
    void a_peer_that_reads_slowly_is_not_given_up() throws Exception {
        try (var slow = new ServerSocket();
                var patient = new TcpBearers(there, limits(1_500), new Transmitter())) {
            slow.setReceiveBufferSize(4_096);
            slow.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            long bearer = dial(patient, slow);
            for (int i = 0; i < 4; i++) {
                patient.send(bearer, new byte[60_000]);
            }
            var in = strangers.getLast().getInputStream();
            for (int left = 4 * 60_003; left > 0; left -= 8_192) {
                in.readNBytes(Math.min(left, 8_192));
                Thread.sleep(100);
            }
            there.await(it -> it.drained == 4 * 60_000);
            assertThat(there.down).isEmpty();
        }
    }

    @Test
    void closing_all_ends_what_stands_and_what_comes() throws Exception {
        long dialled = dialAuthenticated();
        long accepted = here.awaitUp(1);
        listening.close();
        assertThat(here.awaitDown(accepted)).isEqualTo(Code.BEARER_LOST);
        assertThat(there.awaitDown(dialled)).isEqualTo(Code.BEARER_LOST);
        dialling.dial(THERE, List.of(address));
        there.await(it -> it.unreachable.size() + it.down.size() == 2);
        dialling.close();
        dialling.dial(THERE, List.of(address));
        Thread.sleep(100);
        assertThat(there.unreachable.size() + there.down.size()).isEqualTo(2);
    }

    private static TcpLimits limits(int writeTimeoutMillis) {
        return new TcpLimits(LONGEST, 4_096, 2_000, 8, 64, PLACE_FOR, 5_000, writeTimeoutMillis, 16_384);
    }

    private static List<byte[]> messages(int count) {
        var random = new SplittableRandom(1);
        var messages = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            byte[] message = new byte[i == 0 ? LONGEST : 1 + random.nextInt(i % 10 == 0 ? 60_000 : 700)];
            random.nextBytes(message);
            messages.add(message);
        }
        return messages;
    }

    private long dialAuthenticated() throws InterruptedException {
        dialling.dial(THERE, List.of(address));
        long bearer = there.awaitUp(1);
        dialling.authenticated(bearer);
        listening.authenticated(here.awaitUp(1));
        return bearer;
    }

    /// Dials a plain socket, and lets it pass for a station.
    private long dial(TcpBearers from, ServerSocket to) throws IOException, InterruptedException {
        from.dial(THERE, List.of((InetSocketAddress) to.getLocalSocketAddress()));
        strangers.add(to.accept());
        long bearer = there.awaitUp(1);
        from.authenticated(bearer);
        return bearer;
    }

    private Socket stranger() throws IOException {
        var socket = new Socket(address.getAddress(), address.getPort());
        strangers.add(socket);
        return socket;
    }

    private void send(byte[] bytes) throws IOException {
        Socket stranger = stranger();
        stranger.getOutputStream().write(bytes);
        stranger.close();
    }

    private static boolean refusedAtOnce(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
