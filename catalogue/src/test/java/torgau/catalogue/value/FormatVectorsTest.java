package torgau.catalogue.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import torgau.catalogue.Examples;
import torgau.journal.Decoded;
import torgau.journal.cbor.CborValue;
import torgau.journal.cbor.CborValue.ArrayValue;

/// The published vectors of filed formats are those of this code, and leave out no kind of value.
final class FormatVectorsTest {
    @Test
    void the_published_vectors_are_those_of_this_code() throws IOException {
        if ("write".equals(System.getProperty("torgau.snapshots"))) {
            Files.writeString(FormatVectors.file(), FormatVectors.json());
        }
        assertThat(Files.readString(FormatVectors.file())).isEqualTo(FormatVectors.json());
    }

    @Test
    void the_published_bytes_are_read_and_written_the_same() throws IOException {
        String json = Files.readString(FormatVectors.file());
        var read = Pattern.compile("\"cbor\": \"([0-9a-f]+)\"}").matcher(json.substring(0, json.indexOf("\"blobs\"")));
        int filings = 0;
        while (read.find()) {
            byte[] bytes = HexFormat.of().parseHex(read.group(1));
            assertThat(FilingCodec.encode(FilingCodec.decode(bytes).orThrow())).isEqualTo(bytes);
            filings++;
        }
        assertThat(filings)
                .isEqualTo(Examples.all().size() + FormatVectors.values().size());
    }

    @Test
    void each_fault_is_refused() {
        FormatVectors.faults()
                .forEach((what, bytes) ->
                        assertThat(FilingCodec.decode(bytes)).as(what).isInstanceOf(Decoded.Refusal.class));
    }

    @Test
    void every_kind_of_value_has_a_vector() {
        var kinds = new TreeSet<Long>();
        for (Value value : FormatVectors.values()) {
            var field = new LinkedHashMap<String, Value>();
            field.put("f", value);
            var bytes = CborValue.decode(FilingCodec.encode(field));
            if (bytes instanceof ArrayValue(List<CborValue> fields)
                    && fields.getFirst() instanceof ArrayValue(List<CborValue> parts)
                    && parts.get(1) instanceof CborValue.IntegerValue(long kind)) {
                kinds.add(kind);
            }
        }
        assertThat(kinds)
                .containsAll(LongStream.rangeClosed(Kinds.UNDISCLOSED, Kinds.KEYED)
                        .filter(kind -> kind != Kinds.PERSON) // it stands in the blobs
                        .boxed()
                        .toList());
    }
}
