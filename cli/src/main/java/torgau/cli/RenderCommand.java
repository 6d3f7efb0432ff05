package torgau.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.api.StationApi;
import torgau.cli.ceremony.PublicFiles;

/// `torgau render`: a filed format or a free message in words.
@Command(
        name = "render",
        header = "Show a filed format or a free message as a sentence, a card, a numbered text, or on paper.",
        description = {
            "A format says the same facts in every language. Its numbered text can be read over a telephone and typed in"
                    + " at the other end: `torgau file --text FILE` reads it back, in capitals and wrapped anew too.",
            "A free message is shown with its original, which alone is authoritative, and each courtesy translation of its"
                    + " sender, named as such. It has no numbered text.",
            "pdf is PDF/A with two languages side by side, the entry's id and signature, and the receipts held now."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau render --home blue RED-OPS-2026-14 --as sentence --lang ru",
            "  torgau render --home blue RED-OPS-2026-14 --as text --out message.txt",
            "  torgau render --home blue RED-OPS-2026-14 --as pdf --lang en,uk --out message.pdf"
        },
        sortOptions = false)
final class RenderCommand extends StationVerb {
    /// How it is shown.
    enum Form {
        sentence,
        card,
        text,
        pdf
    }

    @Parameters(paramLabel = "ENTRY", description = "The message, by its number or its reference.")
    private String name = "";

    @Option(names = "--as", description = "${COMPLETION-CANDIDATES} (default: text; of a free message card).")
    private @Nullable Form as;

    @Option(
            names = "--lang",
            paramLabel = "ru",
            description =
                    "Language; of a pdf up to three, with commas between (default: the station's; of a pdf the line's, and"
                            + " those of a free message).")
    private @Nullable String languages;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there, and overwrite nothing; a pdf needs it.")
    private @Nullable Path out;

    RenderCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        if (as == Form.pdf && out == null) {
            throw usage("a pdf needs --out FILE");
        }
        byte[] rendered = download(path());
        if (out != null) {
            PublicFiles.create(out, rendered);
            print(texts().say("cli.render.written", with("file", out.toString())));
        } else if (json) {
            print(object().put("text", new String(rendered, StandardCharsets.UTF_8)));
        } else {
            new String(rendered, StandardCharsets.UTF_8).lines().forEach(this::print);
        }
        return Exit.OK;
    }

    private String path() {
        boolean paper = as == Form.pdf;
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (as != null && !paper) {
            query.add("as=" + as);
        }
        if (languages != null) {
            query.add((paper ? "languages=" : "language=") + StationApi.encoded(languages));
        }
        return "/entries/" + StationApi.encoded(name) + (paper ? "/paper" : "/rendering") + query;
    }
}
