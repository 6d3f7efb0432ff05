package torgau.station.home;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.crypto.RandomSource;

/// An officer's bearer token, in a file of its own. The station knows only its hash.
public final class Token {
    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,256}");

    private Token() {}

    /// The home's token, made now if there is none yet.
    public static String of(Home home, RandomSource random) {
        if (!Files.exists(home.token())) {
            create(home.token(), random);
        }
        return inFile(home.token());
    }

    /// Makes a token and its file.
    static String create(Path file, RandomSource random) {
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(RANDOM_BYTES));
        PrivateFiles.create(file, (fresh + "\n").getBytes(StandardCharsets.US_ASCII));
        return fresh;
    }

    /// What is kept of a token.
    public static Digest hash(String token) {
        return Digest.over(token.getBytes(StandardCharsets.UTF_8));
    }

    /// The token in a file that its owner alone can read.
    public static String inFile(Path file) {
        if (!Files.exists(file)) {
            throw new HomeFault(Code.FILE_UNREADABLE, file + " is not there: a station makes it when it first runs");
        }
        PrivateFiles.refuseOpenToOthers(file);
        String token = new String(PrivateFiles.read(file, Home.MAX_TOKEN_BYTES + 2), StandardCharsets.US_ASCII).strip();
        if (!FORM.matcher(token).matches()) {
            throw new HomeFault(Code.FILE_UNREADABLE, file + " does not hold a token of 16 to 256 characters");
        }
        return token;
    }
}
