package torgau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// What another party says is shown, and does nothing to the terminal.
class VisibleTest {
    private static final String HOSTILE =
            "\u001b[2J\u001b]0;x\u0007 \u009b31m \u202e!won od \u2066a\u2069 \u200f\u061c\r"
                    + "\u007f \u2028 \ud83d\ude00 \udb40\udc41 \b";

    @Test
    void nothing_that_a_terminal_acts_upon_comes_through() {
        String shown = Visible.line(HOSTILE + "\nTG-0000 forged");
        assertThat(shown)
                .isEqualTo("\\u001b[2J\\u001b]0;x\\u0007 \\u009b31m \\u202e!won od \\u2066a\\u2069 \\u200f"
                        + "\\u061c\\u000d\\u007f \\u2028 \ud83d\ude00 \\udb40\\udc41 \\u0008\\u000aTG-0000 forged");
        assertThat(Visible.line("Cease fire. Прекратить огонь. Zwölf; क्‍ष"))
                .isEqualTo("Cease fire. Прекратить огонь. Zwölf; क्‍ष");
    }

    @Test
    void json_stays_the_same_json() throws Exception {
        var mapper = new JsonMapper();
        var said = mapper.createObjectNode().put("text", HOSTILE);
        String shown = Visible.line(said.toString());
        assertThat(shown).doesNotContain("\u009b", "\u202e", "\u007f");
        assertThat(mapper.readTree(shown)).isEqualTo(said);
    }

    @Test
    void every_command_writes_through_it() {
        var out = new StringWriter();
        var err = new StringWriter();
        var around = new Surroundings(
                new PrintWriter(out),
                new PrintWriter(err),
                System.in,
                Prompt.nobody(),
                java.time.Clock.systemUTC(),
                bytes -> {},
                torgau.journal.crypto.PassphraseBox.Cost.DEFAULT,
                "en");
        around.out().printf("one\n\ttwo %s%n", HOSTILE);
        around.err().print('\u001b');
        around.out().flush();
        around.err().flush();
        assertThat(out.toString()).startsWith("one\n\ttwo \\u001b[2J").doesNotContain("\u001b", "\u009b", "\r");
        assertThat(err.toString()).isEqualTo("\\u001b");
        assertThat(Typed.now("card", "\u001b[31m").err())
                .contains("\\u001b[31m")
                .doesNotContain("\u001b");
    }
}
