package torgau.catalogue.yaml;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Common;
import torgau.catalogue.Procedure;
import torgau.catalogue.Signals;
import torgau.catalogue.Words;
import torgau.catalogue.glossary.Glossary;
import torgau.journal.Code;

/// Reads all texts of a catalogue.
public final class CatalogueReader {
    /// The file with what all procedures share.
    public static final String COMMON = "common.yaml";
    /// The file with the short signals.
    public static final String SIGNALS = "signals.yaml";
    /// The file with the agreed words; a catalogue may have none.
    public static final String GLOSSARY = "glossary.yaml";
    /// The folder of the procedures.
    public static final String PROCEDURES = "procedures/";

    private final Findings findings = new Findings();
    private final Map<String, Tree> trees = new TreeMap<>();

    /// What was read. If anything was found, it is not to be used.
    ///
    /// @param trees the texts as they stand, by file, for those who look closer
    public record Read(Catalogue catalogue, Glossary glossary, Map<String, Tree> trees, Findings findings) {}

    private CatalogueReader() {}

    /// Reads all files of a catalogue; what is wrong in one hides nothing in another.
    ///
    /// @param texts by file name relative to the catalogue's folder
    public static Read read(SortedMap<String, String> texts) {
        return new CatalogueReader().all(texts);
    }

    private Read all(SortedMap<String, String> texts) {
        texts.forEach((file, text) -> trees.put(file, Tree.of(file, text, findings)));
        Tree shared = needed(COMMON);
        Common common = common(shared, languages(shared));
        var procedures = new TreeMap<String, Procedure>();
        trees.forEach((file, tree) -> {
            if (file.startsWith(PROCEDURES)) {
                add(procedures, file, tree, new ProcedureReader(tree, common).procedure());
            }
        });
        Signals signals = new SignalsReader(needed(SIGNALS), common.languages()).signals();
        Tree words = trees.getOrDefault(GLOSSARY, Tree.of(GLOSSARY, "", findings));
        Glossary glossary = new GlossaryReader(words, common.languages()).glossary();
        return new Read(new Catalogue(common, procedures, signals), glossary, trees, findings);
    }

    /// The languages of the catalogue; where none are named, one, so that reading can go on.
    private static List<String> languages(Tree shared) {
        List<String> languages = shared.at("languages").texts();
        if (shared.has("languages") && languages.isEmpty()) {
            shared.at("languages").refuse("names no language", "name them, as in [en, ru]");
        }
        return languages.isEmpty() ? List.of("en") : languages;
    }

    private Tree needed(String file) {
        Tree tree = trees.getOrDefault(file, Tree.of(file, "", findings));
        if (!tree.given()) {
            findings.add(new Place(file, 0), Code.CATALOGUE_KEY_MISSING, "there is none", "write it");
        }
        return tree;
    }

    private void add(Map<String, Procedure> procedures, String file, Tree tree, Procedure procedure) {
        if (!file.equals(PROCEDURES + procedure.code() + ".yaml")) {
            tree.note(Code.CATALOGUE_VALUE_REFUSED, "is named " + file, "name it after its code, " + procedure.code());
        }
        procedures.put(procedure.code(), procedure);
    }

    private static Common common(Tree tree, List<String> languages) {
        tree.only(
                "catalogue",
                "edition",
                "languages",
                "bases",
                "formats",
                "codes",
                "phrases",
                "letters",
                "labels",
                "examples",
                "notes");
        var fields = new FieldReader(languages);
        SequencedMap<String, Words> bases = tree.at("bases")
                .each(basis -> fields.words(basis.only("title", "note").at("title")));
        SequencedMap<String, Map<String, Words>> labels =
                tree.at("labels").each(group -> new TreeMap<>(group.each(fields::words)));
        return new Common(
                languages,
                bases,
                new FormatReader(fields, tree).own(),
                ProcedureReader.codes(fields, tree),
                tree.at("phrases").each(fields::words),
                tree.at("letters").each(Tree::text),
                labels);
    }
}
