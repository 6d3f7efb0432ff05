package torgau.cli.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the files that come with Torgau: below the working directory, or beside the jar that runs.
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
