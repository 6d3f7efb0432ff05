package torgau.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import torgau.catalogue.value.FilingReader;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.Raw;
import torgau.catalogue.value.Value;
import torgau.catalogue.yaml.CatalogueReader;

/// Every filed example of the catalogue of this repository, and of what its procedures share.
public final class Examples {
    private Examples() {}

    /// One format filed as its example says.
    public record Example(Procedure procedure, Format format, NavigableMap<String, Value> values) {
        @Override
        public String toString() {
            return procedure.code() + "/" + format.code();
        }

        public Function<String, Optional<CodeList>> lists() {
            return name -> procedure.list(name, common());
        }

        @Override
        public NavigableMap<String, Value> values() {
            return new TreeMap<>(values);
        }
    }

    public static Common common() {
        return Shipped.READ.catalogue().common();
    }

    /// Those of one procedure, in its order; of what it includes, with the examples of the common part.
    public static List<Example> of(Procedure procedure) {
        var examples = new ArrayList<Example>();
        for (Format format : procedure.formats().values()) {
            Raw own = written(CatalogueReader.PROCEDURES + procedure.code() + ".yaml", format.code());
            Raw raw = own instanceof Raw.Pairs ? own : written(CatalogueReader.COMMON, format.code());
            if (raw instanceof Raw.Pairs pairs) {
                var read = FilingReader.read(
                        format.fields(), pairs, name -> procedure.list(name, common()), MadeUpNumbers.ANY);
                examples.add(new Example(procedure, format, read.values()));
            }
        }
        return examples;
    }

    /// Those of every procedure; what several include, once.
    public static List<Example> all() {
        var seen = new TreeSet<String>();
        return Shipped.READ.catalogue().procedures().values().stream()
                .flatMap(procedure -> of(procedure).stream())
                .filter(example ->
                        !common().formats().containsKey(example.format().code())
                                || seen.add(example.format().code()))
                .toList();
    }

    private static Raw written(String file, String format) {
        return Shipped.READ.trees().get(file).at("examples").maybe(format).raw();
    }
}
