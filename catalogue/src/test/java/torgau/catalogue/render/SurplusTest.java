package torgau.catalogue.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import torgau.catalogue.Shipped;
import torgau.catalogue.value.MadeUpNumbers;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Label;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;

/// A field that no format has is shown by the name that its author gave it, and that is no label.
class SurplusTest {
    @Test
    void the_name_of_a_field_that_no_format_has_passes_for_no_label() {
        String label = new FrameWords(Shipped.READ.catalogue().common(), "en").label(Line.LEGAL_EFFECT);
        for (String name : List.of(label, "x\n" + label, "x\r" + label, "x\u2028" + label)) {
            for (int edition : List.of(1, 9)) {
                Card card = Card.of(
                        Shipped.READ.catalogue(),
                        MadeUpNumbers.ANY,
                        header(),
                        new Act.Form("UA", edition, "UA"),
                        Map.of(name, new Value.Words("binding"), "plain_1", new Value.Words("x")),
                        "en");
                assertThat(card.fields())
                        .extracting(Card.Row::label)
                        .containsExactlyInAnyOrder("plain_1", "“" + name.replaceAll("\\R", " ") + "”");
            }
        }
    }

    private static Header header() {
        return new Header(
                "BLUE-2026-1",
                "BLUE",
                null,
                List.of("RED"),
                0,
                TrafficClass.FORMAL,
                Precedence.ROUTINE,
                Label.PARTIES_ONLY,
                List.of());
    }
}
