package torgau.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import torgau.cli.bench.BenchCommand;
import torgau.cli.demo.DemoCommand;
import torgau.cli.journal.JournalCommand;
import torgau.cli.local.RehearseCommand;
import torgau.journal.crypto.PassphraseBox;
import torgau.station.home.StationConfig;

/// The entry point that `./torgau` starts: parses the words, runs the command, exits with its code.
@Command(
        name = "torgau",
        header = "A direct, permanent, bilingual line between armed forces that do not trust each other.",
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  refused: a code, a sentence and the way out are printed",
            "  2  the command was not understood",
            "  3  done, but what was waited for did not come in time",
            "  4  the station does not answer",
            "  5  nothing is sent yet: it waits for a second signature",
            "",
            "First steps: `torgau demo` shows a line; `torgau init --help` begins one of your own."
        })
public final class Main extends Group {
    @Mixin
    HelpOption help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    private Main() {}

    public static void main(String[] arguments) {
        var random = new SecureRandom();
        var around = new Surroundings(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                System.in,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .map(Prompt::at)
                        .orElseGet(Prompt::nobody),
                Clock.systemUTC(),
                random::nextBytes,
                PassphraseBox.Cost.DEFAULT,
                language(System.getenv().getOrDefault("LC_ALL", System.getenv().getOrDefault("LANG", ""))));
        System.exit(run(around, arguments));
    }

    /// Runs one command and gives its exit code.
    public static int run(Surroundings around, String... arguments) {
        return commands(around).execute(arguments);
    }

    static CommandLine commands(Surroundings around) {
        var failures = new Failures(around.err());
        var commands = new CommandLine(new Main());
        commands.addSubcommand(new InitCommand(around))
                .addSubcommand(CardCommand.with(around))
                .addSubcommand(AgreementCommand.with(around))
                .addSubcommand(ConfigCommand.with(around))
                .addSubcommand(AuthorityCommand.with(around))
                .addSubcommand(SeatCommand.with(around))
                .addSubcommand(new RunCommand(around))
                .addSubcommand(new SayCommand(around))
                .addSubcommand(new FileCommand(around))
                .addSubcommand(new InboxCommand(around))
                .addSubcommand(new SearchCommand(around))
                .addSubcommand(new MattersCommand(around))
                .addSubcommand(new StandingCommand(around))
                .addSubcommand(new MatterCommand(around))
                .addSubcommand(new AwaitedCommand(around))
                .addSubcommand(new CalendarCommand(around))
                .addSubcommand(PlanCommand.with(around))
                .addSubcommand(VisitsCommand.with(around))
                .addSubcommand(new MissionsCommand(around))
                .addSubcommand(CounterpartsCommand.with(around))
                .addSubcommand(MeetingsCommand.with(around))
                .addSubcommand(new CommitmentsCommand(around))
                .addSubcommand(ExpectationsCommand.with(around))
                .addSubcommand(new ToldCommand(around))
                .addSubcommand(new RenderCommand(around))
                .addSubcommand(new AttachmentCommand(around))
                .addSubcommand(new EraseCommand(around))
                .addSubcommand(CourierCommand.with(around))
                .addSubcommand(new RelayCommand(around))
                .addSubcommand(new TranslateCommand(around))
                .addSubcommand(new AckCommand(around))
                .addSubcommand(new ReleasesCommand(around))
                .addSubcommand(new ReleaseCommand(around))
                .addSubcommand(WatchCommand.with(around))
                .addSubcommand(AuditCommand.with(around))
                .addSubcommand(OfficersCommand.with(around))
                .addSubcommand(new StatusCommand(around))
                .addSubcommand(new TestLineCommand(around))
                .addSubcommand(ReceiveOnlyCommand.with(around))
                .addSubcommand(new SuspendCommand(around))
                .addSubcommand(new ResumeCommand(around))
                .addSubcommand(JournalCommand.with(around))
                .addSubcommand(CatalogueCommand.with(around))
                .addSubcommand(new DemoCommand(around))
                .addSubcommand(new BenchCommand(around))
                .addSubcommand(new RehearseCommand(around));
        spaced(commands);
        return commands.setOut(around.out())
                .setErr(around.err())
                .setUsageHelpWidth(Sheet.WIDTH)
                .setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    /// Each part of the help stands apart.
    private static void spaced(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .synopsisHeading("%nUsage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n");
        command.getSubcommands().values().forEach(Main::spaced);
    }

    private static String language(String locale) {
        return StationConfig.LANGUAGES.stream()
                .filter(locale::startsWith)
                .findFirst()
                .orElse("en");
    }
}
