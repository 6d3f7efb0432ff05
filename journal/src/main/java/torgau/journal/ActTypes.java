package torgau.journal;

/// Numbers of the types of acts, as they stand in entries. Those not listed here are of other versions.
public final class ActTypes {
    public static final int MESSAGE = 1;
    public static final int NOTIFICATION = 2;
    public static final int ACKNOWLEDGEMENT = 3;
    public static final int TRANSLATION = 4;
    public static final int LINK_TEST = 5;
    public static final int KEY_OFFER = 6;
    public static final int AMENDMENT = 8;
    public static final int SUSPENSION = 9;
    public static final int RESUMPTION = 10;
    public static final int SEEN = 12;

    private ActTypes() {}
}
