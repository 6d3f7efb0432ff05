package torgau.station.words;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was found out before, for any number of threads: each key has one place, and what comes later to
/// the same place takes it. It never grows, and never holds anybody up.
///
/// @param <T> what is remembered of a text
public final class Remembered<T> {
    private record Known<T>(String of, T value) {}

    private final AtomicReferenceArray<@Nullable Known<T>> places;
    private final int longest;

    /// @param bits of the number of places
    /// @param longest letters of a text that is remembered
    public Remembered(int bits, int longest) {
        this.places = new AtomicReferenceArray<>(1 << bits);
        this.longest = longest;
    }

    /// What is known of a text, or is found out now.
    public T of(String text, Function<String, T> finding) {
        if (text.length() > longest) {
            return finding.apply(text);
        }
        int place = (text.hashCode() * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(places.length()) + 1);
        @Nullable Known<T> known = places.get(place);
        if (known != null && known.of.equals(text)) {
            return known.value;
        }
        T found = finding.apply(text);
        places.set(place, new Known<>(text, found));
        return found;
    }
}
