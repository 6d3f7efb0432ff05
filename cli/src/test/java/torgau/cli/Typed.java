package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import torgau.journal.crypto.PassphraseBox;

/// What one command printed, and how it ended.
public record Typed(int exit, String out, String err) {
    /// The moment at which tests happen.
    public static final Instant NOW = Instant.parse("2026-02-05T12:00:00Z");

    public static Typed at(Instant now, List<String> answers, String in, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var around = new Surroundings(
                new PrintWriter(out),
                new PrintWriter(err),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                prompt(new ArrayDeque<>(answers)),
                Clock.fixed(now, ZoneOffset.UTC),
                new Random(Arrays.hashCode(arguments))::nextBytes,
                new PassphraseBox.Cost(8, 1, 1),
                "en");
        return new Typed(Main.run(around, arguments), out.toString(), err.toString());
    }

    public static Typed now(String... arguments) {
        return at(NOW, List.of(), "", arguments);
    }

    public JsonNode json() {
        try {
            return new JsonMapper().readTree(out);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Prompt prompt(Deque<String> answers) {
        return new Prompt() {
            @Override
            public Optional<char[]> secret(String question) {
                return line(question).map(String::toCharArray);
            }

            @Override
            public Optional<String> line(String question) {
                return Optional.ofNullable(answers.poll());
            }
        };
    }
}
