package torgau.station.shell;

import java.util.function.BiConsumer;
import torgau.station.heart.Heart;
import torgau.station.heart.Input;
import torgau.station.heart.Moment;

/// Something for the thread that owns the heart.
sealed interface Work {
    /// An input that has happened.
    record Happened(Input input) implements Work {}

    /// A question, answered in a turn of the heart's.
    record Asked(BiConsumer<Heart, Moment> question) implements Work {}
}
