package torgau.station.shell;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.agreement.SignedAgreement;
import torgau.station.heart.Identity;

/// Who a station is and how it reaches others.
///
/// @param name its own name in the agreement, for threads and logs
/// @param agreement as it was signed; for exports
/// @param listen where it takes connections; empty: it only dials
/// @param peers addresses of other stations, by number, tried in this order
public record Setup(
        String name,
        Identity identity,
        SignedAgreement agreement,
        Optional<InetSocketAddress> listen,
        NavigableMap<Integer, List<InetSocketAddress>> peers) {
    public Setup {
        peers = Collections.unmodifiableNavigableMap(new TreeMap<>(peers));
    }
}
