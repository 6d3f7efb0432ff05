package torgau.journal.file;

import java.util.Iterator;
import java.util.List;
import torgau.journal.Entry;
import torgau.journal.FeedHead;
import torgau.journal.Fields;
import torgau.journal.agreement.SignedAgreement;
import torgau.journal.cbor.CborWriter;
import torgau.journal.cose.Sign1;

/// Writes a journal file: a CBOR sequence of header, signed agreement, every entry in total order as COSE_Sign1, and an
/// end mark with the count and the heads of all feeds, so that nothing can be cut off unnoticed.
public final class JournalWriter {
    static final String HEADER_TAG = "torgau-journal-1";
    static final String END_TAG = "torgau-journal-end-1";

    private JournalWriter() {}

    /// Writes the whole file.
    ///
    /// @param entries in total order
    /// @param heads of all feeds, ascending, as of the last entry
    public static void write(ByteSink sink, SignedAgreement agreement, Iterator<Entry> entries, List<FeedHead> heads) {
        sink.write(new CborWriter()
                .array(2)
                .text(HEADER_TAG)
                .bytes(agreement.line().bytes())
                .toByteArray());
        sink.write(agreement.encode());
        long count = 0;
        while (entries.hasNext()) {
            Entry entry = entries.next();
            sink.write(Sign1.encode(entry.signed().payload(), entry.signed().signature()));
            count++;
        }
        sink.write(end(count, heads));
    }

    private static byte[] end(long count, List<FeedHead> heads) {
        var out = new CborWriter().array(3).text(END_TAG).integer(count).array(heads.size());
        for (FeedHead head : heads) {
            Fields.feed(out.array(3), head.feed());
            out.integer(head.sequence()).bytes(head.id().bytes());
        }
        return out.toByteArray();
    }
}
