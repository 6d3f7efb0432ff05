package torgau.station.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import torgau.catalogue.render.Card;
import torgau.catalogue.render.FrameWords;
import torgau.catalogue.render.Line;
import torgau.journal.Act;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.station.paper.Paper;
import torgau.station.paper.PaperPress;

/// Filed formats on paper, with what the journal proves of them.
final class Papers {
    private final Front front;
    private final Renderings renderings;
    private final PaperPress press = new PaperPress();

    Papers(Front front, Renderings renderings) {
        this.front = front;
        this.renderings = renderings;
    }

    /// What `GET /entries/{reference}/paper` answers.
    byte[] print(String name, Query query) {
        Optional<String> asked = query.word("languages");
        query.end();
        Renderings.Shown shown = renderings.filed(name);
        List<String> languages = languages(asked, shown.names());
        var columns = new ArrayList<Paper.Column>();
        languages.forEach(language -> columns.add(column(shown, language)));
        return press.print(new Paper(
                Paper.Mark.valueOf(shown.header().trafficClass().name()),
                columns,
                entry(shown),
                receipts(shown, languages),
                Instant.ofEpochMilli(front.now())));
    }

    /// Those asked for; else the first two of the line that the catalogue has.
    private List<String> languages(Optional<String> asked, Names names) {
        List<String> known = front.formats().catalogue().common().languages();
        if (asked.isPresent()) {
            List<String> words = List.of(asked.get().split(",", -1));
            if (words.size() > Paper.MAX_COLUMNS
                    || !known.containsAll(words)
                    || words.stream().distinct().count() < words.size()) {
                throw Refusal.malformed(
                        "languages", asked.get() + "; at most " + Paper.MAX_COLUMNS + " of " + known + ", each once");
            }
            return words;
        }
        return names.roster().agreement().languages().stream()
                .map(Names::primary)
                .filter(known::contains)
                .distinct()
                .limit(2)
                .toList();
    }

    private Paper.Column column(Renderings.Shown shown, String language) {
        Card card = renderings.card(shown, language);
        var frame = new FrameWords(front.formats().catalogue().common(), language);
        var banner = new Paper.Banner(
                frame.trafficClass(shown.header().trafficClass()),
                frame.precedence(shown.header().precedence()),
                frame.label(shown.header().label()),
                words(card, frame.label(Line.LEGAL_EFFECT)));
        String title = shown.filed()
                .title()
                .flatMap(words -> words.in(language))
                .orElse(shown.act().form().toString());
        var heads = new ArrayList<Paper.Head>();
        for (Line line : List.of(
                Line.FROM,
                Line.TO,
                Line.MESSAGE_NUMBER,
                Line.MESSAGE_TIME,
                Line.FORMAT,
                Line.EDITION,
                Line.TREATY_REFERENCE,
                Line.MESSAGE_REFERENCE)) {
            String label = frame.label(line);
            heads.add(new Paper.Head(label, words(card, label)));
        }
        if (!card.note().isEmpty()) {
            heads.add(new Paper.Head(frame.label(Line.CONTENT), card.note()));
        }
        var rows = new ArrayList<Paper.Row>();
        card.fields()
                .forEach(row -> rows.add(new Paper.Row(String.valueOf(rows.size() + 1), row.label(), row.words())));
        return new Paper.Column(
                language, banner, title, heads, rows, Optional.of(card.names()).filter(text -> !text.isEmpty()));
    }

    private static String words(Card card, String label) {
        return card.header().stream()
                .filter(row -> row.label().equals(label))
                .map(Card.Row::words)
                .findFirst()
                .orElse("");
    }

    private static Paper.Entry entry(Renderings.Shown shown) {
        Payload payload = shown.entry().payload();
        Office office = shown.act().office();
        return new Paper.Entry(
                shown.header().number(),
                shown.names().reference(shown.entry().reference()),
                shown.entry().id().hex(),
                HexFormat.of().formatHex(shown.entry().signed().signature()),
                shown.header().from() + ", " + office.title()
                        + (office.capacity().isEmpty() ? "" : ", " + office.capacity()),
                Instant.ofEpochMilli(payload.time()));
    }

    private List<Paper.Receipt> receipts(Renderings.Shown shown, List<String> languages) {
        Reference place = shown.entry().reference();
        return front.process()
                .journal()
                .read(journal -> new Receipts(journal, front.ownParty())
                        .of(place, shown.entry().payload()).stream()
                                .map(proof -> receipt(proof, shown, languages))
                                .toList());
    }

    private Paper.Receipt receipt(Receipts.Proof proof, Renderings.Shown shown, List<String> languages) {
        Payload payload = proof.by().payload();
        boolean said = proof.acknowledgement() && payload.act() instanceof Act.Acknowledgement;
        String stage = said ? ActJson.stage(((Act.Acknowledgement) payload.act()).stage()) : "received";
        var common = front.formats().catalogue().common();
        List<String> stages = languages.stream()
                .map(language -> common.label("stage", stage)
                        .flatMap(words -> words.in(language))
                        .orElse(stage)
                        .replaceFirst(",? (?:в |о )?\\{time}", ""))
                .toList();
        String office = said ? ((Act.Acknowledgement) payload.act()).office().title() : "";
        return new Paper.Receipt(
                stages,
                shown.names().party(payload.feed().party()),
                office,
                Instant.ofEpochMilli(payload.time()),
                shown.names().messageNumber(proof.by()));
    }
}
