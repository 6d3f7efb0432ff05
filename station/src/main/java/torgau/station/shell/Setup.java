package torgau.station.shell;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.agreement.SignedAgreement;
import torgau.link.bearer.UdpRoute;
import torgau.station.heart.Identity;

/// Who a station is and how it reaches others.
///
/// @param name its own name in the agreement, for threads and logs
/// @param agreement as it was signed; for exports
/// @param listen where it takes connections; empty: it only dials
/// @param peers addresses of other stations, by number, tried in this order
/// @param datagrams ways to them beside connections
public record Setup(
        String name,
        Identity identity,
        SignedAgreement agreement,
        Optional<InetSocketAddress> listen,
        NavigableMap<Integer, List<InetSocketAddress>> peers,
        List<UdpRoute> datagrams) {
    /// A station that is reached by connections alone.
    public Setup(
            String name,
            Identity identity,
            SignedAgreement agreement,
            Optional<InetSocketAddress> listen,
            NavigableMap<Integer, List<InetSocketAddress>> peers) {
        this(name, identity, agreement, listen, peers, List.of());
    }

    public Setup {
        datagrams = List.copyOf(datagrams);
        peers = Collections.unmodifiableNavigableMap(new TreeMap<>(peers));
    }
}
