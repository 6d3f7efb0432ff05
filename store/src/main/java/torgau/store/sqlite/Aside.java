package torgau.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.journal.Binding;
import torgau.journal.BindingCodec;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.EquivocationProof;
import torgau.journal.PayloadCodec;
import torgau.journal.SignedEntry;
import torgau.journal.cbor.CborReader;
import torgau.store.Answer;
import torgau.store.Blob;
import torgau.store.Pending;
import torgau.store.StoreFault;
import torgau.store.sql.Session;

/// What the file keeps beside the entries. A row whose bytes are not those that were written is a fault.
final class Aside {
    static final String MEMORY = "key, bytes, sum";
    static final String ANSWER = "key, request, reference, sum";
    static final String PENDING = "digest, payload, signature, binding, arrived_at, sum";
    static final String PROOF = "digest, bytes";
    static final String BLOB = "hash, owner, length, sum, bytes";

    /// No name has it: it is behind all that begin as a prefix does, in UTF-8 as well.
    private static final String LAST_LETTER = Character.toString(Character.MAX_CODE_POINT);

    private Aside() {}

    static Optional<byte[]> memory(Session session, String key) throws SQLException {
        return session.one("SELECT " + MEMORY + " FROM memory WHERE key = ?", Aside::remembered, key);
    }

    static NavigableMap<String, byte[]> memories(Session session, String prefix) throws SQLException {
        var found = new TreeMap<String, byte[]>();
        session.each(
                "SELECT " + MEMORY + " FROM memory WHERE key >= ? AND key < ? ORDER BY key",
                row -> found.put(Session.text(row, 1), remembered(row)),
                prefix,
                prefix + LAST_LETTER);
        return found;
    }

    static byte[] remembered(ResultSet row) throws SQLException {
        String key = Session.text(row, 1);
        byte[] bytes = Session.bytes(row, 2);
        check(Sums.ofMemory(key, bytes) == row.getLong(3), "what is remembered as " + key);
        return bytes;
    }

    static Optional<Answer> answer(Session session, String key) throws SQLException {
        return session.one("SELECT " + ANSWER + " FROM answer WHERE key = ?", Aside::answer, key);
    }

    static Answer answer(ResultSet row) throws SQLException {
        var answer = new Answer(
                Session.text(row, 1), Digest.of(Session.bytes(row, 2)), Places.reference(Session.bytes(row, 3)));
        check(Sums.ofAnswer(answer) == row.getLong(4), "the answer to " + answer.key());
        return answer;
    }

    static List<Pending> pending(Session session) throws SQLException {
        return session.list("SELECT " + PENDING + " FROM pending ORDER BY place, digest", Aside::pending);
    }

    static Pending pending(ResultSet row) throws SQLException {
        var signed = new SignedEntry(Session.bytes(row, 2), Session.bytes(row, 3));
        byte[] binding = Session.bytes(row, 4);
        Digest key = Digest.over(signed.payload(), signed.signature());
        boolean whole = Sums.ofPending(key, binding, row.getLong(5)) == row.getLong(6);
        check(whole && Digest.of(Session.bytes(row, 1)).equals(key), "a pending entry");
        Binding claimed = binding.length == 0 ? null : BindingCodec.read(new CborReader(binding));
        return new Pending(signed, PayloadCodec.decode(signed.payload()).orThrow(), claimed, row.getLong(5));
    }

    static List<EquivocationProof> proofs(Session session) throws SQLException {
        return session.list("SELECT " + PROOF + " FROM proof ORDER BY digest", Aside::proof);
    }

    static EquivocationProof proof(ResultSet row) throws SQLException {
        byte[] bytes = Session.bytes(row, 2);
        check(Digest.over(bytes).equals(Digest.of(Session.bytes(row, 1))), "a proof");
        return EquivocationProof.decode(bytes).orThrow();
    }

    static Optional<Blob> blob(Session session, Digest hash) throws SQLException {
        return session.one("SELECT " + BLOB + " FROM blob WHERE hash = ?", Aside::blob, hash.bytes());
    }

    static Blob blob(ResultSet row) throws SQLException {
        Digest hash = Digest.of(Session.bytes(row, 1));
        byte[] bytes = Session.bytes(row, 5);
        boolean whole = Sums.ofBlob(hash, row.getInt(2), row.getInt(3)) == row.getLong(4);
        check(whole && Digest.over(bytes).equals(hash), "blob " + hash);
        return new Blob(hash, row.getInt(2), bytes);
    }

    static boolean keeps(Session session, Digest hash) throws SQLException {
        return session.one("SELECT 1 FROM blob WHERE hash = ?", row -> row.getInt(1), hash.bytes())
                .isPresent();
    }

    static long blobBytes(Session session, int owner) throws SQLException {
        return session.one("SELECT coalesce(sum(length), 0) FROM blob WHERE owner = ?", row -> row.getLong(1), owner)
                .orElse(0L);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new StoreFault(Code.STORE_CORRUPT, what + " is damaged on the disk");
        }
    }
}
