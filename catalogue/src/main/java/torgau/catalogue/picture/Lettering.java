package torgau.catalogue.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How wide a text is. A picture is drawn without the font that will show it, so letters are taken rather too wide than
/// too narrow: measured is Arial, with a tenth more.
final class Lettering {
    private static final String NARROW = "iIjltfr.,:;|!()[]-’'іїгт ";
    private static final String WIDE = "mwMW@%—…шщжюфмыєШЩЖЮФМЫЄДО";
    private static final double MARGIN = 1.1;

    private Lettering() {}

    /// @param size of the letters, in the unit of the answer
    static double width(String text, double size) {
        return size * MARGIN * text.codePoints().mapToDouble(Lettering::width).sum();
    }

    private static double width(int letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 0.36;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return 0.84;
        }
        return Character.isUpperCase(letter) ? 0.70 : 0.56;
    }

    static List<String> wrapped(String text, double width, double size) {
        return wrapped(text, width, part -> width(part, size));
    }

    /// The text in lines of at most this width, broken between words, and within a word only if it is wider alone.
    static List<String> wrapped(String text, double width, ToDoubleFunction<String> measure) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (measure.applyAsDouble(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (measure.applyAsDouble(line) > width && line.length() > 1) {
                int cut = cut(line, width, measure);
                lines.add(line.substring(0, cut));
                line = line.substring(cut);
            }
        }
        lines.add(line);
        return lines;
    }

    private static int cut(String word, double width, ToDoubleFunction<String> measure) {
        int cut = word.length();
        while (cut > 1 && measure.applyAsDouble(word.substring(0, cut)) > width) {
            cut = word.offsetByCodePoints(cut, -1);
        }
        return Math.max(cut, word.offsetByCodePoints(0, 1));
    }
}
