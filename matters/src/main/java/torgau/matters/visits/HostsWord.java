package torgau.matters.visits;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import torgau.catalogue.value.Value;
import torgau.matters.Reading;
import torgau.matters.Turn;

/// What the host has answered, the last word first. An answer says something of a person only if its
/// author had seen the act that lists the person.
final class HostsWord {
    private static final String ANSWER = "answer";

    private final Reading reading;
    private final List<Answer> answers;

    /// @param persons rows of an approval by number
    /// @param sites the same of places
    private record Answer(
            Turn turn,
            NavigableMap<Long, NavigableMap<String, Value>> persons,
            NavigableMap<Long, NavigableMap<String, Value>> sites) {}

    /// What the answers come to for one row.
    record Word(Standing standing, Optional<Turn> by, Optional<String> limits, Optional<String> reason) {
        static final Word NONE = new Word(Standing.AWAITED, Optional.empty(), Optional.empty(), Optional.empty());

        Word standing(Standing other) {
            return new Word(other, by, limits, reason);
        }
    }

    HostsWord(Reading reading) {
        this.reading = reading;
        this.answers = reading.turns("RVA", "RVD", "RVK").reversed().stream()
                .map(turn -> new Answer(
                        turn, byNumber(reading.rows(turn, "persons")), byNumber(reading.rows(turn, "sites"))))
                .toList();
    }

    /// Rows by their number; of several with one number the last, and none of those that name a band.
    static NavigableMap<Long, NavigableMap<String, Value>> byNumber(List<NavigableMap<String, Value>> rows) {
        var byNumber = new TreeMap<Long, NavigableMap<String, Value>>();
        rows.forEach(row -> number(row).ifPresent(number -> byNumber.put(number, row)));
        return byNumber;
    }

    static Optional<Long> number(NavigableMap<String, Value> row) {
        return row.get("number") instanceof Value.Count(long from, long to) && from == to
                ? Optional.of(from)
                : Optional.empty();
    }

    /// What was said of a person.
    ///
    /// @param listed the act that lists the person
    Word person(long number, Turn listed) {
        for (Answer answer : answers) {
            if (reading.saw(answer.turn(), listed)) {
                Optional<Word> word = person(answer, number, listed);
                if (word.isPresent()) {
                    return changedSince(word.get(), answer.turn(), listed);
                }
            }
        }
        return Word.NONE;
    }

    /// The last approval that stands; empty once all was refused.
    Optional<Turn> approval() {
        return answers.stream()
                .map(Answer::turn)
                .filter(turn -> !turn.code().equals("RVK"))
                .findFirst()
                .filter(turn -> turn.code().equals("RVA"));
    }

    /// What was answered to an act, by whatever answer saw it last.
    Optional<Turn> to(Turn asked) {
        return answers.stream()
                .map(Answer::turn)
                .filter(turn -> reading.saw(turn, asked))
                .findFirst();
    }

    private Optional<Word> person(Answer answer, long number, Turn listed) {
        return switch (answer.turn().code()) {
            case "RVA" -> Optional.of(annotated(answer.turn(), answer.persons().get(number), Standing.NOT_NAMED));
            case "RVD" -> Optional.of(refused(answer.turn()));
            default ->
                answer.turn()
                        .value("request")
                        .filter(new Value.Message(listed.place())::equals)
                        .map(_ -> refused(answer.turn()));
        };
    }

    private Word refused(Turn turn) {
        return new Word(Standing.REFUSED, Optional.of(turn), Optional.empty(), reading.code(turn, "reason"));
    }

    private static Word annotated(
            Turn turn, @org.jspecify.annotations.Nullable NavigableMap<String, Value> row, Standing otherwise) {
        if (row == null) {
            return new Word(otherwise, Optional.of(turn), Optional.empty(), Optional.empty());
        }
        Standing standing = row.get(ANSWER) instanceof Value.Code(String answer)
                ? Standing.of(answer).orElse(Standing.EXAMINED)
                : Standing.EXAMINED;
        Optional<String> limits =
                row.get("limits") instanceof Value.Words(String words) ? Optional.of(words) : Optional.empty();
        Optional<String> reason =
                row.get("reason") instanceof Value.Code(String code) ? Optional.of(code) : Optional.empty();
        return new Word(standing, Optional.of(turn), limits, reason);
    }

    /// What was approved does not extend to what was changed after it.
    private Word changedSince(Word word, Turn answer, Turn listed) {
        boolean changed = reading.corrections(listed).stream()
                .filter(correction -> !reading.saw(answer, correction))
                .flatMap(correction -> Reading.changed(correction).stream())
                .anyMatch(List.of("delegation", "added", "dates", "sites", "site")::contains);
        return changed && word.standing().approved() ? word.standing(Standing.CHANGED_SINCE) : word;
    }

    /// What was said of a place of a request.
    Word site(long number, Turn request) {
        for (Answer answer : answers) {
            if (!answer.turn().code().equals("RVK") && reading.saw(answer.turn(), request)) {
                Word word = answer.turn().code().equals("RVD")
                        ? refused(answer.turn())
                        : annotated(answer.turn(), answer.sites().get(number), whole(answer.turn()));
                return changedSince(word, answer.turn(), request);
            }
        }
        return Word.NONE;
    }

    /// A place that is not named stands as the visit as a whole.
    private Standing whole(Turn approval) {
        return reading.code(approval, "decision").filter("as_requested"::equals).isPresent()
                ? Standing.APPROVED
                : Standing.WITH_LIMITS;
    }
}
