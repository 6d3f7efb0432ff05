package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import torgau.journal.Code;
import torgau.matters.directory.Post;
import torgau.station.home.Seat;
import torgau.store.desk.Note;

/// What one's own officers think of offices. It stays on the desk of this station, and nothing of it is
/// said to anybody.
final class OfficeNotes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String KIND = "office";
    private static final int MOST = 1_000;

    private final Front front;

    OfficeNotes(Front front) {
        this.front = front;
    }

    /// A note on an office.
    record Of(Post post, Note note) {}

    /// The newest first.
    List<Of> all() {
        return front.process().desk().use(desk -> desk.notes(MOST)).stream()
                .flatMap(note -> post(note.about()).map(post -> new Of(post, note)).stream())
                .toList();
    }

    private static String about(Post post) {
        return KIND + "\n" + post.party() + "\n" + line(post.title()) + "\n" + line(post.capacity());
    }

    private static String line(String name) {
        return name.replaceAll("\\s+", " ");
    }

    private static Optional<Post> post(String about) {
        String[] parts = about.split("\n", -1);
        return parts.length == 4 && parts[0].equals(KIND)
                ? Optional.of(new Post(Integer.parseInt(parts[1]), parts[2], parts[3]))
                : Optional.empty();
    }

    ObjectNode json(Of each) {
        ObjectNode about = JSON.objectNode()
                .put("party", front.names().party(each.post().party()))
                .put("title", each.post().title())
                .put("capacity", each.post().capacity());
        return DeskNotes.put(about, each.note());
    }

    /// What `GET /counterparts/notes` answers.
    ObjectNode list(Query query) {
        query.end();
        ObjectNode json = JSON.objectNode().put("private", true);
        ArrayNode notes = json.putArray("notes");
        all().forEach(each -> notes.add(json(each)));
        return json;
    }

    /// What `POST /counterparts/notes` answers.
    ///
    /// @param posts offices that are named anywhere
    ObjectNode write(Seat seat, byte[] body, List<Post> posts) {
        JsonIn in = JsonIn.of(body);
        String party = in.word("party", Names.PARTY);
        int number = front.names().party(party).orElseThrow(() -> Refusal.field("/party", party + " is no party"));
        var asked = new Post(number, in.line("title", 1, 256), in.has("capacity") ? in.line("capacity", 0, 256) : "");
        long revision = in.number("revision", 0, Note.MOST_REVISIONS);
        String words = in.text("words", 0, Note.MAX_WORDS);
        in.end();
        if (posts.stream().noneMatch(asked::same)) {
            throw new Refusal(
                    422, Code.OFFICE_UNKNOWN, asked.title() + ", " + asked.capacity() + " is named nowhere", "/title");
        }
        Post post = posts.stream().filter(asked::same).findFirst().orElseThrow();
        return json(new Of(post, new DeskNotes(front).keep(seat, about(post), words, revision)));
    }
}
