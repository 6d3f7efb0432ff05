package torgau.station.ledger;

import java.util.Optional;
import java.util.regex.Pattern;
import torgau.journal.Digest;

/// A line's number and digest, as a keeper writes them down: `17:5e88…`. Whoever holds one finds a book
/// that was cut off or written anew.
public record Mark(long number, Digest digest) {
    private static final Pattern FORM = Pattern.compile("(?<number>[1-9][0-9]{0,17}):(?<digest>[0-9a-f]{64})");

    /// The mark that is written so.
    public static Optional<Mark> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new Mark(Long.parseLong(match.group("number")), Digest.ofHex(match.group("digest"))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + ":" + digest.hex();
    }
}
