package torgau.cli;

import picocli.CommandLine.Option;

/// `--help`, which every command has, whether or not it is a `Verb`.
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;
}
