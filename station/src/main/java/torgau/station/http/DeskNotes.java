package torgau.station.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import torgau.journal.Code;
import torgau.station.home.Seat;
import torgau.store.desk.Note;

/// Private notes of this station's officers, as they are read and changed. They stay on its desk.
final class DeskNotes {
    private final Front front;

    DeskNotes(Front front) {
        this.front = front;
    }

    /// Every state of a note, the first first.
    List<Note> states(String about) {
        return front.process().desk().use(desk -> desk.notes(about));
    }

    /// A note as it is now; empty if there is none, or if it was taken away.
    Optional<Note> last(String about) {
        return shown(states(about));
    }

    /// Keeps a note in place of the one that was read; TG-6119 if that is not the last.
    ///
    /// @param revision that was read; 0 if there was none
    Note keep(Seat seat, String about, String words, long revision) {
        return front.process()
                .desk()
                .use(desk -> {
                    List<Note> states = desk.notes(about);
                    long before = states.isEmpty() ? 0 : states.getLast().revision();
                    var next = new Note(about, before + 1, words, seat.name(), front.now());
                    return shown(states).map(Note::revision).orElse(0L) == revision
                            ? desk.keep(next)
                            : Optional.<Note>empty();
                })
                .orElseThrow(() -> new Refusal(
                        409, Code.NOTE_CHANGED, "revision " + revision + " is not the last one", "/revision"));
    }

    /// A note as officers read it, after the fields that say what it is about.
    static ObjectNode put(ObjectNode about, Note note) {
        return about.put("private", true)
                .put("words", note.words())
                .put("seat", note.seat())
                .put("at", Names.instant(note.at()))
                .put("revision", note.revision());
    }

    private static Optional<Note> shown(List<Note> states) {
        return states.isEmpty() || states.getLast().words().isEmpty()
                ? Optional.empty()
                : Optional.of(states.getLast());
    }
}
