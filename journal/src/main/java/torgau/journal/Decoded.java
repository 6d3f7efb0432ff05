package torgau.journal;

import java.util.function.Supplier;
import torgau.journal.cbor.CborFault;

/// What became of bytes from outside: a value, or the reason why they are none. A refusal is an ordinary answer.
public sealed interface Decoded<T> {
    record Value<T>(T value) implements Decoded<T> {}

    record Refusal<T>(Code code, String detail) implements Decoded<T> {}

    /// Runs a reader whose faults are the only ones expected; `what` names the structure in the detail.
    public static <T> Decoded<T> reading(String what, Supplier<T> reader) {
        try {
            return new Value<>(reader.get());
        } catch (CborFault fault) {
            return new Refusal<>(fault.code(), what + ": " + fault.getMessage());
        } catch (Checks.OverLimit fault) {
            return new Refusal<>(Code.OVER_LIMIT, what + ": " + fault.getMessage());
        } catch (IllegalArgumentException fault) {
            return new Refusal<>(Code.MALFORMED, what + ": " + fault.getMessage());
        }
    }

    /// The value, for bytes that are our own; anything else is a bug and fails at once.
    default T orThrow() {
        return switch (this) {
            case Value<T>(T value) -> value;
            case Refusal<T>(Code code, String detail) -> throw new IllegalStateException(code.code() + " " + detail);
        };
    }
}
