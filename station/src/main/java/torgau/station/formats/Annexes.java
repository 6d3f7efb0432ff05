package torgau.station.formats;

import java.util.Optional;
import torgau.catalogue.value.Annex;
import torgau.catalogue.value.Fits;
import torgau.catalogue.value.Value;
import torgau.catalogue.value.Value.NotHere.Why;

/// The annexes of one entry, as far as this station has them.
public interface Annexes {
    /// Those of an entry whose annexes nobody needs.
    Annexes NONE = named -> new Found.Missing(Why.NOT_RECEIVED);

    /// The annex that a value names, or why it cannot be shown.
    Found find(Value.Annexed named);

    /// What was found.
    sealed interface Found {
        record Here(Annex annex) implements Found {}

        record Missing(Why why) implements Found {}
    }

    /// The annex, if it is here.
    default Optional<Annex> held(Value.Annexed named) {
        return find(named) instanceof Found.Here(Annex annex) ? Optional.of(annex) : Optional.empty();
    }

    /// What stands in the place of a value: what is in its annex if that is here and of the field's
    /// kind.
    ///
    /// @param format that has the field; empty if it is not known here
    default Value joined(Optional<Known> format, Optional<torgau.catalogue.Field> field, Value value) {
        if (!(value instanceof Value.Annexed named)) {
            return value;
        }
        return switch (find(named)) {
            case Found.Missing(Why why) -> new Value.NotHere(why);
            case Found.Here(Annex annex) -> {
                boolean fits = field.isEmpty()
                        || format.isEmpty()
                        || Fits.bare(field.get(), annex.value(), format.get()::list);
                yield fits ? annex.value() : new Value.NotHere(Why.UNREADABLE);
            }
        };
    }
}
