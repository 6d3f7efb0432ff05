package torgau.matters;

import java.util.Comparator;

/// The office that opened a matter, and whose it is.
///
/// @param title empty if no office speaks
record Opener(int party, String capacity, String title) implements Comparable<Opener> {
    static final Opener NOBODY = new Opener(0, "", "");

    private static final Comparator<Opener> ORDER = Comparator.comparingInt(Opener::party)
            .thenComparing(Opener::capacity)
            .thenComparing(Opener::title);

    static Opener of(Subject subject) {
        int party = subject.cast().opener();
        return subject.opening()
                .said()
                .office()
                .map(office -> new Opener(party, office.capacity(), office.title()))
                .orElse(new Opener(party, "", ""));
    }

    @Override
    public int compareTo(Opener other) {
        return ORDER.compare(this, other);
    }
}
