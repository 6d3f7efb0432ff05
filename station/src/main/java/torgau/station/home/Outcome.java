package torgau.station.home;

import torgau.journal.Decoded;

/// Turns what decoding says of a file into a value or a fault that names where it lay.
public final class Outcome {
    private Outcome() {}

    public static <T> T of(Decoded<T> decoded, String where) {
        return switch (decoded) {
            case Decoded.Value<T>(T value) -> value;
            case Decoded.Refusal<T> refusal -> throw new HomeFault(refusal.code(), where + ": " + refusal.detail());
        };
    }
}
