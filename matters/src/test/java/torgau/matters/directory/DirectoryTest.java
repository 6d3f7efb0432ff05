package torgau.matters.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.journal.agreement.LeadOffice;
import torgau.matters.Scene;

class DirectoryTest {
    private static final Whereabouts ANYWHERE = new Whereabouts(new Wanted("", "commands", null, "peace_effort", null));
    private static final Value.Office FLEET = Offices.office("Director", "Fleet");
    private static final Value.Office CHIEFS = Offices.office("Chief", "Joint staff");

    private final Offices offices = new Offices();

    private List<Standing> standings(Directory directory) {
        return directory.entries().stream().map(Declared::standing).toList();
    }

    /// Requirement 38; row 11.
    @Test
    void what_was_stated_anew_supersedes_once_its_time_has_come_and_lapses_by_its_own_date() {
        Entry first = offices.declare(Scene.RED, FLEET, "command", Offices.codes("sea"), Offices.codes("humanitarian"));
        long from = Scene.START + 10 * Offices.DAY;
        offices.scene.file(
                Scene.RED,
                "DE",
                "DE",
                Map.of("office", FLEET, "valid", Offices.valid(from, from + Offices.DAY)),
                first.reference(),
                first.reference());
        assertThat(standings(offices.directory())).containsExactly(Standing.STANDS, Standing.NOT_YET);
        assertThat(standings(offices.directory(from + 1))).containsExactly(Standing.SUPERSEDED, Standing.STANDS);
        assertThat(standings(offices.directory(from + 2 * Offices.DAY)))
                .containsExactly(Standing.SUPERSEDED, Standing.LAPSED);
    }

    /// Requirement 38; row 11.
    @Test
    void an_entry_that_is_withdrawn_stands_no_more() {
        Entry entry = offices.declare(Scene.RED, FLEET, "command", Offices.codes("sea"), Offices.codes("humanitarian"));
        offices.scene.file(Scene.RED, "DE", "WD", entry.reference(), entry.reference());
        assertThat(standings(offices.directory())).containsExactly(Standing.WITHDRAWN);
        assertThat(offices.find(new Wanted("sea", Wanted.DECIDES, null, null, null))
                        .theirs())
                .isEmpty();
    }

    /// Requirement 38; row 11.
    @Test
    void what_a_party_declares_against_itself_is_shown() {
        offices.declare(Scene.RED, FLEET, "command", Offices.codes("sea", "air"), Offices.codes("air"));
        offices.declare(Scene.RED, FLEET, "command", Offices.codes("line"), Offices.codes("sea"));
        offices.declare(Scene.RED, CHIEFS, "general_staff", Offices.codes("sea"), Offices.codes("humanitarian"));
        assertThat(offices.directory().conflicts())
                .extracting(Conflict::kind, Conflict::subject)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(Conflict.Kind.BOTH, "air"),
                        org.assertj.core.groups.Tuple.tuple(Conflict.Kind.SEVERAL_DECIDE, "sea"));
        assertThat(offices.directory().conflicts()).extracting(Conflict::kind).contains(Conflict.Kind.DIFFERING);
        Finder.Found found = offices.find(new Wanted("sea", Wanted.DECIDES, null, null, null));
        assertThat(found.theirs().getFirst().post().title()).isEqualTo("Chief");
        assertThat(found.theirs().getLast().reasons()).contains(Candidate.Reason.CONTRADICTED);
    }

    /// Row 12.
    @Test
    void a_designation_takes_the_place_of_the_one_in_the_agreement_and_not_designated_is_valid() {
        offices.agreed = List.of(new LeadOffice(2, "peace_effort", "", "Chief of staff"));
        assertThat(offices.directory().leads(2, "peace_effort", ANYWHERE))
                .extracting(lead -> lead.office().title())
                .containsExactly("Chief of staff");
        Entry designated = offices.designate("peace_effort", Map.of("office", FLEET));
        assertThat(offices.directory().leads(2, "peace_effort", ANYWHERE))
                .extracting(lead -> lead.office().title())
                .containsExactly("Director");
        offices.scene.file(
                Scene.RED,
                "LO",
                "LON",
                Map.of("track", new Value.Code("peace_effort"), "effective", new Value.Instant(Scene.START)),
                designated.reference(),
                designated.reference());
        assertThat(offices.directory().leads(2, "peace_effort", ANYWHERE))
                .extracting(Lead::office)
                .containsExactly((Post) null);
        assertThat(offices.directory().leads()).extracting(Lead::standing).contains(Standing.SUPERSEDED);
    }

    /// Row 12: a lapse leaves no lead office, and does not bring back the one before.
    @Test
    void a_designation_that_has_lapsed_leaves_none() {
        offices.agreed = List.of(new LeadOffice(2, "peace_effort", "", "Chief of staff"));
        offices.designate("peace_effort", Map.of());
        assertThat(offices.directory(Scene.START + 2 * Offices.DAY).leads(2, "peace_effort", ANYWHERE))
                .isEmpty();
        assertThat(leading(Scene.START)).containsExactly("Director, Joint operations centre STANDS");
        assertThat(leading(Scene.START + 2 * Offices.DAY)).containsExactly("Director, Joint operations centre LAPSED");
        assertThat(leading(Scene.START - Offices.DAY)).containsExactly("Chief of staff,  STANDS");
    }

    private List<String> leading(long now) {
        return Directory.leading(offices.leadMatters(), offices.agreed, now).stream()
                .map(lead -> lead.office().title() + ", " + lead.office().capacity() + " " + lead.standing())
                .toList();
    }
}
