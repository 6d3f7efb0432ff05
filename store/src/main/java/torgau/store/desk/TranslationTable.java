package torgau.store.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.store.sql.Session;

/// Translations in the desk's SQLite file.
final class TranslationTable {
    private static final String ALL =
            "number, reference, part, language, revision, state, words, title, capacity, at, engine, note";
    private static final String OF = " FROM translation WHERE reference = ? AND part = ? AND language = ?";

    private final Session session;

    TranslationTable(Session session) {
        this.session = session;
    }

    /// The last state of each.
    List<Translation> of(Reference entry) throws SQLException {
        return session.list(
                "SELECT " + ALL + " FROM translation AS one WHERE reference = ? AND revision = (SELECT max(revision)"
                        + " FROM translation WHERE reference = one.reference AND part = one.part"
                        + " AND language = one.language) ORDER BY part, language",
                TranslationTable::row,
                entry.toString());
    }

    List<Translation> history(Translation.Of of) throws SQLException {
        return session.list(
                "SELECT " + ALL + OF + " ORDER BY revision",
                TranslationTable::row,
                of.entry().toString(),
                of.part(),
                of.language());
    }

    List<Translation> after(long number, int limit) throws SQLException {
        return session.list(
                "SELECT " + ALL + " FROM translation WHERE number > ? ORDER BY number LIMIT ?",
                TranslationTable::row,
                number,
                limit);
    }

    /// The revision that is kept; 0 if there is none.
    long revision(Translation.Of of) throws SQLException {
        return session.one(
                        "SELECT coalesce(max(revision), 0)" + OF,
                        row -> row.getLong(1),
                        of.entry().toString(),
                        of.part(),
                        of.language())
                .orElse(0L);
    }

    long last() throws SQLException {
        return session.one("SELECT coalesce(max(number), 0) FROM translation", row -> row.getLong(1))
                .orElse(0L);
    }

    void add(Translation state) throws SQLException {
        @Nullable
        Object[] values = {
            state.number(),
            state.of().entry().toString(),
            state.of().part(),
            state.of().language(),
            state.revision(),
            state.state().name(),
            state.words(),
            state.office().title(),
            state.office().capacity(),
            state.at(),
            state.engine(),
            state.note()
        };
        session.run("INSERT INTO translation (" + ALL + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values);
    }

    private static Translation row(ResultSet row) throws SQLException {
        var of = new Translation.Of(Reference.parse(Session.text(row, 2)), Session.text(row, 3), Session.text(row, 4));
        return new Translation(
                row.getLong(1),
                of,
                row.getLong(5),
                Translation.State.valueOf(Session.text(row, 6)),
                Session.text(row, 7),
                new Office(Session.text(row, 8), Session.text(row, 9)),
                row.getLong(10),
                row.getString(11),
                row.getString(12));
    }
}
