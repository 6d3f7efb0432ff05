package torgau.station.formats;

import java.util.Map;
import java.util.Optional;
import torgau.catalogue.Catalogue;
import torgau.catalogue.CodeList;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.matters.Surroundings.Editions;

/// The editions of procedures that this station has, for those who fold matters.
public record AgreedEditions(Formats formats) implements Editions {
    private Catalogue catalogue() {
        return formats.catalogue();
    }

    @Override
    public Optional<Procedure> procedure(String code, int edition) {
        return catalogue().procedure(code).filter(procedure -> formats.agreed() && procedure.edition() == edition);
    }

    @Override
    public Optional<Format> shared(String code) {
        Map<String, Format> shared = catalogue().common().formats();
        return Optional.ofNullable(shared.get(code));
    }

    @Override
    public Optional<CodeList> list(Procedure procedure, String name) {
        return procedure.list(name, catalogue().common());
    }
}
