package torgau.matters.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.matters.Scene;

/// How each side itself says that an event stands.
class PlanTest {
    private final Year year = new Year();

    /// Requirement 40; rows 7 and 10.
    @Test
    void each_act_says_something_for_its_own_side_alone() {
        Entry event = year.proposed(Scene.BLUE);
        assertThat(year.status(event)).isEqualTo("proposed | -");
        Entry agreed = year.file(Scene.RED, "WPA", event, event);
        assertThat(year.status(event)).isEqualTo("proposed | agreed");
        Entry dates = year.file(Scene.RED, "WPF", event, agreed);
        assertThat(year.status(event)).isEqualTo("proposed | dates_offered");
        Entry fixed = year.file(Scene.BLUE, "WPA", event, dates, "dates", Year.period(Year.FIXED));
        assertThat(year.status(event)).isEqualTo("dates_fixed | dates_fixed");
        Entry invited = year.file(Scene.RED, "WPI", event, fixed);
        assertThat(year.status(event)).isEqualTo("dates_fixed | invitation_out");
        Entry named = year.file(Scene.BLUE, "WPG", event, invited);
        assertThat(year.status(event)).isEqualTo("delegation_named | invitation_out");
        Entry confirmed = year.file(Scene.RED, "WPC", event, named);
        assertThat(year.status(event)).isEqualTo("delegation_named | confirmed");
        year.file(Scene.BLUE, "WPK", event, confirmed);
        assertThat(year.status(event)).isEqualTo("confirmed | confirmed");
        year.file(Scene.RED, "WPH", event, fixed);
        assertThat(year.status(event)).isEqualTo("confirmed | held");
        year.file(Scene.BLUE, "WPH", event, agreed);
        assertThat(year.status(event)).isEqualTo("held | held");
        assertThat(year.event(event).all(Status.HELD)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"WPN, other_terms", "WPD, declined", "RF, referred"})
    void who_does_not_agree_says_so_and_the_proposal_stands_as_it_was(String format, String status) {
        Entry event = year.proposed(Scene.BLUE);
        year.file(Scene.RED, format, event, event);
        assertThat(year.status(event)).isEqualTo("proposed | " + status);
    }

    @Test
    void a_proposal_withdrawn_postponed_or_cancelled_is_so_for_the_side_that_says_it() {
        Entry withdrawn = year.proposed(Scene.BLUE);
        year.file(Scene.BLUE, "WD", withdrawn, withdrawn);
        assertThat(year.status(withdrawn)).isEqualTo("withdrawn | -");

        Entry event = year.proposed(Scene.BLUE);
        Entry agreed = year.file(Scene.RED, "WPA", event, event);
        year.file(Scene.RED, "WPP", event, agreed);
        assertThat(year.status(event)).isEqualTo("proposed | postponed");
        year.file(Scene.BLUE, "WPX", event, agreed);
        assertThat(year.status(event)).isEqualTo("cancelled | postponed");
        assertThat(year.event(event).state()).isEqualTo("cancelled");
        assertThat(year.event(event).open()).isFalse();
    }

    @Test
    void what_a_side_states_of_the_status_is_its_word_until_it_says_otherwise() {
        Entry event = year.agreed();
        Entry stated = year.file(Scene.BLUE, "WPS", event, event, "status", Year.code("suspended"));
        assertThat(year.status(event)).isEqualTo("suspended | agreed");
        Word word = year.event(event).side(Year.BLUE).orElseThrow().word();
        assertThat(word).isNotNull();
        assertThat(word.by().place()).isEqualTo(stated.reference());
        assertThat(word.reason()).isEqualTo("plan_suspended");
        assertThat(word.since()).isEqualTo(Year.at("010600ZMAR27"));
        year.file(Scene.BLUE, "WPS", event, event, "status", Year.code("delegation_received"));
        assertThat(year.status(event)).isEqualTo("delegation_received | agreed");
        year.file(Scene.RED, "WPS", event, event, "status", Year.code("a word of a later edition"));
        assertThat(year.status(event)).as("void: not on the list").startsWith("delegation_received | ");
    }

