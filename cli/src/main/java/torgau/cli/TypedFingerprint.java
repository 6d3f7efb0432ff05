package torgau.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.journal.agreement.Fingerprint;
import torgau.station.text.Texts;

/// A fingerprint that somebody heard and typed. It is compared, and never shown: who sees it may well not listen.
record TypedFingerprint(Prompt prompt, Texts texts) {
    /// Refuses unless what is given with the option, or else is typed at the terminal, is `expected`.
    ///
    /// @param given with the option, if it was
    /// @param question key of what is asked
    /// @param what it is the fingerprint of, for a refusal
    void compare(Fingerprint expected, @Nullable String given, String question, String what) {
        String typed = Optional.ofNullable(given)
                .or(() -> prompt.line(texts.say(question) + " "))
                .orElseThrow(
                        () -> new Refused(Code.NO_TERMINAL, "nobody can be asked: give --fingerprint \"12345 …\""));
        Fingerprint heard = Fingerprint.typed(typed)
                .orElseThrow(() ->
                        new Refused(Code.FINGERPRINT_MISTYPED, "the check digits do not fit in " + typed.strip()));
        if (!heard.equals(expected)) {
            throw new Refused(Code.FINGERPRINT_DIFFERS, "the fingerprint typed is not that of " + what);
        }
    }
}
