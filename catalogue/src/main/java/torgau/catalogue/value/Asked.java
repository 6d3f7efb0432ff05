package torgau.catalogue.value;

import java.util.Map;
import java.util.Set;
import torgau.catalogue.Field;
import torgau.catalogue.OnlyIf;

/// Whether a field is asked for, by what stands in the fields before it.
enum Asked {
    YES,
    NO,
    /// What decides it was given and cannot be read.
    UNKNOWN;

    /// @param values of the fields before it, as far as they could be read
    /// @param given names of the fields that were given at all
    static Asked of(Field field, Map<String, Value> values, Set<String> given) {
        OnlyIf onlyIf = field.onlyIf();
        if (onlyIf == null) {
            return YES;
        }
        Value said = values.get(onlyIf.field());
        if (said == null && given.contains(onlyIf.field())) {
            return UNKNOWN;
        }
        return said instanceof Value.Code(String code) && onlyIf.items().contains(code) ? YES : NO;
    }
}
