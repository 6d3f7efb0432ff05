package torgau.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// Who alone may use what, and the words that the house does not use.
final class Manners {
    private Manners() {}

    /// The rules for the house whose rooms lie below the package `root`.
    static List<Rule> rules(String root) {
        return List.of(
                new Rule(
                        "cryptography lives in journal.crypto and link.seal",
                        "use their ports; only those two packages import BouncyCastle or javax.crypto",
                        only(root, List.of("journal.crypto", "link.seal"), "org.bouncycastle..", "javax.crypto..")),
                new Rule(
                        "SQL lives in store",
                        "extend the store's port; nothing else imports java.sql or SQLite",
                        only(root, List.of("store"), "java.sql..", "javax.sql..", "org.sqlite..")),
                new Rule(
                        "only programs write to the terminal",
                        "return a value, or log a code and ids; System.out and err belong to cli and a Main",
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .and()
                                .resideOutsideOfPackage(root + ".cli..")
                                .and()
                                .doNotHaveSimpleName("Main")
                                .should()
                                .accessTargetWhere(Touch.of("the terminal", Touch::terminal))),
                new Rule(
                        "every package is @NullMarked",
                        "add a package-info.java with @NullMarked and what the package promises",
                        classes().that().resideInAPackage(root + "..").should(Marked.byPackage(NullMarked.class))),
                new Rule(
                        "accessors have no get",
                        "call it by what it gives: `name()`, not `getName()`",
                        noMethods()
                                .that(not(overriding()).and(accessors()))
                                .and()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(root + "..")
                                .should()
                                .haveNameMatching("get.*")),
                new Rule(
                        "fields have no get",
                        "name the value, not how one comes by it",
                        noFields()
                                .that()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(root + "..")
                                .should()
                                .haveNameMatching("get[A-Z].*")),
                new Rule(
                        "names say what a thing is",
                        "no Manager, Helper, Util, Impl, Data or Info: say what it is or does",
                        noClasses()
                                .that()
                                .resideInAPackage(root + "..")
                                .should()
                                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)")));
    }

    private static ArchRule only(String root, List<String> allowed, String... libraries) {
        String[] inside = allowed.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(not(resideInAnyPackage(inside)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    /// `getName(…)` or `get()`; but the `get(path)` of an HTTP client is a verb.
    private static DescribedPredicate<JavaMethod> accessors() {
        return describe(
                "accessors",
                method -> method.getName().matches("get[A-Z].*")
                        || (method.getName().equals("get")
                                && method.getRawParameterTypes().isEmpty()));
    }

    /// A method whose name a type outside the house decided.
    private static DescribedPredicate<JavaMethod> overriding() {
        return describe("overriding", method -> {
            JavaClass owner = method.getOwner();
            String[] parameters = method.getRawParameterTypes().stream()
                    .map(JavaClass::getFullName)
                    .toArray(String[]::new);
            return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                    .anyMatch(type ->
                            type.tryGetMethod(method.getName(), parameters).isPresent());
        });
    }
}
