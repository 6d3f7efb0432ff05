package torgau.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/// What the stations of the bench say to each other. The prose is in no dictionary and no catalogue.
final class BenchTexts {
    static final List<String> ENGLISH = lines("texts-en.txt");
    static final List<String> RUSSIAN = lines("texts-ru.txt");

    private static final String BULK = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private BenchTexts() {}

    private static List<String> lines(String name) {
        try (InputStream in = BenchTexts.class.getResourceAsStream("/torgau/bench/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no texts " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Letters without any order: nothing but their number can be made shorter.
    static String bulk(SplittableRandom chance, int characters) {
        var text = new StringBuilder(characters);
        while (text.length() < characters) {
            text.append(BULK.charAt(chance.nextInt(BULK.length())));
        }
        return text.toString();
    }
}
