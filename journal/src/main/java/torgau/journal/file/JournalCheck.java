package torgau.journal.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.FeedHead;
import torgau.journal.Fields;
import torgau.journal.Limits;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Reference;
import torgau.journal.SignedEntry;
import torgau.journal.admission.Admission;
import torgau.journal.admission.Admissions;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.SignedAgreement;
import torgau.journal.cbor.CborFault;
import torgau.journal.cbor.CborReader;
import torgau.journal.cose.Sign1;
import torgau.journal.crypto.Verifier;

/// Verifies a journal file item by item: agreement, every chain, every `seen`, the total order and the end mark. It is
/// the station's own admission, except that entry signatures are handed out to be verified elsewhere, on any core.
public final class JournalCheck {
    private final Verifier roots;
    private final Columns journal = new Columns();
    private final List<Signature> due = new ArrayList<>();
    private @Nullable Digest line;
    private @Nullable Roster roster;
    private @Nullable Entry last;
    private long entries;
    private long receipts;
    private boolean ended;

    public JournalCheck(Verifier roots) {
        this.roots = roots;
    }

    /// A signature that must hold for the file to be genuine.
    ///
    /// @param offset of its entry in the file
    public record Signature(long offset, Reference place, byte[] key, byte[] message, byte[] signature) {}

    /// The first thing that is wrong.
    public record Failure(long offset, @Nullable Reference place, Code code, String detail) {}

    /// Checks the next item; null if nothing is wrong with it so far.
    public @Nullable Failure next(JournalReader.Item item) {
        try {
            if (line == null) {
                return header(item);
            }
            if (roster == null) {
                return agreement(item, line);
            }
            return ended ? failure(item, null, Code.MALFORMED, "bytes after the end mark") : entryOrEnd(item, roster);
        } catch (CborFault | IllegalArgumentException fault) {
            Code code = fault instanceof CborFault cbor ? cbor.code() : Code.MALFORMED;
            return failure(item, null, code, String.valueOf(fault.getMessage()));
        }
    }

    /// What is wrong with a file that has no more items; null if it is complete.
    public @Nullable Failure end(long offset) {
        return ended
                ? null
                : new Failure(offset, null, Code.FILE_TRUNCATED, "the file ends after " + entries + " entries");
    }

    /// Signatures of the entries checked since the last call.
    public List<Signature> signaturesDue() {
        var handed = List.copyOf(due);
        due.clear();
        return handed;
    }

    public long entries() {
        return entries;
    }

    /// How many of the entries are nothing but receipts.
    public long receipts() {
        return receipts;
    }

    public List<FeedHead> heads() {
        return journal.heads();
    }

    /// Who may sign under this journal's agreement and amendments; once the agreement was read.
    public @Nullable Roster roster() {
        return roster;
    }

    private @Nullable Failure header(JournalReader.Item item) {
        var in = new CborReader(item.bytes());
        in.array(2);
        Fields.shape(in.text(JournalWriter.HEADER_TAG.length()).equals(JournalWriter.HEADER_TAG), "not a journal file");
        line = Fields.digest(in);
        in.end();
        return null;
    }

    private @Nullable Failure agreement(JournalReader.Item item, Digest expected) {
        if (!(SignedAgreement.decode(item.bytes()) instanceof Decoded.Value<SignedAgreement>(SignedAgreement signed))) {
            return failure(item, null, Code.MALFORMED, "no signed agreement after the header");
        }
        if (!signed.line().equals(expected)) {
            return failure(item, null, Code.FOREIGN_LINE, "the agreement is that of line " + signed.line());
        }
        return switch (signed.verified(roots)) {
            case Decoded.Refusal<Agreement>(Code code, String detail) -> failure(item, null, code, detail);
            case Decoded.Value<Agreement>(Agreement agreement) -> {
                roster = Roster.of(agreement, expected);
                yield null;
            }
        };
    }

    private @Nullable Failure entryOrEnd(JournalReader.Item item, Roster known) {
        return isEntry(item) ? entry(item, known) : endMark(item);
    }

    /// Whether an item is tagged, as entries alone are.
    static boolean isEntry(JournalReader.Item item) {
        return (item.bytes()[0] & 0xE0) == 0xC0;
    }

    private @Nullable Failure entry(JournalReader.Item item, Roster known) {
        Sign1 sign1 = Sign1.decode(item.bytes());
        var signed = new SignedEntry(sign1.payload(), sign1.signature());
        Reference place = PayloadCodec.decode(signed.payload()) instanceof Decoded.Value<Payload>(Payload payload)
                ? payload.reference()
                : null;
        if (place != null && journal.standing(place).isPresent()) {
            return failure(item, place, Code.CHAIN_BROKEN, "an entry for this place stands in the file already");
        }
        Verifier later = (key, message, signature) -> {
            due.add(new Signature(item.offset(), Objects.requireNonNull(place), key, message, signature));
            return true;
        };
        return switch (new Admissions(known.line(), known, later).judge(journal, signed, null)) {
            case Admission.Admitted(Entry entry) -> admitted(item, entry, known);
            case Admission.Held _ -> failure(item, place, Code.CHAIN_BROKEN, "the entry stands twice");
            case Admission.Waiting(Payload _, Reference missing) ->
                failure(item, place, Code.CHAIN_BROKEN, "it follows " + missing + ", which is missing before it");
            case Admission.Ahead _, Admission.NeedsExpansion _ ->
                failure(item, place, Code.BAD_SIGNATURE, "the signature does not hold on this journal");
            case Admission.Forked _ -> failure(item, place, Code.EQUIVOCATION, "another entry stands at this place");
            case Admission.Refused(Code code, String detail) -> failure(item, place, code, detail);
        };
    }

    private @Nullable Failure admitted(JournalReader.Item item, Entry entry, Roster known) {
        if (last != null && last.compareTo(entry) >= 0) {
            return failure(
                    item, entry.reference(), Code.CHAIN_BROKEN, "out of the total order, after " + last.reference());
        }
        last = entry;
        journal.add(entry);
        entries++;
        if (entry.payload().act() instanceof Act.Seen) {
            receipts++;
        }
        roster = known.with(entry, roots);
        return null;
    }

    private @Nullable Failure endMark(JournalReader.Item item) {
        var in = new CborReader(item.bytes());
        in.array(3);
        Fields.shape(
                in.text(JournalWriter.END_TAG.length()).equals(JournalWriter.END_TAG),
                "neither an entry nor the end mark");
        boolean complete = in.unsigned(Long.MAX_VALUE) == entries;
        List<FeedHead> heads = journal.heads();
        int count = Fields.count(in, "heads", Limits.SEEN_FEEDS * Limits.SEEN_FEEDS);
        complete &= count == heads.size();
        for (int i = 0; i < count; i++) {
            in.array(3);
            var feed = Fields.feed(in);
            long sequence = in.unsigned(Reference.MAX_SEQUENCE);
            Digest id = Fields.digest(in);
            FeedHead head = complete ? heads.get(i) : null;
            complete &= head != null
                    && head.feed().equals(feed)
                    && head.sequence() == sequence
                    && head.id().equals(id);
        }
        in.end();
        ended = complete;
        return complete
                ? null
                : failure(item, null, Code.FILE_TRUNCATED, "the end mark names other heads than the entries before it");
    }

    private static Failure failure(JournalReader.Item item, @Nullable Reference place, Code code, String detail) {
        return new Failure(item.offset(), place, code, detail);
    }
}
