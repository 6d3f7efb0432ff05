package torgau.catalogue.treaty;

/// What separates words, and what is not seen at all.
final class Blanks {
    static final int SOFT_HYPHEN = 0xAD;

    private Blanks() {}

    static boolean blank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85;
    }

    /// Marks that have no width: they are never part of what is said.
    static boolean nothing(int character) {
        return character == SOFT_HYPHEN || character == 0x200B || character == 0x2060 || character == 0xFEFF;
    }
}
