package torgau.station.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.catalogue.Catalogue;
import torgau.journal.Code;

/// The texts of a catalogue, as they lie in a folder or in the program's own jar.
///
/// Read are `*.yaml` in the folder and in the folders in it, and [#IDENTICAL]; nothing else is opened. A link that
/// leads out of the folder is refused, so that a catalogue from somebody else shows only what came with it.
///
/// @param texts by file name relative to the folder, with `/`
/// @param identical Ukrainian texts that may be the same as the Russian ones
public record CatalogueFolder(SortedMap<String, String> texts, SortedSet<String> identical) {
    /// The list of words that are alike in Russian and Ukrainian, one a line; `#` begins a remark.
    public static final String IDENTICAL = "words/identical.txt";
    /// Bytes of one file.
    public static final int MAX_FILE_BYTES = 2 << 20;
    /// Bytes of all files.
    public static final int MAX_BYTES = 16 << 20;
    /// Files that are read.
    public static final int MAX_FILES = 500;

    private static final String BUILT_IN = "/torgau-catalogue";
    private static final int DEPTH = 2;
    /// Names that a folder may have at all, read or not.
    private static final int MAX_NAMES = 10_000;

    public CatalogueFolder {
        texts = new TreeMap<>(texts);
        identical = new TreeSet<>(identical);
    }

    /// The catalogue that came with the program.
    public static CatalogueFolder builtIn() {
        URL common = Catalogue.class.getResource(BUILT_IN + "/common.yaml");
        if (common == null) {
            throw new IllegalStateException("the program was built without its catalogue");
        }
        try {
            if (!(common.openConnection() instanceof JarURLConnection jar)) {
                return in(Path.of(common.toURI()).resolveSibling(""));
            }
            try (var inside =
                    FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                return in(inside.getPath(BUILT_IN));
            }
        } catch (IOException | URISyntaxException fault) {
            throw new IllegalStateException("the program's own catalogue cannot be read: " + common, fault);
        }
    }

    /// The catalogue in a folder.
    ///
    /// @throws HomeFault if the folder or a file in it cannot be read, is too large, or lies elsewhere
    public static CatalogueFolder in(Path folder) {
        var texts = new TreeMap<String, String>();
        try {
            int left = MAX_BYTES;
            for (Path file : files(folder.toRealPath())) {
                byte[] bytes = PrivateFiles.read(file, Math.min(left, MAX_FILE_BYTES));
                left -= bytes.length;
                texts.put(name(folder.toRealPath(), file), text(file, bytes));
            }
        } catch (UncheckedIOException fault) {
            throw PrivateFiles.unreadable(folder, Objects.requireNonNull(fault.getCause()));
        } catch (IOException fault) {
            throw PrivateFiles.unreadable(folder, fault);
        }
        String identical = texts.remove(IDENTICAL);
        return new CatalogueFolder(texts, words(identical == null ? "" : identical));
    }

    private static List<Path> files(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        List<Path> names;
        try (var walk = Files.walk(folder, DEPTH)) {
            names = walk.limit(MAX_NAMES + 1L).sorted().toList();
        }
        for (Path each : names) {
            if (Files.isSymbolicLink(each) && !each.toRealPath().startsWith(folder)) {
                throw new HomeFault(Code.FILE_UNREADABLE, each + " is a link that leads out of " + folder);
            }
            if (Files.isRegularFile(each) && wanted(folder, each)) {
                files.add(each);
            }
        }
        if (files.size() > MAX_FILES || names.size() > MAX_NAMES) {
            throw new HomeFault(
                    Code.FILE_UNREADABLE, folder + " has more than " + MAX_FILES + " files of a catalogue in it");
        }
        return files;
    }

    private static boolean wanted(Path folder, Path file) {
        String name = name(folder, file);
        return name.equals(IDENTICAL)
                || (name.endsWith(".yaml") && !file.getFileName().toString().startsWith("."));
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace(folder.getFileSystem().getSeparator(), "/");
    }

    private static String text(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException fault) {
            throw new HomeFault(Code.FILE_UNREADABLE, file + " is not UTF-8", fault);
        }
    }

    private static SortedSet<String> words(String lines) {
        var words = new TreeSet<String>();
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(words::add);
        return words;
    }
}
