package torgau.matters.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import torgau.catalogue.value.Places;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.journal.agreement.LeadOffice;
import torgau.matters.Scene;
import torgau.matters.directory.Candidate.Power;
import torgau.matters.directory.Candidate.Reason;
import torgau.matters.directory.Finder.Gap.Kind;

class FinderTest {
    private static final Value NO_DECISION = Offices.codes("line");
    private static final Value NO_MORE = Offices.codes("humanitarian");
    private static final Value.Office STAFF = Offices.office("Duty officer", "Fleet staff");
    private static final Value.Office FLEET = Offices.office("Director", "Fleet");
    private static final Value.Office CHIEFS = Offices.office("Chief", "Joint staff");

    private final Offices offices = new Offices();

    private static Wanted decides(String theme) {
        return new Wanted(theme, Wanted.DECIDES, null, null, null);
    }

    /// Requirement 38; row 11.
    @Test
    void who_can_decide_comes_before_who_can_only_transmit() {
        offices.declare(Scene.RED, STAFF, "duty", NO_DECISION, Offices.codes("sea"));
        offices.declare(Scene.RED, FLEET, "command", Offices.codes("sea"), NO_MORE);
        offices.declare(Scene.BLUE, CHIEFS, "command", Offices.codes("sea"), NO_MORE);
        Finder.Found found = offices.find(decides("sea"));
        assertThat(found.theirs()).extracting(each -> each.post().title()).containsExactly("Director", "Duty officer");
        assertThat(found.theirs()).extracting(Candidate::power).containsExactly(Power.CAN, Power.TRANSMITS);
        assertThat(found.theirs().getLast().reasons()).containsExactly(Reason.TRANSMITS);
        assertThat(found.wayUp().end()).isEqualTo(Finder.End.NOT_NEEDED);
        assertThat(found.gaps()).isEmpty();
    }

    /// Requirement 38; rows 10 and 11.
    @Test
    void an_office_of_another_region_or_track_is_the_nearest_and_no_answer() {
        offices.declare(
                Scene.RED,
                FLEET,
                "command",
                Offices.codes("sea"),
                NO_MORE,
                Map.of("region", new Value.Name("Southern  Waters"), "tracks", Offices.codes("peace_effort")));
        offices.declare(Scene.BLUE, CHIEFS, "command", Offices.codes("sea"), NO_MORE);
        Finder.Found south = offices.find(new Wanted("sea", Wanted.DECIDES, "southern waters", "peace_effort", null));
        assertThat(south.theirs().getFirst().power()).isEqualTo(Power.CAN);
        Finder.Found north = offices.find(new Wanted("sea", Wanted.DECIDES, "Northern waters", null, null));
        assertThat(north.theirs().getFirst().power()).isEqualTo(Power.NEAR);
        assertThat(north.theirs().getFirst().reasons()).contains(Reason.REGION_OTHER);
        assertThat(north.gaps())
                .extracting(Finder.Gap::kind)
                .contains(Kind.NOBODY, Kind.NEAREST_IS_ELSEWHERE)
                .doesNotContain(Kind.NO_ENTRIES);
    }

    private static Wanted at(Value place) {
        return new Wanted("sea", Wanted.DECIDES, null, null, place);
    }

    private static Value.Position position(String written) {
        return Places.position(written).orElseThrow();
    }

    private void decidesIn(Map<String, Value> where) {
        offices.declare(Scene.RED, FLEET, "command", Offices.codes("sea"), NO_MORE, where);
    }

    private Candidate first(Wanted wanted) {
        return offices.find(wanted).theirs().getFirst();
    }

    /// Requirement 38; row 11.
    @Test
    void an_office_is_competent_at_a_place_that_its_area_holds_and_not_where_it_holds_it_in_part_or_not() {
        decidesIn(Map.of(
                "area", new Value.Area.Circle(position("58-00.0N 019-00.0E"), new Value.Quantity(60_000, "nm"))));
        assertThat(first(at(position("58-21.0N 019-44.0E"))).power()).isEqualTo(Power.CAN);
        assertThat(first(at(position("58-21.0N 019-44.0E"))).reasons()).contains(Reason.AREA_HOLDS);
        Candidate coarse = first(at(position("near 58N 019E")));
        assertThat(coarse.power()).isEqualTo(Power.NEAR);
        assertThat(coarse.reasons()).contains(Reason.AREA_IN_PART);
        Finder.Found far = offices.find(at(position("68-21.0N 019-44.0E")));
        assertThat(far.theirs().getFirst().power()).isEqualTo(Power.NEAR);
        assertThat(far.theirs().getFirst().reasons()).contains(Reason.AREA_ELSEWHERE);
        assertThat(far.gaps()).extracting(Finder.Gap::kind).contains(Kind.NOBODY, Kind.NEAREST_IS_ELSEWHERE);
    }

