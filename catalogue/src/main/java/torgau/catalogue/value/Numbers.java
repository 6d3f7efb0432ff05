package torgau.catalogue.value;

import java.util.Optional;
import torgau.journal.Reference;

/// Message numbers, as officers speak of entries, for instance `RED-OPS-2026-14`.
public interface Numbers {
    /// The entry that a number stands for, if it is held.
    Optional<Reference> place(String number);

    /// The number of an entry; its place in letters if it is not held.
    String number(Reference place);
}
