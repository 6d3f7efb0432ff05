package torgau.link.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/// Strangers who come again and again from everywhere never keep a peer out.
class StandingTest {
    private static final long PLACE_FOR = TcpLimits.DEFAULT.placeForMillis() * 1_000_000L;
    private static final int PER_ADDRESS = TcpLimits.DEFAULT.unauthenticatedPerAddress();
    private static final int IN_ALL = TcpLimits.DEFAULT.unauthenticatedInAll();

    private final Standing standing = new Standing(TcpLimits.DEFAULT);
    private long ids;

    @Test
    void where_all_places_are_taken_the_oldest_stranger_gives_up_its_own_once_it_has_had_it_for_a_moment() {
        for (int i = 0; i < IN_ALL; i++) {
            assertThat(enter(from("198.51.100." + i), i)).isEqualTo(taken());
        }
        assertThat(enter(from("203.0.113.1"), PLACE_FOR - 1)).isEqualTo(new Standing.Entered.Full());
        assertThat(enter(from("203.0.113.1"), PLACE_FOR)).isEqualTo(taken(1));
        assertThat(enter(from("203.0.113.1"), PLACE_FOR)).isEqualTo(new Standing.Entered.Full());
        assertThat(enter(from("203.0.113.1"), PLACE_FOR + 1)).isEqualTo(taken(2));
        standing.leave(3);
        assertThat(enter(from("203.0.113.1"), PLACE_FOR + 1)).isEqualTo(taken());
    }

    @Test
    void one_address_has_no_more_than_its_share_and_loses_only_its_own() {
        enter(from("203.0.113.1"), 0);
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(enter(from("198.51.100.1"), i)).isEqualTo(taken());
        }
        assertThat(enter(from("198.51.100.1"), PLACE_FOR - 1)).isEqualTo(new Standing.Entered.Full());
        assertThat(enter(from("198.51.100.1"), PLACE_FOR)).isEqualTo(taken(2));
    }

    @Test
    void an_address_where_a_peer_is_known_has_its_places_whatever_strangers_do() {
        Block peer = from("192.0.2.7");
        standing.know(peer);
        for (int i = 0; i < 4 * IN_ALL; i++) {
            enter(from("198.51.100." + i % 256), i / IN_ALL * PLACE_FOR);
        }
        long now = 3 * PLACE_FOR;
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(enter(peer, now)).isEqualTo(taken());
        }
        assertThat(enter(peer, now)).isEqualTo(new Standing.Entered.Full());
    }

    @Test
    void addresses_of_one_site_are_one() {
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(enter(from("2001:db8:0:7::" + i), 0)).isEqualTo(taken());
        }
        assertThat(enter(from("2001:db8:0:7:ffff::1"), 0)).isEqualTo(new Standing.Entered.Full());
        assertThat(enter(from("2001:db8:0:8::1"), 0)).isEqualTo(taken());
    }

    @Test
    void of_the_places_of_peers_the_ones_used_last_are_remembered() {
        Block peer = from("192.0.2.7");
        standing.know(peer);
        for (int i = 0; i < Standing.MAX_KNOWN - 1; i++) {
            standing.know(from("198.51.100." + i));
        }
        standing.know(peer);
        standing.know(from("203.0.113.1"));
        for (int i = 0; i < IN_ALL; i++) {
            enter(from("203.0.112." + i), 0);
        }
        assertThat(enter(peer, 0)).isEqualTo(taken());
        assertThat(enter(from("198.51.100.0"), 0)).isEqualTo(new Standing.Entered.Full());
        assertThat(enter(from("198.51.100.1"), 0)).isEqualTo(taken());
    }

    private Standing.Entered enter(Block from, long nowNanos) {
        return standing.enter(++ids, from, nowNanos);
    }

    private static Standing.Entered taken(long... evicted) {
        return new Standing.Entered.Taken(
                java.util.Arrays.stream(evicted).boxed().toList());
    }

    private static Block from(String address) {
        try {
            return Block.of(InetAddress.getByName(address));
        } catch (UnknownHostException fault) {
            throw new AssertionError(fault);
        }
    }
}
