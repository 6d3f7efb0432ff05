package torgau.matters.directory;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import torgau.catalogue.value.Value;
import torgau.journal.Office;

/// An office of a party: the post, and the capacity in which it speaks. One post in two capacities is
/// two.
///
/// @param party its number
/// @param capacity may be empty
public record Post(int party, String title, String capacity) implements Comparable<Post> {
    private static final Comparator<Post> ORDER = Comparator.comparingInt(Post::party)
            .thenComparing(post -> alike(post.capacity()))
            .thenComparing(post -> alike(post.title()));

    public static Post of(int party, Value.Office office) {
        return new Post(party, office.title(), office.capacity());
    }

    public static Post of(int party, Office office) {
        return new Post(party, office.title(), office.capacity());
    }

    /// Whether both name one office: letters of either case, and any blanks between words.
    public boolean same(Post other) {
        return compareTo(other) == 0;
    }

    /// How two names of an office or a region are compared.
    public static String alike(String name) {
        var alike = new StringBuilder(name.length());
        boolean blank = false;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                blank = true;
            } else {
                if (blank && !alike.isEmpty()) {
                    alike.append(' ');
                }
                blank = false;
                alike.append(letter);
            }
        }
        return Normalizer.normalize(alike, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /// By party, capacity and title, as they are compared.
    @Override
    public int compareTo(Post other) {
        return ORDER.compare(this, other);
    }
}
