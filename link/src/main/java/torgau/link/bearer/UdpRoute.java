package torgau.link.bearer;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Optional;
import torgau.journal.Checks;
import torgau.link.air.Air;
import torgau.link.air.Rate;
import torgau.link.air.TurnRules;

/// One configured way of datagrams to one other station: a radio, a satellite terminal, a leased line.
///
/// @param name by which operators know it
/// @param station at its other end
/// @param bind the address of this end; its socket serves this way alone
/// @param to the address of the other end; empty: wherever the peer speaks from
/// @param roams whether the peer may come to speak from another address
/// @param bitsPerSecond at which this end sends; never more
/// @param mtuBytes of an IP packet
/// @param turns where only one end can speak at a time
/// @param first whether this end begins first where both have the same right
public record UdpRoute(
        String name,
        int station,
        InetSocketAddress bind,
        Optional<InetSocketAddress> to,
        boolean roams,
        long bitsPerSecond,
        int mtuBytes,
        Optional<TurnRules> turns,
        boolean first) {
    /// The MTU of a packet that still carries the smallest message over IPv6.
    public static final int MIN_MTU_BYTES = 304;
    public static final int MAX_MTU_BYTES = 9_000;
    public static final int UDP_IPV6_BYTES = 48;

    public UdpRoute {
        Checks.within("MTU", mtuBytes, MIN_MTU_BYTES, MAX_MTU_BYTES);
        if (to.isEmpty() && !roams) {
            throw new IllegalArgumentException(name + " has no address, and may learn none");
        }
    }

    /// Bytes that the network puts before each datagram.
    public int headerBytes() {
        return bind.getAddress() instanceof Inet6Address ? UDP_IPV6_BYTES : Rate.UDP_IPV4_BYTES;
    }

    /// The longest datagram that goes into one packet.
    public int datagramBytes() {
        return mtuBytes - headerBytes();
    }

    Rate rate() {
        return new Rate(bitsPerSecond, headerBytes());
    }

    Air air() {
        return turns.map(rules -> Air.halfDuplex(rate(), datagramBytes(), rules, first))
                .orElseGet(() -> Air.fullDuplex(rate()));
    }
}
