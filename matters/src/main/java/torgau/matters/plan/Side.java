package torgau.matters.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.value.Value;
import torgau.journal.Reference;

/// How an event stands for one side: nothing but what that side itself has said.
///
/// @param word null if it has said nothing of the status yet
/// @param owner the office in charge, as this side last named it
/// @param number in its own plan; empty if it gives none
/// @param when the dates that it last named
/// @param persons of this side, as it last gave them
/// @param suspended its suspensions that cover the event and are in force
public record Side(
        int party,
        @Nullable Word word,
        Value.@Nullable Office owner,
        String number,
        @Nullable When when,
        Value.@Nullable Count persons,
        List<Reference> suspended) {
    public Side {
        suspended = List.copyOf(suspended);
    }

    /// Whether it says so of the event, or has suspended what covers it.
    public boolean isSuspended() {
        return !suspended.isEmpty() || says(Status.SUSPENDED);
    }

    public boolean says(Status status) {
        return word != null && word.status() == status;
    }
}
