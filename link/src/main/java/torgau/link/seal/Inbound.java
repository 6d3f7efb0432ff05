package torgau.link.seal;

import torgau.journal.Code;
import torgau.journal.Feed;

/// What a message from a bearer turned out to be. Nothing in it is to be believed but what is said here.
public sealed interface Inbound {
    /// A frame that `peer` sealed for us, and that was not opened before under this key.
    ///
    /// @param peer number of the peer station
    /// @param frame the plain frame
    /// @param session the session it came under
    /// @param live whether the key binds a salt of this very process: then it cannot stem from before our last
    ///     start. One that is not live may come a second time after a restart of ours
    record Opened(int peer, byte[] frame, long session, boolean live) implements Inbound {}

    /// The peer opened a session; frames under it can be read, and answered without an opening of our own.
    record OpeningAccepted(int peer, Feed feed, long number, long session) implements Inbound {}

    /// A piece of an opening; others are still missing.
    record PieceHeld(int pieces, int of) implements Inbound {}

    /// The peer, or somebody in its name, says that it cannot read us; what is sealed next will be spelled out
    /// further.
    record Heeded(int peer) implements Inbound {}

    /// A frame for which we have no key.
    ///
    /// @param notice to be sent back on the same bearer, so that the peer spells out what we miss
    record Unreadable(Code code, byte[] notice) implements Inbound {}

    /// Nothing to act upon; the code says why.
    record Dropped(Code code) implements Inbound {}
}
