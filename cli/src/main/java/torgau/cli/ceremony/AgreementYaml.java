package torgau.cli.ceremony;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import torgau.journal.Digest;
import torgau.journal.Precedence;
import torgau.journal.Text;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Card;
import torgau.journal.agreement.LeadOffice;
import torgau.journal.agreement.Rules;
import torgau.station.formats.Formats;
import torgau.station.home.YamlMapping;

/// What the parties put in words about their line, from a YAML file; keys and parties come from the
/// cards.
///
/// Example with every key: docs/examples/agreement.yaml. Shape: docs/examples/agreement.schema.json.
public final class AgreementYaml {
    private static final int MAX_MINUTES = 525_600;
    private static final int FLASH_PER_HOUR = 12;
    private static final int URGENT_WORDS = 200;
    private static final int TEST_EVERY_MINUTES = 60;
    private static final int COURIER_DAYS = 60;

    private final YamlMapping yaml;

    private AgreementYaml(YamlMapping yaml) {
        this.yaml = yaml;
    }

    /// The draft of what a YAML file says and some cards prove.
    public static AgreementDraft draft(Path file, List<Path> cardFiles, java.time.Instant now) {
        Map<Card, byte[]> cards = new LinkedHashMap<>();
        cardFiles.forEach(card -> cards.put(Cards.valid(card, now), Cards.bytes(card)));
        return new AgreementYaml(YamlMapping.in(file)).draft(cards);
    }

    private AgreementDraft draft(Map<Card, byte[]> cards) {
        yaml.only(
                "name",
                "languages",
                "parties",
                "acknowledge_within",
                "flash_per_hour",
                "urgent_words",
                "test_every",
                "courier_days",
                "never_suspended",
                "tracks",
                "lead_offices",
                "clauses",
                "catalogue");
        List<String> order = yaml.texts("parties");
        var made = Assembly.of(List.copyOf(cards.keySet()), order);
        var agreement = checked("name", () -> agreement(made));
        var bytes = cards.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Card, byte[]> card) -> card.getKey()
                        .station(order.indexOf(card.getKey().partyCode()) + 1)
                        .number()))
                .map(Map.Entry::getValue)
                .toList();
        return AgreementDraft.of(agreement, bytes);
    }

    private Agreement agreement(Assembly made) {
        List<String> languages = yaml.texts("languages");
        made.parties().stream()
                .filter(party -> !languages.contains(party.language()))
                .findFirst()
                .ifPresent(party -> {
                    throw yaml.refused("languages", "lacks " + party.language() + ", the language of " + party.code());
                });
        return new Agreement(
                yaml.text("name"),
                languages,
                made.parties(),
                made.stations(),
                checked("never_suspended", this::rules),
                catalogue(),
                yaml.texts("tracks"),
                leadOffices(),
                clauses(languages));
    }

    private Rules rules() {
        var within = yaml.mapping("acknowledge_within");
        var names = Arrays.stream(Precedence.values()).map(Precedence::name).toList();
        within.only(names.toArray(String[]::new));
        yaml.texts("never_suspended").stream()
                .filter(code -> !code.matches("[A-Z][A-Z0-9_-]{0,31}"))
                .findFirst()
                .ifPresent(code -> {
                    throw yaml.refused(
                            "never_suspended",
                            "has " + code + ", wanted are 1 to 32 of A-Z, 0-9, - and _, a letter first");
                });
        return new Rules(
                names.stream().map(name -> within.integer(name, 1, MAX_MINUTES)).toList(),
                yaml.integer("flash_per_hour", 1, 10_000, FLASH_PER_HOUR),
                yaml.integer("urgent_words", 10, 10_000, URGENT_WORDS),
                yaml.integer("test_every", 1, MAX_MINUTES, TEST_EVERY_MINUTES),
                yaml.integer("courier_days", 1, 400, COURIER_DAYS),
                yaml.texts("never_suspended"));
    }

    private static final String BUILT_IN = "built-in";

    /// The hash of the catalogue agreed; of the one built in where none is named.
    private Digest catalogue() {
        return yaml.textIfGiven("catalogue")
                .filter(word -> !word.equals(BUILT_IN))
                .map(hex -> checked("catalogue", () -> Digest.ofHex(hex)))
                .orElseGet(() -> Formats.builtIn().hash());
    }

    private List<LeadOffice> leadOffices() {
        List<String> order = yaml.texts("parties");
        var offices = new ArrayList<LeadOffice>();
        for (YamlMapping lead : yaml.mappings("lead_offices")) {
            lead.only("party", "track", "region", "office");
            if (!order.contains(lead.text("party"))) {
                throw lead.refused("party", "is " + lead.text("party") + ", the parties are " + order);
            }
            if (!yaml.texts("tracks").contains(lead.text("track"))) {
                throw lead.refused("track", "is " + lead.text("track") + ", the tracks are " + yaml.texts("tracks"));
            }
            offices.add(new LeadOffice(
                    order.indexOf(lead.text("party")) + 1,
                    lead.text("track"),
                    lead.textIfGiven("region").orElse(""),
                    lead.textIfGiven("office").orElse("")));
        }
        return offices;
    }

    /// Each clause in every language of the line, in the line's order of languages.
    private List<Text> clauses(List<String> languages) {
        var clauses = new ArrayList<Text>();
        for (YamlMapping clause : yaml.mappings("clauses")) {
            clause.only(languages.toArray(String[]::new));
            languages.forEach(language ->
                    clauses.add(new Text(language, clause.text(language).strip())));
        }
        return clauses;
    }

    /// What the agreement's own records refuse becomes a fault of the file.
    private <T> T checked(String key, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException fault) {
            throw yaml.refused(key, "or what follows: " + fault.getMessage());
        }
    }
}
