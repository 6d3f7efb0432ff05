package torgau.station.formats;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Finding;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.check.CatalogueCheck;
import torgau.catalogue.glossary.Glossary;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.catalogue.yaml.Identity;
import torgau.journal.Act;
import torgau.journal.Digest;
import torgau.station.home.CatalogueFolder;
import torgau.station.home.Home;
import torgau.station.home.HomeFault;

/// The formats that this station can file and read.
public final class Formats {
    /// The format that corrects or cancels others of its procedure. It is filed wherever a procedure
    /// says what may be corrected.
    public static final String CORRECTION = "CR";

    private final Supplier<Held> held;
    private final @Nullable Digest agreed;

    /// @param agreed hash of the catalogue that the agreement names; null: whatever is held
    private Formats(Supplier<Held> held, @Nullable Digest agreed) {
        this.held = held;
        this.agreed = agreed;
    }

    /// A catalogue and its hash.
    private record Held(Catalogue catalogue, Glossary glossary, Digest hash) {
        static Held of(CatalogueReader.Read read) {
            return new Held(read.catalogue(), read.glossary(), Identity.of(read).hash());
        }
    }

    /// The catalogue that the program was built with. It passed all checks then, and is read when first
    /// asked for.
    private static final class BuiltIn {
        private static final Held READ =
                Held.of(CatalogueReader.read(CatalogueFolder.builtIn().texts()));
    }

    /// The catalogue in the home's own folder if there is one, else the one that is built in.
    ///
    /// @param agreed hash of the catalogue that the line has agreed on: another one is held, but nothing
    ///     is filed from it and nothing read by it; null: whatever is held is taken
    /// @throws HomeFault if the folder has a catalogue in which anything is to be mended; it names the
    ///     first finding
    public static Formats of(Home home, @Nullable Digest agreed) {
        Path folder = home.catalogue();
        return Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                ? in(folder, agreed)
                : new Formats(() -> BuiltIn.READ, agreed);
    }

    /// The catalogue that is built in, as if it were agreed.
    public static Formats builtIn() {
        return new Formats(() -> BuiltIn.READ, null);
    }

    private static Formats in(Path folder, @Nullable Digest agreed) {
        var texts = CatalogueFolder.in(folder);
        List<Finding> findings = CatalogueCheck.of(texts.texts(), texts.identical());
        if (!findings.isEmpty()) {
            Finding first = findings.getFirst();
            String all = findings.size() == 1 ? "" : "; the first of " + findings.size() + " findings";
            throw new HomeFault(
                    first.code(),
                    folder.resolve(first.file()) + place(first) + " " + first.what() + "; " + first.wayOut() + all);
        }
        Held read = Held.of(CatalogueReader.read(texts.texts()));
        return new Formats(() -> read, agreed);
    }

    private static String place(Finding finding) {
        return finding.line() == 0 ? ":" : ":" + finding.line() + ":";
    }

    public Catalogue catalogue() {
        return held.get().catalogue();
    }

    /// The agreed words of the catalogue that is held.
    public Glossary glossary() {
        return held.get().glossary();
    }

    /// The hash of the catalogue that is held.
    public Digest hash() {
        return held.get().hash();
    }

    /// Whether the catalogue that is held is the one that the line has agreed on.
    public boolean agreed() {
        return agreed == null || agreed.equals(hash());
    }

    /// The format that an entry names, if this station has that edition of it.
    public Optional<Known> find(Act.Form form) {
        return catalogue()
                .procedure(form.procedure())
                .filter(procedure -> agreed() && procedure.edition() == form.edition())
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
        return catalogue().all().stream()
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
        Format.Defaults defaults =
                procedure.format(correctable.getFirst()).map(Format::defaults).orElse(shared.defaults());
        return Optional.of(new Format(
                shared.code(),
                shared.by(),
                correctable,
                Format.Whose.OWN,
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