    /// Requirement 38: of what cannot be compared nothing is guessed, and it is no yes.
    @Test
    void a_name_is_not_compared_with_an_area_nor_an_area_with_a_name() {
        decidesIn(Map.of("region", new Value.Name("Northern waters")));
        Finder.Found named = offices.find(at(position("58-21.0N 019-44.0E")));
        assertThat(named.theirs().getFirst().power()).isEqualTo(Power.NEAR);
        assertThat(named.theirs().getFirst().reasons()).contains(Reason.AREA_NOT_COMPARED);
        assertThat(named.gaps()).extracting(Finder.Gap::kind).contains(Kind.NOBODY, Kind.AREA_NOT_COMPARED);
        assertThat(first(new Wanted("sea", Wanted.DECIDES, "northern waters", null, position("58-21.0N 019-44.0E")))
                        .power())
                .isEqualTo(Power.CAN);

        decidesIn(Map.of("area", new Value.Area.Quadrant("Northern waters", "east")));
        assertThat(first(at(position("58-21.0N 019-44.0E"))).reasons()).contains(Reason.AREA_NOT_COMPARED);
    }

    /// Row 10: a designation for an area is none for what lies elsewhere.
    @Test
    void the_lead_office_of_an_area_leads_what_its_area_holds() {
        var area = new Value.Area.Circle(position("58-00.0N 019-00.0E"), new Value.Quantity(60_000, "nm"));
        offices.designate("peace_effort", Map.of("area", area, "office", FLEET));
        for (String where : List.of("58-21.0N 019-44.0E", "68-21.0N 019-44.0E")) {
            var wanted = new Wanted("sea", Wanted.DECIDES, null, "peace_effort", position(where));
            assertThat(offices.directory().leads(2, "peace_effort", new Whereabouts(wanted)))
                    .as(where)
                    .hasSize(where.startsWith("58") ? 1 : 0);
        }
    }

    @Test
    void an_office_without_bounds_is_competent_everywhere_and_comes_after_one_whose_area_holds_the_place() {
        decidesIn(Map.of());
        offices.declare(
                Scene.RED,
                STAFF,
                "staff",
                Offices.codes("sea"),
                NO_MORE,
                Map.of(
                        "area",
                        new Value.Area.Circle(position("58-00.0N 019-00.0E"), new Value.Quantity(60_000, "nm"))));
        Finder.Found found = offices.find(at(position("58-21.0N 019-44.0E")));
        assertThat(found.theirs()).extracting(Candidate::power).containsExactly(Power.CAN, Power.CAN);
        assertThat(found.theirs()).extracting(each -> each.post().title()).containsExactly("Duty officer", "Director");
        assertThat(found.theirs().getLast().reasons()).contains(Reason.REGION_NOT_LIMITED);
    }

    /// Requirement 38; row 11: that an office decides nothing is a word of its own, and no secret.
    @Test
    void an_office_that_decides_nothing_is_the_last_and_the_way_leads_up_from_it() {
        Value nothing = Offices.codes("nothing");
        offices.declare(Scene.RED, STAFF, "duty", nothing, new Value.Undisclosed(), Map.of("superior", FLEET));
        Finder.Found alone = offices.find(decides("sea"));
        assertThat(alone.theirs()).extracting(Candidate::power).containsExactly(Power.NOTHING);
        assertThat(alone.theirs().getFirst().reasons()).containsExactly(Reason.DECIDES_NOTHING);
        assertThat(alone.gaps())
                .extracting(Finder.Gap::kind)
                .contains(Kind.NOBODY, Kind.DECIDES_NOTHING)
                .doesNotContain(Kind.NOT_DISCLOSED);
        assertThat(alone.wayUp().rungs())
                .extracting(rung -> rung.post().title())
                .containsExactly("Director");

        offices.declare(Scene.RED, FLEET, "command", new Value.Undisclosed(), NO_MORE);
        assertThat(offices.find(decides("sea")).theirs())
                .extracting(Candidate::power)
                .containsExactly(Power.WITHHELD, Power.NOTHING);
    }

