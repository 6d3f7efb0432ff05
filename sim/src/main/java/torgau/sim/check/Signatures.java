package torgau.sim.check;

/// Whether a station's signature over a message holds.
@FunctionalInterface
public interface Signatures {
    boolean hold(int station, byte[] message, byte[] signature);
}
