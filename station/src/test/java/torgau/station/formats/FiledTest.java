package torgau.station.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import torgau.catalogue.Field;
import torgau.catalogue.Procedure;
import torgau.catalogue.render.Sentences.Envelope;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Value.Area;
import torgau.catalogue.value.Value.Level;
import torgau.catalogue.value.Value.Position;
import torgau.catalogue.value.Value.Quantity;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Feed;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.journal.cbor.CborValue;

class FiledTest {
    private static final Formats FORMATS = Formats.builtIn();
    private static final long LATE = (1L << 53) - 1;
    private static final Envelope AROUND = new Envelope("BLUE-OPS-2026-7", "BLUE", "RED", LATE, TrafficClass.TEST);
    private static final Position POLE = new Position(-5_400_000, 10_800_000, true);
    private static final Quantity ODD = new Quantity(Integer.MAX_VALUE, "parsec {0}");
    private static final String HOSTILE = "{area} '{'[[]]%s $1 \\\\E <b>..";

    /// One of each kind of value, at its limits.
    private static List<Value> values() {
        var row = new TreeMap<String, Value>(Map.of("kind", new Value.Words(HOSTILE), HOSTILE, ODD));
        return List.of(
                new Value.Undisclosed(),
                new Value.Words(HOSTILE),
                new Value.Words(""),
                new Value.Items(List.of()),
                new Value.Items(List.of(HOSTILE, ".")),
                new Value.Code("no such code"),
                new Value.Codes(List.of("x", "x")),
                new Value.YesNo(true),
                ODD,
                new Value.Count(1, Integer.MAX_VALUE),
                new Value.Instant(LATE),
                new Value.Period(LATE, LATE),
                new Value.Period(0, null),
                POLE,
                new Area.Polygon(List.of()),
                new Area.Circle(POLE, ODD),
                new Area.Corridor(List.of(POLE), ODD),
                new Area.Quadrant(HOSTILE, ""),
                new Value.Altitude(new Level.Unlimited(), new Level.Height(ODD, true)),
                new Value.Route(List.of(new Value.Route.Point(POLE, LATE))),
                new Value.Frequency(1),
                new Value.Heading(359),
                new Value.Name(HOSTILE),
                new Value.Office("", ""),
                new Value.Rows(List.of()),
                new Value.Rows(List.of(row)),
                new Value.Answers(List.of(Optional.empty(), Optional.of(HOSTILE))),
                new Value.Message(new Reference(new Feed(65_535, -1), 1)),
                new Value.Attachment(HOSTILE, Digest.over(), Digest.over(), 1),
                new Value.Annexed(Digest.over(), 1),
                new Value.Keyed(Digest.over()),
                new Value.Foreign(999, new CborValue.NullValue()));
    }

    @Test
    void whatever_a_peer_files_in_any_field_of_any_format_is_shown() {
        for (Procedure procedure : FORMATS.catalogue().procedures().values()) {
            for (String code : new ArrayList<>(procedure.formats().keySet())) {
                Known known = FORMATS.find(procedure, code).orElseThrow();
                values().forEach(value -> shown(known, value));
            }
        }
    }

    private static void shown(Known known, Value value) {
        var fields = new LinkedHashMap<String, Value>();
        known.format().fields().stream().map(Field::name).forEach(name -> fields.put(name, value));
        Filed filed = filed(known.form(), FilingCodec.encode(fields));
        if (filed.fault().filter(code -> code != Code.FIELDS_UNFIT).isEmpty()) {
            assertThat(filed.journaled()).isEqualTo(fields);
        }
        fields.keySet().forEach(name -> {
            assertThat(filed.written(value)).isNotNull();
            assertThat(filed.words(name, value, "ru")).isPresent();
        });
        assertThat(filed.sentence(AROUND, "uk").isPresent())
                .isEqualTo(filed.fault().isEmpty());
    }

    private static Filed filed(Act.Form form, byte[] fields) {
        var act = new Act.Notification(new Office("Watch", ""), form, Label.PARTIES_ONLY, "", "en", fields);
        return Filed.of(FORMATS, MadeUpNumbers.ANY, Annexes.NONE, act);
    }

    @Test
    void a_format_that_is_not_known_says_so_in_every_language() {
        Filed filed = filed(new Act.Form("UA", 9, "UR"), new byte[] {(byte) 0x80});
        assertThat(filed.known()).isEmpty();
        assertThat(filed.fault()).isEmpty();
        assertThat(filed.sentence(AROUND, "en"))
                .contains(
                        "Format UA/UR, edition 9, is not known at this station. The message is kept and shown as it came.");
        assertThat(filed.sentence(AROUND, "ru").orElseThrow()).contains("UA/UR").contains("редакция 9");
    }

    @Test
    void bytes_that_are_no_fields_are_told_by_their_code() {
        Filed filed = filed(new Act.Form("UA", 1, "UA"), new byte[] {(byte) 0x82, 0x01});
        assertThat(filed.fault()).isPresent();
        assertThat(filed.values()).isEmpty();
        assertThat(filed.sentence(AROUND, "en")).isEmpty();
    }

    @Test
    void a_correction_may_be_filed_wherever_something_may_be_corrected() {
        Procedure clarification = FORMATS.catalogue().procedure("UA").orElseThrow();
        Known correction = FORMATS.find(clarification, "CR").orElseThrow();
        assertThat(correction.format().mustFollow())
                .isEqualTo(clarification.correction().of());
        assertThat(correction.continues()).isTrue();
        assertThat(correction.starts()).isFalse();
        assertThat(correction.format().defaults().precedence())
                .isEqualTo(clarification.format("UA").orElseThrow().defaults().precedence());
    }
}
