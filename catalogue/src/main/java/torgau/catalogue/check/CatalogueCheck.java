package torgau.catalogue.check;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import torgau.catalogue.Finding;
import torgau.catalogue.Procedure;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.catalogue.yaml.Findings;
import torgau.catalogue.yaml.Tree;
import torgau.journal.Code;

/// All checks of a catalogue.
public final class CatalogueCheck {
    private CatalogueCheck() {}

    /// What must be mended, by file and line; nothing if the catalogue may be agreed on.
    ///
    /// @param texts by file name relative to the catalogue's folder
    /// @param identical Ukrainian texts that may be the same as the Russian ones
    public static List<Finding> of(SortedMap<String, String> texts, Set<String> identical) {
        var read = CatalogueReader.read(texts);
        Findings findings = read.findings();
        read.trees().values().forEach(new WordsCheck(findings, identical)::run);
        for (Procedure procedure : read.catalogue().procedures().values()) {
            Tree tree = read.trees().get(CatalogueReader.PROCEDURES + procedure.code() + ".yaml");
            if (tree != null) {
                var desk = new Desk(procedure, read.catalogue().common(), tree, findings);
                new NamesCheck(desk).run();
                new LifeCheck(desk).run();
                new PhraseCheck(desk).run();
                new ExampleCheck(desk).run();
                opens(desk, read.catalogue().procedures().keySet());
            }
        }
        return findings.sorted();
    }

    private static void opens(Desk desk, Set<String> procedures) {
        desk.procedure().formats().values().forEach(format -> {
            String opened = format.opens();
            if (opened != null && !procedures.contains(opened)) {
                desk.note(
                        Code.CATALOGUE_NAME_UNKNOWN,
                        "`" + format.code() + "` opens `" + opened + "`, which is not there",
                        "write that procedure",
                        "formats",
                        format.code(),
                        "opens");
            }
        });
    }
}
