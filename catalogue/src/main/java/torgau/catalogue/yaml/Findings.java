package torgau.catalogue.yaml;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import torgau.catalogue.Finding;
import torgau.journal.Code;

/// What was found wrong so far; the same thing once.
public final class Findings {
    private final TreeSet<Finding> found = new TreeSet<>();

    public void add(Place place, Code code, String what, String wayOut) {
        found.add(new Finding(place.file(), place.line(), code, what, wayOut));
    }

    public void addAll(Collection<Finding> more) {
        found.addAll(more);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /// By file and line.
    public List<Finding> sorted() {
        return List.copyOf(found);
    }
}
