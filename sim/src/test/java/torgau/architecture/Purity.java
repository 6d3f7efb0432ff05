package torgau.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.WeakHashMap;
import java.util.function.Predicate;

/// What the pure packages may not touch, so that one seed gives one run and every station computes the same.
final class Purity {
    private final DescribedPredicate<JavaClass> pure;
    private final String root;

    private Purity(String root) {
        this.root = root;
        this.pure = in("journal", "catalogue", "matters", "link", "station.heart")
                .and(not(in("link.bearer")))
                .as("pure");
    }

    /// The rules for the house whose rooms lie below the package `root`.
    static List<Rule> rules(String root) {
        Purity purity = new Purity(root);
        return List.of(
                purity.never("reads no clock", "take `now` as an argument; the shell has the clock", Touch::clock),
                purity.never(
                        "asks the System nothing", "take it as an argument; only arraycopy is free", Touch::system),
                purity.never("draws no randomness", "take a RandomSource as an argument", Touch::randomness),
                purity.never(
                        "makes no Map or Set of salted order",
                        "the order of Map.of, Set.copyOf, toSet and toMap changes with every run of the JVM: "
                                + "use an unmodifiable LinkedHashMap or TreeMap, or a List",
                        Touch::saltedOrder),
                purity.never(
                        "has no default locale, zone or charset",
                        "name it: Locale.ROOT, ZoneOffset.UTC, StandardCharsets.UTF_8",
                        Touch::surroundings),
                purity.without(
                        "holds no HashMap or HashSet",
                        "use a TreeMap, a LinkedHashMap or a List: their order is the same everywhere",
                        belongToAnyOf(HashMap.class, HashSet.class, Hashtable.class)
                                .or(belongToAnyOf(WeakHashMap.class, IdentityHashMap.class))),
                purity.without(
                        "has no threads", "be stepped by inputs; the shell turns threads into inputs", threads()),
                purity.withoutLocks(),
                purity.filesOutside("link.pack"),
                purity.valuesOnly(),
                purity.onlyLibrary("catalogue.yaml", "org.snakeyaml.engine.v2.."),
                purity.onlyLibrary("catalogue.phrase", "com.ibm.icu.."),
                purity.onlyLibrary("catalogue.grid", "mil.nga.."),
                purity.onlyLibrary("catalogue.earth", "com.google.common.geometry..", "net.sf.geographiclib.."),
                purity.onlyLibrary("link.pack", "com.github.luben.zstd.."),
                purity.shapeOnly(),
                purity.oneWayOut(),
                purity.rim());
    }

    private Rule never(String what, String advice, Predicate<JavaAccess<?>> touch) {
        return new Rule(
                "pure code " + what, advice, noClasses().that(pure).should().accessTargetWhere(Touch.of(what, touch)));
    }

    private Rule without(String what, String advice, DescribedPredicate<JavaClass> forbidden) {
        return new Rule(
                "pure code " + what, advice, noClasses().that(pure).should().dependOnClassesThat(forbidden));
    }

    private static DescribedPredicate<JavaClass> threads() {
        return resideInAPackage("java.util.concurrent..")
                .or(belongToAnyOf(Thread.class, ThreadLocal.class, Runtime.class, Process.class, ProcessBuilder.class));
    }

    private static DescribedPredicate<JavaClass> files() {
        return resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
                .and(not(belongToAnyOf(Serializable.class, ByteArrayOutputStream.class, ByteArrayInputStream.class)));
    }

    /// One package reads a dictionary that is a part of the program.
    private Rule filesOutside(String reader) {
        return new Rule(
                "pure code touches no file or socket",
                "take and give bytes; the shell moves them",
                noClasses().that(pure.and(not(in(reader)))).should().dependOnClassesThat(files()));
    }

    private Rule valuesOnly() {
        return new Rule(
                "pure code knows only values",
                "a library belongs behind a port in the rim; logs are the shell's: return what happened",
                noClasses()
                        .that(pure.and(not(in(
                                "catalogue.yaml",
                                "catalogue.phrase",
                                "catalogue.grid",
                                "catalogue.earth",
                                "link.pack"))))
                        .should()
                        .dependOnClassesThat(not(values())));
    }

    /// Five packages compute what values alone cannot, each by libraries whose answers are pure as well.
    private Rule onlyLibrary(String room, String... libraries) {
        return new Rule(
                room + " knows its library and no other",
                "beside values it knows only " + String.join(" and ", libraries),
                noClasses()
                        .that(in(room))
                        .should()
                        .dependOnClassesThat(not(values().or(resideInAnyPackage(libraries)))));
    }

    private DescribedPredicate<JavaClass> values() {
        return resideInAnyPackage(
                root + "..", "", "java..", "javax.crypto..", "org.bouncycastle..", "org.jspecify.annotations..");
    }

    private Rule withoutLocks() {
        return new Rule(
                "pure code takes no locks",
                "one thread owns the state: remove `synchronized` and `volatile`",
                noMembers()
                        .that()
                        .areDeclaredInClassesThat(pure)
                        .should()
                        .haveModifier(JavaModifier.SYNCHRONIZED)
                        .orShould()
                        .haveModifier(JavaModifier.VOLATILE));
    }

    private Rule shapeOnly() {
        return new Rule(
                "SecureRandom is only a shape for cryptography",
                "take a RandomSource; where a library asks for a SecureRandom, wrap it as torgau.journal.crypto does",
                noClasses()
                        .that(pure.and(not(in("journal.crypto", "link.seal"))))
                        .should()
                        .dependOnClassesThat(belongToAnyOf(SecureRandom.class)));
    }

    /// A station that is ordered to send nothing must be kept from it in one place.
    private Rule oneWayOut() {
        return new Rule(
                "only the Transmitter sends to other stations",
                "hand it to the Transmitter, which a station under the order to receive only keeps shut",
                noClasses()
                        .that(in("link"))
                        .and()
                        .doNotHaveSimpleName("Transmitter")
                        .should()
                        .accessTargetWhere(Touch.of("a network's way out", Touch::transmission)));
    }

    /// Stores, bearers and the simulator are not pure, but what time it is and what is random they are told as well. A
    /// bearer may measure how long its own socket takes.
    private Rule rim() {
        return new Rule(
                "only station and cli have a clock and randomness",
                "take `now` or a RandomSource as an argument; a Main may make them",
                noClasses()
                        .that(in("store", "link.bearer", "sim"))
                        .and()
                        .doNotHaveSimpleName("Main")
                        .should()
                        .accessTargetWhere(Touch.of("a clock", this::rimClock))
                        .orShould()
                        .accessTargetWhere(Touch.of("randomness", Touch::randomness)));
    }

    private boolean rimClock(JavaAccess<?> access) {
        return in("link.bearer").test(access.getOriginOwner()) ? Touch.timeOfDay(access) : Touch.clock(access);
    }

    private DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(
                Arrays.stream(packages).map(name -> root + "." + name + "..").toArray(String[]::new));
    }
}
