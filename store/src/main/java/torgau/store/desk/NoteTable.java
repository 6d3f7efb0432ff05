package torgau.store.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import torgau.store.sql.Session;

/// Officers' notes in the desk's SQLite file.
final class NoteTable {
    private static final String ALL = "about, revision, words, seat, at";

    private final Session session;

    NoteTable(Session session) {
        this.session = session;
    }

    /// The revision that is kept; 0 if there is none.
    long revision(String about) throws SQLException {
        return session.one("SELECT coalesce(max(revision), 0) FROM note WHERE about = ?", row -> row.getLong(1), about)
                .orElse(0L);
    }

    void add(Note note) throws SQLException {
        session.run(
                "INSERT INTO note (" + ALL + ") VALUES (?, ?, ?, ?, ?)",
                note.about(),
                note.revision(),
                note.words(),
                note.seat(),
                note.at());
    }

    List<Note> last(int limit) throws SQLException {
        return session.list(
                "SELECT " + ALL + " FROM note AS one WHERE words <> '' AND revision = (SELECT max(revision) FROM note"
                        + " WHERE about = one.about) ORDER BY at DESC, about LIMIT ?",
                NoteTable::row,
                limit);
    }

    List<Note> history(String about) throws SQLException {
        return session.list("SELECT " + ALL + " FROM note WHERE about = ? ORDER BY revision", NoteTable::row, about);
    }

    private static Note row(ResultSet row) throws SQLException {
        return new Note(
                Session.text(row, 1), row.getLong(2), Session.text(row, 3), Session.text(row, 4), row.getLong(5));
    }
}
