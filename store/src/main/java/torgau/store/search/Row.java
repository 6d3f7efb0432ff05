package torgau.store.search;

import java.util.List;
import java.util.Set;

/// The words of one entry.
///
/// @param cursor its place in the order of arrival
/// @param forms the words, their base forms, and marks
/// @param words in their order
public record Row(long cursor, Set<String> forms, List<String> words) {
    /// Whether a word may have this in it: lower-case letters, digits, the apostrophe, and private
    /// letters for marks. The rest would end the word in the tables, or be syntax in a question.
    public static boolean inWord(int letter) {
        return letter < 0x80
                ? (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || letter == '\''
                : Character.isLetterOrDigit(letter)
                        || Character.getType(letter) == Character.PRIVATE_USE
                        || Character.getType(letter) == Character.NON_SPACING_MARK
                        || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
    }
}
