package torgau.journal.agreement;

/// What a party is.
public enum PartyKind {
    STATE(0),
    ORGANISATION(1),
    /// Reads and is heard, but no clock runs for or against it.
    OBSERVER(2);

    private static final PartyKind[] ALL = values();

    private final int number;

    PartyKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static PartyKind of(long number) {
        return ALL[(int) number];
    }
}
