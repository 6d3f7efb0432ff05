package torgau.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.journal.cbor.CborWriter;

class PayloadCodecTest {
    private static final Office OFFICE = new Office("Watch officer", "");
    private static final Text TEXT = new Text("ru", "Вас понял, подтверждаю.");
    private static final Reference PLACE = new Reference(new Feed(257, 0xffeeddcc), 9);

    static Stream<Act> acts() {
        return Stream.of(
                new Act.Message(OFFICE, "subject", TEXT, List.of(new Text("en", "Understood."))),
                new Act.Notification(
                        OFFICE, new Act.Form("UA", 2, "UR"), Label.PUBLIC_BY_AGREEMENT, "peace", "uk", fields()),
                new Act.Acknowledgement(OFFICE, new Act.Stage.Understood(TEXT, fields())),
                new Act.Acknowledgement(
                        OFFICE, new Act.Stage.NotUnderstood(Act.Cause.GARBLE, null, List.of("area", "period"))),
                new Act.Acknowledgement(OFFICE, new Act.Stage.Read()),
                new Act.Acknowledgement(OFFICE, new Act.Stage.Understood(TEXT)),
                new Act.Acknowledgement(OFFICE, new Act.Stage.NotUnderstood(Act.Cause.TRANSLATION, TEXT)),
                new Act.Acknowledgement(OFFICE, new Act.Stage.NotUnderstood(Act.Cause.OTHER, null)),
                new Act.Acknowledgement(OFFICE, new Act.Stage.PassedOn(1_770_000_000_000L)),
                new Act.Translation(OFFICE, "", TEXT),
                new Act.Translation(OFFICE, "questions[2]", TEXT),
                new Act.LinkTest(new Act.Passage.Sent(TEXT)),
                new Act.LinkTest(new Act.Passage.Returned(Digest.over(new byte[3]), 5)),
                new Act.KeyOffer(new byte[Act.KeyOffer.KEM_KEY_BYTES]),
                new Act.Seen(),
                new Act.Amendment(new byte[] {1, 2, 3}),
                new Act.Suspension(OFFICE, new Act.Scope.WholeLine(), "decision 7", 3, TEXT, List.of("TEST")),
                new Act.Suspension(OFFICE, new Act.Scope.Track("peace"), "decision 8", 3, null, List.of()),
                new Act.Suspension(OFFICE, new Act.Scope.Procedure("UA"), "decision 9", 3, null, List.of()),
                new Act.Suspension(OFFICE, new Act.Scope.Counterpart("Staff"), "decision 10", 3, null, List.of()),
                new Act.Resumption(OFFICE, "decision 11", 4),
                new Act.Resumption(OFFICE, "decision 12", 4, TEXT),
                new Act.Unknown(99, new CborWriter().array(1).text("later").toByteArray()));
    }

    private static byte[] fields() {
        return new CborWriter()
                .array(1)
                .array(3)
                .text("activity")
                .integer(3)
                .text("concentration")
                .toByteArray();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void every_act_survives_its_encoding(Act act) {
        byte[] bytes = PayloadCodec.encode(payload(act));

        Payload decoded = PayloadCodec.decode(bytes).orThrow();

        assertThat(PayloadCodec.encode(decoded)).isEqualTo(bytes);
        assertThat(decoded.act().getClass()).isEqualTo(act.getClass());
        assertThat(decoded.reference()).isEqualTo(new Reference(new Feed(513, 1), 3));
        assertThat(decoded.matter()).isEqualTo(PLACE);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void every_cut_is_refused_with_a_code(Act act) {
        byte[] bytes = PayloadCodec.encode(payload(act));
        for (int length = 0; length < bytes.length; length += Math.max(1, bytes.length / 97)) {
            assertThat(PayloadCodec.decode(java.util.Arrays.copyOf(bytes, length)))
                    .isInstanceOf(Decoded.Refusal.class);
        }
        assertThat(PayloadCodec.decode(java.util.Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(Decoded.Refusal.class);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void what_is_accepted_after_a_change_encodes_to_the_same_bytes(Act act) {
        var random = new Random(11);
        byte[] bytes = PayloadCodec.encode(payload(act));
        for (int round = 0; round < 400; round++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            if (PayloadCodec.decode(changed) instanceof Decoded.Value<Payload>(Payload payload)) {
                assertThat(PayloadCodec.encode(payload)).isEqualTo(changed);
            }
        }
    }

    @Test
    void a_longer_integer_than_needed_is_not_canonical() {
        byte[] bytes = PayloadCodec.encode(payload(new Act.Seen()));
        String hex =
                HexFormat.of().formatHex(bytes).replaceFirst("^8782190201440000000103", "878219020144000000011803");

        var decoded = PayloadCodec.decode(HexFormat.of().parseHex(hex));

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(Code.NON_CANONICAL));
    }

    @Test
    void a_text_over_its_limit_is_refused_as_such() {
        var act = new Act.Message(OFFICE, "", new Text("en", "x".repeat(Limits.TEXT_BYTES)), List.of());
        byte[] bytes = PayloadCodec.encode(payload(act));
        String hex = HexFormat.of().formatHex(bytes).replace("798000", "798001") + "78";

        var decoded = PayloadCodec.decode(HexFormat.of().parseHex(hex));

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(Code.OVER_LIMIT));
    }

    private static Payload payload(Act act) {
        var ahead = List.of(new SeenMark.Ahead(8, Digest.over(new byte[1])));
        return new Payload(
                new Feed(513, 1),
                3,
                List.of(new SeenMark(new Feed(257, 5), 4, ahead), new SeenMark(new Feed(257, -1), 1)),
                1_770_000_000_000L,
                TrafficClass.FORMAL,
                Precedence.FLASH,
                List.of(1, 3),
                PLACE,
                List.of(PLACE, new Reference(PLACE.feed(), 10)),
                act);
    }
}
