package torgau.architecture.violations.station;

import java.sql.Connection;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import torgau.architecture.violations.journal.Breaks;

/// One class for each word and each way that the house does not have.
final class Mannerless {
    private Mannerless() {}

    @Breaks("cryptography lives in journal.crypto and link.seal")
    record Encrypts(Cipher cipher) {}

    @Breaks("SQL lives in store")
    record Queries(Connection connection) {}

    @Breaks("only programs write to the terminal")
    record Prints(String line) {
        void print() {
            System.out.println(line);
        }
    }

    @Breaks("accessors have no get")
    record Gets(String name) {
        String getName() {
            return name;
        }
    }

    /// GET is what HTTP calls it.
    record Client(String base) {
        String get(String path) {
            return base + path;
        }
    }

    record MustGet(String name) implements Supplier<String> {
        @Override
        public String get() {
            return name;
        }
    }

    @Breaks("fields have no get")
    static final class HoldsAGetter {
        final String getterOf = "";
        final String together = "";
        final String getName = getterOf + together;
    }

    @Breaks("names say what a thing is")
    record LineManager(int lines) {}

    @Breaks("names say what a thing is")
    record LineUtils(int lines) {}
}
