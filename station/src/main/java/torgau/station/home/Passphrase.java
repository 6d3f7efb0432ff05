package torgau.station.home;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import torgau.journal.Code;

/// A passphrase, as typed or as it stands in a file of its own. It is never taken from the environment, where any
/// process of the same user could read it. `toString` shows nothing of it.
public final class Passphrase implements AutoCloseable {
    /// Characters of a new passphrase at least.
    public static final int MIN_CHARACTERS = 12;

    /// Bytes of a passphrase at most.
    public static final int MAX_BYTES = 1_024;

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /// What somebody typed. The array given is the passphrase's own from now on.
    public static Passphrase typed(char[] characters) {
        if (characters.length == 0 || characters.length > MAX_BYTES) {
            throw new HomeFault(
                    Code.PASSPHRASE_REFUSED,
                    "the passphrase has " + characters.length + " characters, allowed are 1 to " + MAX_BYTES);
        }
        return new Passphrase(characters);
    }

    /// The first line of a file that its owner alone can read.
    public static Passphrase inFile(Path file) {
        PrivateFiles.refuseOpenToOthers(file);
        byte[] bytes = PrivateFiles.read(file, MAX_BYTES + 2);
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return typed(firstLine(decoded.array(), decoded.limit()));
        } catch (CharacterCodingException fault) {
            throw new HomeFault(Code.PASSPHRASE_REFUSED, file + " is not UTF-8 text", fault);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static char[] firstLine(char[] text, int limit) {
        int end = 0;
        while (end < limit && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        char[] line = Arrays.copyOf(text, end);
        Arrays.fill(text, '\0');
        return line;
    }

    /// Refuses a passphrase too short for new keys.
    public Passphrase forNewKeys() {
        if (characters.length < MIN_CHARACTERS) {
            throw new HomeFault(
                    Code.PASSPHRASE_REFUSED,
                    "the passphrase has " + characters.length + " characters, new keys need " + MIN_CHARACTERS);
        }
        return this;
    }

    char[] characters() {
        return characters;
    }

    /// Whether the other is the same, typed again.
    public boolean same(Passphrase other) {
        return Arrays.equals(characters, other.characters);
    }

    /// Overwrites it in memory.
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }
}
