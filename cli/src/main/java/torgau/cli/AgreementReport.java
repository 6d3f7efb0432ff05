package torgau.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import torgau.cli.ceremony.AgreementFile;
import torgau.journal.Digest;
import torgau.journal.Precedence;
import torgau.journal.Text;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Fingerprint;
import torgau.journal.agreement.LeadOffice;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.Rules;
import torgau.station.text.Texts;

/// An agreement in words, for those who are about to sign it or have.
record AgreementReport(AgreementFile file) {
    List<String> lines(Texts texts) {
        Agreement agreement = file.agreement();
        var lines = new ArrayList<>(Sheet.wrapped(agreement.name(), Sheet.WIDTH));
        lines.addAll(new Sheet("  ")
                .row(texts.say("cli.label.standing"), standing(texts))
                .row(texts.say("cli.label.line"), file.line().hex())
                .row(
                        texts.say("cli.label.fingerprint"),
                        Fingerprint.of(file.line()).toString())
                .row(texts.say("cli.label.languages"), String.join(", ", names(texts, agreement.languages())))
                .row(texts.say("cli.label.catalogue"), agreement.catalogue().hex())
                .lines());
        heading(lines, texts, "cli.agreement.parties");
        lines.addAll(parties(texts).lines());
        heading(lines, texts, "cli.agreement.stations");
        lines.addAll(stations(texts).lines());
        heading(lines, texts, "cli.agreement.rules");
        lines.addAll(rules(texts, agreement.rules()).lines());
        heading(lines, texts, "cli.agreement.leads");
        lines.addAll(leads(texts).lines());
        heading(lines, texts, "cli.agreement.clauses");
        lines.addAll(clauses().lines());
        return lines;
    }

    private static void heading(List<String> lines, Texts texts, String key) {
        lines.add("");
        lines.add(texts.say(key));
    }

    private String standing(Texts texts) {
        if (file.draft()) {
            String faults = file.cardFault().map(fault -> "; " + fault).orElse("");
            return texts.say(file.cardFault().isEmpty() ? "cli.agreement.draft" : "cli.agreement.draft.fault") + faults;
        }
        var parts = new ArrayList<String>();
        file.signatures()
                .forEach((party, standing) -> parts.add(party + ": "
                        + texts.say("cli.agreement." + standing.name().toLowerCase(Locale.ROOT))));
        return String.join(", ", parts);
    }

    private static List<String> names(Texts texts, List<String> languages) {
        return languages.stream()
                .map(language -> texts.has("language." + language) ? texts.say("language." + language) : language)
                .toList();
    }

    private Sheet parties(Texts texts) {
        var sheet = new Sheet("  ");
        for (Party party : file.agreement().parties()) {
            String kind = texts.say("cli.kind." + party.kind().name().toLowerCase(Locale.ROOT));
            sheet.row(
                    party.code(),
                    kind,
                    party.language(),
                    texts.say("cli.agreement.root", Map.of("fingerprint", root(party))),
                    party.name());
        }
        return sheet;
    }

    private static Fingerprint root(Party party) {
        return Fingerprint.of(Digest.over(party.rootKey()));
    }

    private Sheet stations(Texts texts) {
        var sheet = new Sheet("  ");
        for (var station : file.agreement().stations()) {
            String party = file.agreement().party(station.party()).code();
            sheet.row(station.code(), party, String.valueOf(station.number()), card(texts, station.code()));
        }
        return sheet;
    }

    /// The fingerprint that `torgau card check` compared, so that a checked card can be found again in the draft.
    private String card(Texts texts, String station) {
        Fingerprint card = file.cards().get(station);
        return card == null ? "" : texts.say("cli.agreement.card", Map.of("fingerprint", card));
    }

