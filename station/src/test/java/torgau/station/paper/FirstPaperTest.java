package torgau.station.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import torgau.journal.crypto.Sha256;

/// What a JVM loads for paper, and when; seen from a JVM of its own.
final class FirstPaperTest {
    private static final String MADE = "=== made";
    private static final Paper PAPER = Papers.saying("Колонны техники · columns", "en", "ru");

    /// Makes a press, says so, prints, and says the hash.
    static final class Once {
        private Once() {}

        public static void main(String[] arguments) {
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            var press = new PaperPress();
            out.println(MADE);
            out.println(hash(press));
        }
    }

    @Test
    void a_press_costs_nothing_until_it_prints_and_then_asks_neither_fonts_nor_network() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:stdout:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Once.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> log = printed.lines().toList();
        assertThat(process.waitFor()).as(log.getLast()).isZero();
        int made = log.indexOf(MADE);
        assertThat(of(log.subList(0, made), "torgau.station.paper.")).contains("torgau.station.paper.PaperPress");
        assertThat(of(log.subList(0, made), "org.apache.", "java.awt.", "torgau.station.paper.Face"))
                .isEmpty();
        assertThat(log).contains(hash(new PaperPress()));
        assertThat(of(log, "org.apache.pdfbox.pdmodel.font.FontMapper", "java.net.Socket", "java.net.InetAddress"))
                .isEmpty();
    }

    /// The classes whose names begin so.
    private static List<String> of(List<String> log, String... names) {
        return log.stream()
                .filter(line -> Stream.of(names).anyMatch(line::startsWith))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static String hash(PaperPress press) {
        return HexFormat.of().formatHex(Sha256.of(press.print(PAPER)));
    }
}
