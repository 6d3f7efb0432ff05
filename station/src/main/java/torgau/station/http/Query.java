package torgau.station.http;

import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The parameters of a request's address, read one by one; one that nobody asked for is refused.
final class Query {
    private final Context request;
    private final Set<String> asked = new LinkedHashSet<>();

    Query(Context request) {
        this.request = request;
    }

    Optional<String> word(String name) {
        asked.add(name);
        List<String> values = request.queryParams(name);
        if (values.size() > 1) {
            throw Refusal.malformed(name, "the parameter " + name + " is given twice");
        }
        return values.stream().findFirst();
    }

    /// A party of the line.
    Optional<Integer> party(String name, Names names) {
        return word(name)
                .map(code -> names.party(code)
                        .orElseThrow(() -> Refusal.malformed(name, code + " is no party of this line")));
    }

    int number(String name, int least, int most, int otherwise) {
        Optional<String> word = word(name);
        if (word.isEmpty()) {
            return otherwise;
        }
        int number = word.get().matches("[0-9]{1,6}") ? Integer.parseInt(word.get()) : -1;
        if (number < least || number > most) {
            throw Refusal.malformed(name, name + " must be a whole number from " + least + " to " + most);
        }
        return number;
    }

    /// Words with commas between; each once.
    List<String> words(String name, Set<String> known) {
        var words = new LinkedHashSet<String>();
        for (String word : word(name).map(all -> List.of(all.split(",", -1))).orElse(List.of())) {
            if (!known.contains(word) || !words.add(word)) {
                throw Refusal.malformed(name, word + " is no " + name + ", or is there twice; known are " + known);
            }
        }
        return List.copyOf(words);
    }

    boolean flag(String name, boolean otherwise) {
        Optional<String> word = word(name);
        if (word.isPresent() && !word.get().equals("true") && !word.get().equals("false")) {
            throw Refusal.malformed(name, name + " must be true or false");
        }
        return word.map(Boolean::parseBoolean).orElse(otherwise);
    }

    /// Whether any of these is there.
    boolean given(String... names) {
        return List.of(names).stream().anyMatch(name -> word(name).isPresent());
    }

    void end() {
        for (String name : request.queryParamMap().keySet()) {
            if (!asked.contains(name)) {
                throw Refusal.malformed(name, "the parameter " + name + " is not known here");
            }
        }
    }
}
