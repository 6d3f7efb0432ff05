package torgau.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Label;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;

/// One kind of notification.
///
/// @param by the role that files it
/// @param mustFollow formats of which one must be among its references; none if empty
/// @param whose by whom that one must have been filed
/// @param opens the procedure of the matter that it opens beside its own
/// @param readBack fields that a reader restates
/// @param stage of an acknowledgement that this format is; null if it is a notification
/// @param phrase its sentence
/// @param note what an officer must know; shown beside the form
public record Format(
        String code,
        String by,
        List<String> mustFollow,
        Whose whose,
        @Nullable String opens,
        Words title,
        List<String> readBack,
        List<Field> fields,
        Defaults defaults,
        @Nullable String stage,
        @Nullable Words phrase,
        @Nullable Words note) {
    public Format {
        mustFollow = List.copyOf(mustFollow);
        readBack = List.copyOf(readBack);
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /// What an entry of this format has unless its author says otherwise.
    ///
    /// @param signatures of officers before release: one or two
    public record Defaults(
            TrafficClass trafficClass, Precedence precedence, Label label, Effect effect, int signatures) {}

    /// By which side a format was filed that another one follows.
    public enum Whose {
        ANY,
        /// Another party than the one that follows it.
        OTHER,
        /// The party that follows it.
        OWN;

        /// Whether `follower` may follow what `author` filed; both are numbers of parties.
        public boolean permits(int author, int follower) {
            return this == ANY || (author == follower) == (this == OWN);
        }
    }

    /// What an agreed text does in law.
    public enum Effect {
        RECORD_ONLY,
        POLITICAL,
        BINDING
    }
}
