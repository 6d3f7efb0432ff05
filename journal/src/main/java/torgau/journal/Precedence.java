package torgau.journal;

/// The speed that a text needs, not its importance (ACP 127). Earlier constants go first.
public enum Precedence {
    FLASH(0, 'Z'),
    IMMEDIATE(1, 'O'),
    PRIORITY(2, 'P'),
    ROUTINE(3, 'R');

    private static final Precedence[] ALL = values();

    private final int number;
    private final char letter;

    Precedence(int number, char letter) {
        this.number = number;
        this.letter = letter;
    }

    /// Its number in an entry; the spec fixes it.
    public int number() {
        return number;
    }

    /// The letter that every service uses: Z, O, P, R.
    public char letter() {
        return letter;
    }

    /// Whether its receipt may not wait: FLASH and IMMEDIATE.
    public boolean urgent() {
        return compareTo(IMMEDIATE) <= 0;
    }

    /// The more urgent of the two.
    public static Precedence sooner(Precedence one, Precedence other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /// The precedence with this number, 0 to 3.
    public static Precedence of(long number) {
        return ALL[(int) number];
    }
}