    /// Requirement 41.
    @Test
    void what_one_party_suspends_is_suspended_on_its_side_alone_and_only_as_far_as_it_reaches() {
        Entry event = year.agreed("track", Year.code("global_stability"), "owner", Year.office("Chief of plans"));
        year.suspend(Scene.RED, new Act.Scope.Track("peace_effort"));
        year.suspend(Scene.RED, new Act.Scope.Procedure("MA"));
        year.suspend(Scene.RED, new Act.Scope.Counterpart("Another chief"));
        assertThat(year.status(event)).isEqualTo("proposed | agreed");
        for (Act.Scope scope : List.of(
                new Act.Scope.WholeLine(),
                new Act.Scope.Procedure("WP"),
                new Act.Scope.Track("global_stability"),
                new Act.Scope.Counterpart("chief  of plans"),
                new Act.Scope.Counterpart("Command of Chief of plans"),
                new Act.Scope.Counterpart("BLUE"))) {
            Entry suspension = year.scene.say(Scene.RED, Year.suspension(scope), null);
            year.scene.tellAll();
            assertThat(year.status(event)).as(scope.toString()).isEqualTo("proposed | agreed (suspended)");
            var lifted = new Act.Resumption(Scene.OFFICE, "Joint staff", 0);
            year.scene.say(Scene.RED, lifted, null, suspension.reference());
            year.scene.tellAll();
            assertThat(year.status(event)).isEqualTo("proposed | agreed");
        }
    }

    /// Requirement 40.
    @Test
    void an_event_has_one_owner_on_each_side_as_that_side_last_named_it() {
        Entry event = year.proposed(Scene.BLUE, "owner", Year.office("A"));
        Entry agreed = year.file(Scene.RED, "WPA", event, event, "owner", Year.office("B"));
        year.file(Scene.RED, "WPF", event, agreed, "owner", Year.office("C"));
        year.file(Scene.BLUE, "WPS", event, event, "owner", Year.office("D"));
        assertThat(year.event(event).sides().stream().map(Side::owner))
                .containsExactly(Year.office("D"), Year.office("C"));
    }

    @Test
    void the_host_is_a_part_in_the_matter_and_here_a_party() {
        assertThat(hosts(Scene.BLUE, "proposer")).containsExactly(Year.BLUE);
        assertThat(hosts(Scene.RED, "proposer")).containsExactly(Year.RED);
        assertThat(hosts(Scene.RED, "other")).containsExactly(Year.BLUE);
        assertThat(hosts(Scene.BLUE, "both")).containsExactly(Year.BLUE, Year.RED);
        assertThat(hosts(Scene.BLUE, "third")).isEmpty();
        assertThat(hosts(Scene.BLUE, "nobody")).isEmpty();
    }

    private List<Integer> hosts(int station, String host) {
        return year.event(year.proposed(station, "host", Year.code(host)))
                .what()
                .hosts();
    }

    @Test
    void dates_are_those_last_named_and_each_side_keeps_its_own_word_on_them() {
        Entry event = year.proposed(Scene.BLUE, "dates", Year.period(Year.JUNE), "precision", Year.code("window"));
        Entry agreed = year.file(Scene.RED, "WPA", event, event, "dates", Year.period(Year.JUNE));
        assertThat(year.event(event).dates().alike()).isTrue();
        year.file(Scene.RED, "WPF", event, agreed, "dates", Year.period(Year.FIXED));
        Dates dates = year.event(event).dates();
        assertThat(dates.now()).isNotNull();
        assertThat(dates.now().from()).isEqualTo(Year.at("080600ZJUN27"));
        assertThat(dates.now().exact()).isTrue();
        assertThat(dates.alike()).as("only RED has named them").isFalse();
        assertThat(dates.changes()).extracting(Change::kind).containsExactly(Change.Kind.FIXED);
    }
}
