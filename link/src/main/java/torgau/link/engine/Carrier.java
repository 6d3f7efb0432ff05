package torgau.link.engine;

/// Takes frames from the engine to one bearer: seals them and hands them on.
@FunctionalInterface
public interface Carrier {
    /// Sends one encoded frame.
    ///
    /// @return bytes that the bearer will carry for it
    int transmit(long bearer, byte[] frame);
}
