import java.util.List;
import java.util.stream.Stream;

/// The refusals of [Codes], one fault each: `java scripts/CodesTest.java` prints what passed and failed.
final class CodesTest {
    private static final String GOOD = "- {code: TG-1001, name: A_NAME, text: \"It is so.\", remedy: \"Do this.\"}";

    private int passed;
    private int failed;

    private CodesTest() {}

    static void main() {
        CodesTest test = new CodesTest();
        test.faults();
        test.constants();
        System.out.println(test.passed + " " + test.failed + " 0");
        System.exit(test.failed == 0 ? 0 : 1);
    }

    private void faults() {
        refuses("TG-1001 is taken by line 2", GOOD, GOOD.replace("A_NAME", "ANOTHER"));
        refuses("A_NAME is taken by line 2", GOOD, GOOD.replace("TG-1001", "TG-1002"));
        refuses("TG-1001 is taken by line 2", "- {code: TG-1001, name: OLD, retired: \"Never sent.\"}", GOOD);
        refuses("TG-2001 is of block 2xxx link", GOOD.replace("TG-1001", "TG-2001"));
        refuses("is not TG- and four digits in a known block", GOOD.replace("TG-1001", "TG-8001"));
        refuses("is not TG- and four digits in a known block", GOOD.replace("TG-1001", "TG-101"));
        refuses("there is no block `# 3xxx link`", "# 3xxx link");
        refuses("the text of TG-1001 is empty", GOOD.replace("It is so.", " "));
        refuses("the remedy of TG-1001 is empty", GOOD.replace("Do this.", ""));
        refuses("needs `text` and `remedy`", GOOD.replace(", remedy: \"Do this.\"", ""));
        refuses("needs `text` and `remedy`", GOOD.replace("\"It is so.\"", "It is so."));
        refuses("is not in CAPITALS_WITH_UNDERSCORES", GOOD.replace("A_NAME", "aName"));
        refuses("not of the form", "  " + GOOD);
    }

    private void constants() {
        try {
            var codes = Codes.read(List.of(
                    "# 1xxx journal",
                    GOOD.replace("TG-1001", "TG-1002").replace("A_NAME", "LATER").replace("so.", "\\\"so\\\" \\\\u."),
                    GOOD,
                    "- {code: TG-1003, name: OLD, retired: \"Never sent.\"}"));
            String java = Codes.java(codes);
            holds("sorted by number", java.indexOf("A_NAME(\"TG-1001\"") < java.indexOf("LATER(\"TG-1002\""));
            holds("quotes are kept", java.contains("\"It is \\\"so\\\" \\\\u.\""));
            holds("retired codes have no constant", !java.contains("OLD"));
            holds("the console has them too", Codes.typescript(codes).contains("\"TG-1001\": { name: \"A_NAME\""));
        } catch (Codes.Refused refused) {
            holds("a good file is read, but: " + refused.getMessage(), false);
        }
    }

    private void refuses(String sentence, String... lines) {
        try {
            Codes.read(Stream.concat(
                            Stream.of("# 1xxx journal"), Stream.of(lines))
                    .toList());
            holds("refuses: " + sentence, false);
        } catch (Codes.Refused refused) {
            holds(
                    "says `" + sentence + "` and not `" + refused.getMessage() + "`",
                    refused.getMessage().contains(sentence));
        }
    }

    private void holds(String what, boolean truth) {
        passed += truth ? 1 : 0;
        failed += truth ? 0 : 1;
        if (!truth) {
            System.err.println("FAILED: " + what);
        }
    }
}
