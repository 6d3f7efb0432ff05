package torgau.link.bearer;

import java.util.OptionalInt;
import torgau.journal.Code;

/// What bearers report, from their own threads; a call may block, which slows that bearer's sender down and no
/// other.
///
/// Of one bearer, `up` comes first, then each `received`, then `down` once, never two at a time. Only `drained`
/// comes from beside, and may come late.
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

    /// A datagram came that was not handed on, or one was not taken by the network.
    void discarded(Code code);
}
