package torgau.catalogue.treaty;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import torgau.catalogue.render.Header;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.journal.Act;

/// What became of a text that was typed in.
public sealed interface TreatyText {
    /// It says this. Names and free texts are in the case in which they were typed.
    ///
    /// @param language whose labels it has
    /// @param written each field as a file would have it
    record Read(String language, Act.Form form, Header header, Raw.Pairs written, NavigableMap<String, Value> values)
            implements TreatyText {
        public Read {
            values = new TreeMap<>(values);
        }
    }

    /// It cannot be read as it stands, for these reasons; never empty.
    record Refused(List<TreatyFault> faults) implements TreatyText {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
