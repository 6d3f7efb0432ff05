package torgau.journal;

/// What kind of traffic an entry is. It is signed in every entry and can never be converted into another.
public enum TrafficClass {
    /// A test of the line; nothing in it is meant.
    TEST(0),
    /// The operators' orderwire; it may not carry notifications.
    SERVICE(1),
    /// Exercise traffic; nothing in it is real.
    EXERCISE(2),
    /// What an armed force says officially.
    FORMAL(3),
    /// A message between leaders.
    PRINCIPAL(4);

    private static final TrafficClass[] ALL = values();

    private final int number;

    TrafficClass(int number) {
        this.number = number;
    }

    /// Its number in an entry; the spec fixes it.
    public int number() {
        return number;
    }

    /// The class with this number, 0 to 4.
    public static TrafficClass of(long number) {
        return ALL[(int) number];
    }
}
