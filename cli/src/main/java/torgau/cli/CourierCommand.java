package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.Reply;
import torgau.cli.ceremony.PublicFiles;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;

/// `torgau courier`: what is said goes on a medium where no wire goes.
@Command(
        name = "courier",
        header = "Send what is said, and take what came, on a medium where no wire goes.",
        description = {
            "The files can be read by nobody but the station that they are for. Lost, repeated, in another order or taken"
                    + " twice they do no harm: what is not receipted goes along with the next pack.",
            "The station must be running: it alone has the keys."
        },
        sortOptions = false)
final class CourierCommand extends Group {
    private CourierCommand() {}

    static CommandLine with(Surroundings around) {
        return new CommandLine(new CourierCommand())
                .addSubcommand(new Pack(around))
                .addSubcommand(new Take(around));
    }

    /// `torgau courier pack`.
    @Command(
            name = "pack",
            header = "Write what another station lacks into files for a courier.",
            description = "The most urgent comes first, then what is older; files and annexes come last.",
            footerHeading = "%nExample:%n",
            footer = "  torgau courier pack --home blue --to RED --out /media/stick",
            sortOptions = false)
    static final class Pack extends StationVerb {
        private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,11})([KMG]?)");

        @Option(
                names = "--to",
                required = true,
                paramLabel = "STATION",
                description = "The station, or a party that has one.")
        private String to = "";

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Write into this folder.")
        private @Nullable Path out;

        @Option(
                names = "--size",
                paramLabel = "SIZE",
                defaultValue = "650M",
                description = "What all files together may have: bytes, or with K, M or G (default: 650M, a CD).")
        private String size = "";

        @Option(names = "--all", description = "Also what the station has signed to hold: it has lost its journal.")
        private boolean all;

        Pack(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            Path folder = Objects.requireNonNull(out);
            if (!Files.isDirectory(folder)) {
                throw new Refused(Code.FILE_UNWRITABLE, folder + " is no folder");
            }
            JsonNode pack = post(
                    "/courier/packs",
                    object().put("to", upper(to)).put("size", bytes()).put("scope", all ? "all" : "lacking"));
            for (int number = 1; number <= pack.path("files").asInt(); number++) {
                byte[] file = download("/courier/packs/" + pack.path("id").asText() + "/files/" + number);
                write(folder.resolve(name(pack, number)), file);
            }
            if (json) {
                print(pack);
            } else {
                say(pack);
            }
            return Exit.OK;
        }

        private long bytes() {
            Matcher matcher = SIZE.matcher(size);
            if (!matcher.matches()) {
                throw usage("--size is " + size + "; wanted is, for example, 650M");
            }
            int power = "KMG".indexOf(matcher.group(2)) + 1;
            return Long.parseLong(matcher.group(1)) << (matcher.group(2).isEmpty() ? 0 : 10 * power);
        }

        /// Names in their order are the order in which the files are best taken.
        private static String name(JsonNode pack, int number) {
            return "%s-%s-%s-%06d%s"
                    .formatted(
                            pack.path("from").asText(),
                            pack.path("to").asText(),
                            pack.path("id").asText(),
                            number,
                            CourierFolder.SUFFIX);
        }

        /// A medium that is pulled out leaves no half file under the name of a whole one.
        private static void write(Path file, byte[] bytes) {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            PublicFiles.create(part, bytes);
            try {
                Files.move(part, file);
            } catch (IOException fault) {
                throw new Refused(Code.FILE_UNWRITABLE, file + ": " + fault.getMessage());
            }
        }

        private void say(JsonNode pack) {
            print(texts().say(
                            "cli.courier.packed",
                            Map.of(
                                    "files",
                                    pack.path("files").asInt(),
                                    "entries",
                                    pack.path("entries").asInt(),
                                    "blobs",
                                    pack.path("blobs").asInt(),
                                    "to",
                                    pack.path("to").asText())));
            if (pack.path("more").asBoolean()) {
                print(texts().say("cli.courier.more"));
            }
        }
    }

    /// `torgau courier take`.
    @Command(
            name = "take",
            header = "Take the files that a courier brought.",
            description = {
                "What came is receipted by the next pack the other way, or by the line when it works again.",
                "Files that are refused stay where they are, as do all others: the folder is only read."
            },
            footerHeading = "%nExample:%n",
            footer = "  torgau courier take --home red /media/stick",
            sortOptions = false)
    static final class Take extends StationVerb {
        /// Each reads the files that wait again. What still waits after the last is taken by the next call of the
        /// command.
        private static final int MAX_PASSES = 128;

        @Parameters(paramLabel = "DIR", description = "The folder with the files.")
        private @Nullable Path folder;

        private int added;
        private int pieces;
        private int refused;

        Take(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            List<Path> left = files(Objects.requireNonNull(folder));
            int all = left.size();
            boolean news = true;
            for (int pass = 0; pass < MAX_PASSES && news && !left.isEmpty(); pass++) {
                int before = added;
                left = taken(left);
                news = added > before;
            }
            if (json) {
                print(object().put("files", all)
                        .put("added", added)
                        .put("pieces", pieces)
                        .put("waiting", left.size())
                        .put("refused", refused));
            } else {
                print(texts().say(
                                "cli.courier.taken",
                                Map.of("files", all, "entries", added, "pieces", pieces, "waiting", left.size())));
            }
            return refused == 0 ? Exit.OK : Exit.REFUSED;
        }

        private static List<Path> files(Path folder) {
            List<Path> files = CourierFolder.files(folder);
            if (files.isEmpty()) {
                throw new Refused(Code.NO_COURIER_FILES, folder.toString());
            }
            return files;
        }

        /// Takes each file; those with entries that follow on something which another may bring come back.
        private List<Path> taken(List<Path> files) {
            var waiting = new ArrayList<Path>();
            for (Path file : files) {
                try {
                    if (waits(file, CourierFolder.bytes(file))) {
                        waiting.add(file);
                    }
                } catch (Refused unreadable) { // a bad sector costs one file
                    refused(file, unreadable.code().code(), unreadable.code().text());
                }
            }
            return waiting;
        }

        /// Takes one file; whether something in it waits for another.
        private boolean waits(Path file, byte[] bytes) {
            Reply reply = api().takeCourier(bytes);
            JsonNode body = reply.body();
            if (!reply.accepted()) {
                if (reply.status() != 422) {
                    accepted(reply); // the station does not work: no other file would be taken either
                }
                refused(file, body.path("code").asText(), body.path("message").asText());
                return false;
            }
            added += body.path("added").asInt();
            pieces += body.path("pieces").asInt();
            return body.path("waiting").asInt() > 0;
        }

        private void refused(Path file, String code, String message) {
            refused++;
            String name = file.toString();
            print(
                    json
                            ? object().put("file", name)
                                    .put("code", code)
                                    .put("message", message)
                                    .toString()
                            : texts().say(
                                            "cli.courier.refused",
                                            Map.of("file", name, "code", code, "message", message)));
        }
    }
}
