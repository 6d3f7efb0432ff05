package torgau.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.station.home.Passphrase;
import torgau.station.text.Texts;

/// Where passphrases come from: a private file, or the person at the terminal. Never the environment, never an
/// argument.
record Passphrases(Prompt prompt, Texts texts) {
    private static final String OF_ROOT = "--root-passphrase-file";
    private static final String OF_STATION = "--passphrase-file";

    /// What opens the party's root key.
    Passphrase ofRoot(@Nullable Path file) {
        return of(file, "cli.prompt.root", OF_ROOT);
    }

    /// What opens the station key.
    Passphrase ofStation(@Nullable Path file) {
        return of(file, "cli.prompt.station", OF_STATION);
    }

    /// For a new root key; typed twice.
    Passphrase forNewRoot(@Nullable Path file) {
        return forNew(file, "cli.prompt.root.new", OF_ROOT);
    }

    /// For a new station key; typed twice.
    Passphrase forNewStation(@Nullable Path file) {
        return forNew(file, "cli.prompt.station.new", OF_STATION);
    }

    private Passphrase of(@Nullable Path file, String question, String option) {
        return file == null ? typed(texts.say(question), option) : Passphrase.inFile(file);
    }

    private Passphrase forNew(@Nullable Path file, String question, String option) {
        if (file != null) {
            return Passphrase.inFile(file).forNewKeys();
        }
        Passphrase first = typed(texts.say(question), option).forNewKeys();
        try (Passphrase again = typed(texts.say("cli.prompt.again"), option)) {
            if (!first.same(again)) {
                throw new Refused(Code.PASSPHRASE_REFUSED, texts.say("cli.prompt.differs"));
            }
        }
        return first;
    }

    private Passphrase typed(String question, String option) {
        Optional<char[]> typed = prompt.secret(question + " ");
        return Passphrase.typed(typed.orElseThrow(() ->
                new Refused(Code.NO_TERMINAL, "nobody can be asked for the passphrase; give " + option + " FILE")));
    }
}
