package torgau.matters.talks;

import java.util.Optional;

/// Meetings and calls live alike, under codes of their own.
/// Each constant names its formats, and the fields in which one says what the other says under another
/// name.
enum Kind {
    MEETING("MT", "MTA", "MTS", "MTN", "date", "head", "form", "MTX", "MTR", "MTC", "MTE"),
    CALL("CL", "CA", "CLS", "CAN", "slot", "speaker", "medium", "CLN", "CC", "CCC", "CCA");

    final String opening;
    final String accepts;
    final String settles;
    final String otherTerms;
    final String time;
    final String head;
    final String way;
    final String notHeld;
    final String record;
    final String confirms;
    final String annotates;

    Kind(
            String opening,
            String accepts,
            String settles,
            String otherTerms,
            String time,
            String head,
            String way,
            String notHeld,
            String record,
            String confirms,
            String annotates) {
        this.opening = opening;
        this.accepts = accepts;
        this.settles = settles;
        this.otherTerms = otherTerms;
        this.time = time;
        this.head = head;
        this.way = way;
        this.notHeld = notHeld;
        this.record = record;
        this.confirms = confirms;
        this.annotates = annotates;
    }

    static Optional<Kind> of(String procedure) {
        for (Kind kind : values()) {
            if (kind.opening.equals(procedure)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// What settles terms, and what opens them again.
    String[] terms() {
        return new String[] {opening, accepts, settles, otherTerms};
    }
}
