package torgau.station.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import torgau.station.watch.WatchLine.What;

/// The watch as its log says.
///
/// @param revision number of the last line; 0 of an empty log
/// @param turns the last ones, oldest first; the last is the one that lasts, unless nobody has taken the
///     watch yet
public record Watch(long revision, List<Turn> turns) {
    /// Lines of one turn: then the watch is taken anew.
    public static final int MOST_LINES = 1_000;

    /// Lines that are read: more than one turn has.
    public static final int LINES = MOST_LINES + 100;

    public Watch {
        turns = List.copyOf(turns);
    }

    /// One officer's time on watch.
    ///
    /// @param taken the line with which it began
    /// @param handedOver the last hand-over of it
    /// @param until when the next officer took the watch, milliseconds UTC; empty while it lasts
    public record Turn(WatchLine taken, List<WatchLine> notes, Optional<WatchLine> handedOver, Optional<Long> until) {
        public Turn {
            notes = List.copyOf(notes);
        }

        private Turn with(WatchLine line) {
            return switch (line.what()) {
                case What.Noted _ ->
                    new Turn(
                            taken,
                            Stream.concat(notes.stream(), Stream.of(line)).toList(),
                            handedOver,
                            until);
                case What.HandedOver _ -> new Turn(taken, notes, Optional.of(line), until);
                case What.Taken _ -> new Turn(taken, notes, handedOver, Optional.of(line.at()));
            };
        }
    }

    /// What the last lines of a log come to, the oldest first. A turn that began before them is left
    /// out, unless nothing else is there.
    public static Watch of(List<WatchLine> lines) {
        var turns = new ArrayList<Turn>();
        for (WatchLine line : lines) {
            if (!turns.isEmpty()) {
                turns.set(turns.size() - 1, turns.getLast().with(line));
            }
            if (line.what() instanceof What.Taken) {
                turns.add(new Turn(line, List.of(), Optional.empty(), Optional.empty()));
            }
        }
        return new Watch(lines.isEmpty() ? 0 : lines.getLast().number(), turns);
    }

    /// The turn that lasts.
    public Optional<Turn> current() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast());
    }

    /// Whether nothing more fits into the turn that lasts.
    public boolean full() {
        return current()
                .filter(turn -> revision - turn.taken().number() >= MOST_LINES)
                .isPresent();
    }

    /// The hand-over that nobody has taken yet.
    public Optional<WatchLine> waiting() {
        return current().flatMap(Turn::handedOver);
    }
}
