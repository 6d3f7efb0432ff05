package torgau.station.formats;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import torgau.catalogue.Catalogue;
import torgau.catalogue.CodeList;
import torgau.catalogue.Finding;
import torgau.catalogue.Format;
import torgau.catalogue.Procedure;
import torgau.catalogue.check.CatalogueCheck;
import torgau.catalogue.value.SealedFile;
import torgau.catalogue.value.Value;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.matters.Proposal;
import torgau.matters.Surroundings.Editions;
import torgau.station.home.CatalogueFolder;

/// The editions of procedures that this station has: those agreed on, and the texts of those that were
/// proposed. A text is read by the same reader and judged by the same checks as the catalogue itself;
/// one in which anything is to be mended is never used. All are kept for ever.
public final class Library implements Editions {
    /// Texts that are read at once; the next ones wait until the matters have been looked at.
    private static final int MOST_AT_ONCE = 8;
    private static final int MOST_FINDINGS = 50;

    private final Formats formats;
    private final Map<Key, Verdict> read = new HashMap<>();
    private final Set<Key> missed = new HashSet<>();

    /// What was proposed: one text may be proposed as several editions, and be good as one of them.
    private record Key(String procedure, int edition, Value.Attachment text) {}

    public Library(Formats formats) {
        this.formats = formats;
    }

    /// What a proposed text came to.
    ///
    /// @param procedure empty if anything is to be mended in it
    public record Verdict(Optional<Procedure> procedure, List<Finding> findings) {
        public Verdict {
            findings = List.copyOf(findings);
        }

        static Verdict good(Procedure procedure) {
            return new Verdict(Optional.of(procedure), List.of());
        }

        static Verdict refused(Proposal proposal, String what) {
            return new Verdict(
                    Optional.empty(),
                    List.of(new Finding(
                            file(proposal), 0, Code.CATALOGUE_VALUE_REFUSED, what, "propose it anew as it should be")));
        }
    }

    /// Reads the texts that have come since.
    ///
    /// @param blobs those that are here
    /// @return whether one was learnt that had been asked for in vain, so that matters are to be folded
    ///     anew
    public boolean learn(List<Proposal> proposals, Function<Digest, Optional<byte[]>> blobs) {
        boolean wanted = false;
        int left = formats.agreed() ? MOST_AT_ONCE : 0;
        for (Proposal proposal : proposals) {
            if (left > 0 && verdict(proposal).isEmpty()) {
                Optional<Verdict> verdict = read(proposal, blobs);
                left -= verdict.isPresent() ? 1 : 0;
                wanted |= verdict.filter(each -> keep(proposal, each)).isPresent();
            }
        }
        return wanted;
    }

    /// Whether it had been asked for in vain.
    private synchronized boolean keep(Proposal proposal, Verdict verdict) {
        read.put(key(proposal), verdict);
        return missed.remove(key(proposal)) && verdict.procedure().isPresent();
    }

    private static Key key(Proposal proposal) {
        return new Key(proposal.procedure(), proposal.edition(), proposal.text());
    }

    /// From now on this is shown by, and filed in, the editions that were accepted. Where different
    /// texts were accepted under one number, neither is.
    ///
    /// @param now milliseconds UTC
    public void use(List<Proposal> proposals, long now) {
        var adopted = new TreeMap<String, Formats.Adopted>();
        var disputed = new TreeSet<String>();
        for (Proposal proposal : proposals) {
            verdict(proposal)
                    .filter(_ -> proposal.accepted())
                    .flatMap(Verdict::procedure)
                    .map(procedure -> new Formats.Adopted(
                            procedure, proposal, proposal.standing().usable() && proposal.from() <= now))
                    .ifPresent(edition -> {
                        Formats.Adopted before = adopted.putIfAbsent(edition.key(), edition);
                        if (before != null && !before.procedure().equals(edition.procedure())) {
                            disputed.add(edition.key());
                        }
                    });
        }
        formats.adopt(adopted, disputed);
    }

    /// What the text of a proposal came to; nothing while it is not here.
    public synchronized Optional<Verdict> verdict(Proposal proposal) {
        return Optional.ofNullable(read.get(key(proposal)));
    }

    private Optional<Verdict> read(Proposal proposal, Function<Digest, Optional<byte[]>> blobs) {
        Optional<String> fault = fault(proposal);
        return fault.isPresent()
                ? fault.map(what -> Verdict.refused(proposal, what))
                : blobs.apply(proposal.text().blob())
                        .map(blob -> SealedFile.open(proposal.text(), blob)
                                .map(text -> verdict(proposal, text))
                                .orElseGet(() -> Verdict.refused(proposal, "it does not open under its key")));
    }

    /// Why a text is of no use, whatever it says.
    private Optional<String> fault(Proposal proposal) {
        Optional<Procedure> agreed = formats.catalogue().procedure(proposal.procedure());
        if (agreed.filter(procedure -> procedure.edition() < proposal.edition()).isEmpty()) {
            return Optional.of("it follows no edition that is agreed on");
        }
        if (proposal.procedure().equals(Proposal.BY)) {
            return Optional.of("this procedure is changed by an amendment alone");
        }
        return proposal.text().length() > CatalogueFolder.MAX_FILE_BYTES
                ? Optional.of("it has " + proposal.text().length() + " bytes")
                : Optional.empty();
    }

    private Verdict verdict(Proposal proposal, byte[] bytes) {
        try {
            CatalogueFolder agreed = formats.texts();
            var texts = new TreeMap<>(agreed.texts());
            texts.put(
                    file(proposal),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
            List<Finding> findings = CatalogueCheck.of(texts, agreed.identical());
            return findings.isEmpty()
                    ? CatalogueReader.read(texts)
                            .catalogue()
                            .procedure(proposal.procedure())
                            .filter(each -> each.edition() == proposal.edition())
                            .map(Verdict::good)
                            .orElseGet(() -> Verdict.refused(proposal, "it is another edition than proposed"))
                    : new Verdict(
                            Optional.empty(),
                            findings.stream().limit(MOST_FINDINGS).toList());
        } catch (CharacterCodingException notText) {
            return Verdict.refused(proposal, "it is no text in UTF-8");
        } catch (RuntimeException bug) {
            // what somebody proposes must not stop the matters, even through a bug of ours
            return Verdict.refused(
                    proposal, "it cannot be read: " + bug.getClass().getSimpleName());
        }
    }

    private static String file(Proposal proposal) {
        return CatalogueReader.PROCEDURES + proposal.procedure() + ".yaml";
    }

    private Catalogue catalogue() {
        return formats.catalogue();
    }

    @Override
    public Optional<Procedure> procedure(String code, int edition) {
        return catalogue().procedure(code).filter(procedure -> formats.agreed() && procedure.edition() == edition);
    }

    @Override
    public List<Procedure> agreed() {
        return formats.agreed() ? List.copyOf(catalogue().procedures().values()) : List.of();
    }

    @Override
    public synchronized Optional<Procedure> adopted(Proposal proposal) {
        Optional<Verdict> verdict = verdict(proposal);
        if (verdict.isEmpty()) {
            missed.add(key(proposal));
        }
        return verdict.flatMap(Verdict::procedure);
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
