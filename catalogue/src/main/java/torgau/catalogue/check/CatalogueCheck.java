package torgau.catalogue.check;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Clock;
import torgau.catalogue.CodeList;
import torgau.catalogue.Finding;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.catalogue.yaml.Findings;
import torgau.catalogue.yaml.Tree;
import torgau.journal.Code;

/// All checks of a catalogue.
public final class CatalogueCheck {
    /// What the sentence of a format may name beside its fields.
    private static final List<String> ENVELOPE = List.of("from", "to", "number", "time");
    private static final String HOURS = "hours";

    private final CatalogueReader.Read read;
    private final Findings findings;

    private CatalogueCheck(CatalogueReader.Read read) {
        this.read = read;
        this.findings = read.findings();
    }

    /// What must be mended, by file and line; nothing if the catalogue may be agreed on.
    ///
    /// @param texts by file name relative to the catalogue's folder
    /// @param identical Ukrainian texts that may be the same as the Russian ones
    public static List<Finding> of(SortedMap<String, String> texts, Set<String> identical) {
        var check = new CatalogueCheck(CatalogueReader.read(texts));
        check.read.trees().values().forEach(new WordsCheck(check.findings, identical)::run);
        check.common();
        check.read.catalogue().procedures().values().forEach(check::procedure);
        check.signals();
        return check.findings.sorted();
    }

    private void common() {
        Tree tree = read.trees().get(CatalogueReader.COMMON);
        if (tree != null) {
            Collection<Format> formats = read.catalogue().common().formats().values();
            formats.forEach(format -> sentence(tree, format, Collections.emptySet()));
            new AlikeCheck(findings, read.catalogue().common(), tree).shared();
        }
    }

    private void signals() {
        Tree tree = read.trees().get(CatalogueReader.SIGNALS);
        if (tree != null && tree.has("signals")) {
            new SignalsCheck(findings, read.catalogue().signals(), tree).run();
        }
    }

    private void procedure(Procedure procedure) {
        Tree tree = read.trees().get(CatalogueReader.PROCEDURES + procedure.code() + ".yaml");
        if (tree == null) {
            return; // named otherwise, which was noted
        }
        Catalogue catalogue = read.catalogue();
        var desk = new Desk(procedure, catalogue.common(), tree, findings);
        new NamesCheck(desk).run();
        theme(desk);
        new RulesCheck(desk).run();
        new LifeCheck(desk).run();
        new CalendarCheck(desk).run();
        new ExampleCheck(desk).run();
        new AlikeCheck(findings, catalogue.common(), tree)
                .lists(procedure.codes().values());
        Set<String> clocked = new TreeSet<>();
        procedure.clocks().stream().map(Clock::on).forEach(clocked::add);
        procedure.formats().values().forEach(format -> {
            sentence(tree, format, clocked);
            opens(desk, format);
        });
    }

    /// A part of a catalogue in which no office can be declared has nothing to compare a theme with.
    private void theme(Desk desk) {
        Catalogue catalogue = read.catalogue();
        Optional<CodeList> competences = catalogue
                .procedure(Procedure.OF_OFFICES)
                .flatMap(offices -> offices.list(Procedure.COMPETENCES, catalogue.common()));
        Optional<String> theme = desk.procedure().theme();
        if (competences.isPresent()
                && theme.isPresent()
                && competences.flatMap(list -> theme.flatMap(list::item)).isEmpty()) {
            desk.note(
                    Code.CATALOGUE_NAME_UNKNOWN,
                    "there is no competence `" + theme.orElseThrow() + "`",
                    "name one of `competences` of " + Procedure.OF_OFFICES,
                    "theme");
        }
    }

    /// The sentence of a format that is written out in this file.
    private void sentence(Tree tree, Format format, Set<String> clocked) {
        if (!tree.maybe("formats").has(format.code())) {
            return;
        }
        var others = new TreeSet<>(ENVELOPE);
        if (clocked.contains(format.code())) {
            others.add(HOURS);
        }
        if (format.phrase() == null) {
            String what = "`" + format.code() + "` has no sentence";
            findings.add(
                    tree.find("formats", format.code()), Code.CATALOGUE_KEY_MISSING, what, "write it under `phrases`");
        } else {
            Tree words = tree.at("phrases").at(format.code());
            var sentence = new PhraseCheck.Sentence(format.code(), format.phrase(), format.fields(), others, words);
            new PhraseCheck(findings, sentence).run();
        }
    }

    private void opens(Desk desk, Format format) {
        String opened = format.opens();
        if (opened != null && read.catalogue().procedure(opened).isEmpty()) {
            desk.note(
                    Code.CATALOGUE_NAME_UNKNOWN,
                    "`" + format.code() + "` opens `" + opened + "`, which is not there",
                    "write that procedure",
                    "formats",
                    format.code(),
                    "opens");
        }
    }
}
