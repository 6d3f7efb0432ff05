package torgau.catalogue.check;

import java.util.List;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.catalogue.yaml.Tree;

/// How much there is in a catalogue.
///
/// @param formats that are written out, each once
/// @param texts that a person will read, each once for all languages
public record Extent(int procedures, int formats, int texts, List<String> languages) {
    public Extent {
        languages = List.copyOf(languages);
    }

    public static Extent of(CatalogueReader.Read read) {
        List<String> languages = read.catalogue().common().languages();
        int formats = 0;
        int texts = 0;
        for (Tree file : read.trees().values()) {
            formats += file.maybe("formats").children().size();
            texts += texts(file, languages);
        }
        return new Extent(read.catalogue().procedures().size(), formats, texts, languages);
    }

    private static int texts(Tree tree, List<String> languages) {
        if (!languages.isEmpty()
                && tree.has(languages.getFirst())
                && tree.maybe(languages.getFirst()).scalar()) {
            return 1;
        }
        int texts = 0;
        for (Tree child : tree.children().values()) {
            texts += texts(child, languages);
        }
        for (Tree item : tree.list() ? tree.items() : List.<Tree>of()) {
            texts += texts(item, languages);
        }
        return texts;
    }
}
