package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import torgau.journal.Reference;
import torgau.station.home.Seat;
import torgau.store.desk.Note;

/// What one's own officers note on a visit, and their own part of the report after it. It stays on the
/// desk of this station; the joint report (AR) is filed, and has nothing of it.
final class VisitNotes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Pattern PART = Pattern.compile("[a-z_]{1,32}");

    private final Names names;
    private final DeskNotes notes;

    VisitNotes(Front front) {
        this.names = front.names();
        this.notes = new DeskNotes(front);
    }

    /// What is noted.
    enum Part {
        NOTE,
        /// The private part of the report after the visit.
        AFTER_ACTION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private String about(Reference visit, Part part) {
        return "visit\n" + names.reference(visit) + "\n" + part.word();
    }

    /// Both parts as they are now.
    void add(ArrayNode into, Reference visit) {
        for (Part part : Part.values()) {
            notes.last(about(visit, part)).ifPresent(note -> into.add(json(part, note)));
        }
    }

    private static ObjectNode json(Part part, Note note) {
        return DeskNotes.put(JSON.objectNode().put("part", part.word()), note);
    }

    /// What `GET /visits/{reference}/notes` answers: every state of both, the first first.
    ObjectNode list(Reference visit) {
        ObjectNode json = JSON.objectNode().put("private", true);
        ArrayNode states = json.putArray("notes");
        for (Part part : Part.values()) {
            notes.states(about(visit, part)).forEach(note -> states.add(json(part, note)));
        }
        return json;
    }

    /// What `POST /visits/{reference}/notes` answers.
    ObjectNode write(Reference visit, Seat seat, byte[] body) {
        JsonIn in = JsonIn.of(body);
        String word = in.word("part", PART);
        Part part = Stream.of(Part.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("/part", word + " is no part"));
        long revision = in.number("revision", 0, Note.MOST_REVISIONS);
        String words = in.text("words", 0, Note.MAX_WORDS);
        in.end();
        return json(part, notes.keep(seat, about(visit, part), words, revision));
    }
}
