package torgau.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import torgau.architecture.violations.journal.Breaks;

/// A rule that refuses nothing proves nothing: each is shown classes that break it and must report exactly those.
final class EveryRuleBitesTest {
    private static final String ROOT = "torgau.architecture.violations";
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(ROOT);

    static Stream<Rule> rules() {
        return ArchitectureTest.rules(ROOT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_classes_that_break_the_rule_are_refused_and_no_other(Rule rule) {
        Set<String> refused = new TreeSet<>();
        rule.check().evaluate(VIOLATIONS).getFailureReport().getDetails().forEach(line -> refused.add(accused(line)));
        Set<String> guilty = new TreeSet<>();
        for (JavaClass type : VIOLATIONS) {
            if (breaks(type).contains(rule.name())) {
                guilty.add(type.getFullName());
            }
        }
        assertThat(guilty).as("classes that break the rule").isNotEmpty();
        assertThat(refused).isEqualTo(guilty);
    }

    @Test
    void every_violation_names_rules_that_exist() {
        List<String> names = rules().map(Rule::name).toList();
        for (JavaClass type : VIOLATIONS) {
            assertThat(names).as(type.getName()).containsAll(breaks(type));
        }
    }

    /// The class that a line of a report speaks of first, as in `Method <torgau.Entry.id()> calls …`.
    private static String accused(String line) {
        String member = line.substring(line.indexOf('<') + 1);
        return VIOLATIONS.stream()
                .map(JavaClass::getFullName)
                .filter(name -> member.startsWith(name + ".") || member.startsWith(name + ">"))
                .findAny()
                .orElseThrow(() -> new AssertionError("no class of the violations in: " + line));
    }

    private static List<String> breaks(JavaClass type) {
        Optional<Breaks> breaks = type.tryGetAnnotationOfType(Breaks.class);
        return breaks.map(each -> List.of(each.value())).orElse(List.of());
    }
}
