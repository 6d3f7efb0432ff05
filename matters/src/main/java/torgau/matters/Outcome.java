package torgau.matters;

import torgau.journal.Code;
import torgau.journal.Reference;

/// What an entry of a matter came to.
public sealed interface Outcome {
    /// It moved the matter.
    ///
    /// @param from the state before; empty if it opened the matter
    record Moved(String from, String to) implements Outcome {}

    /// It stands beside the matter's life: a receipt, free words, a correction.
    record Noted() implements Outcome {}

    /// Its format or edition is not known here: kept and shown, and not judged.
    record Foreign() implements Outcome {}

    /// It was permitted when its author made it, and a concurrent act has overtaken it: kept and shown,
    /// without effect.
    record Crossed(Reference by) implements Outcome {}

    /// It is genuine and not permitted: kept and shown, without effect.
    record Voided(Code code, String detail) implements Outcome {}

    /// Whether it has the effect that its author meant it to have.
    default boolean stands() {
        return this instanceof Moved || this instanceof Noted;
    }
}
