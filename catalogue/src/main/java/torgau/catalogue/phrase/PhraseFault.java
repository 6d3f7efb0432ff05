package torgau.catalogue.phrase;

/// A phrase that cannot be rendered; the message says why, in words for who wrote it.
public final class PhraseFault extends Exception {
    private static final long serialVersionUID = 1;

    PhraseFault(String why) {
        super(why);
    }
}
