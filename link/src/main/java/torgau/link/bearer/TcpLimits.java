package torgau.link.bearer;

import torgau.link.seal.SealWire;

/// What a TCP bearer allows.
///
/// @param maxMessageBytes of one sealed message
/// @param unauthenticatedBytes read from a connection before it must have shown who it is; then reading pauses. What
/// proves to be a peer's word, though perhaps an old one, does not count
/// @param authenticateWithinMillis how long it may take to do so
/// @param unauthenticatedPerAddress accepted connections of one address that have not shown who they are; of IPv6, of
/// one /64
/// @param unauthenticatedInAll such connections of all addresses but those of peers
/// @param placeForMillis how long such a connection keeps its place when others want it
/// @param connectWithinMillis how long dialling may take
/// @param writeTimeoutMillis how long the socket may take nothing
/// @param sendBufferBytes of the socket, small so that what is urgent does not wait in it
public record TcpLimits(
        int maxMessageBytes,
        int unauthenticatedBytes,
        int authenticateWithinMillis,
        int unauthenticatedPerAddress,
        int unauthenticatedInAll,
        int placeForMillis,
        int connectWithinMillis,
        int writeTimeoutMillis,
        int sendBufferBytes) {
    public static final TcpLimits DEFAULT =
            new TcpLimits(SealWire.MAX_SEALED_BYTES, 4_096, 10_000, 8, 64, 1_000, 5_000, 15_000, 65_536);

    public TcpLimits {
        for (int limit : new int[] {
            maxMessageBytes,
            unauthenticatedBytes,
            authenticateWithinMillis,
            unauthenticatedPerAddress,
            unauthenticatedInAll,
            placeForMillis,
            connectWithinMillis,
            writeTimeoutMillis,
            sendBufferBytes
        }) {
            if (limit < 1) {
                throw new IllegalArgumentException("a limit of " + limit + " lets nothing through");
            }
        }
    }
}