    /// Requirement 38; row 11.
    @Test
    void that_an_office_decides_nothing_counts_for_nothing_beside_subjects_and_differs_from_another_entry() {
        offices.declare(Scene.RED, STAFF, "duty", Offices.codes("nothing", "sea"), NO_MORE);
        assertThat(offices.find(decides("sea")).theirs())
                .extracting(Candidate::power)
                .containsExactly(Power.CAN);
        assertThat(offices.directory().conflicts()).isEmpty();
        offices.declare(Scene.RED, STAFF, "duty", Offices.codes("nothing"), Offices.codes("nothing"));
        assertThat(offices.directory().conflicts())
                .extracting(Conflict::kind, Conflict::subject)
                .contains(org.assertj.core.groups.Tuple.tuple(Conflict.Kind.DIFFERING, "sea"))
                .doesNotContain(org.assertj.core.groups.Tuple.tuple(Conflict.Kind.BOTH, "nothing"));
    }

    /// Requirement 38; row 11.
    @Test
    void where_nobody_found_can_decide_the_way_leads_up_from_staff_to_the_office_that_can() {
        Entry staff = offices.declare(
                Scene.RED, STAFF, "staff", NO_DECISION, Offices.codes("sea"), Map.of("superior", FLEET));
        offices.declare(
                Scene.RED, FLEET, "command", Offices.codes("rescue"), Offices.codes("sea"), Map.of("superior", CHIEFS));
        Finder.Found without = offices.find(decides("sea"));
        assertThat(without.wayUp().rungs())
                .extracting(rung -> rung.post().title())
                .containsExactly("Chief");
        assertThat(without.wayUp().end()).isEqualTo(Finder.End.NOT_DECLARED);
        assertThat(without.gaps()).extracting(Finder.Gap::kind).contains(Kind.NOBODY, Kind.ONLY_TRANSMITS);
        assertThat(without.gaps().getFirst().ask()).isEqualTo("DEQ");

        offices.declare(Scene.RED, CHIEFS, "general_staff", NO_DECISION, NO_MORE);
        scene().file(
                        Scene.BLUE,
                        "DE",
                        "DEQ",
                        Map.of("matters", Offices.codes("sea")),
                        staff.reference(),
                        staff.reference());
        assertThat(offices.find(decides("sea")).wayUp().end()).isEqualTo(Finder.End.WITHHELD);
    }

    /// Requirement 38; row 11.
    @Test
    void an_office_that_its_own_party_names_in_a_reply_is_found_though_it_has_no_entry() {
        Entry staff = offices.declare(Scene.RED, STAFF, "staff", NO_DECISION, Offices.codes("calls"));
        Entry asked = askedAboutCalls(staff);
        scene().file(
                        Scene.RED,
                        "DE",
                        "DEA",
                        Map.of("decides", NO_DECISION, "office", CHIEFS),
                        staff.reference(),
                        asked.reference());
        Finder.Found found = offices.find(decides("calls"));
        assertThat(found.theirs().getFirst().post().title()).isEqualTo("Chief");
        assertThat(found.theirs().getFirst().power()).isEqualTo(Power.NAMED);
        assertThat(found.theirs().getFirst().entry()).isNull();
    }

    private Scene scene() {
        return offices.scene;
    }

    /// Requirement 38; row 11.
    @Test
    void our_office_that_matches_is_the_one_proposed_then_the_one_of_the_same_level() {
        offices.declare(Scene.RED, FLEET, "command", Offices.codes("sea"), NO_MORE);
        offices.declare(Scene.BLUE, STAFF, "staff", Offices.codes("sea"), NO_MORE);
        offices.declare(Scene.BLUE, CHIEFS, "command", Offices.codes("sea"), NO_MORE);
        Finder.Match match = offices.find(decides("sea")).matches().getFirst();
        assertThat(match.ours().post().title()).isEqualTo("Chief");
        assertThat(match.sameLevel()).isTrue();

        offices.declare(Scene.BLUE, STAFF, "staff", Offices.codes("sea"), NO_MORE, Map.of("counterpart", FLEET));
        Finder.Match proposed = offices.find(decides("sea")).matches().getFirst();
        assertThat(proposed.ours().post().title()).isEqualTo("Duty officer");
        assertThat(proposed.proposed()).isTrue();
        assertThat(proposed.sameLevel()).isFalse();
    }

