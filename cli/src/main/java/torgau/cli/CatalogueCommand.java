package torgau.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import torgau.catalogue.Finding;
import torgau.catalogue.check.CatalogueCheck;
import torgau.catalogue.check.Extent;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.catalogue.yaml.Identity;
import torgau.station.home.CatalogueFolder;

/// `torgau catalogue`: what can be said on a line, and what is then awaited.
@Command(
        name = "catalogue",
        header = "Check, show and propose the procedures of a catalogue.",
        description = "How a procedure is written is in docs/catalogue.md.",
        sortOptions = false)
final class CatalogueCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private CatalogueCommand() {}

    static CommandLine with(Surroundings around) {
        return new CommandLine(new CatalogueCommand())
                .addSubcommand(new Check(around))
                .addSubcommand(new CatalogueShow(around))
                .addSubcommand(new ProposeCommand(around))
                .addSubcommand(new EditionsCommand(around));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// The texts of a folder, or of the catalogue that is built in.
    static CatalogueFolder folder(@Nullable Path folder) {
        return folder == null ? CatalogueFolder.builtIn() : CatalogueFolder.in(folder);
    }

    /// `torgau catalogue check`.
    @Command(
            name = "check",
            header = "Say what is to be mended in a catalogue, with file, line and the way out.",
            description = {
                "Ends with 0 if nothing is to be mended, with 1 if something is. The hash is what an agreement names.",
                "A folder has common.yaml, signals.yaml, procedures/CODE.yaml, words/identical.txt."
            },
            footerHeading = "%nExample:%n",
            footer = "  torgau catalogue check catalogue",
            sortOptions = false)
    static final class Check extends Verb {
        @Parameters(
                paramLabel = "DIR",
                arity = "0..1",
                description = "Folder of a catalogue; if it is left out, the one that is built in.")
        private @Nullable Path folder;

        Check(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            var texts = folder(folder);
            List<Finding> findings = CatalogueCheck.of(texts.texts(), texts.identical());
            CatalogueReader.Read read = CatalogueReader.read(texts.texts());
            Extent extent = Extent.of(read);
            String hash = Identity.of(read).hash().hex();
            if (json) {
                print(json(findings, extent, hash));
            } else {
                findings.forEach(finding -> print(at(finding)));
                print(sum(findings, extent, hash));
            }
            return findings.isEmpty() ? Exit.OK : Exit.REFUSED;
        }

        /// As an editor finds the place: with the folder in front.
        private String at(Finding finding) {
            return folder == null ? finding.toString() : folder + "/" + finding;
        }

        private String sum(List<Finding> findings, Extent extent, String hash) {
            var words = texts(around.language());
            Object where = folder == null ? words.say("cli.catalogue.built_in") : folder;
            if (!findings.isEmpty()) {
                return words.say("cli.catalogue.findings", Map.of("n", findings.size(), "dir", where));
            }
            return words.say(
                    "cli.catalogue.good",
                    Map.of(
                            "dir",
                            where,
                            "procedures",
                            extent.procedures(),
                            "formats",
                            extent.formats(),
                            "texts",
                            extent.texts(),
                            "languages",
                            String.join(", ", extent.languages()),
                            "hash",
                            hash));
        }

        private static ObjectNode json(List<Finding> findings, Extent extent, String hash) {
            ObjectNode node = object().put("procedures", extent.procedures())
                    .put("formats", extent.formats())
                    .put("texts", extent.texts())
                    .put("hash", hash);
            extent.languages().forEach(node.putArray("languages")::add);
            ArrayNode list = node.putArray("findings");
            findings.forEach(finding -> list.addObject()
                    .put("file", finding.file())
                    .put("line", finding.line())
                    .put("code", finding.code().code())
                    .put("what", finding.what())
                    .put("way_out", finding.wayOut()));
            return node;
        }
    }
}
