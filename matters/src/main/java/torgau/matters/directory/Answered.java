package torgau.matters.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.matters.Turn;

/// What a party replied when it was asked about an office of its own.
///
/// @param entry the office that was asked about
/// @param subjects on which
/// @param decides what it says that this office decides
/// @param office that it names as the one that decides; null if none
public record Answered(
        Turn by,
        Post entry,
        List<String> subjects,
        Scope decides,
        @Nullable Post office) {
    /// Whether it names another office as the one that decides on a subject.
    boolean names(String subject) {
        return office != null && subjects.contains(subject) && !decides.has(subject);
    }
}
