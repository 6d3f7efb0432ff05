package torgau.station.formats;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Finding;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.check.CatalogueCheck;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.journal.Act;
import torgau.station.home.CatalogueFolder;
import torgau.station.home.Home;
import torgau.station.home.HomeFault;

/// The formats that this station can file and read.
public final class Formats {
    /// The format that corrects or cancels others of its procedure. It is filed wherever a procedure says what may be
    /// corrected.
    public static final String CORRECTION = "CR";

    private final Supplier<Catalogue> catalogue;

    private Formats(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /// The catalogue that the program was built with. It passed all checks then, and is read when first asked for.
    private static final class BuiltIn {
        private static final Catalogue READ =
                CatalogueReader.read(CatalogueFolder.builtIn().texts()).catalogue();
    }

    /// The catalogue in the home's own folder if there is one, else the one that is built in.
    ///
    /// @throws HomeFault if the folder has a catalogue in which anything is to be mended; it names the first finding
    public static Formats of(Home home) {
        Path folder = home.catalogue();
        return Files.exists(folder, LinkOption.NOFOLLOW_LINKS) ? in(folder) : builtIn();
    }

    public static Formats builtIn() {
        return new Formats(() -> BuiltIn.READ);
    }

    private static Formats in(Path folder) {
        var texts = CatalogueFolder.in(folder);
        List<Finding> findings = CatalogueCheck.of(texts.texts(), texts.identical());
        if (!findings.isEmpty()) {
            Finding first = findings.getFirst();
            String all = findings.size() == 1 ? "" : "; the first of " + findings.size() + " findings";
            throw new HomeFault(
                    first.code(), folder.resolve(first.file()) + place(first) + " " + first.what() + "; "
                            + first.wayOut() + all);
        }
        Catalogue read = CatalogueReader.read(texts.texts()).catalogue();
        return new Formats(() -> read);
    }

    private static String place(Finding finding) {
        return finding.line() == 0 ? ":" : ":" + finding.line() + ":";
    }

    public Catalogue catalogue() {
        return catalogue.get();
    }

    /// The format that an entry names, if this station has that edition of it.
    public Optional<Known> find(Act.Form form) {
        return catalogue()
                .procedure(form.procedure())
                .filter(procedure -> procedure.edition() == form.edition())
                .flatMap(procedure -> find(procedure, form.format()));
    }

    /// A format of a procedure.
    public Optional<Known> find(Procedure procedure, String code) {
        return procedure
                .format(code)
                .or(() -> correction(procedure, code))
                .map(format -> new Known(catalogue().common(), procedure, format));
    }

    /// Every procedure that has a format of this code.
    public List<Known> named(String code) {
        return catalogue().procedures().values().stream()
                .flatMap(procedure -> find(procedure, code).stream())
                .toList();
    }

    /// A correction is as urgent, and to be shown to as few, as what opens a matter of its procedure.
    private Optional<Format> correction(Procedure procedure, String code) {
        List<String> correctable = procedure.correction().of();
        Format shared = catalogue().common().formats().get(CORRECTION);
        if (!code.equals(CORRECTION) || shared == null || correctable.isEmpty()) {
            return Optional.empty();
        }
        Format.Defaults defaults = procedure
                .format(correctable.getFirst())
                .map(Format::defaults)
                .orElse(shared.defaults());
        return Optional.of(new Format(
                shared.code(),
                shared.by(),
                correctable,
                shared.opens(),
                shared.title(),
                shared.readBack(),
                shared.fields(),
                defaults,
                shared.stage(),
                shared.phrase(),
                shared.note()));
    }
}
