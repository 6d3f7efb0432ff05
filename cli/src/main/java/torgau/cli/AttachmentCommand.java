package torgau.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.StationApi;
import torgau.cli.ceremony.PublicFiles;

/// `torgau attachment`: takes out a file that came with a message.
@Command(
        name = "attachment",
        header = "Save a file that came with a message.",
        description = {
            "The station has checked that it is the very file which the message names, and has decrypted it. It is another"
                    + " party's file: look at it as at any file from outside.",
            "`torgau inbox show` lists the files of a message and says which have come."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau attachment --home blue RED-OPS-2026-14 enclosure --out letter.pdf",
            "  torgau attachment --home blue RED-OPS-2026-15 'evidence[1].file' --out bridge.mp4"
        },
        sortOptions = false)
final class AttachmentCommand extends StationVerb {
    @Parameters(index = "0", paramLabel = "ENTRY", description = "The message, by its number or its reference.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FIELD", description = "The field that names the file.")
    private String field = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Write there, and overwrite nothing.")
    private @Nullable Path out;

    AttachmentCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        byte[] file = download("/entries/" + StationApi.encoded(name) + "/attachments/" + StationApi.encoded(field));
        PublicFiles.create(java.util.Objects.requireNonNull(out), file);
        if (json) {
            print(object().put("file", out.toString()).put("bytes", file.length));
        } else {
            print(texts().say("cli.render.written", with("file", out.toString())));
        }
        return Exit.OK;
    }
}
