package torgau.matters;

import java.util.Locale;
import java.util.Optional;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Text;
import torgau.journal.TrafficClass;

/// A sender's courtesy translation, and whether it may stand beside what it translates. The same rule
/// for whoever releases one and for whoever reads one.
///
/// @param party that translates
public record Courtesy(int party, TrafficClass trafficClass, Precedence precedence, Act.Translation act) {
    static Courtesy of(Turn turn, Act.Translation act) {
        return new Courtesy(turn.party(), turn.trafficClass(), turn.precedence(), act);
    }

    /// A translation as its sender put it on the journal.
    public static Courtesy of(Payload payload, Act.Translation act) {
        return new Courtesy(payload.feed().party(), payload.trafficClass(), payload.precedence(), act);
    }

    /// Whether two tags are of one language: their first parts are equal, whatever their case.
    public static boolean sameLanguage(String one, String other) {
        return primary(one).equals(primary(other));
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    /// Why it may not stand beside this entry; empty if it may.
    public Optional<Outcome.Voided> fault(Payload original) {
        Optional<String> language = Optional.ofNullable(
                        FreeTexts.of(original.act()).getOrDefault(act.part(), null))
                .map(Text::language);
        return original.feed().party() == party
                ? fault(language, original.trafficClass(), original.precedence())
                : notOurs();
    }

    /// The same of an entry of its matter; empty if it refers to none.
    Optional<Outcome.Voided> fault(Optional<Turn> original) {
        return original.filter(of -> of.party() == party)
                .map(of -> fault(of.language(act.part()), of.trafficClass(), of.precedence()))
                .orElseGet(Courtesy::notOurs);
    }

    private static Optional<Outcome.Voided> notOurs() {
        return voided(Code.NOT_OURS_TO_TRANSLATE, "translates no entry of its own party and matter");
    }

    private Optional<Outcome.Voided> fault(Optional<String> language, TrafficClass ofClass, Precedence ofPrecedence) {
        if (language.isEmpty()) {
            return voided(Code.NO_SUCH_TEXT, "what it translates has no free text `" + act.part() + "`");
        }
        if (sameLanguage(language.get(), act.text().language())) {
            return voided(Code.SAME_LANGUAGE, "the original is in " + language.get() + " too");
        }
        if (trafficClass != ofClass) {
            return voided(Code.ANOTHER_CLASS, trafficClass + " beside " + ofClass);
        }
        return precedence.compareTo(ofPrecedence) < 0
                ? voided(Code.TRANSLATION_TOO_URGENT, precedence + " beside " + ofPrecedence)
                : Optional.empty();
    }

    private static Optional<Outcome.Voided> voided(Code code, String detail) {
        return Optional.of(new Outcome.Voided(code, detail));
    }
}
