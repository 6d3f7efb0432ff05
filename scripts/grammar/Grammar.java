import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.Rule;
import org.languagetool.rules.RuleMatch;

/// The grammar of texts by LanguageTool: `Grammar LANGUAGE TEXTS ACCEPTED`. Each line of TEXTS is one
/// text, and each of ACCEPTED one finding that was looked at and left, as `RULE: words found`. Ends with
/// 1 if there is any other.
final class Grammar {
    /// What taking out the placeholders brings about, and what holds for prose but not for labels.
    private static final List<String> OF_NO_USE = List.of(
            "UPPERCASE_SENTENCE_START",
            "WHITESPACE_RULE",
            "COMMA_PARENTHESIS_WHITESPACE",
            "COMMA_PERIOD",
            "CONSECUTIVE_SPACES",
            "Punct_and_spaces",
            "PUNKT_KAVITCHKI",
            "UNLIKELY_OPENING_PUNCTUATION",
            "EN_UNPAIRED_BRACKETS",
            "OXFORD_SPELLING_Z_NOT_S",
            "EN_UNPAIRED_QUOTES",
            "ENGLISH_WORD_REPEAT_RULE",
            "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
            "WORD_REPEAT_RULE",
            "UKRAINIAN_WORD_REPEAT_RULE");

    private Grammar() {}

    public static void main(String[] arguments) throws IOException {
        List<String> texts = lines(arguments[1]);
        Set<String> accepted = new TreeSet<>(lines(arguments[2]));
        JLanguageTool tool = tool(arguments[0]);
        var left = new TreeSet<String>();
        for (String text : new TreeSet<>(texts)) {
            for (RuleMatch match : tool.check(text)) {
                String finding = finding(match, text);
                if (!accepted.contains(finding)) {
                    left.add(explained(finding, match, text));
                }
            }
        }
        left.forEach(System.out::println);
        System.out.println(texts.size() + " texts, " + left.size() + " findings");
        System.exit(left.isEmpty() ? 0 : 1);
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
    }

    /// Spelling is checked by the stage `words`.
    private static JLanguageTool tool(String language) {
        var tool = new JLanguageTool(Languages.getLanguageForShortCode(language));
        tool.disableRules(OF_NO_USE);
        tool.disableRules(tool.getAllActiveRules().stream()
                .filter(Rule::isDictionaryBasedSpellingRule)
                .map(Rule::getId)
                .toList());
        return tool;
    }

    private static String finding(RuleMatch match, String text) {
        return match.getRule().getId() + ": "
                + text.substring(match.getFromPos(), match.getToPos()).strip();
    }

    private static String explained(String finding, RuleMatch match, String text) {
        return finding
                + "\n    " + match.getMessage().replaceAll("<[^>]*>", "\"")
                + "\n    in: " + text.strip()
                + "\n    instead: "
                + match.getSuggestedReplacements().stream().limit(3).toList();
    }
}
