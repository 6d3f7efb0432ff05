package torgau.station.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import torgau.catalogue.Procedure;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;
import torgau.station.formats.Formats;
import torgau.station.formats.Known;
import torgau.station.home.HomeFault;
import torgau.station.home.YamlMapping;

/// The standing-authority table: what it says, and how it is refused where it is not wholly understood.
final class AuthorityTest {
    private static final Formats FORMATS = Formats.builtIn();
    private static final Authority STANDING = Standing.of(List.of("Duty officer"), FORMATS);

    private static Authority read(String yaml) {
        return AuthorityYaml.read(YamlMapping.of("authority.yaml", yaml));
    }

    private static Asked message(TrafficClass trafficClass) {
        return new Asked(Kind.MESSAGE, trafficClass, Precedence.ROUTINE, null, "");
    }

    private static Asked format(String name) {
        String[] codes = name.split("/", 2);
        Known known = FORMATS.find(FORMATS.catalogue().procedure(codes[0]).orElseThrow(), codes[1])
                .orElseThrow();
        var defaults = known.format().defaults();
        return new Asked(Kind.NOTIFICATION, defaults.trafficClass(), defaults.precedence(), known.form(), "");
    }

    /// TERMS: receipts, read-backs, link states, service traffic, warnings of imminent danger, distress,
    /// a first notice of entry and the coded phrases need one signature.
    @ParameterizedTest
    @CsvSource({
        "LS/LS", "LS/LSB", "LS/LSR", "LS/RM", "LT/LT", "LT/LTR", "SV/SV", "SV/UI", "SV/WD", "OW/OW", "OW/RM", "DC/DC",
        "DC/WD", "WR/WR", "WR/WRA", "WR/WRN", "WR/WRU", "WR/RF", "WR/CR", "SR/SR", "SR/SRA", "SR/UI", "SR/EX", "SR/RM",
        "SR/RF", "NT/NT", "NT/NTH"
    })
    void what_saves_lives_and_what_keeps_the_line_working_needs_one_person(String name) {
        assertThat(STANDING.alone(format(name))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "LS/LSP", "LS/LSW", "WR/WRE", "WR/WD", "SR/SRS", "NT/NTR", "NT/NTA", "NA/NA", "UA/UA", "UA/UR", "AF/AF",
        "AS/AS", "PR/PRP", "PM/PM", "CL/CA", "MT/MTR", "FV/FVA", "LO/LO", "IN/IN", "DF/DF", "GW/GW"
    })
    void all_else_needs_two(String name) {
        assertThat(STANDING.alone(format(name))).isFalse();
    }

    @Test
    void every_coded_phrase_needs_one_person() {
        Procedure signals = FORMATS.catalogue().signalling().orElseThrow();
        assertThat(signals.formats().keySet()).hasSizeGreaterThan(40);
        assertThat(signals.formats().keySet()).allMatch(code -> STANDING.alone(format(signals.code() + "/" + code)));
    }

    @Test
    void free_messages_need_as_many_as_their_class_says() {
        assertThat(Stream.of(TrafficClass.values()).filter(each -> STANDING.alone(message(each))))
                .containsExactly(TrafficClass.TEST, TrafficClass.SERVICE, TrafficClass.EXERCISE);
    }

    @Test
    void an_acknowledgement_needs_one_person_of_any_office_and_a_suspension_two() {
        for (TrafficClass each : TrafficClass.values()) {
            var asked = new Asked(Kind.ACKNOWLEDGEMENT, each, Precedence.FLASH, null, "");
            assertThat(STANDING.alone(asked) && STANDING.permits("Duty officer", asked))
                    .isTrue();
            assertThat(STANDING.permits("Somebody", asked)).isFalse();
        }
        for (Kind kind : List.of(Kind.SUSPENSION, Kind.RESUMPTION, Kind.AMENDMENT)) {
            assertThat(STANDING.alone(new Asked(kind, TrafficClass.FORMAL, Precedence.PRIORITY, null, "")))
                    .isFalse();
        }
    }

    @Test
    void a_message_between_leaders_is_an_office_s_that_the_table_names_for_it() {
        assertThat(STANDING.permits("Duty officer", message(TrafficClass.PRINCIPAL)))
                .isFalse();
        Authority named = read("offices: [{office: Head, classes: [PRINCIPAL]}]\nalone: [{acts: [message]}]");
        assertThat(named.permits("Head", message(TrafficClass.PRINCIPAL))).isTrue();
        assertThat(named.alone(message(TrafficClass.PRINCIPAL))).isFalse();
        assertThat(named.emergency(List.of("Head"), message(TrafficClass.PRINCIPAL)))
                .isEmpty();
    }

