package torgau.catalogue.value;

/// Numbers of the kinds of values, as they stand in entries. Never reused.
final class Kinds {
    static final int UNDISCLOSED = 0;
    static final int WORDS = 1;
    static final int ITEMS = 2;
    static final int CODE = 3;
    static final int CODES = 4;
    static final int YES_NO = 5;
    static final int QUANTITY = 6;
    static final int COUNT = 7;
    static final int INSTANT = 8;
    static final int PERIOD = 9;
    static final int POSITION = 10;
    static final int POLYGON = 11;
    static final int CIRCLE = 12;
    static final int CORRIDOR = 13;
    static final int QUADRANT = 14;
    static final int ALTITUDE = 15;
    static final int ROUTE = 16;
    static final int FREQUENCY = 17;
    static final int HEADING = 18;
    static final int NAME = 19;
    static final int OFFICE = 20;
    static final int ROWS = 21;
    static final int ANSWERS = 22;
    static final int MESSAGE = 23;
    static final int ATTACHMENT = 24;
    static final int ANNEXED = 25;
    static final int PERSON = 26;
    static final int KEYED = 27;
    /// The greatest number that a kind can have.
    static final int MOST = 65_535;

    static final int GROUND = 0;
    static final int UNLIMITED = 1;
    static final int FLIGHT_LEVEL = 2;
    static final int ABOVE_GROUND = 3;
    static final int ABOVE_SEA = 4;

    private Kinds() {}
}
