package torgau.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The entry point that `./torgau` starts: parses the words, runs the command, exits with its code.
@Command(
        name = "torgau",
        description = "A direct, permanent, bilingual line between armed forces that do not trust each other.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /// Without a command there is nothing to do but to say which there are.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
