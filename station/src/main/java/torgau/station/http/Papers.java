package torgau.station.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import torgau.catalogue.render.Card;
import torgau.catalogue.render.FrameWords;
import torgau.catalogue.render.Line;
import torgau.journal.Act;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.station.paper.Paper;
import torgau.station.paper.PaperPress;
import torgau.station.shell.FlashTray;

/// Filed formats and free messages on paper, with what the journal proves of them.
final class Papers {
    /// Languages that a paper has if there are so many.
    private static final int TWO = 2;

    private static final List<Line> HEADS = List.of(
            Line.FROM,
            Line.TO,
            Line.MESSAGE_NUMBER,
            Line.MESSAGE_TIME,
            Line.FORMAT,
            Line.EDITION,
            Line.TREATY_REFERENCE,
            Line.MESSAGE_REFERENCE);

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
        Shown shown = Shown.of(front, name);
        return print(shown, asked.map(this::languages).orElseGet(() -> customary(shown)));
    }

    /// An entry as it lies in the tray of the printer.
    FlashTray.Sheet sheet(Reference place) {
        String name = front.names().reference(place);
        Shown shown = Shown.of(front, name);
        return new FlashTray.Sheet(name, print(shown, customary(shown)));
    }

    private byte[] print(Shown shown, List<String> languages) {
        var columns = new ArrayList<Paper.Column>();
        for (int column = 0; column < languages.size(); column++) {
            columns.add(column(shown, languages, column));
        }
        return press.print(new Paper(
                Paper.Mark.valueOf(shown.header().trafficClass().name()),
                columns,
                entry(shown),
                receipts(shown, languages),
                Instant.ofEpochMilli(front.now())));
    }

    private List<String> languages(String asked) {
        List<String> known = front.formats().catalogue().common().languages();
        List<String> words = List.of(asked.split(",", -1));
        if (words.size() > Paper.MAX_COLUMNS
                || !known.containsAll(words)
                || words.stream().distinct().count() < words.size()) {
            throw Refusal.malformed(
                    "languages", asked + "; at most " + Paper.MAX_COLUMNS + " of " + known + ", each once");
        }
        return words;
    }

    /// The languages that the catalogue has: all in which there is a text of a message, and of the line
    /// as many as make it two.
    private List<String> customary(Shown shown) {
        List<String> written = switch (shown) {
            case Shown.Format _ -> List.of();
            case Shown.Message message -> known(message.languages());
        };
        List<String> ofLine = known(shown.names().roster().agreement().languages());
        return Stream.concat(written.stream(), ofLine.stream())
                .distinct()
                .limit(Math.clamp(written.size(), TWO, Paper.MAX_COLUMNS))
                .toList();
    }

    private List<String> known(List<String> tags) {
        List<String> known = front.formats().catalogue().common().languages();
        return tags.stream()
                .map(Names::primary)
                .filter(known::contains)
                .distinct()
                .toList();
    }

    private Paper.Column column(Shown shown, List<String> languages, int column) {
        var frame = new FrameWords(front.formats().catalogue().common(), languages.get(column));
        return switch (shown) {
            case Shown.Format format -> format(format, frame);
            case Shown.Message message ->
                message(message, frame, renderings.words().column(message, languages, column));
        };
    }

    private Paper.Column format(Shown.Format shown, FrameWords frame) {
        Card card = renderings.card(shown, frame.language());
        String title = shown.filed()
                .title()
                .flatMap(words -> words.in(frame.language()))
                .orElse(shown.act().form().toString());
        var rows = new ArrayList<Paper.Row>();
        card.fields()
                .forEach(row -> rows.add(new Paper.Row(String.valueOf(rows.size() + 1), row.label(), row.words())));
        List<String> closing = card.names().isEmpty() ? List.of() : List.of(card.names());
        return new Paper.Column(
                frame.language(), banner(shown, frame, card), title, heads(frame, card, card.note()), rows, closing);
    }

    private Paper.Column message(Shown.Message shown, FrameWords frame, List<Paper.Row> texts) {
        MessageWords words = renderings.words();
        Card card = words.card(shown, frame.language());
        String end = frame.label(Line.END_OF_MESSAGE) + " " + shown.header().number();
        return new Paper.Column(
                frame.language(),
                banner(shown, frame, card),
                front.sentences().say(frame.language(), "act.message", Map.of()),
                heads(frame, card, words.note(shown, frame.language())),
                texts,
                List.of(card.names(), end));
    }

    private static Paper.Banner banner(Shown shown, FrameWords frame, Card card) {
        return new Paper.Banner(
                frame.trafficClass(shown.header().trafficClass()),
                frame.precedence(shown.header().precedence()),
                frame.label(shown.header().label()),
                card.words(frame.label(Line.LEGAL_EFFECT)).orElse(""));
    }

    private static List<Paper.Head> heads(FrameWords frame, Card card, String note) {
        var heads = new ArrayList<Paper.Head>();
        for (Line line : HEADS) {
            String label = frame.label(line);
            card.words(label).ifPresent(words -> heads.add(new Paper.Head(label, words)));
        }
        if (!note.isEmpty()) {
            heads.add(new Paper.Head(frame.label(Line.CONTENT), note));
        }
        return heads;
    }

    private static Paper.Entry entry(Shown shown) {
        Office office = shown.office();
        return new Paper.Entry(
                shown.header().number(),
                shown.names().reference(shown.entry().reference()),
                shown.entry().id().hex(),
                HexFormat.of().formatHex(shown.entry().signed().signature()),
                shown.header().from() + ", " + office.title()
                        + (office.capacity().isEmpty() ? "" : ", " + office.capacity()),
                Instant.ofEpochMilli(shown.header().time()));
    }

    private List<Paper.Receipt> receipts(Shown shown, List<String> languages) {
        Reference place = shown.entry().reference();
        return front.process()
                .journal()
                .read(journal -> new Receipts(journal, front.ownParty())
                        .of(place, shown.entry().payload()).stream()
                                .map(proof -> receipt(proof, shown, languages))
                                .toList());
    }

    private Paper.Receipt receipt(Receipts.Proof proof, Shown shown, List<String> languages) {
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
