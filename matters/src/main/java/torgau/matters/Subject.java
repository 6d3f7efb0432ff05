package torgau.matters;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Procedure;
import torgau.journal.Act;
import torgau.journal.Reference;

/// What a matter is about, and between whom. Its opening entry settles that for good.
///
/// @param following the procedure that it follows, in the edition under which it was opened; null of a
///     conversation in free words, and of an edition that is not known here
public record Subject(Turn opening, Cast cast, @Nullable Procedure following) {
    /// @param suspensions at least all that the opening entry has seen
    static Subject of(Turn opening, Surroundings around, Suspensions suspensions) {
        Procedure following = opening.said() instanceof Turn.Said.Filed(Act.Notification act, var _)
                        && around.edition(opening, act.form(), suspensions)
                                instanceof Surroundings.Edition.Usable(Procedure edition)
                ? edition
                : null;
        return new Subject(opening, Cast.of(opening, around.roster()), following);
    }

    /// Whether it follows the procedure of a format, in the same edition.
    boolean follows(Act.Form form) {
        return following != null
                && opening.said() instanceof Turn.Said.Filed(Act.Notification act, var _)
                && act.form().procedure().equals(form.procedure())
                && act.form().edition() == form.edition();
    }

    /// The reference of the entry that opened it.
    public Reference id() {
        return opening.place();
    }

    boolean openedBy(Turn turn) {
        return turn.place().equals(id());
    }

    /// The procedure that it follows; empty of a conversation in free words, and of an edition that is
    /// not known here.
    public Optional<Procedure> procedure() {
        return Optional.ofNullable(following);
    }

    /// Code of the procedure that it follows; empty if it follows none.
    public String code() {
        return following == null ? "" : following.code();
    }

    /// The track that its opening entry names; empty if none.
    public String track() {
        return opening.said() instanceof Turn.Said.Filed(Act.Notification act, var _) ? act.track() : "";
    }
}
