package torgau.journal.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import torgau.journal.Act;
import torgau.journal.Checks;
import torgau.journal.Decoded;
import torgau.journal.Feed;
import torgau.journal.Fields;
import torgau.journal.Limits;
import torgau.journal.Text;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;
import torgau.journal.crypto.HybridVerifier;

/// Agreements as deterministic CBOR. Shapes: docs/spec/03-agreement.md.
public final class AgreementCodec {
    private static final String TAG = "torgau-agreement-1";
    private static final int MAX_NUMBER = 1 << 24;

    private AgreementCodec() {}

    /// The bytes that every root signs and whose hash is the line id.
    public static byte[] encode(Agreement agreement) {
        var out = new CborWriter().array(10).text(TAG).text(agreement.name());
        texts(out, agreement.languages());
        out.array(agreement.parties().size());
        agreement.parties().forEach(party -> write(out, party));
        out.array(agreement.stations().size());
        agreement.stations().forEach(station -> write(out, station));
        rules(out, agreement.rules());
        out.bytes(agreement.catalogue().bytes());
        texts(out, agreement.tracks());
        out.array(agreement.leadOffices().size());
        agreement.leadOffices().forEach(office -> write(out, office));
        out.array(agreement.clauses().size());
        agreement
                .clauses()
                .forEach(clause -> out.array(2).text(clause.language()).text(clause.words()));
        return out.toByteArray();
    }

    public static Decoded<Agreement> decode(byte[] bytes) {
        return Decoded.reading("agreement", () -> {
            Checks.within("agreement in bytes", bytes.length, 1, Agreement.MAX_BYTES);
            var in = new CborReader(bytes);
            in.array(10);
            Fields.shape(in.text(TAG.length()).equals(TAG), "not an agreement of edition 1");
            var agreement = new Agreement(
                    in.text(Limits.NAME_BYTES),
                    names(in),
                    list(in, "parties", Limits.PARTIES, AgreementCodec::party),
                    list(in, "stations", Agreement.MAX_STATIONS, AgreementCodec::station),
                    rules(in),
                    Fields.digest(in),
                    names(in),
                    list(in, "lead offices", Limits.REFERENCES, AgreementCodec::leadOffice),
                    list(in, "clauses", Limits.LIST_ITEMS, AgreementCodec::clause));
            in.end();
            return agreement;
        });
    }

    static void write(CborWriter out, Party party) {
        out.array(7).integer(party.number()).text(party.code()).text(party.name());
        out.integer(party.kind().number()).text(party.language());
        out.bytes(party.nonce()).bytes(party.rootKey());
    }

    static Party party(CborReader in) {
        in.array(7);
        return new Party(
                (int) in.unsigned(Limits.PARTIES),
                in.text(Limits.NAME_BYTES),
                in.text(Limits.NAME_BYTES),
                PartyKind.of(in.unsigned(PartyKind.values().length - 1)),
                in.text(Limits.LANGUAGE_BYTES),
                in.bytesExactly(Party.NONCE_BYTES),
                in.bytesExactly(HybridVerifier.PUBLIC_KEY_LENGTH));
    }

    static void write(CborWriter out, Station station) {
        out.array(4).integer(station.number()).text(station.code());
        out.bytes(station.signingKey()).bytes(station.kemKey());
    }

    static Station station(CborReader in) {
        in.array(4);
        return new Station(
                (int) in.unsigned(Feed.MAX_STATION),
                in.text(Limits.NAME_BYTES),
                in.bytesExactly(Station.SIGNING_KEY_BYTES),
                in.bytesExactly(Act.KeyOffer.KEM_KEY_BYTES));
    }

    static void write(CborWriter out, LeadOffice office) {
        out.array(4)
                .integer(office.party())
                .text(office.track())
                .text(office.region())
                .text(office.office());
    }

    static LeadOffice leadOffice(CborReader in) {
        in.array(4);
        return new LeadOffice(
                (int) in.unsigned(Limits.PARTIES),
                in.text(Limits.NAME_BYTES),
                in.text(Limits.NAME_BYTES),
                in.text(Limits.NAME_BYTES));
    }

    private static void rules(CborWriter out, Rules rules) {
        out.array(6).array(4);
        rules.acknowledgeWithinMinutes().forEach(out::integer);
        out.integer(rules.flashPerHour()).integer(rules.urgentWords());
        out.integer(rules.testEveryMinutes()).integer(rules.courierDays());
        texts(out, rules.neverSuspended());
    }

    private static Rules rules(CborReader in) {
        in.array(6);
        return new Rules(
                list(in, "acknowledgement times", 4, AgreementCodec::number),
                number(in),
                number(in),
                number(in),
                number(in),
                list(in, "kinds never suspended", Limits.REFERENCES, reader -> reader.text(Limits.NAME_BYTES)));
    }

    private static Text clause(CborReader in) {
        in.array(2);
        return new Text(in.text(Limits.LANGUAGE_BYTES), in.text(Limits.TEXT_BYTES));
    }

    private static int number(CborReader in) {
        return (int) in.unsigned(MAX_NUMBER);
    }

    private static void texts(CborWriter out, List<String> texts) {
        out.array(texts.size());
        texts.forEach(out::text);
    }

    private static List<String> names(CborReader in) {
        return list(in, "names", Limits.LIST_ITEMS, reader -> reader.text(Limits.NAME_BYTES));
    }

    static <T> List<T> list(CborReader in, String what, int max, Function<CborReader, T> item) {
        var items = new ArrayList<T>();
        for (int left = Fields.count(in, what, max); left > 0; left--) {
            items.add(item.apply(in));
        }
        return items;
    }
}
