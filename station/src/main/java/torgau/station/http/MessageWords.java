package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.catalogue.Common;
import torgau.catalogue.render.Card;
import torgau.catalogue.render.FrameWords;
import torgau.catalogue.render.Line;
import torgau.catalogue.value.Times;
import torgau.station.paper.Paper;

/// A free message in words: the original, which alone is authoritative, and each courtesy translation of
/// its sender, named for what it is.
///
/// @param sentences the software's own, in the languages of the catalogue
record MessageWords(Common common, Sentences sentences) {
    /// A text of a message under the label that says what it is. It begins a line of its own, and every
    /// line of it stands in from where labels begin, so that no text can pass for one.
    ///
    /// @param main whether it is the message, and not its subject
    /// @param language of the text, BCP 47
    record Said(boolean main, String label, String language, String words) {
        /// A paragraph beneath its label; a subject beside it.
        String placed() {
            return main ? "\n" + words : words;
        }
    }

    /// All of it, each in its own language, under labels in one.
    List<Said> texts(Shown.Message shown, String language) {
        String subject = new FrameWords(common, language).label("text", "subject");
        String written = shown.act().text().language();
        var texts = new ArrayList<Said>();
        if (!shown.act().subject().isEmpty()) {
            texts.add(new Said(false, subject, written, shown.act().subject()));
        }
        shown.beside().stream()
                .filter(each -> !each.part().isEmpty())
                .forEach(each -> texts.add(said(shown, each, subject + ". ", language)));
        texts.add(new Said(
                true,
                label("message.original", written, language),
                written,
                shown.act().text().words()));
        shown.beside().stream()
                .filter(each -> each.part().isEmpty())
                .forEach(each -> texts.add(said(shown, each, "", language)));
        return texts;
    }

    private Said said(Shown.Message shown, Shown.Translated each, String before, String language) {
        String tag = each.text().language();
        String later = each.later()
                ? ", " + shown.names().messageNumber(each.by()) + ", "
                        + Times.group(each.by().payload().time())
                : "";
        String label = before + label("message.courtesy", tag, language) + later;
        return new Said(each.part().isEmpty(), label, tag, each.text().words());
    }

    private String label(String key, String tag, String language) {
        return sentences.say(language, key, Map.of("language", sentences.language(language, tag)));
    }

    Card card(Shown.Message shown, String language) {
        var rows = new ArrayList<Card.Row>();
        texts(shown, language).forEach(said -> rows.add(new Card.Row(said.label(), said.placed())));
        Card card = Card.ofMessage(common, shown.numbers(), shown.header(), rows, language);
        return new Card(card.banner(), card.header(), earlier(shown, language), card.fields(), card.names());
    }

    /// How many translations are left out; empty if none is.
    private String earlier(Shown.Message shown, String language) {
        return shown.earlier() == 0 ? "" : sentences.say(language, "message.earlier", Map.of("count", shown.earlier()));
    }

    /// Who says it and what it is in one sentence, then each text on a line.
    String sentence(Shown.Message shown, String language) {
        var frame = new FrameWords(common, language);
        Card card = card(shown, language);
        var values = Map.of(
                "from", card.words(frame.label(Line.FROM)).orElse(""),
                "number", shown.header().number(),
                "time", Times.group(shown.header().time()),
                "to", card.words(frame.label(Line.TO)).orElse(""),
                "class", frame.trafficClass(shown.header().trafficClass()),
                "precedence", frame.precedence(shown.header().precedence()));
        var lines = new ArrayList<String>();
        lines.add((card.banner() + " " + sentences.say(language, "message.sentence", values)).strip());
        texts(shown, language).forEach(said -> lines.add(said.label() + ": " + said.words()));
        lines.add((card.note() + " " + card.names()).strip());
        var out = new StringBuilder();
        lines.forEach(line -> out.append(line.replaceAll("\\R+", " ")).append('\n'));
        return out.toString();
    }

    /// What stands in one column of a paper: the texts in its language, and in the first also those in
    /// no column's.
    List<Paper.Row> column(Shown.Message shown, List<String> languages, int column) {
        String language = languages.get(column);
        var rows = new ArrayList<Paper.Row>();
        for (Said said : texts(shown, language)) {
            if (Math.max(0, languages.indexOf(Names.primary(said.language()))) == column) {
                rows.add(new Paper.Row("", said.label(), said.placed()));
            }
        }
        return rows;
    }

    /// What is to be said above a column: that its sender gave no text in its language, and how many are
    /// left out.
    String note(Shown.Message shown, String language) {
        boolean given = texts(shown, language).stream()
                .anyMatch(said -> said.main() && Names.primary(said.language()).equals(language));
        String missing = given ? "" : sentences.say(language, "message.untranslated", Map.of());
        return (missing + " " + earlier(shown, language)).strip();
    }
}
