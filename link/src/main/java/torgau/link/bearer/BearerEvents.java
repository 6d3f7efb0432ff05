package torgau.link.bearer;

import java.util.OptionalInt;
import torgau.journal.Code;

/// What bearers report. Called from their own threads, one at a time for each bearer; may block to slow a sender down.
public interface BearerEvents {
    /// Bytes can be moved.
    ///
    /// @param address of the other end, without its port
    /// @param dialled the station that was dialled; empty if the other end dialled
    void up(long bearer, String address, OptionalInt dialled);

    void received(long bearer, byte[] message);

    /// So many bytes of messages have been handed to the network.
    void drained(long bearer, int bytes);

    /// The bearer is gone; reported once.
    void down(long bearer, Code reason, String detail);

    /// A station could not be reached at an address.
    void unreachable(int station, String address, String detail);
}