    private Sheet rules(Texts texts, Rules rules) {
        var within = new ArrayList<String>();
        for (Precedence precedence : Precedence.values()) {
            int minutes = rules.acknowledgeWithinMinutes().get(precedence.number());
            within.add(texts.say("precedence." + precedence) + " " + texts.say("cli.minutes", Map.of("n", minutes)));
        }
        return new Sheet("  ")
                .row(texts.say("cli.rule.within"), String.join(", ", within))
                .row(texts.say("cli.rule.flash"), String.valueOf(rules.flashPerHour()))
                .row(texts.say("cli.rule.words"), String.valueOf(rules.urgentWords()))
                .row(texts.say("cli.rule.test"), texts.say("cli.minutes", Map.of("n", rules.testEveryMinutes())))
                .row(texts.say("cli.rule.courier"), texts.say("cli.days", Map.of("n", rules.courierDays())))
                .row(texts.say("cli.rule.open"), orNone(texts, rules.neverSuspended()))
                .row(
                        texts.say("cli.rule.tracks"),
                        orNone(texts, file.agreement().tracks()));
    }

    private static String orNone(Texts texts, List<String> items) {
        return items.isEmpty() ? texts.say("cli.none") : String.join(", ", items);
    }

    private Sheet leads(Texts texts) {
        var sheet = new Sheet("  ");
        for (LeadOffice lead : file.agreement().leadOffices()) {
            String office = lead.office().isEmpty() ? texts.say("cli.agreement.not_designated") : lead.office();
            String region = lead.region().isEmpty() ? "" : ", " + lead.region();
            sheet.row(file.agreement().party(lead.party()).code(), lead.track() + region, office);
        }
        return file.agreement().leadOffices().isEmpty() ? sheet.row(texts.say("cli.none")) : sheet;
    }

    private Sheet clauses() {
        var sheet = new Sheet("  ");
        for (Text clause : file.agreement().clauses()) {
            sheet.row(clause.language(), clause.words());
        }
        return sheet;
    }

    ObjectNode json() {
        Agreement agreement = file.agreement();
        var object = Verb.object()
                .put("name", agreement.name())
                .put("line_id", file.line().hex())
                .put("fingerprint", Fingerprint.of(file.line()).toString())
                .put("draft", file.draft());
        file.cardFault().ifPresent(fault -> object.put("card_fault", fault));
        var signatures = object.putObject("signatures");
        file.signatures()
                .forEach((party, standing) ->
                        signatures.put(party, standing.name().toLowerCase(Locale.ROOT)));
        agreement.languages().forEach(object.putArray("languages")::add);
        var parties = object.putArray("parties");
        agreement
                .parties()
                .forEach(party -> parties.addObject()
                        .put("number", party.number())
                        .put("code", party.code())
                        .put("name", party.name())
                        .put("kind", party.kind().name().toLowerCase(Locale.ROOT))
                        .put("language", party.language())
                        .put("root_fingerprint", root(party).toString()));
        var stations = object.putArray("stations");
        agreement.stations().forEach(station -> {
            var row = stations.addObject()
                    .put("number", station.number())
                    .put("code", station.code())
                    .put("party", agreement.party(station.party()).code());
            if (file.cards().containsKey(station.code())) {
                row.put("card_fingerprint", file.cards().get(station.code()).toString());
            }
        });
        rules(object, agreement);
        return object;
    }

    private static void rules(ObjectNode object, Agreement agreement) {
        Rules rules = agreement.rules();
        var within = object.putObject("acknowledge_within");
        for (Precedence precedence : Precedence.values()) {
            within.put(precedence.name(), rules.acknowledgeWithinMinutes().get(precedence.number()));
        }
        object.put("flash_per_hour", rules.flashPerHour())
                .put("urgent_words", rules.urgentWords())
                .put("test_every", rules.testEveryMinutes())
                .put("courier_days", rules.courierDays())
                .put("catalogue", agreement.catalogue().hex());
        rules.neverSuspended().forEach(object.putArray("never_suspended")::add);
        agreement.tracks().forEach(object.putArray("tracks")::add);
        var clauses = object.putArray("clauses");
        agreement
                .clauses()
                .forEach(clause ->
                        clauses.addObject().put("language", clause.language()).put("text", clause.words()));
    }
}
