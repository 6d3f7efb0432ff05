package torgau.station.formats;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import torgau.catalogue.Finding;
import torgau.catalogue.Procedure;
import torgau.catalogue.change.Change;
import torgau.catalogue.change.Changes;
import torgau.catalogue.check.CatalogueCheck;
import torgau.catalogue.yaml.CatalogueReader;
import torgau.journal.Code;
import torgau.matters.Proposal;
import torgau.station.home.CatalogueFolder;

/// The text of an edition that somebody means to propose, judged as every party will judge it.
///
/// @param procedure its code; empty if it names none
/// @param edition its number; 0 if it names none
/// @param inUse number of the edition in use; 0 if there is none
/// @param findings what is to be mended before it can be proposed
/// @param changes against the edition in use; nothing while it cannot be read whole
public record DraftedEdition(String procedure, int edition, int inUse, List<Finding> findings, List<Change> changes) {
    private static final Pattern CODE = Pattern.compile("(?m)^procedure: *[\"']?([A-Z][A-Z0-9]{1,4})[\"']? *(#.*)?$");
    private static final Pattern EDITION = Pattern.compile("(?m)^edition:");

    public DraftedEdition {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }

    /// Reads a text.
    ///
    /// @param proposals every edition that was proposed on this line
    public static DraftedEdition of(Formats formats, List<Proposal> proposals, String text) {
        Matcher code = CODE.matcher(text);
        String named = code.find() ? code.group(1) : "";
        return formats.current(named)
                .filter(each -> proposable(formats, each))
                .map(inUse -> of(formats, proposals, text, inUse))
                .orElseGet(() -> refused(text, named));
    }

    /// The short signals, and the procedure by which editions are proposed, are not changed so.
    private static boolean proposable(Formats formats, Procedure procedure) {
        return formats.agreed()
                && formats.catalogue().procedures().containsKey(procedure.code())
                && !procedure.code().equals(Proposal.BY);
    }

    private static DraftedEdition refused(String text, String code) {
        String what = code.isEmpty()
                ? "`procedure` names no procedure"
                : "`" + code + "` is no procedure of which an edition can be proposed on this line";
        return new DraftedEdition(
                code,
                0,
                0,
                List.of(new Finding(
                        "",
                        line(CODE, text),
                        Code.EDITION_OF_NOTHING,
                        what,
                        "begin with `procedure: CODE` of one that `torgau catalogue show` knows")),
                List.of());
    }

    private static DraftedEdition of(Formats formats, List<Proposal> proposals, String text, Procedure inUse) {
        String file = CatalogueReader.PROCEDURES + inUse.code() + ".yaml";
        CatalogueFolder folder = formats.texts();
        var texts = new TreeMap<>(folder.texts());
        texts.put(file, text);
        List<Finding> findings = CatalogueCheck.of(texts, folder.identical());
        if (!findings.isEmpty()) {
            return new DraftedEdition(inUse.code(), 0, inUse.edition(), findings, List.of());
        }
        Procedure drafted =
                CatalogueReader.read(texts).catalogue().procedure(inUse.code()).orElseThrow();
        List<Change> changes = Changes.between(inUse, drafted);
        var own = new Numbering(formats, proposals, inUse);
        Optional<Finding> number = own.fault(drafted, file, line(EDITION, text));
        Optional<Finding> same = changes.isEmpty()
                ? Optional.of(new Finding(
                        file,
                        0,
                        Code.EDITION_CHANGES_NOTHING,
                        "it says what edition " + inUse.edition() + " says",
                        "change what is to be changed"))
                : Optional.empty();
        return new DraftedEdition(
                inUse.code(),
                drafted.edition(),
                inUse.edition(),
                List.of(number, same).stream().flatMap(Optional::stream).toList(),
                changes);
    }

    private static int line(Pattern of, String text) {
        Matcher found = of.matcher(text);
        return found.find() ? 1 + (int) text.substring(0, found.start()).lines().count() : 0;
    }

    /// Which numbers are free.
    private record Numbering(Formats formats, List<Proposal> proposals, Procedure inUse) {
        Optional<Finding> fault(Procedure drafted, String file, int line) {
            int next = next();
            boolean free =
                    drafted.edition() > inUse.edition() && numbers().noneMatch(taken -> taken == drafted.edition());
            return free
                    ? Optional.empty()
                    : Optional.of(new Finding(
                            file,
                            line,
                            Code.EDITION_NUMBER_TAKEN,
                            "`edition: " + drafted.edition() + "` is taken, or not above edition " + inUse.edition()
                                    + " in use",
                            "write `edition: " + next + "`"));
        }

        private IntStream numbers() {
            return proposals.stream()
                    .filter(each -> each.procedure().equals(inUse.code()) && each.holds())
                    .mapToInt(Proposal::edition);
        }

        private int next() {
            int agreed = formats.catalogue()
                    .procedure(inUse.code())
                    .map(Procedure::edition)
                    .orElse(0);
            return 1 + Math.max(numbers().max().orElse(0), Math.max(agreed, inUse.edition()));
        }
    }
}
