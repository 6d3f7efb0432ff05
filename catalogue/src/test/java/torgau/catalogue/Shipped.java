package torgau.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import torgau.catalogue.yaml.CatalogueReader;

/// The catalogue of this repository, for tests.
public final class Shipped {
    private static final SortedMap<String, String> TEXTS = texts(Path.of("."));
    public static final CatalogueReader.Read READ = CatalogueReader.read(TEXTS);

    private Shipped() {}

    /// The texts, to be changed at will.
    public static SortedMap<String, String> texts() {
        return new TreeMap<>(TEXTS);
    }

    public static Set<String> identical() {
        try (Stream<String> lines = Files.lines(Path.of("words/identical.txt"))) {
            return new TreeSet<>(lines.map(String::strip).toList());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static SortedMap<String, String> texts(Path folder) {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> procedures = Files.list(folder.resolve(CatalogueReader.PROCEDURES))) {
            texts.put(CatalogueReader.COMMON, Files.readString(folder.resolve(CatalogueReader.COMMON)));
            texts.put(CatalogueReader.SIGNALS, Files.readString(folder.resolve(CatalogueReader.SIGNALS)));
            for (Path file : procedures.toList()) {
                texts.put(CatalogueReader.PROCEDURES + file.getFileName(), Files.readString(file));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return texts;
    }
}
