package torgau.matters.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;

/// Finds where what one party declared does not agree with itself, among what stands.
final class Conflicts {
    /// Offices above each other that are followed.
    static final int HIGHEST = 16;
    private static final int ENTRIES_SHOWN = 8;
    private static final Comparator<Conflict> ORDER =
            Comparator.comparing(Conflict::kind).thenComparing(Conflict::post).thenComparing(Conflict::subject);

    private final List<Declared> stand;
    private final TreeMap<Post, List<Declared>> byPost = new TreeMap<>();
    private final TreeSet<Conflict> found = new TreeSet<>(ORDER);

    private Conflicts(List<Declared> entries) {
        this.stand = entries.stream().filter(entry -> entry.standing().stands()).toList();
        stand.forEach(entry ->
                byPost.computeIfAbsent(entry.post(), _ -> new ArrayList<>()).add(entry));
    }

    static List<Conflict> in(List<Declared> entries, List<Conflict> among) {
        var conflicts = new Conflicts(entries);
        conflicts.found.addAll(among);
        conflicts.stand.forEach(conflicts::both);
        conflicts.byPost.values().forEach(conflicts::differing);
        conflicts.severalDecide();
        conflicts.byPost.values().forEach(all -> conflicts.chain(all.getLast()));
        return List.copyOf(conflicts.found);
    }

    private void both(Declared entry) {
        for (String subject : subjects(entry)) {
            if (entry.authority().transmits().has(subject)) {
                add(Conflict.Kind.BOTH, entry.post(), subject, List.of(entry));
            }
        }
    }

    private void differing(List<Declared> ofOne) {
        Declared last = ofOne.getLast();
        for (Declared entry : ofOne.subList(0, ofOne.size() - 1)) {
            if (overlap(entry, last)) {
                differing(entry, last);
                differing(last, entry);
            }
        }
    }

    private void differing(Declared one, Declared other) {
        Scope decides = other.authority().decides();
        for (String subject : subjects(one)) {
            if (decides.nothing()
                    || (!decides.has(subject) && other.authority().transmits().has(subject))) {
                add(Conflict.Kind.DIFFERING, one.post(), subject, List.of(one, other));
            }
        }
    }

    /// On which it decides.
    private static List<String> subjects(Declared entry) {
        Scope decides = entry.authority().decides();
        return decides.nothing() ? List.of() : decides.codes();
    }

    private static boolean overlap(Declared one, Declared other) {
        return bounds(one).equals(bounds(other))
                && one.authority().tracks().stream().anyMatch(other.authority().tracks()::contains);
    }

    /// To which region and area an office is limited, the same words for the same ones.
    private static String bounds(Declared entry) {
        Declared.Authority says = entry.authority();
        return Post.alike(Optional.ofNullable(says.region()).orElse(""))
                + (says.area() == null ? "" : "\n" + says.area());
    }

    /// By party, subject, track, region and area.
    private void severalDecide() {
        var deciders = new TreeMap<String, List<Declared>>();
        for (Declared entry : stand) {
            for (String subject : subjects(entry)) {
                for (String track : entry.authority().tracks()) {
                    String key = entry.post().party() + "\n" + subject + "\n" + track + "\n" + bounds(entry);
                    deciders.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry);
                }
            }
        }
        deciders.forEach((key, entries) -> {
            Declared first = entries.getFirst();
            if (entries.stream().anyMatch(entry -> !entry.post().same(first.post()))) {
                add(Conflict.Kind.SEVERAL_DECIDE, first.post(), key.split("\n", -1)[1], entries);
            }
        });
    }

    private void chain(Declared from) {
        @Nullable Post above = from.above();
        for (int i = 0; i < HIGHEST && above != null; i++) {
            if (above.same(from.post())) {
                add(Conflict.Kind.CHAIN, from.post(), from.authority().level(), List.of(from));
                return;
            }
            List<Declared> next = byPost.getOrDefault(above, List.of());
            above = next.isEmpty() ? null : next.getLast().above();
        }
    }

    private void add(Conflict.Kind kind, Post post, String subject, List<Declared> entries) {
        List<Reference> places = entries.stream()
                .map(entry -> entry.by().place())
                .distinct()
                .limit(ENTRIES_SHOWN)
                .toList();
        found.add(new Conflict(kind, post, subject, places));
    }
}
