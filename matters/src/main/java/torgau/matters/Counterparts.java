package torgau.matters;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Office;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Party;

/// What a suspension of a counterpart covers. Its name is the code of another party, or names an office
/// of another party by its title, its capacity, or both with a comma and a blank between.
///
/// @param agreement names the parties
public record Counterparts(Agreement agreement) {
    /// Of what nobody in particular is the counterpart.
    public static final Predicate<Suspensions.Standing> NONE = _ -> false;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /// Those that cover a format: between their party and the other party that they name; or filed by
    /// the office that they name, or by their party in a matter which that office opened.
    ///
    /// @param author party that files it
    /// @param opening entry that opened its matter; null if it opens one itself
    /// @param to whom it is addressed to, if it opens one; empty: all
    public Predicate<Suspensions.Standing> format(int author, Office office, @Nullable Turn opening, List<Integer> to) {
        int opener = opening == null ? author : opening.party();
        List<Integer> addressed = opening == null ? to : opening.to();
        return one -> counterpart(one)
                .filter(_ -> takesPart(one.party(), opener, addressed))
                .filter(name -> {
                    Optional<Party> other = other(one, name);
                    boolean own = author == one.party();
                    return other.isPresent()
                            ? takesPart(other.get().number(), opener, addressed)
                                    && (own || author == other.get().number())
                            : (!own && names(name, office)) || (own && opened(one, name, opening));
                })
                .isPresent();
    }

    /// Those under which what is awaited between two parties stands still: they are the one's and name
    /// the other, or an office of the other that opened the matter. What is awaited between any other
    /// two runs on.
    public Predicate<Suspensions.Standing> clocks(Between between) {
        return one -> counterpart(one)
                .filter(_ -> between.has(one.party()))
                .filter(name -> other(one, name)
                        .map(other -> between.has(other.number()))
                        .orElseGet(() -> between.openedByOther(one.party())
                                && names(
                                        name,
                                        between.opener().title(),
                                        between.opener().capacity())))
                .isPresent();
    }

    private static boolean takesPart(int party, int opener, List<Integer> addressed) {
        return party == opener || addressed.isEmpty() || addressed.contains(party);
    }

    private static Optional<String> counterpart(Suspensions.Standing one) {
        return one.act().scope() instanceof Act.Scope.Counterpart(String name) ? Optional.of(name) : Optional.empty();
    }

    private Optional<Party> other(Suspensions.Standing one, String name) {
        return agreement.party(name).filter(party -> party.number() != one.party());
    }

    private static boolean opened(Suspensions.Standing one, String name, @Nullable Turn opening) {
        return opening != null
                && opening.party() != one.party()
                && opening.said().office().filter(office -> names(name, office)).isPresent();
    }

    private static boolean names(String name, Office office) {
        return names(name, office.title(), office.capacity());
    }

    /// Whether a name names this office.
    public static boolean names(String name, String title, String capacity) {
        String folded = folded(name);
        return !folded.isEmpty()
                && (folded.equals(folded(title))
                        || folded.equals(folded(capacity))
                        || folded.equals(folded(title + ", " + capacity)));
    }

    /// What is compared of a name that somebody typed.
    public static String folded(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return BLANKS.matcher(composed).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
