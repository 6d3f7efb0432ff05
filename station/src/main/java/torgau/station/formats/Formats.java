package torgau.station.formats;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
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
import torgau.matters.Proposal;
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
    private final AtomicReference<Since> since = new AtomicReference<>(new Since(new TreeMap<>(), Set.of()));

    /// @param agreed hash of the catalogue that the agreement names; null: whatever is held
    private Formats(Supplier<Held> held, @Nullable Digest agreed) {
        this.held = held;
        this.agreed = agreed;
    }

    /// A catalogue and its hash.
    private record Held(Catalogue catalogue, Glossary glossary, Digest hash, CatalogueFolder texts) {
        static Held of(CatalogueFolder texts) {
            CatalogueReader.Read read = CatalogueReader.read(texts.texts());
            return new Held(read.catalogue(), read.glossary(), Identity.of(read).hash(), texts);
        }
    }

    /// An edition that could be used at some time after the line was founded.
    ///
    /// @param current whether it is accepted still, and its time has come
    public record Adopted(Procedure procedure, Proposal proposal, boolean current) {
        String key() {
            return Formats.key(procedure.code(), procedure.edition());
        }
    }

    /// What came since the line was founded.
    ///
    /// @param adopted by key
    /// @param disputed keys under which different texts could be used: none of them is
    private record Since(NavigableMap<String, Adopted> adopted, Set<String> disputed) {}

    /// The catalogue that the program was built with. It passed all checks then, and is read when first
    /// asked for.
    private static final class BuiltIn {
        private static final Held READ = Held.of(CatalogueFolder.builtIn());
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
        Held read = Held.of(texts);
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

    /// The texts of the catalogue that is held.
    CatalogueFolder texts() {
        return held.get().texts();
    }

    static String key(String code, int edition) {
        return code + "/" + edition;
    }

    /// Replaces the editions that could be used at some time since the line was founded.
    ///
    /// @param disputed keys under which different texts could be: nothing is read or filed by them
    void adopt(NavigableMap<String, Adopted> editions, Set<String> disputed) {
        var undisputed = new TreeMap<>(editions);
        undisputed.keySet().removeAll(disputed);
        since.set(new Since(undisputed, Set.copyOf(disputed)));
    }

    /// An edition that could be used at some time since the line was founded.
    public Optional<Adopted> adopted(String code, int edition) {
        return Optional.ofNullable(since.get().adopted().get(key(code, edition)));
    }

    /// Every edition that could be used at some time since the line was founded, and is in doubt
    /// nowhere.
    public List<Adopted> adopted() {
        return List.copyOf(since.get().adopted().values());
    }

    /// Whether different texts could be used under one number, so that whoever filed in it may have
    /// meant either.
    public boolean disputed(String code, int edition) {
        return since.get().disputed().contains(key(code, edition));
    }

    /// A procedure in the newest edition that is in use.
    public Optional<Procedure> current(String code) {
        return catalogue().procedure(code).map(this::current);
    }

    private Procedure current(Procedure agreed) {
        return since.get().adopted().values().stream()
                .filter(edition ->
                        edition.current() && edition.procedure().code().equals(agreed.code()))
                .map(Adopted::procedure)
                .reduce(agreed, (one, other) -> other.edition() > one.edition() ? other : one);
    }

    /// Every procedure in the newest edition that is in use.
    public List<Procedure> current() {
        return catalogue().all().stream().map(this::current).toList();
    }

    /// A procedure in an edition that was agreed on or could be used at some time.
    public Optional<Procedure> edition(String code, int edition) {
        return catalogue()
                .procedure(code)
                .filter(procedure -> agreed() && procedure.edition() == edition)
                .or(() -> adopted(code, edition).map(Adopted::procedure));
    }

    /// The same, if something can be filed in it now.
    public Optional<Procedure> inUse(String code, int edition) {
        return edition(code, edition)
                .filter(_ -> adopted(code, edition).map(Adopted::current).orElse(true));
    }

    /// A procedure in every edition that can be read, the one in use first; none if there is no such
    /// procedure.
    public List<Procedure> editions(String code) {
        var all = new LinkedHashSet<Procedure>();
        current(code).ifPresent(all::add);
        catalogue().procedure(code).ifPresent(all::add);
        since.get().adopted().values().stream()
                .map(Adopted::procedure)
                .filter(procedure -> procedure.code().equals(code))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /// The catalogue with the edition that an entry names in its place.
    public Catalogue catalogue(Act.Form form) {
        Catalogue agreed = catalogue();
        return adopted(form.procedure(), form.edition())
                .map(edition -> {
                    var procedures = new TreeMap<>(agreed.procedures());
                    procedures.put(form.procedure(), edition.procedure());
                    return new Catalogue(agreed.common(), procedures, agreed.signals(), agreed.signalling());
                })
                .orElse(agreed);
    }

    /// Whether the catalogue that is held is the one that the line has agreed on.
    public boolean agreed() {
        return agreed == null || agreed.equals(hash());
    }

    /// The format that an entry names, if this station has that edition of it.
    public Optional<Known> find(Act.Form form) {
        return edition(form.procedure(), form.edition()).flatMap(procedure -> find(procedure, form.format()));
    }

    /// A format of a procedure.
    public Optional<Known> find(Procedure procedure, String code) {
        return procedure
                .format(code)
                .or(() -> correction(procedure, code))
                .map(format -> new Known(catalogue().common(), procedure, format));
    }

    /// Every procedure that has a format of this code in the newest edition that is in use.
    public List<Known> named(String code) {
        return current().stream()
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
