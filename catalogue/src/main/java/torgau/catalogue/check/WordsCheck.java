package torgau.catalogue.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import torgau.catalogue.yaml.Findings;
import torgau.catalogue.yaml.Tree;
import torgau.journal.Code;

/// Every text is written in the letters of its language and in words that commit and accuse nobody.
public final class WordsCheck {
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Map<String, Pattern> FOREIGN = new TreeMap<>();
    private static final Map<String, Pattern> AVOIDED = new TreeMap<>();
    /// A word with letters of both alphabets: most often one of them was typed by mistake.
    private static final Pattern MIXED = Pattern.compile("(?=\\p{L}*\\p{IsLatin})(?=\\p{L}*\\p{IsCyrillic})\\p{L}+");

    static {
        FOREIGN.put("en", CYRILLIC);
        FOREIGN.put("ru", Pattern.compile("[іїєґІЇЄҐ]"));
        FOREIGN.put("uk", Pattern.compile("[ыэёъЫЭЁЪ]"));
        AVOIDED.put("en", any("owed|overdue|breach\\w*|convicted|cooperat\\w*|co-operation"));
        AVOIDED.put("ru", any("задолженност\\p{L}*|просроч\\p{L}*|виновн\\p{L}*|сотрудничеств\\p{L}*"));
        AVOIDED.put(
                "uk", any("заборгован\\p{L}*|прострочен\\p{L}*|винн\\p{L}{2,}|співпрац\\p{L}*|співробітництв\\p{L}*"));
    }

    private final Findings findings;
    private final Set<String> identical;

    /// A check that notes what it finds.
    ///
    /// @param identical Ukrainian texts that may be the same as the Russian ones
    public WordsCheck(Findings findings, Set<String> identical) {
        this.findings = findings;
        this.identical = identical;
    }

    /// Any of these words, however it is capitalised.
    private static Pattern any(String words) {
        return Pattern.compile("(?iu)\\b(" + words + ")\\b");
    }

    /// Looks at every text below this value.
    public void run(Tree tree) {
        for (Map.Entry<String, Tree> child : tree.children().entrySet()) {
            if (FOREIGN.containsKey(child.getKey()) && child.getValue().scalar()) {
                text(child.getKey(), child.getValue());
            } else {
                run(child.getValue());
            }
        }
        if (tree.list()) {
            tree.items().forEach(this::run);
        }
        same(tree);
    }

    private void text(String language, Tree tree) {
        String text = tree.text();
        find(FOREIGN, language, text)
                .forEach(found -> findings.add(
                        tree.place(),
                        Code.CATALOGUE_FOREIGN_LETTERS,
                        "`" + tree.name() + "` has `" + found + "`",
                        "write it in the letters of its language"));
        MIXED.matcher(text)
                .results()
                .forEach(found -> findings.add(
                        tree.place(),
                        Code.CATALOGUE_FOREIGN_LETTERS,
                        "`" + tree.name() + "` has Latin and Cyrillic letters in `" + found.group() + "`",
                        "use one alphabet a word"));
        find(AVOIDED, language, text)
                .forEach(found -> findings.add(
                        tree.place(),
                        Code.CATALOGUE_WORD_AVOIDED,
                        "`" + tree.name() + "` says `" + found + "`",
                        "say it neutrally: awaited, requested, no reply as of, contact"));
    }

    private static List<String> find(Map<String, Pattern> patterns, String language, String text) {
        Pattern pattern = patterns.get(language);
        return pattern == null
                ? List.of()
                : pattern.matcher(text)
                        .results()
                        .map(found -> found.group())
                        .distinct()
                        .toList();
    }

    private void same(Tree tree) {
        if (tree.has("ru") && tree.has("uk") && tree.at("uk").scalar()) {
            String ukrainian = tree.at("uk").text();
            boolean letters = CYRILLIC.matcher(ukrainian).find();
            if (letters && ukrainian.equals(tree.at("ru").text()) && !identical.contains(ukrainian)) {
                findings.add(
                        tree.at("uk").place(),
                        Code.CATALOGUE_SAME_WORDS,
                        "`" + tree.name() + "` is the same in Russian and Ukrainian: `" + ukrainian + "`",
                        "translate it, or add it to words/identical.txt");
            }
        }
    }
}
