package torgau.architecture.violations.cli;

/// The command may print.
final class Main {
    private Main() {}

    static void greet() {
        System.out.println("line");
    }
}
