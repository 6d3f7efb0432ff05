package torgau.cli.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Directories: finds the files that come with Torgau, below the working directory, or beside the jar that runs.
public final class Tree {
    private Tree() {}

    public static Path file(String relative) {
        Path here = Path.of(relative);
        if (Files.exists(here)) {
            return here;
        }
        for (Path above = jar(); above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(relative))) {
                return above.resolve(relative);
            }
        }
        return here;
    }

    /// Deletes a directory with all that is in it, if it is there.
    public static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path jar() {
        try {
            return Path.of(Tree.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
