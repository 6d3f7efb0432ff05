package torgau.station.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import torgau.catalogue.Procedure;
import torgau.catalogue.render.Card;
import torgau.catalogue.render.Header;
import torgau.catalogue.render.Sentences.Envelope;
import torgau.catalogue.treaty.NumberedText;
import torgau.catalogue.treaty.TreatyFault;
import torgau.catalogue.treaty.TreatyReader;
import torgau.catalogue.treaty.TreatyText;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Written;
import torgau.journal.Code;
import torgau.station.formats.Formats;
import torgau.station.formats.MessageNumbers;

/// What was said as text: a sentence or a card; of a filed format also the numbered text, which can be
/// typed in again.
final class Renderings {
    private static final int MAX_TEXT = 65_536;
    private static final Set<String> FORMS = Set.of("sentence", "card", "text");
    private static final String INDENT = "   ";

    private final Front front;

    Renderings(Front front) {
        this.front = front;
    }

    /// What `GET /entries/{reference}/rendering` answers.
    byte[] text(String name, Query query) {
        Optional<String> as = query.word("as");
        String language = Names.primary(query.word("language").orElse(front.language()));
        query.end();
        if (as.isPresent() && !FORMS.contains(as.get())) {
            throw Refusal.malformed("as", as.get() + " is no rendering; there are sentence, card and text");
        }
        List<String> known = front.formats().catalogue().common().languages();
        if (!known.contains(language)) {
            throw Refusal.malformed("language", language + "; there are " + known);
        }
        String text = switch (Shown.of(front, name)) {
            case Shown.Format format -> text(format, as.orElse("text"), language);
            case Shown.Message message -> text(message, as.orElse("card"), language);
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String text(Shown.Format shown, String as, String language) {
        return switch (as) {
            case "sentence" -> sentence(shown, language);
            case "card" -> card(card(shown, language));
            default ->
                new NumberedText(front.formats().catalogue(shown.act().form()), shown.numbers())
                        .of(shown.header(), shown.act().form(), shown.filed().values(), language);
        };
    }

    private String text(Shown.Message shown, String as, String language) {
        return switch (as) {
            case "sentence" -> words().sentence(shown, language);
            case "card" -> card(words().card(shown, language));
            default ->
                throw new Refusal(422, Code.NO_NUMBERED_TEXT, shown.header().number() + " is a free message");
        };
    }

    MessageWords words() {
        return new MessageWords(front.formats().catalogue().common(), front.sentences());
    }

    private static String sentence(Shown.Format shown, String language) {
        Header header = shown.header();
        var envelope = new Envelope(
                header.number(), header.from(), String.join(", ", header.to()), header.time(), header.trafficClass());
        return shown.filed()
                        .sentence(envelope, language)
                        .orElseThrow(() -> new Refusal(422, Code.FIELDS_UNFIT, header.number()))
                + "\n";
    }

    /// The card of a filed format in a language of the catalogue.
    Card card(Shown.Format shown, String language) {
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
        card.header().forEach(row -> out.append(lines(row)));
        out.append('\n');
        card.fields().forEach(row -> out.append(lines(row)));
        lineIfAny(out, card.names());
        lineIfAny(out, card.banner());
        return out.toString();
    }

    /// Only a label begins a line; what goes on in the next one stands in.
    private static String lines(Card.Row row) {
        String gap = row.words().startsWith("\n") ? ":" : ": ";
        return (row.label() + gap + row.words()).replaceAll("\\R", "\n" + INDENT) + "\n";
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
        return switch (TreatyReader.read(text, front.formats().catalogue(), new Known(front.formats()), numbers)) {
            case TreatyText.Read read -> read(read, numbers);
            case TreatyText.Refused(List<TreatyFault> faults) -> throw refusal(faults, spoken);
        };
    }

    /// What this station can read: what was agreed on, and every edition that could be used since.
    private record Known(Formats formats) implements TreatyReader.Editions {
        @Override
        public List<String> procedures() {
            return formats.catalogue().all().stream().map(Procedure::code).toList();
        }

        @Override
        public List<Procedure> of(String procedure) {
            return formats.editions(procedure);
        }
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
