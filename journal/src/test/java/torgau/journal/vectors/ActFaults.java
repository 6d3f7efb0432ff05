package torgau.journal.vectors;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import torgau.journal.Act;
import torgau.journal.Limits;
import torgau.journal.cbor.CborWriter;

/// Payloads that are none, for one reason each.
final class ActFaults {
    private static final int MESSAGE = 1;
    private static final int NOTIFICATION = 2;
    private static final int ACKNOWLEDGEMENT = 3;
    private static final int TRANSLATION = 4;
    private static final int LINK_TEST = 5;
    private static final int KEY_OFFER = 6;
    private static final int AMENDMENT = 8;
    private static final int SUSPENSION = 9;
    private static final int RESUMPTION = 10;
    private static final int SEEN = 12;

    private final SequencedMap<String, byte[]> it = new LinkedHashMap<>();

    private ActFaults() {}

    static SequencedMap<String, byte[]> all() {
        var faults = new ActFaults();
        faults.frames();
        faults.messages();
        faults.notifications();
        faults.acknowledgements();
        faults.automatic();
        faults.suspensions();
        return faults.it;
    }

    private static byte[] seen() {
        return act(SEEN, out -> out.array(0));
    }

    private void frames() {
        byte[] seen = seen();
        it.put("nothing", new byte[0]);
        it.put("a byte more", Arrays.copyOf(seen, seen.length + 1));
        it.put("a byte less", Arrays.copyOf(seen, seen.length - 1));
        it.put("the sequence 0", payload(out -> out.array(0), out -> out.array(0), 0, SEEN, out -> out.array(0)));
        it.put("class 5", head(5, 1, 0));
        it.put("precedence 4", head(3, 4, 0));
        it.put("a time beyond 2^53 - 1", head(3, 1, 1L << 53));
        it.put("parties that descend", addressed(3, 2));
        it.put("a party twice", addressed(2, 2));
        it.put("the party 0", addressed(0));
        it.put("the party 256", addressed(256));
        it.put("references that descend", referring(5, 4));
        it.put("a reference twice", referring(4, 4));
        it.put("65 references", referring(LongStream.rangeClosed(1, 65).toArray()));
        it.put("a reference to the sequence 0", referring(0));
        it.put("an act of type 65536", act(65_536, CborWriter::nil));
        it.put(
                "an act of a newer edition with two items",
                act(4_711, out -> out.nil().nil()));
        it.put(
                "an act of a newer edition with an amount that is a fraction",
                act(4_711, out -> out.raw(new byte[] {(byte) 0xf9, 0x3c, 0x00})));
    }

    private void messages() {
        it.put(
                "an office without a title",
                act(MESSAGE, out -> words(office(out.array(4), "").text("")).array(0)));
        it.put("a text without words", message("en", ""));
        it.put("a language of one letter", message("e", "Words"));
        it.put("a text of 32769 bytes", message("en", "x".repeat(Limits.TEXT_BYTES + 1)));
        it.put(
                "a subject of 257 bytes",
                act(
                        MESSAGE,
                        out -> words(office(out.array(4), "Duty officer").text("x".repeat(Limits.NAME_BYTES + 1)))
                                .array(0)));
        it.put("17 courtesy translations", act(MESSAGE, out -> {
            words(office(out.array(4), "Duty officer").text("")).array(Limits.LIST_ITEMS + 1);
            for (int i = 0; i <= Limits.LIST_ITEMS; i++) {
                words(out);
            }
            return out;
        }));
        it.put(
                "a message of three items",
                act(MESSAGE, out -> words(office(out.array(3), "Duty officer").text(""))));
        it.put(
                "a translation whose part has 257 bytes",
                act(
                        TRANSLATION,
                        out -> words(office(out.array(3), "Duty officer").text("x".repeat(Limits.NAME_BYTES + 1)))));
    }

    private static byte[] message(String language, String words) {
        return act(
                MESSAGE,
                out -> office(out.array(4), "Duty officer")
                        .text("")
                        .array(2)
                        .text(language)
                        .text(words)
                        .array(0));
    }

    private void notifications() {
        it.put("the edition 0", filed("UA", 0, "UA", 0));
        it.put("the edition 10000", filed("UA", Act.Form.MAX_EDITION + 1, "UA", 0));
        it.put("a procedure in small letters", filed("ua", 1, "UA", 0));
        it.put("a format that begins with a digit", filed("UA", 1, "1A", 0));
        it.put("a procedure of nine letters", filed("UAUAUAUAU", 1, "UA", 0));
        it.put("label 3", filed("UA", 1, "UA", 3));
        it.put(
                "a notification without fields",
                act(
                        NOTIFICATION,
                        out -> form(out.array(5), "UA", 1, "UA")
                                .integer(0)
                                .text("")
                                .text("en")));
    }

    private void acknowledgements() {
        it.put("stage 0", stage(out -> out.array(1).integer(0)));
        it.put("stage 5", stage(out -> out.array(1).integer(5)));
        it.put("read, with an item more", stage(out -> out.array(2).integer(1).nil()));
        it.put("understood, without fields", stage(out -> words(out.array(2).integer(2))));
        it.put(
                "not understood for cause 7",
                stage(out -> out.array(4).integer(3).integer(7).nil().array(0)));
        it.put("17 fields in question", stage(out -> {
            out.array(4).integer(3).integer(0).nil().array(Limits.LIST_ITEMS + 1);
            for (int i = 0; i <= Limits.LIST_ITEMS; i++) {
                out.text("f" + i);
            }
            return out;
        }));
        it.put(
                "a field in question without a name",
                stage(out -> out.array(4).integer(3).integer(0).nil().array(1).text("")));
        it.put("passed on before 1970", stage(out -> out.array(2).integer(4).integer(-1)));
    }

