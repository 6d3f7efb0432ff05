package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import torgau.catalogue.Catalogue;
import torgau.catalogue.render.Card;
import torgau.catalogue.render.Header;
import torgau.catalogue.render.Sentences.Envelope;
import torgau.catalogue.treaty.NumberedText;
import torgau.catalogue.treaty.TreatyFault;
import torgau.catalogue.treaty.TreatyReader;
import torgau.catalogue.treaty.TreatyText;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Written;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Payload;
import torgau.station.formats.Filed;
import torgau.station.formats.MessageNumbers;

/// Filed formats as text: a sentence, a card, or the numbered text, which can be typed in again.
final class Renderings {
    private static final int MAX_TEXT = 65_536;
    private static final Set<String> FORMS = Set.of("sentence", "card", "text");

    private final Front front;

    Renderings(Front front) {
        this.front = front;
    }

    /// A filed entry with all that is needed to show it.
    record Shown(Entry entry, Act.Notification act, Filed filed, Header header, Names names, Numbers numbers) {}

    /// The filed format at a reference or a message number.
    Shown filed(String name) {
        Names names = front.names();
        var numbers = new MessageNumbers(front.process().journal(), names.roster());
        Entry entry = names.place(name, front.process().journal())
                .flatMap(front.process().journal()::entry)
                .orElseThrow(() -> Refusal.notFound("entry " + name));
        if (!(entry.payload().act() instanceof Act.Notification act)) {
            throw new Refusal(422, Code.NOT_FILED, name + " is no filed format");
        }
        return new Shown(
                entry,
                act,
                Filed.of(front.formats(), numbers, annexes(entry.payload()), act),
                header(entry, act, names),
                names,
                numbers);
    }

    private HeldAnnexes annexes(Payload payload) {
        return front.annexes(payload.feed().party(), payload.to(), List.of());
    }

    private static Header header(Entry entry, Act.Notification act, Names names) {
        Payload payload = entry.payload();
        return new Header(
                names.messageNumber(entry),
                names.party(payload.feed().party()),
                act.office(),
                names.addressees(payload.feed().party(), payload.to()),
                payload.time(),
                payload.trafficClass(),
                payload.precedence(),
                act.label(),
                payload.refs());
    }

    /// What `GET /entries/{reference}/rendering` answers.
    byte[] text(String name, Query query) {
        String as = query.word("as").orElse("text");
        String language = query.word("language").orElse(front.language());
        query.end();
        if (!FORMS.contains(as)) {
            throw Refusal.malformed("as", as + " is no rendering; there are sentence, card and text");
        }
        Catalogue catalogue = front.formats().catalogue();
        if (!catalogue.common().languages().contains(Names.primary(language))) {
            throw Refusal.malformed(
                    "language", language + "; there are " + catalogue.common().languages());
        }
        Shown shown = filed(name);
        String text = switch (as) {
            case "sentence" -> sentence(shown, Names.primary(language));
            case "card" -> card(card(shown, Names.primary(language)));
            default ->
                new NumberedText(front.formats().catalogue(shown.act().form()), shown.numbers())
                        .of(shown.header(), shown.act().form(), shown.filed().values(), Names.primary(language));
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sentence(Shown shown, String language) {
        Header header = shown.header();
        var envelope = new Envelope(
                header.number(), header.from(), String.join(", ", header.to()), header.time(), header.trafficClass());
        return shown.filed()
                        .sentence(envelope, language)
                        .orElseThrow(() -> new Refusal(422, Code.FIELDS_UNFIT, header.number()))
                + "\n";
    }

    /// The card of a filed format in a language of the catalogue.
    Card card(Shown shown, String language) {
        return Card.of(
                front.formats().catalogue(shown.act().form()),
                shown.numbers(),
                shown.header(),
                shown.act().form(),
                shown.filed().values(),
                language);
    }

    private static String card(Card card) {
        var out = new StringBuilder();
        List.of(card.banner(), card.note()).forEach(line -> lineIfAny(out, line));
        card.header()
                .forEach(row ->
                        out.append(row.label()).append(": ").append(row.words()).append('\n'));
        out.append('\n');
        card.fields()
                .forEach(row ->
                        out.append(row.label()).append(": ").append(row.words()).append('\n'));
        lineIfAny(out, card.names());
        lineIfAny(out, card.banner());
        return out.toString();
    }

    private static void lineIfAny(StringBuilder out, String line) {
        if (!line.isEmpty()) {
            out.append(line).append('\n');
        }
    }

    /// What `POST /numbered-text` answers: what a text that was typed in would file.
    ///
    /// @param spoken language in which faults are told
    ObjectNode read(byte[] body, String spoken) {
        JsonIn in = JsonIn.of(body);
        String text = in.text("text", 1, MAX_TEXT);
        in.end();
        Names names = front.names();
        var numbers = new MessageNumbers(front.process().journal(), names.roster());
        return switch (TreatyReader.read(text, front.formats().catalogue(), numbers)) {
            case TreatyText.Read read -> read(read, numbers);
            case TreatyText.Refused(List<TreatyFault> faults) -> throw refusal(faults, spoken);
        };
    }

    private static ObjectNode read(TreatyText.Read read, Numbers numbers) {
        Header header = read.header();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("language", read.language());
        json.put("procedure", read.form().procedure());
        json.put("edition", read.form().edition());
        json.put("format", read.form().format());
        json.put("number", header.number());
        json.put("from", header.from());
        header.to().forEach(json.putArray("to")::add);
        json.put("time", Names.instant(header.time()));
        json.put("class", header.trafficClass().name());
        json.put("precedence", header.precedence().name());
        json.put("label", header.label().name());
        json.set("fields", RawJson.of(Written.of(read.values(), numbers)));
        return json;
    }

    private Refusal refusal(List<TreatyFault> faults, String spoken) {
        String message = faults.stream()
                .map(fault ->
                        front.sentences().say(spoken, "numbered." + fault.rule().name(), values(fault)))
                .collect(Collectors.joining(" "));
        return new Refusal(422, Code.FILING_REFUSED, Refusal.cut(message, Refusal.MAX_MESSAGE), "/text");
    }

    private static Map<String, Object> values(TreatyFault fault) {
        String found = fault.value() == null
                ? fault.found()
                : Objects.requireNonNull(fault.value()).field() + ": "
                        + Objects.requireNonNull(fault.value()).written();
        return Map.of(
                "line", fault.line(),
                "label", fault.label(),
                "found", found,
                "limits", String.join(", ", fault.limits()));
    }
}
