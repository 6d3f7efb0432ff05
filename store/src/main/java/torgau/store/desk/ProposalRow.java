package torgau.store.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;
import torgau.journal.Reference;
import torgau.store.desk.Proposal.Hand;
import torgau.store.desk.Proposal.Stage;
import torgau.store.sql.Session;

/// A proposal as a row of the desk's file.
final class ProposalRow {
    private static final String COLUMNS =
            "number, revision, key, request, at, seat, office, content, seen, stage, by_seat,"
                    + " by_office, by_at, emergency, entry, counter_seat, counter_office, counter_at, reason, person, by_person, counter_person";

    private ProposalRow() {}

    static Optional<Proposal> find(Session session, String column, Object value) throws SQLException {
        return session.one("SELECT " + COLUMNS + " FROM proposal WHERE " + column + " = ?", ProposalRow::of, value);
    }

    static List<Proposal> newest(Session session, boolean openOnly, int limit) throws SQLException {
        String where = openOnly ? " WHERE open = 1" : "";
        return session.list(
                "SELECT " + COLUMNS + " FROM proposal" + where + " ORDER BY number DESC LIMIT ?",
                ProposalRow::of,
                limit);
    }

    static void insert(Session session, Proposal.Asked asked) throws SQLException {
        session.run(
                "INSERT INTO proposal (revision, key, request, at, seat, office, content, seen, person, stage, open, emergency)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 1, 0)",
                asked.key(),
                asked.request().bytes(),
                asked.by().at(),
                asked.by().seat(),
                asked.by().office(),
                asked.content(),
                asked.seen(),
                asked.by().person());
    }

    static void update(Session session, Proposal next) throws SQLException {
        var columns = Columns.of(next.stage());
        session.run(
                "UPDATE proposal SET revision = ?, stage = ?, open = ?, by_seat = ?, by_office = ?, by_at = ?, emergency = ?,"
                        + " entry = ?, counter_seat = ?, counter_office = ?, counter_at = ?, reason = ?,"
                        + " by_person = ?, counter_person = ? WHERE number = ?",
                next.revision(),
                columns.word(),
                next.stage().open() ? 1 : 0,
                columns.by() == null ? null : columns.by().seat(),
                columns.by() == null ? null : columns.by().office(),
                columns.at(),
                columns.emergency() ? 1 : 0,
                columns.entry() == null ? null : columns.entry().toString(),
                columns.counter() == null ? null : columns.counter().seat(),
                columns.counter() == null ? null : columns.counter().office(),
                columns.counter() == null ? null : columns.counter().at(),
                columns.reason(),
                columns.by() == null ? null : columns.by().person(),
                columns.counter() == null ? null : columns.counter().person(),
                next.number());
    }

    private static Proposal of(ResultSet row) throws SQLException {
        var by = new Hand(Session.text(row, 6), Session.text(row, 7), row.getLong(5), row.getString(20));
        var request = Digest.of(Session.bytes(row, 4));
        var asked = new Proposal.Asked(Session.text(row, 3), request, by, Session.bytes(row, 8), row.getLong(9));
        return new Proposal(row.getLong(1), row.getLong(2), asked, stage(row));
    }

    private static Stage stage(ResultSet row) throws SQLException {
        String emergency = row.getInt(14) == 1 ? Session.text(row, 19) : null;
        return switch (Session.text(row, 10)) {
            case "waiting" -> new Stage.Waiting();
            case "signing" -> new Stage.Signing(by(row), emergency);
            case "released" ->
                new Stage.Released(
                        by(row),
                        emergency,
                        Reference.parse(Session.text(row, 15)),
                        row.getString(16) == null ? null : counter(row));
            case "refused" -> new Stage.Refused(by(row), Session.text(row, 19));
            case "withdrawn" -> new Stage.Withdrawn(by(row));
            case "voided" -> new Stage.Voided(row.getLong(13));
            default -> throw new IllegalArgumentException("no stage of a proposal: " + row.getString(10));
        };
    }

    private static Hand by(ResultSet row) throws SQLException {
        return new Hand(Session.text(row, 11), Session.text(row, 12), row.getLong(13), row.getString(21));
    }

    private static Hand counter(ResultSet row) throws SQLException {
        return new Hand(Session.text(row, 16), Session.text(row, 17), row.getLong(18), row.getString(22));
    }

    /// What a stage has beside its name.
    private record Columns(
            String word,
            @Nullable Hand by,
            @Nullable Long at,
            boolean emergency,
            @Nullable Reference entry,
            @Nullable Hand counter,
            @Nullable String reason) {
        Columns(String word, @Nullable Hand by, @Nullable String emergency) {
            this(word, by, by == null ? null : by.at(), emergency != null, null, null, emergency);
        }

        static Columns of(Stage stage) {
            return switch (stage) {
                case Stage.Waiting _ -> new Columns("waiting", null, null);
                case Stage.Signing(Hand by, String emergency) -> new Columns("signing", by, emergency);
                case Stage.Released done ->
                    new Columns(
                            "released",
                            done.by(),
                            done.by().at(),
                            done.emergency() != null,
                            done.entry(),
                            done.countersigned(),
                            done.emergency());
                case Stage.Refused(Hand by, String reason) ->
                    new Columns("refused", by, by.at(), false, null, null, reason);
                case Stage.Withdrawn(Hand by) -> new Columns("withdrawn", by, null);
                case Stage.Voided(long at) -> new Columns("voided", null, at, false, null, null, null);
            };
        }
    }
}
