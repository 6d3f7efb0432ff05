package torgau.station.heart;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.JournalView;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.TrafficClass;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Rules;
import torgau.matters.Counterparts;
import torgau.matters.Courtesy;
import torgau.matters.Suspensions;
import torgau.matters.Turn;

/// What an officer may release now. A refusal names the value and the way out; nothing is lost, the
/// draft stays.
final class Releases {
    private static final long HOUR_MILLIS = 3_600_000;

    private final int party;
    private final Deque<Long> flashes = new ArrayDeque<>();

    Releases(int party) {
        this.party = party;
    }

    /// Why the draft may not be released; empty if it may.
    Optional<Effect.Result.Refused> refusal(
            Draft draft, JournalView journal, Roster roster, Suspensions suspensions, Moment now) {
        Rules rules = roster.agreement().rules();
        Payload said = translated(draft, journal);
        Act act = said == null ? draft.act() : said.act();
        boolean open = suspensions.permits(
                act,
                said == null ? draft.trafficClass() : said.trafficClass(),
                said == null ? draft.precedence() : said.precedence(),
                rules.neverSuspended(),
                now.wall(),
                counterpart(act, draft, journal, roster));
        if (!open) {
            return refused(
                    Code.SUSPENDED,
                    "the line is suspended; " + draft.trafficClass() + " " + draft.precedence() + form(draft.act())
                            + " is not among what stays open");
        }
        return addressees(draft, roster)
                .or(() -> places(draft, journal))
                .or(() -> act(draft, journal, rules, suspensions));
    }

    /// Which suspensions of a counterpart cover what is to be released.
    private Predicate<Suspensions.Standing> counterpart(Act act, Draft draft, JournalView journal, Roster roster) {
        Turn opening = Optional.ofNullable(draft.matter())
                .flatMap(journal::entry)
                .map(Turn::of)
                .orElse(null);
        return act instanceof Act.Notification filed
                ? new Counterparts(roster.agreement()).format(party, filed.office(), opening, draft.to())
                : Counterparts.NONE;
    }

    /// What a courtesy translation translates; null of another act, and if it is not held.
    private static @Nullable Payload translated(Draft draft, JournalView journal) {
        return draft.act() instanceof Act.Translation && draft.refs().size() == 1
                ? journal.entry(draft.refs().getFirst()).map(Entry::payload).orElse(null)
                : null;
    }

    private static String form(Act act) {
        return act instanceof Act.Notification filed ? " " + filed.form() : "";
    }

    /// Why the draft may not go to whom it is addressed; empty if it may.
    Optional<Effect.Result.Refused> addressees(Draft draft, Roster roster) {
        for (int addressed : draft.to()) {
            if (addressed == party || addressed > roster.agreement().parties().size()) {
                return refused(Code.UNKNOWN_ADDRESSEE, "party " + addressed + " cannot be addressed by party " + party);
            }
        }
        return Optional.empty();
    }

    private static Optional<Effect.Result.Refused> places(Draft draft, JournalView journal) {
        for (Reference place : draft.refs()) {
            if (journal.standing(place).isEmpty()) {
                return refused(Code.UNKNOWN_REFERENCE, "no entry is held at " + place);
            }
        }
        Reference matter = draft.matter();
        return matter != null && journal.standing(matter).isEmpty()
                ? refused(Code.UNKNOWN_REFERENCE, "no entry is held at " + matter)
                : Optional.empty();
    }

    private Optional<Effect.Result.Refused> act(
            Draft draft, JournalView journal, Rules rules, Suspensions suspensions) {
        return switch (draft.act()) {
            case Act.Message message -> urgent(words(message.text().words()), draft, rules);
            case Act.Notification filed -> urgent(FreeWords.in(filed), draft, rules);
            case Act.Acknowledgement _ -> acknowledgement(draft, journal);
            case Act.Translation translation ->
                courtesy(draft, translation, journal)
                        .or(() -> urgent(words(translation.text().words()), draft, rules));
            case Act.Resumption _ ->
                draft.refs().isEmpty() || !draft.refs().stream().allMatch(place -> own(suspensions, place))
                        ? refused(
                                Code.NOT_OURS_TO_RESUME,
                                "a party lifts only its own standing suspensions: " + draft.refs())
                        : Optional.empty();
            case Act.Suspension _, Act.Amendment _ -> Optional.empty();
            case Act.LinkTest _, Act.KeyOffer _, Act.Seen _, Act.Unknown _ ->
                refused(Code.NOT_FOR_OFFICERS, "this act is made by the station itself");
        };
    }

    private Optional<Effect.Result.Refused> courtesy(Draft draft, Act.Translation act, JournalView journal) {
        if (draft.refs().size() != 1) {
            return refused(
                    Code.NOT_OURS_TO_TRANSLATE,
                    "a translation refers to one entry, not " + draft.refs().size());
        }
        Entry original = journal.entry(draft.refs().getFirst()).orElseThrow();
        return new Courtesy(party, draft.trafficClass(), draft.precedence(), act)
                .fault(original.payload())
                .map(fault -> new Effect.Result.Refused(fault.code(), fault.detail()))
                .or(() -> inItsMatter(draft, original));
    }

    private static Optional<Effect.Result.Refused> inItsMatter(Draft draft, Entry original) {
        Reference matter = original.payload().matter();
        return (matter == null ? original.reference() : matter).equals(draft.matter())
                ? Optional.empty()
                : refused(Code.NOT_OURS_TO_TRANSLATE, "a translation belongs to the matter of what it translates");
    }

    private boolean own(Suspensions suspensions, Reference place) {
        Suspensions.Standing standing = suspensions.standing().get(place);
        return standing != null && standing.party() == party;
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    /// What is urgent is short: it is read in a hurry, and translated in one.
    private static Optional<Effect.Result.Refused> urgent(int words, Draft draft, Rules rules) {
        return draft.precedence().urgent() && words > rules.urgentWords()
                ? refused(
                        Code.URGENT_TOO_LONG, words + " words; " + draft.precedence() + " takes " + rules.urgentWords())
                : Optional.empty();
    }

    private Optional<Effect.Result.Refused> acknowledgement(Draft draft, JournalView journal) {
        if (draft.refs().size() != 1) {
            return refused(
                    Code.ACKNOWLEDGES_ONE,
                    "an acknowledgement refers to one entry, not "
                            + draft.refs().size());
        }
        Reference of = draft.refs().getFirst();
        boolean automatic = journal.entry(of).orElseThrow().payload().automatic();
        return of.feed().party() == party || automatic
                ? refused(
                        Code.NOT_OURS_TO_ACKNOWLEDGE, of + (automatic ? " is automatic" : " was said by our own party"))
                : Optional.empty();
    }

    /// The precedence that the agreed hourly quota of FLASH leaves; the quota is used up by calling
    /// this.
    Precedence withinQuota(Draft draft, Rules rules, Moment now) {
        if (draft.precedence() != Precedence.FLASH || draft.trafficClass() == TrafficClass.TEST) {
            return draft.precedence();
        }
        while (!flashes.isEmpty() && now.steady() - flashes.peekFirst() >= HOUR_MILLIS) {
            flashes.removeFirst();
        }
        if (flashes.size() >= rules.flashPerHour()) {
            return Precedence.IMMEDIATE;
        }
        flashes.addLast(now.steady());
        return Precedence.FLASH;
    }

    private static Optional<Effect.Result.Refused> refused(Code code, String detail) {
        return Optional.of(new Effect.Result.Refused(code, detail));
    }
}
