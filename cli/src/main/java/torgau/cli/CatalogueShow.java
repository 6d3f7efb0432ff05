package torgau.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Clock;
import torgau.catalogue.Common;
import torgau.catalogue.Finding;
import torgau.catalogue.Procedure;
import torgau.catalogue.picture.Picture;
import torgau.catalogue.picture.Plain;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.journal.Code;
import torgau.station.home.HomeFault;
import torgau.station.home.PrivateFiles;

/// `torgau catalogue show`.
@Command(
        name = "show",
        header = "Show a procedure: what may be said in each state, and what is then awaited.",
        description = "On the terminal, or with --svg as a picture that fits a page of A4.",
        footerHeading = "%nExamples:%n",
        footer = {"  torgau catalogue show UA", "  torgau catalogue show UA --lang uk --svg ua.svg"},
        sortOptions = false)
final class CatalogueShow extends Verb {
    @Parameters(paramLabel = "CODE", description = "Code of a procedure, for example UA.")
    private String code;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of a catalogue; if it is left out, the one that is built in.")
    private @Nullable Path folder;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "Language of the catalogue: en, ru or uk.")
    private @Nullable String language;

    @Option(names = "--svg", paramLabel = "FILE", description = "Write a picture to this file instead.")
    private @Nullable Path svg;

    CatalogueShow(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        Catalogue catalogue = catalogue();
        Procedure procedure = procedure(catalogue);
        String spoken = spoken(catalogue.common());
        if (svg != null) {
            write(svg, Picture.svg(catalogue.common(), procedure, spoken));
        }
        if (json) {
            print(json(procedure, spoken));
        } else if (svg == null) {
            Plain.lines(catalogue.common(), procedure, spoken, Sheet.WIDTH).forEach(this::print);
        } else {
            print(texts(around.language()).say("cli.catalogue.drawn", with("file", svg)));
        }
        return Exit.OK;
    }

    /// What cannot be read whole is not shown in part.
    private Catalogue catalogue() {
        var read = CatalogueReader.read(CatalogueCommand.folder(folder).texts());
        if (!read.findings().none()) {
            Finding first = read.findings().sorted().getFirst();
            throw new Problem(
                    first.code().code(),
                    first.file() + ":" + first.line() + ": " + first.what(),
                    first.wayOut() + "; `torgau catalogue check` says all there is.",
                    Exit.REFUSED);
        }
        return read.catalogue();
    }

    private Procedure procedure(Catalogue catalogue) {
        return catalogue
                .procedure(code.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new Problem(
                        Code.CATALOGUE_NAME_UNKNOWN,
                        "there is no procedure `" + code + "`; there are "
                                + String.join(", ", catalogue.procedures().keySet()),
                        Exit.REFUSED));
    }

    private String spoken(Common common) {
        List<String> languages = common.languages();
        if (language == null) {
            return languages.contains(around.language()) ? around.language() : languages.getFirst();
        }
        if (!languages.contains(language)) {
            throw usage("--lang is " + language + "; the catalogue has " + String.join(", ", languages));
        }
        return language;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new HomeFault(Code.FILE_EXISTS, file + " is there already", there);
        } catch (IOException fault) {
            throw PrivateFiles.unwritable(file, fault);
        }
    }

    private static ObjectNode json(Procedure procedure, String language) {
        ObjectNode node = object().put("procedure", procedure.code())
                .put("edition", procedure.edition())
                .put("language", language)
                .put("title", procedure.title().in(language).orElse(""));
        ObjectNode start = node.putObject("start");
        procedure.lifecycle().start().forEach(start::put);
        ObjectNode states = node.putObject("states");
        procedure.lifecycle().states().forEach((state, moves) -> {
            ObjectNode next = states.putObject(state);
            moves.forEach(next::put);
        });
        ArrayNode clocks = node.putArray("clocks");
        procedure.clocks().forEach(clock -> {
            ObjectNode each = clocks.addObject()
                    .put("name", clock.name())
                    .put("on", clock.on())
                    .put("by", clock.by())
                    .put("within", clock.within().toString());
            Clock.Rows rows = clock.rows();
            if (rows != null) {
                each.put("for_each_row_of", rows.table());
            }
            clock.doneBy().forEach(each.putArray("done_by")::add);
        });
        ArrayNode calendar = node.putArray("calendar");
        procedure.calendar().forEach(item -> {
            ObjectNode each = calendar.addObject()
                    .put("name", item.name())
                    .put("every", item.day().every().name().toLowerCase(Locale.ROOT))
                    .put("day", item.day().written());
            item.doneBy().forEach(each.putArray("done_by")::add);
            item.nilBy().forEach(each.putArray("nil_by")::add);
        });
        return node;
    }
}