    @Test
    void a_rule_is_about_what_fits_everything_that_it_names() {
        Authority table = read("""
                offices:
                  - office: Liaison
                    acts: [notification]
                    classes: [FORMAL]
                    precedences: [ROUTINE, PRIORITY]
                    formats: [UA/UR, AS]
                    tracks: [peace, none]
                """);
        var form = new Act.Form("UA", 1, "UR");
        var fits = new Asked(Kind.NOTIFICATION, TrafficClass.FORMAL, Precedence.ROUTINE, form, "peace");
        assertThat(table.permits("Liaison", fits)).isTrue();
        assertThat(table.permits("Other", fits)).isFalse();
        assertThat(List.of(
                        message(TrafficClass.FORMAL),
                        new Asked(Kind.NOTIFICATION, TrafficClass.EXERCISE, Precedence.ROUTINE, form, "peace"),
                        new Asked(Kind.NOTIFICATION, TrafficClass.FORMAL, Precedence.FLASH, form, "peace"),
                        new Asked(
                                Kind.NOTIFICATION,
                                TrafficClass.FORMAL,
                                Precedence.ROUTINE,
                                new Act.Form("UA", 1, "UA"),
                                "peace"),
                        new Asked(Kind.NOTIFICATION, TrafficClass.FORMAL, Precedence.ROUTINE, form, "other")))
                .noneMatch(asked -> table.permits("Liaison", asked));
        var others = new Asked(
                Kind.NOTIFICATION, TrafficClass.FORMAL, Precedence.PRIORITY, new Act.Form("AS", 3, "ASC"), "");
        assertThat(table.permits("Liaison", others)).isTrue();
    }

    @Test
    void the_first_rule_that_fits_names_the_second_and_an_emergency_has_its_own() {
        Authority table = read("""
                offices: [{office: Watch}, {office: Head}, {office: Lawyer}]
                second:
                  - {acts: [suspension], offices: [Head, Lawyer]}
                  - {classes: [FORMAL], offices: [Head]}
                emergency:
                  - {precedences: [FLASH], offices: [Watch], countersigned_by: [Head]}
                """);
        var suspension = new Asked(Kind.SUSPENSION, TrafficClass.FORMAL, Precedence.FLASH, null, "");
        assertThat(table.seconds(suspension)).containsExactly("Head", "Lawyer");
        assertThat(table.seconds(message(TrafficClass.FORMAL))).containsExactly("Head");
        assertThat(table.seconds(message(TrafficClass.EXERCISE))).isEmpty();
        assertThat(table.emergency(List.of("Lawyer"), suspension)).isEmpty();
        assertThat(table.emergency(List.of("Lawyer", "Watch"), suspension)
                        .orElseThrow()
                        .countersigners())
                .containsExactly("Head");
        assertThat(table.emergency(List.of("Watch"), message(TrafficClass.FORMAL)))
                .isEmpty();
    }

    @Test
    void the_text_of_a_table_reads_back_as_the_table() {
        assertThat(read(AuthorityText.of(STANDING))).isEqualTo(STANDING);
        var odd = new What(
                Set.of(Kind.NOTIFICATION), Set.of(), Set.of(Precedence.FLASH), List.of(), List.of("", "peace: \"7\""));
        var table = new Authority(
                List.of(new Authority.May("Duty \"A\", #1", odd), new Authority.May("Head", What.ANY)),
                List.of(),
                List.of(new Authority.Second(odd, List.of("Head"))),
                List.of(new Authority.Emergency(odd, List.of("Head"), List.of("Duty \"A\", #1"))),
                List.of(odd));
        assertThat(read(AuthorityText.of(table))).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "offices: []|YAML_VALUE_REFUSED|nobody could say anything",
                "alone: []|YAML_VALUE_REFUSED|nobody could say anything",
                "offices: [{office: A}]\\nofices: []|YAML_KEY_UNKNOWN|did you mean `offices`?",
                "offices: [{office: A, class: [FORMAL]}]|YAML_KEY_UNKNOWN|did you mean `classes`?",
                "offices: [{office: ''}]|YAML_VALUE_REFUSED|title of an office",
                "offices: [{classes: [FORMAL]}]|YAML_KEY_MISSING|`offices[1].office` is missing",
                "offices: [{office: A, classes: []}]|YAML_VALUE_REFUSED|leave it out for all",
                "offices: [{office: A, classes: [formal]}]|YAML_VALUE_REFUSED|has formal",
                "offices: [{office: A, classes: [FORML]}]|YAML_VALUE_REFUSED|did you mean “FORMAL”?",
                "offices: [{office: A, acts: [MESSAGE]}]|YAML_VALUE_REFUSED|has MESSAGE",
                "offices: [{office: A, formats: [ua]}]|YAML_VALUE_REFUSED|wanted is a procedure",
                "offices: [{office: A}]\\nalone: [{classes: [PRINCIPAL]}]|YAML_VALUE_REFUSED|always needs two persons",
                "offices: [{office: A}]\\nemergency: [{offices: [A], classes: [PRINCIPAL]}]|YAML_VALUE_REFUSED|two persons",
                "offices: [{office: A}]\\nsecond: [{offices: [B]}]|YAML_VALUE_REFUSED|of which `offices` says nothing",
                "offices: [{office: A}]\\nsecond: [{acts: [message]}]|YAML_VALUE_REFUSED|has 0 items",
                "offices: [{office: A}]\\nemergency: [{offices: [A], countersigned_by: [B]}]|YAML_VALUE_REFUSED|“B”",
                "offices: {A: 1}|YAML_VALUE_REFUSED|must be a list",
                "offices: [{office: A}, {office: A}|YAML_MALFORMED|line",
            })
    void a_table_that_is_not_wholly_understood_is_refused_with_its_line(String yaml, Code code, String words) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n"))).isInstanceOfSatisfying(HomeFault.class, fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault).hasMessageContaining(words).hasMessageContaining("authority.yaml line");
        });
    }
}
