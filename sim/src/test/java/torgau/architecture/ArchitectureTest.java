package torgau.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The product keeps every rule of the house.
final class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("torgau");

    static Stream<Rule> rules() {
        return rules("torgau");
    }

    static Stream<Rule> rules(String root) {
        return Stream.of(Rooms.rules(root), Purity.rules(root), Manners.rules(root))
                .flatMap(each -> each.stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_product_keeps_the_rule(Rule rule) {
        rule.check().check(PRODUCT);
    }

    /// Without this a room that is not on the class path would keep every rule.
    @Test
    void every_room_is_looked_at() {
        for (String room : Rooms.names()) {
            assertThat(PRODUCT.containPackage("torgau." + room)).as(room).isTrue();
        }
    }
}
