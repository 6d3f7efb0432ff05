package torgau.matters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import torgau.journal.Entry;

/// What docs/spec/vectors/editions.json says: journals in which an edition is proposed, how far each
/// proposal came, and by which each entry in that edition was judged.
final class EditionVectors {
    static final Path FILE = Path.of("../docs/spec/vectors/editions.json");

    private EditionVectors() {}

    /// @param filed entries in edition 2 of UA
    record Case(String about, EditionScene line, List<Entry> filed) {}

    static List<Case> cases() {
        return List.of(
                made("Accepted by all, and used by those who have seen that.", (line, filed) -> {
                    Entry first = line.propose(Scene.BLUE, 1);
                    line.scene.tellAll();
                    filed.add(line.file(Scene.RED));
                    line.answer(Scene.RED, "FVA", first);
                    filed.add(line.file(Scene.BLUE));
                    line.scene.tellAll();
                    filed.add(line.file(Scene.BLUE));
                }),
                made("Accepted, and not used before the latest time that was named.", (line, filed) -> {
                    Entry first = line.propose(Scene.BLUE, 1, 60_000);
                    line.scene.tellAll();
                    line.answer(Scene.RED, "FVA", first);
                    filed.add(line.file(Scene.RED));
                    line.scene.now += 60_000;
                    filed.add(line.file(Scene.RED));
                }),
                made(
                        "Accepted with a reservation, on which the proposer states its position.",
                        (line, filed) -> reserved(line, filed, "noted")),
                made(
                        "Accepted with a reservation, to which the proposer objects.",
                        (line, filed) -> reserved(line, filed, "objection")),
                made(
                        "Accepted with a reservation; the proposer objects, and lets it be used.",
                        (line, filed) -> reserved(line, filed, "objection_used")),
                made("Accepted with a reservation that is given up by an acceptance.", (line, filed) -> {
                    Entry first = reserved(line, filed, "objection");
                    line.answer(Scene.RED, "FVA", first);
                    filed.add(line.file(Scene.RED));
                }),
                ended("Rejected.", Scene.RED, "FVJ"),
                ended("Withdrawn.", Scene.BLUE, "WD"),
                ended("Corrected by its proposer: to be proposed anew.", Scene.BLUE, "CR"),
                made("An acceptance that was corrected is given anew.", (line, filed) -> {
                    Entry first = line.propose(Scene.BLUE, 1);
                    line.scene.tellAll();
                    Entry accepted = line.answer(Scene.RED, "FVA", first);
                    filed.add(line.file(Scene.RED));
                    line.answer(Scene.RED, "CR", accepted);
                    filed.add(line.file(Scene.RED));
                    line.answer(Scene.RED, "FVA", first);
                    filed.add(line.file(Scene.RED));
                }),
                made("Its author had seen that another text has the number: taken, and not used.", (line, filed) -> {
                    Entry first = line.propose(Scene.BLUE, 1);
                    line.scene.tellAll();
                    Entry other = line.propose(Scene.RED, 2);
                    line.scene.tellAll();
                    line.answer(Scene.BLUE, "FVA", other);
                    line.scene.tellAll();
                    filed.add(line.file(Scene.RED));
                    line.answer(Scene.RED, "FVA", first);
                    filed.add(line.file(Scene.RED));
                }),
                made(
                        "Two that did not know of each other are accepted: the first in total order counts.",
                        (line, filed) -> {
                            Entry blue = line.propose(Scene.BLUE, 1);
                            line.scene.seen(Scene.RED);
                            Entry red = line.propose(Scene.RED, 2);
                            line.scene.tellAll();
                            line.answer(Scene.BLUE, "FVA", red);
                            line.answer(Scene.RED, "FVA", blue);
                            filed.add(line.file(Scene.RED));
                            filed.add(line.file(Scene.BLUE));
                            line.scene.tellAll();
                            filed.add(line.file(Scene.BLUE));
                        }),
                made("Nobody proposed it: an unknown format.", (line, filed) -> filed.add(line.file(Scene.RED))));
    }

    /// Proposed, accepted with a reservation, and answered by a position; gives the proposal.
    private static Entry reserved(EditionScene line, List<Entry> filed, String position) {
        Entry first = line.propose(Scene.BLUE, 1);
        line.scene.tellAll();
        Entry reserved = line.answer(Scene.RED, "FVR", first);
        line.scene.tellAll();
        filed.add(line.file(Scene.BLUE));
        line.position(Scene.BLUE, reserved, position);
        line.scene.tellAll();
        filed.add(line.file(Scene.RED));
        return first;
    }

    private static Case ended(String about, int by, String format) {
        return made(about, (line, filed) -> {
            Entry first = line.propose(Scene.BLUE, 1);
            line.scene.tellAll();
            line.answer(by, format, first);
            line.scene.tellAll();
            filed.add(line.file(Scene.RED));
        });
    }

    private static Case made(String about, BiConsumer<EditionScene, List<Entry>> story) {
        var line = new EditionScene();
        var filed = new ArrayList<Entry>();
        story.accept(line, filed);
        return new Case(about, line, filed);
    }

    static String json() {
        String rules =
                "New editions: docs/spec/07-formats.md, 7.5. The line is that of matters.json. Edition 2 of the procedure UA"
                        + " is proposed; its text, whichever it is, is here and without fault. `filed` are the entries in that edition:"
                        + " the matter in which the text was proposed by which each is judged, or why by none.";
        return MatterVectors.document(rules, cases().stream().map(EditionVectors::json));
    }

    private static String json(Case one) {
        return "    {\"about\": " + MatterVectors.text(one.about()) + ",\n     \"entries\": [\n"
                + one.line().scene.all.stream()
                        .sorted()
                        .map(MatterVectors::entry)
                        .collect(Collectors.joining(",\n"))
                + "],\n     \"proposals\": ["
                + one.line().read().proposals().stream()
                        .map(EditionVectors::proposal)
                        .collect(Collectors.joining(", "))
                + "],\n     \"filed\": ["
                + one.filed().stream()
                        .map(entry -> filed(one.line().read(), entry))
                        .collect(Collectors.joining(", "))
                + "]}";
    }

    private static String proposal(Proposal proposal) {
        return "{\"matter\": " + MatterVectors.place(proposal.matter()) + ", \"standing\": "
                + MatterVectors.text(proposal.standing().name().toLowerCase(Locale.ROOT)) + ", \"from\": "
                + proposal.from() + ", \"reservations\": ["
                + proposal.reservations().stream()
                        .map(each -> MatterVectors.place(each.place()))
                        .collect(Collectors.joining(", "))
                + "]}";
    }

    private static String filed(Book book, Entry entry) {
        String used = EditionScene.used(book, entry);
        return "{\"entry\": " + MatterVectors.place(entry.reference())
                + (used.startsWith("TG-") ? ", \"void\": " : used.equals("unknown") ? ", \"outcome\": " : ", \"by\": ")
                + MatterVectors.text(used) + "}";
    }
}