    /// Requirement 38; rows 11 and 12.
    @Test
    void that_no_office_leads_the_track_and_that_nobody_has_said_are_two_different_things() {
        offices.declare(Scene.RED, FLEET, "command", Offices.codes("sea"), NO_MORE);
        offices.declare(Scene.BLUE, CHIEFS, "command", Offices.codes("sea"), NO_MORE);
        var wanted = new Wanted("sea", Wanted.DECIDES, null, "global_stability", null);
        assertThat(offices.find(wanted).gaps()).extracting(Finder.Gap::kind).containsExactly(Kind.LEAD_NOT_STATED);

        offices.agreed = List.of(new LeadOffice(2, "global_stability", "", ""));
        assertThat(offices.find(wanted).gaps()).extracting(Finder.Gap::kind).containsExactly(Kind.NO_LEAD_DESIGNATED);

        offices.designate("global_stability", Map.of("region", new Value.Name("Northern waters"), "office", FLEET));
        var north = new Wanted("sea", Wanted.DECIDES, "NORTHERN  waters", "global_stability", null);
        Finder.Found found = offices.find(north);
        assertThat(found.gaps()).isEmpty();
        assertThat(found.theirs().getFirst().reasons()).contains(Reason.LEADS_TRACK);
    }

    /// Requirement 38; row 11.
    @Test
    void offices_that_stand_above_each_other_end_the_way_up() {
        offices.declare(Scene.RED, STAFF, "staff", NO_DECISION, Offices.codes("sea"), Map.of("superior", FLEET));
        offices.declare(Scene.RED, FLEET, "command", NO_DECISION, NO_MORE, Map.of("superior", STAFF));
        Finder.Found found = offices.find(decides("sea"));
        assertThat(found.wayUp().end()).isEqualTo(Finder.End.LOOP);
        assertThat(offices.directory().conflicts()).extracting(Conflict::kind).contains(Conflict.Kind.CHAIN);
    }

    /// Requirement 38; row 11: what a party does not disclose is not taken for that it does not decide.
    @Test
    void what_is_not_disclosed_is_said_to_be_so() {
        offices.declare(Scene.RED, FLEET, "command", new Value.Undisclosed(), new Value.Undisclosed());
        Finder.Found found = offices.find(decides("sea"));
        assertThat(found.theirs().getFirst().power()).isEqualTo(Power.WITHHELD);
        assertThat(found.gaps())
                .extracting(Finder.Gap::kind)
                .containsExactly(Kind.NOBODY, Kind.NOT_DISCLOSED, Kind.NONE_OF_OURS);
    }

    /// Row 11: what was replied counts until the office is declared anew.
    @Test
    void a_reply_counts_until_the_office_is_declared_anew() {
        Entry staff = offices.declare(Scene.RED, STAFF, "staff", NO_DECISION, Offices.codes("calls"));
        Entry asked = askedAboutCalls(staff);
        scene().file(
                        Scene.RED,
                        "DE",
                        "DEA",
                        Map.of("decides", Offices.codes("calls")),
                        staff.reference(),
                        asked.reference());
        assertThat(offices.find(decides("calls")).theirs().getFirst().power()).isEqualTo(Power.NAMED);
        scene().file(
                        Scene.RED,
                        "DE",
                        "DE",
                        Map.of(
                                "office",
                                STAFF,
                                "transmits",
                                Offices.codes("calls"),
                                "valid",
                                Offices.valid(Scene.START, Scene.START + Offices.DAY)),
                        staff.reference(),
                        staff.reference());
        assertThat(offices.find(decides("calls")).theirs().getFirst().power()).isEqualTo(Power.TRANSMITS);
    }

    /// Row 11: a hostile directory does not hold up anybody, and cannot claim to be another office.
    @Test
    void a_thousand_offices_of_one_name_are_ranked_at_once() {
        var entries = new java.util.ArrayList<Declared>();
        Declared one = offices.directoryOf(offices.declare(
                Scene.RED, FLEET, "command", Offices.codes("sea"), Offices.codes("sea"), Map.of("superior", FLEET)));
        for (int i = 0; i < 1_000; i++) {
            entries.add(one);
        }
        for (int i = 0; i < 1_000; i++) {
            entries.add(offices.renamed(one, "Director " + i));
        }
        entries.sort(java.util.Comparator.comparing(Declared::post));
        var directory =
                new Directory(entries, List.of(), List.of(), List.of(), List.of(), Conflicts.in(entries, List.of()));
        long began = System.nanoTime();
        Finder.Found found = Finder.find(directory, decides("sea"), 2, 1);
        assertThat(found.theirs()).hasSize(1_001);
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
    }

    private Entry askedAboutCalls(Entry office) {
        Entry asked = scene().file(
                        Scene.BLUE,
                        "DE",
                        "DEQ",
                        Map.of("matters", Offices.codes("calls")),
                        office.reference(),
                        office.reference());
        scene().tellAll();
        return asked;
    }
}