    private void automatic() {
        it.put("a link test of kind 2", act(LINK_TEST, out -> words(out.array(2).integer(2))));
        it.put(
                "a return without its time",
                act(LINK_TEST, out -> out.array(2).integer(1).bytes(new byte[32])));
        it.put(
                "a return with a hash of 31 bytes",
                act(
                        LINK_TEST,
                        out -> out.array(3).integer(1).bytes(new byte[31]).integer(1)));
        it.put(
                "a key of 1215 bytes",
                act(KEY_OFFER, out -> out.array(1).bytes(new byte[Act.KeyOffer.KEM_KEY_BYTES - 1])));
        it.put("an empty amendment", act(AMENDMENT, out -> out.array(1).bytes(new byte[0])));
        it.put(
                "an amendment of 49153 bytes",
                act(AMENDMENT, out -> out.array(1).bytes(new byte[Act.Amendment.MAX_BYTES + 1])));
        it.put("seen, with an item", act(SEEN, out -> out.array(1).nil()));
    }

    private void suspensions() {
        it.put("scope 4", suspended(out -> out.array(2).integer(4).text("x"), "Decision 7", "WR"));
        it.put(
                "the whole line with a name",
                suspended(out -> out.array(2).integer(0).text("x"), "Decision 7", "WR"));
        it.put(
                "a track without a name",
                suspended(out -> out.array(2).integer(1).text(""), "Decision 7", "WR"));
        it.put("a suspension without authority", suspended(out -> out.array(1).integer(0), "", "WR"));
        it.put("what stays open without a name", suspended(out -> out.array(1).integer(0), "Decision 7", ""));
        it.put(
                "a resumption without authority",
                act(
                        RESUMPTION,
                        out -> office(out.array(4), "Duty officer")
                                .text("")
                                .integer(0)
                                .nil()));
        it.put(
                "a resumption of three items",
                act(
                        RESUMPTION,
                        out -> office(out.array(3), "Duty officer")
                                .text("Decision 8")
                                .integer(0)));
    }

    private static byte[] suspended(UnaryOperator<CborWriter> scope, String authority, String open) {
        return act(SUSPENSION, out -> {
            scope.apply(office(out.array(6), "Duty officer"))
                    .text(authority)
                    .integer(0)
                    .nil();
            return out.array(1).text(open);
        });
    }

    private static CborWriter office(CborWriter out, String title) {
        return out.array(2).text(title).text("Operations centre");
    }

    private static CborWriter words(CborWriter out) {
        return out.array(2).text("en").text("Words");
    }

    private static CborWriter form(CborWriter out, String procedure, int edition, String format) {
        return office(out, "Duty officer")
                .array(3)
                .text(procedure)
                .integer(edition)
                .text(format);
    }

    private static byte[] filed(String procedure, int edition, String format, int label) {
        return act(
                NOTIFICATION,
                out -> form(out.array(6), procedure, edition, format)
                        .integer(label)
                        .text("")
                        .text("en")
                        .array(0));
    }

    private static byte[] stage(UnaryOperator<CborWriter> stage) {
        return act(ACKNOWLEDGEMENT, out -> stage.apply(office(out.array(2), "Duty officer")));
    }

    private static byte[] act(int type, UnaryOperator<CborWriter> body) {
        return payload(out -> out.array(0), out -> out.array(0), 7, type, body);
    }

    private static byte[] addressed(int... parties) {
        return payload(
                out -> {
                    out.array(parties.length);
                    Arrays.stream(parties).forEach(out::integer);
                    return out;
                },
                out -> out.array(0),
                7,
                SEEN,
                out -> out.array(0));
    }

    private static byte[] referring(long... sequences) {
        return payload(
                out -> out.array(0),
                out -> {
                    out.array(sequences.length);
                    Arrays.stream(sequences).forEach(each -> reference(out, each));
                    return out;
                },
                7,
                SEEN,
                out -> out.array(0));
    }

    private static byte[] head(int trafficClass, int precedence, long time) {
        var out = feed(new CborWriter().array(7)).integer(7).array(0);
        out.integer(time).integer(trafficClass).integer(precedence);
        return out.array(5).integer(SEEN).array(0).nil().array(0).array(0).toByteArray();
    }

    private static byte[] payload(
            UnaryOperator<CborWriter> to,
            UnaryOperator<CborWriter> refs,
            long sequence,
            int type,
            UnaryOperator<CborWriter> body) {
        var out = feed(new CborWriter().array(7)).integer(sequence).array(0);
        out.integer(1_795_000_000_000L).integer(3).integer(1);
        return body.apply(refs.apply(to.apply(out.array(5).integer(type)).nil()))
                .toByteArray();
    }

    private static CborWriter feed(CborWriter out) {
        return out.array(2).integer(257).bytes(new byte[] {10, 11, 12, 13});
    }

    private static void reference(CborWriter out, long sequence) {
        feed(out.array(2)).integer(sequence);
    }
}
