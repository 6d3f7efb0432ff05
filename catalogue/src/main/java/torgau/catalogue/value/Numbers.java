package torgau.catalogue.value;

import java.util.Optional;
import java.util.regex.Pattern;
import torgau.journal.Reference;

/// Message numbers, as officers speak of entries, for instance `RED-OPS-2026-14`.
public interface Numbers {
    /// How a number looks: the station, the year and the serial.
    Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9-]{0,31}-[0-9]{4}-[0-9]{1,16}");

    /// The entry that a number stands for, if it is held.
    Optional<Reference> place(String number);

    /// The number of an entry; its place in letters if it is not held.
    String number(Reference place);
}
