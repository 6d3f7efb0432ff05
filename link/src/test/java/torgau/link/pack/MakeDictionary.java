package torgau.link.pack;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import torgau.journal.Act;
import torgau.journal.Feed;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.PayloadCodec;
import torgau.journal.Precedence;
import torgau.journal.Text;
import torgau.journal.TrafficClass;

/// Makes a dictionary of the texts of the catalogue, of the interface in its three languages, of the scenarios and of
/// the phrases of correspondence: `java … torgau.link.pack.MakeDictionary ROOT FILE`. What it makes of later texts is
/// another dictionary: it gets the next number, and the one that is in use stays as it is.
final class MakeDictionary {
    private static final int BYTES = 112_640;
    private static final int SAMPLE = 400;
    private static final List<String> FOLDERS =
            List.of("catalogue/procedures", "i18n", "scenarios", "link/src/phrases");
    /// What is written for officers, in whatever file: two words at least, and no key.
    private static final Pattern TEXT = Pattern.compile("[\\p{L}][^\"{}\\[\\]\\n]*[\\p{Ll}] [\\p{L}][^\"{}\\[\\]\\n]*");

    private static final String PHRASES = "link/src/phrases/";
    private static final Map<String, String> OFFICES =
            new TreeMap<>(Map.of("en", "Duty officer", "ru", "Оперативный дежурный", "uk", "Оперативний черговий"));
    private static final long TIME = 1_790_000_000_000L;

    private MakeDictionary() {}

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[1]), train(samples(Path.of(arguments[0]))));
    }

    private static byte[] train(List<byte[]> samples) {
        byte[] dictionary = new byte[BYTES];
        long length = Zstd.trainFromBuffer(samples.toArray(byte[][]::new), dictionary, false, Dictionary.LEVEL);
        if (Zstd.isError(length)) {
            throw new IllegalStateException(Zstd.getErrorName(length));
        }
        return Arrays.copyOf(dictionary, (int) length);
    }

    private static List<byte[]> samples(Path root) throws IOException {
        var samples = new ArrayList<byte[]>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                files.filter(Files::isRegularFile).sorted().forEach(file -> samples.addAll(cut(file)));
            }
        }
        for (String language : OFFICES.keySet()) {
            Files.readAllLines(root.resolve(PHRASES + language + ".txt"))
                    .forEach(phrase -> samples.add(message(language, phrase)));
        }
        return samples;
    }

    /// A phrase as an entry carries it: what stands around a text is known too.
    private static byte[] message(String language, String phrase) {
        var from = new Office(OFFICES.get(language), "");
        var payload = new Payload(
                new Feed(1 + phrase.length(), phrase.hashCode()),
                1 + phrase.length(),
                List.of(),
                TIME + phrase.hashCode(),
                TrafficClass.FORMAL,
                Precedence.of(phrase.length() % 4),
                List.of(),
                null,
                List.of(),
                new Act.Message(from, "", new Text(language, phrase), List.of()));
        return Letters.shorten(PayloadCodec.encode(payload));
    }

    private static List<byte[]> cut(Path file) {
        var samples = new ArrayList<byte[]>();
        var sample = new StringBuilder();
        for (String text : texts(file)) {
            sample.append(text).append(' ');
            if (sample.length() >= SAMPLE) {
                samples.add(Letters.shorten(sample.toString().getBytes(StandardCharsets.UTF_8)));
                sample.setLength(0);
            }
        }
        return samples;
    }

    private static List<String> texts(Path file) {
        try {
            return TEXT.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group().strip())
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
