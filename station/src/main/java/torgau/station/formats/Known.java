package torgau.station.formats;

import java.util.Optional;
import torgau.catalogue.CodeList;
import torgau.catalogue.Common;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.journal.Act;

/// A format of the catalogue in the procedure that it serves.
public record Known(Common common, Procedure procedure, Format format) {
    /// How an entry names it.
    public Act.Form form() {
        return new Act.Form(procedure.code(), procedure.edition(), format.code());
    }

    /// A code list of its procedure, or one that all share.
    public Optional<CodeList> list(String name) {
        return procedure.list(name, common);
    }

    /// Whether it may open a matter.
    public boolean starts() {
        return procedure.lifecycle().start().containsKey(format.code());
    }

    /// Whether it may be filed in a matter that is open. A correction may be filed in every state.
    public boolean continues() {
        return format.code().equals(Formats.CORRECTION)
                || procedure.lifecycle().states().values().stream().anyMatch(moves -> moves.containsKey(format.code()));
    }
}
