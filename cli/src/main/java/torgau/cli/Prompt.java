package torgau.cli;

import java.io.Console;
import java.util.Optional;

/// Asks the person at the terminal, if there is one.
public interface Prompt {
    /// What was typed without being shown; empty if nobody is there to ask.
    Optional<char[]> secret(String question);

    /// What was typed; empty if nobody is there to ask.
    Optional<String> line(String question);

    /// Nobody is there.
    static Prompt nobody() {
        return new Prompt() {
            @Override
            public Optional<char[]> secret(String question) {
                return Optional.empty();
            }

            @Override
            public Optional<String> line(String question) {
                return Optional.empty();
            }
        };
    }

    /// The person at the console.
    static Prompt at(Console console) {
        return new Prompt() {
            @Override
            public Optional<char[]> secret(String question) {
                return Optional.ofNullable(console.readPassword("%s", Visible.line(question)));
            }

            @Override
            public Optional<String> line(String question) {
                return Optional.ofNullable(console.readLine("%s", Visible.line(question)));
            }
        };
    }
}
