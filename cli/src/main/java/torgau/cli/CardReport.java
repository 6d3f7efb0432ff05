package torgau.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import torgau.journal.agreement.Card;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// A card as it is shown to its own party.
record CardReport(Card card, Path file) {
    ObjectNode json() {
        return Verb.object()
                .put("card", file.toString())
                .put("party", card.partyCode())
                .put("name", card.partyName())
                .put("station", card.stationCode())
                .put("language", card.language())
                .put("valid_from", Instant.ofEpochMilli(card.issued()).toString())
                .put("valid_until", Instant.ofEpochMilli(card.expires()).toString())
                .put("fingerprint", card.fingerprint().toString());
    }

    List<String> lines(Texts texts, Instant now) {
        var from = Instant.ofEpochMilli(card.issued());
        var until = Instant.ofEpochMilli(card.expires());
        var sheet = new Sheet("  ")
                .row(texts.say("cli.label.party"), card.partyCode() + ", " + card.partyName())
                .row(texts.say("cli.label.station"), card.stationCode())
                .row(texts.say("cli.label.card"), file.toString())
                .row(
                        texts.say("cli.label.valid"),
                        texts.say("cli.period", Map.of("from", Dtg.iso(from), "until", Dtg.iso(until))))
                .row(texts.say("cli.label.fingerprint"), card.fingerprint().toString());
        var lines = new ArrayList<>(sheet.lines());
        if (now.isBefore(from) || now.isAfter(until)) {
            lines.addAll(Sheet.wrapped(texts.say("cli.card.expired"), Sheet.WIDTH));
        }
        return lines;
    }
}
