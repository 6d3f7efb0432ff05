package torgau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import torgau.journal.crypto.PassphraseBox;

/// What a stranger is told. The whole of it stands in help.txt: a change of help is a change of that file, seen
/// in review. `-Dtorgau.snapshots=write` writes it anew.
class HelpTest {
    private static final Path SNAPSHOT = Path.of("src/test/resources/help.txt");

    @Test
    void the_help_is_what_was_reviewed() throws IOException {
        var help = new StringBuilder();
        every(root())
                .forEach(command -> help.append("$ ")
                        .append(command.getCommandSpec().qualifiedName())
                        .append(" --help\n")
                        .append(command.getUsageMessage())
                        .append('\n'));
        if ("write".equals(System.getProperty("torgau.snapshots"))) {
            Files.createDirectories(SNAPSHOT.getParent());
            Files.writeString(SNAPSHOT, help);
        }
        assertThat(help.toString()).isEqualTo(Files.readString(SNAPSHOT));
    }

    @Test
    void every_command_says_what_it_is_for_with_an_example_and_fits_the_terminal() {
        for (CommandLine command : every(root())) {
            var usage = command.getCommandSpec().usageMessage();
            String name = command.getCommandSpec().qualifiedName();
            assertThat(usage.header()).as(name).isNotEmpty();
            assertThat(command.getUsageMessage().lines()).as(name).allMatch(line -> line.length() <= 100);
            if (command.getSubcommands().isEmpty()) {
                assertThat(usage.footerHeading()).as(name).contains("Example");
                assertThat(usage.footer())
                        .as(name)
                        .anyMatch(line -> line.strip().startsWith(name));
                assertThat(command.getCommandSpec().optionsMap().containsKey("--json") || name.equals("torgau demo"))
                        .as(name)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"intit, init", "agrement, agreement", "cnfig, config", "agreement drfat, draft", "card chek file, card"
    })
    void an_unknown_command_suggests_the_one_that_was_meant(String typed, String meant) {
        var result = Typed.now(typed.split(" "));
        assertThat(result.exit()).isEqualTo(Exit.USAGE);
        assertThat(result.err()).contains(meant);
    }

    @Test
    void without_a_command_there_is_help_and_without_a_station_there_is_an_error() {
        assertThat(Typed.now().out()).contains("Usage: torgau", "init", "Exit codes");
        var refused = Typed.now("card", "/nonexistent/home", "--json");
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refused.err()).startsWith("{\"code\":\"TG-7001\"").contains("\"remedy\":");
    }

    @ParameterizedTest
    @CsvSource({"journal verify /nonexistent", "journal diff /nonexistent /nonexistent2", "agreement show /nonexistent"
    })
    void a_file_that_is_not_there_is_named_in_one_sentence_with_a_code(String typed) {
        var refused = Typed.now(typed.split(" "));
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refused.err()).startsWith("TG-").contains("/nonexistent").hasLineCount(1);
    }

    private static List<CommandLine> every(CommandLine command) {
        var every = new ArrayList<CommandLine>();
        every.add(command);
        command.getSubcommands().values().stream()
                .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                .forEach(sub -> every.addAll(every(sub)));
        return every;
    }

    private static CommandLine root() {
        var nowhere = new PrintWriter(new StringWriter());
        return Main.commands(new Surroundings(
                nowhere,
                nowhere,
                System.in,
                Prompt.nobody(),
                Clock.systemUTC(),
                bytes -> {},
                PassphraseBox.Cost.DEFAULT,
                "en"));
    }
}
