package torgau.matters;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import torgau.catalogue.Procedure;
import torgau.catalogue.Words;
import torgau.catalogue.value.Value;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Reference;
import torgau.matters.Proposal.Standing;

/// A line on which edition 2 of the procedure UA is proposed, perhaps more than once, and filed in.
/// Every text that is proposed is the shipped procedure; its purpose tells in which matter it was
/// proposed.
final class EditionScene {
    static final Map<String, Value> NUMBERED =
            Map.of("format", new Value.Name("UA"), "new_edition", new Value.Count(2, 2));

    final Scene scene = new Scene();

    /// Proposes a text, told from others by its number.
    Entry propose(int station, int text) {
        return propose(station, text, 0);
    }

    /// @param after milliseconds after the start of the scene, from when it is to be used
    Entry propose(int station, int text, long after) {
        var values = new TreeMap<>(NUMBERED);
        values.put("start", new Value.Instant(Scene.START + after));
        values.put("text", new Value.Attachment("UA-2.yaml", new Digest(0, 0, 0, text), new Digest(0, 0, 0, 7), 100));
        return scene.file(station, "FV", "FV", values, null);
    }

    /// Answers a proposal, or withdraws or corrects one.
    Entry answer(int station, String format, Entry to) {
        var values = new TreeMap<String, Value>();
        if (!format.equals("WD") && !format.equals("CR")) {
            values.putAll(NUMBERED);
        }
        if (format.equals("FVA") || format.equals("FVR")) {
            values.put("start", new Value.Instant(Scene.START));
        }
        Reference matter = Objects.requireNonNullElse(to.payload().matter(), to.reference());
        return scene.file(station, "FV", format, values, matter, to.reference());
    }

    /// The proposer's position on a reservation.
    Entry position(int station, Entry reserved, String position) {
        var values = Map.<String, Value>of(
                "position", new Value.Code(position), "effective", new Value.Instant(Scene.START));
        return scene.file(
                station,
                "FV",
                "FVN",
                values,
                Objects.requireNonNull(reserved.payload().matter()),
                reserved.reference());
    }

    /// Opens a matter in edition 2 of UA.
    Entry file(int station) {
        return scene.say(station, Scene.notification("UA", 2, "UA", Scene.values("UA", "UA")), null);
    }

    List<Standing> standings(Entry... proposed) {
        var byPlace = new TreeMap<Reference, Standing>();
        read().proposals().forEach(each -> byPlace.put(each.matter(), each.standing()));
        return List.of(proposed).stream()
                .map(each -> byPlace.get(each.reference()))
                .toList();
    }

    /// All that was said, read in total order.
    Book read() {
        Book book = book();
        scene.all.stream().sorted().forEach(book::add);
        return book;
    }

    /// An empty book.
    Book book() {
        var byPlace = new TreeMap<Reference, Entry>();
        scene.all.forEach(entry -> byPlace.put(entry.reference(), entry));
        return new Book(
                new Scene.Texts(EditionScene::adopted),
                scene.roster(),
                place -> Optional.ofNullable(byPlace.get(place)),
                100);
    }

    /// The matter in which the text was proposed by which an entry was judged, or the code that says why
    /// there is none.
    static String used(Book book, Entry entry) {
        Matter matter = book.matter(entry.reference()).orElseThrow();
        return matter.outcome(entry.reference()) instanceof Outcome.Voided barred
                ? barred.code().code()
                : matter.subject()
                        .procedure()
                        .flatMap(each -> each.purpose().in("en"))
                        .orElse("unknown");
    }

    private static Optional<Procedure> adopted(Proposal proposal) {
        Procedure shipped =
                Scene.READ.catalogue().procedure(proposal.procedure()).orElseThrow();
        return Optional.of(new Procedure(
                shipped.code(),
                proposal.edition(),
                shipped.theme(),
                shipped.title(),
                Words.of(Map.of("en", proposal.matter().toString())),
                shipped.bases(),
                shipped.authentic(),
                shipped.roles(),
                shipped.suspension(),
                shipped.correction(),
                shipped.formats(),
                shipped.lifecycle(),
                shipped.clocks(),
                shipped.leadTimes(),
                shipped.standing(),
                shipped.calendar(),
                shipped.rows(),
                shipped.quotas(),
                shipped.codes(),
                shipped.notes()));
    }
}
