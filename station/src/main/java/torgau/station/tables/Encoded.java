package torgau.station.tables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import torgau.journal.Code;

/// The text of a file whose encoding nobody has said.
///
/// @param certain whether the bytes themselves show it
record Encoded(String text, String name, boolean certain) {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final char MARK = '\uFEFF';
    private static final int FIRST = 4_096;

    /// UTF-8; UTF-16 with its mark, as programs write "Unicode text"; else Windows-1251, if the headings
    /// are words that are known here. Anything else would be a guess.
    static Encoded of(byte[] bytes, Predicate<String> known) {
        if (marked(bytes, 0xFF, 0xFE)) {
            return strict(bytes, StandardCharsets.UTF_16LE).orElseThrow(Encoded::unknown);
        }
        if (marked(bytes, 0xFE, 0xFF)) {
            return strict(bytes, StandardCharsets.UTF_16BE).orElseThrow(Encoded::unknown);
        }
        return strict(bytes, StandardCharsets.UTF_8)
                .or(() -> strict(bytes, CYRILLIC)
                        .filter(read -> headed(read.text(), known))
                        .map(read -> new Encoded(read.text(), CYRILLIC.name(), false)))
                .orElseThrow(Encoded::unknown);
    }

    private static boolean marked(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static Optional<Encoded> strict(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean mark = !text.isEmpty() && text.charAt(0) == MARK;
            return text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new Encoded(mark ? text.substring(1) : text, charset.name(), true));
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /// Whether two headings with Cyrillic letters are known.
    private static boolean headed(String text, Predicate<String> known) {
        return Stream.of(text.substring(0, Math.min(FIRST, text.length())).split("[;,\t\r\n\"]"))
                        .filter(word -> word.codePoints().anyMatch(point -> point >= 0x400 && point < 0x530))
                        .filter(known)
                        .distinct()
                        .limit(2)
                        .count()
                == 2;
    }

    private static TableFault unknown() {
        return new TableFault(
                Code.TABLE_ENCODING, "the text is neither UTF-8 nor UTF-16, and no heading is known in Windows-1251");
    }
}
