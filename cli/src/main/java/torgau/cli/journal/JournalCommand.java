package torgau.cli.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.Exit;
import torgau.cli.Group;
import torgau.cli.HelpOption;
import torgau.cli.Surroundings;
import torgau.cli.api.StationApi;
import torgau.journal.file.ByteSource;
import torgau.journal.file.JournalCheck;
import torgau.journal.file.SameEntries;
import torgau.station.home.Home;
import torgau.station.home.StationConfig;

/// `torgau journal`: what was said on a line, as a file.
@Command(
        name = "journal",
        header = "Export, verify and compare journals.",
        description = "A journal has one file, byte for byte, whichever station wrote it.",
        sortOptions = false)
public final class JournalCommand extends Group {
    private JournalCommand() {}

    /// The command with its subcommands.
    public static CommandLine with(Surroundings around) {
        return new CommandLine(new JournalCommand())
                .addSubcommand(new Export(around))
                .addSubcommand(new Verify(around))
                .addSubcommand(new Diff(around));
    }

    abstract static class Part implements Callable<Integer> {
        final Surroundings around;

        @Option(names = "--json", description = "Print JSON instead of words for people.")
        boolean json;

        @Mixin
        HelpOption help;

        Part(Surroundings around) {
            this.around = around;
        }

        void say(String line) {
            around.out().println(line);
            around.out().flush();
        }
    }

    /// `torgau journal verify`.
    @Command(
            name = "verify",
            header = "Verify a journal file: agreement, every signature, chain and receipt.",
            description = {
                "Needs no station and no network. Names the first entry that fails: where in the file, which, and why.",
                "Ends with 0 if the file is genuine and whole, with 1 if not."
            },
            footerHeading = "%nExample:%n",
            footer = "  torgau journal verify blue.torgau",
            sortOptions = false)
    static final class Verify extends Part {
        @Parameters(paramLabel = "FILE", description = "An exported journal.")
        private Path file = Path.of("");

        Verify(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            Verification.Outcome outcome = Verification.of(file);
            JournalCheck.Failure failure = outcome.failure();
            if (json) {
                say(json(outcome).toString());
            } else if (failure == null) {
                say(file + ": genuine and whole; " + outcome.check().entries() + " entries, of which "
                        + outcome.check().receipts() + " are receipts by stations, in "
                        + outcome.check().heads().size() + " feeds.");
            } else {
                String entry = failure.place() == null ? "" : "entry " + failure.place() + ", ";
                say(String.format(
                        Locale.ROOT,
                        "%s %s: at byte %,d, %s%s.",
                        failure.code().code(),
                        file,
                        failure.offset(),
                        entry,
                        failure.detail()));
                say("  " + failure.code().text() + " " + failure.code().remedy());
            }
            return failure == null ? Exit.OK : Exit.REFUSED;
        }

        private ObjectNode json(Verification.Outcome outcome) {
            ObjectNode node = StationApi.JSON.createObjectNode();
            node.put("file", file.toString()).put("genuine", outcome.failure() == null);
            node.put("entries", outcome.check().entries())
                    .put("receipts", outcome.check().receipts());
            JournalCheck.Failure failure = outcome.failure();
            if (failure != null) {
                node.put("code", failure.code().code())
                        .put("offset", failure.offset())
                        .put("detail", failure.detail());
                if (failure.place() != null) {
                    node.put("entry", failure.place().toString());
                }
            }
            return node;
        }
    }

    /// `torgau journal diff`.
    @Command(
            name = "diff",
            header = "Compare two journal files whole, byte for byte.",
            description = "Ends with 0 if they are identical, with 1 if not. It verifies neither: see `verify`.",
            footerHeading = "%nExample:%n",
            footer = "  torgau journal diff blue.torgau red.torgau",
            sortOptions = false)
    static final class Diff extends Part {
        @Parameters(index = "0", paramLabel = "FILE", description = "One journal.")
        private Path one = Path.of("");

        @Parameters(index = "1", paramLabel = "FILE", description = "The other.")
        private Path other = Path.of("");

        Diff(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() throws IOException {
            long at = Files.mismatch(one, other);
            boolean signatures = at >= 0 && sameEntries();
            if (json) {
                ObjectNode node = StationApi.JSON.createObjectNode().put("identical", at < 0);
                say((at < 0 ? node : node.put("differ_at_byte", at).put("same_entries", signatures)).toString());
            } else {
                String where = signatures ? ", in signatures alone: the entries are the same" : "";
                say(at < 0 ? "identical" : String.format(Locale.ROOT, "they differ from byte %,d on%s", at, where));
            }
            return at < 0 ? Exit.OK : Exit.REFUSED;
        }

        private boolean sameEntries() throws IOException {
            try (var left = new BufferedInputStream(Files.newInputStream(one));
                    var right = new BufferedInputStream(Files.newInputStream(other))) {
                return SameEntries.in(source(left), source(right));
            } catch (UncheckedIOException fault) {
                throw fault.getCause();
            }
        }

        private static ByteSource source(InputStream in) {
            return (into, offset, length) -> {
                try {
                    return in.read(into, offset, length);
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            };
        }
    }

    /// `torgau journal export`.
    @Command(
            name = "export",
            header = "Export the journal of a running station to a file.",
            description =
                    "Through the station's own API. The file is written beside and put in place when it is whole.",
            footerHeading = "%nExample:%n",
            footer = "  torgau journal export --home blue --out blue.torgau",
            sortOptions = false)
    static final class Export extends Part {
        @Option(names = "--home", required = true, paramLabel = "HOME", description = "The station's home.")
        private Path home = Path.of("");

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
        private Path out = Path.of("");

        Export(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() throws IOException {
            Home own = Home.open(home);
            String token =
                    Files.readString(own.token(), StandardCharsets.US_ASCII).strip();
            var station = StationApi.at(StationConfig.read(own.config()).console(), token);
            Path partial = out.resolveSibling(out.getFileName() + ".partial");
            int status;
            try (var into = new BufferedOutputStream(Files.newOutputStream(partial))) {
                status = station.download("/journal/export", into);
            }
            if (status != 200) {
                Files.delete(partial);
                around.err().println("the station answered " + status + " to the export");
                around.err().flush();
                return Exit.REFUSED;
            }
            Files.move(partial, out, StandardCopyOption.REPLACE_EXISTING);
            say(
                    json
                            ? StationApi.JSON
                                    .createObjectNode()
                                    .put("file", out.toString())
                                    .put("bytes", Files.size(out))
                                    .toString()
                            : String.format(Locale.ROOT, "%s: %,d bytes", out, Files.size(out)));
            return Exit.OK;
        }
    }
}
