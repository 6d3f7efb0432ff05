package torgau.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rooms, and which a room may know. A room that is not here may not exist.
final class Rooms {
    private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

    static {
        MAY_KNOW.put("journal", List.of());
        MAY_KNOW.put("catalogue", List.of("journal"));
        MAY_KNOW.put("matters", List.of("journal", "catalogue"));
        MAY_KNOW.put("link", List.of("journal"));
        MAY_KNOW.put("store", List.of("journal"));
        MAY_KNOW.put("station", List.of("journal", "catalogue", "matters", "link", "store"));
        MAY_KNOW.put("cli", List.of("journal", "catalogue", "matters", "link", "store", "station"));
        MAY_KNOW.put("sim", List.of("journal", "catalogue", "matters", "link", "store", "station"));
    }

    private Rooms() {}

    static List<String> names() {
        return List.copyOf(MAY_KNOW.keySet());
    }

    /// One rule for each room's arrows, one for the desk, and one that there are no other rooms; below the package
    /// `root`.
    static List<Rule> rules(String root) {
        List<Rule> rules = new ArrayList<>();
        MAY_KNOW.forEach((room, known) -> rules.add(new Rule(
                room + " knows only rooms above it",
                "move what is needed up into " + (known.isEmpty() ? "the journal" : known)
                        + ", or hand it in as a value",
                noClasses()
                        .that()
                        .resideInAPackage(root + "." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(closed(root, room, known)))));
        rules.add(new Rule(
                "the journal's store knows no desk",
                "what is private to officers stays in a file that the journal's code cannot open",
                noClasses()
                        .that()
                        .resideInAPackage(root + ".store..")
                        .and()
                        .resideOutsideOfPackage(root + ".store.desk..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(root + ".store.desk..")));
        rules.add(new Rule(
                "every class lives in a room",
                "put it in one of " + names() + "; a new room is a decision, with an ADR and a line in Rooms",
                classes()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .doNotHaveSimpleName("package-info")
                        .should()
                        .resideInAnyPackage(packages(root, names()))));
        return rules;
    }

    private static String[] closed(String root, String room, List<String> known) {
        List<String> closed = new ArrayList<>(names());
        closed.removeAll(known);
        closed.remove(room);
        return packages(root, closed);
    }

    private static String[] packages(String root, List<String> rooms) {
        return rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
    }
}
