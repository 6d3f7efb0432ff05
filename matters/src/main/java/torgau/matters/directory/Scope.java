package torgau.matters.directory;

import java.util.List;
import torgau.catalogue.value.Value;

/// Items of a code list, as a party gives them, or its word that it does not disclose them.
///
/// @param disclosed false if the party says that it does not disclose them
public record Scope(boolean disclosed, List<String> codes) {
    public static final Scope NONE = new Scope(true, List.of());
    /// Item by which a party says that there is none. Beside others it counts for nothing.
    static final String NOTHING = "nothing";

    /// Those of a list that something can be about: all but the word that there is none.
    public static List<String> subjects(List<String> competences) {
        return competences.stream().filter(code -> !code.equals(NOTHING)).toList();
    }

    public Scope {
        codes = codes.stream().distinct().toList();
        if (codes.size() > 1) {
            codes = codes.stream().filter(code -> !code.equals(NOTHING)).toList();
        }
    }

    /// What a field says; none if it holds something else.
    static Scope of(Value value) {
        return switch (value) {
            case Value.Undisclosed _ -> new Scope(false, List.of());
            case Value.Codes(List<String> codes) -> new Scope(true, codes);
            default -> NONE;
        };
    }

    /// Whether the party says that there is none.
    public boolean nothing() {
        return codes.equals(List.of(NOTHING));
    }

    public boolean has(String code) {
        return codes.contains(code);
    }
}
