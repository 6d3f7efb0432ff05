package torgau.journal;

/// To whom what an entry says may be shown. It is signed, and binds nobody who has not agreed to it.
public enum Label {
    PARTIES_ONLY(0),
    RELEASABLE_BY_CONSENT(1),
    PUBLIC_BY_AGREEMENT(2);

    private static final Label[] ALL = values();

    /// The greatest number of a label.
    static final int LAST = ALL.length - 1;

    private final int number;

    Label(int number) {
        this.number = number;
    }

    /// Its number in an entry; the spec fixes it.
    public int number() {
        return number;
    }

    static Label of(long number) {
        return ALL[(int) number];
    }
}
