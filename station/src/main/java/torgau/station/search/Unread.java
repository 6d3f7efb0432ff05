package torgau.station.search;

import java.util.Set;
import java.util.stream.Collectors;
import torgau.station.formats.Formats;
import torgau.station.shell.Kept;
import torgau.store.search.SearchFile;
import torgau.store.search.Wanted;

/// Tells when the text of an edition has come after entries filed in it were indexed: those have neither
/// labels nor words of codes. An index has no room to change an entry, so it is made again.
final class Unread {
    private final Formats formats;
    private Set<String> looked = Set.of();

    Unread(Formats formats) {
        this.formats = formats;
    }

    /// Whether an index has entries of an edition that was not known then and is now. Each edition is
    /// looked for once, since from then on it is known whenever an entry is indexed.
    boolean in(Kept<SearchFile> file) {
        Set<String> known = formats.adopted().stream()
                .map(Formats.Adopted::procedure)
                .map(procedure -> Facets.unread(procedure.code(), procedure.edition()))
                .collect(Collectors.toSet());
        Set<String> before = looked;
        boolean any = known.stream()
                .filter(mark -> !before.contains(mark))
                .anyMatch(mark -> file.use(open -> open.has(new Wanted.Word(mark))));
        looked = any ? before : known;
        return any;
    }
}
