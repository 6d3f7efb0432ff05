package torgau.catalogue.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a box: a role, or what it may send.
///
/// @param code of the format; empty for a role
/// @param to where it leads; null for a role
/// @param top below the top of the box
record Row(String code, List<String> text, @Nullable String to, double top) {
    static final double SIZE = 8.5;
    static final double LEADING = 10.5;
    static final double GAP = 2.5;
    /// Where the title of a format begins.
    static final double INDENT = 30;

    Row {
        text = List.copyOf(text);
    }

    double height() {
        return text.size() * LEADING + GAP;
    }

    /// Below the top of the box, where its line begins.
    double port() {
        return top + height() / 2;
    }
}
