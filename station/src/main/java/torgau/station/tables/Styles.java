package torgau.station.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Which styles of a workbook show a number as a date or a time.
final class Styles {
    private static final int MAX_STYLES = 65_536;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?!h|m|s)[^]]*]|_.|\\*.");

    private final Map<Integer, Boolean> own = new TreeMap<>();
    private final List<Boolean> times = new ArrayList<>();

    static Styles of(byte[] part) {
        var styles = new Styles();
        boolean[] cells = {false};
        Xml.read(part, "styles", xml -> {
            switch (xml.getLocalName()) {
                case "numFmt" -> styles.own.put(Xml.number(xml, "numFmtId"), time(Xml.attribute(xml, "formatCode")));
                case "cellXfs" -> cells[0] = true;
                case "cellStyles", "cellStyleXfs", "dxfs" -> cells[0] = false;
                case "xf" -> {
                    if (cells[0] && styles.times.size() < MAX_STYLES) {
                        styles.times.add(styles.time(Xml.number(xml, "numFmtId")));
                    }
                }
                default -> {}
            }
        });
        return styles;
    }

    /// The numbers that the standard gives to formats of dates and times.
    private boolean time(int format) {
        boolean known = (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
        return own.getOrDefault(format, known);
    }

    private static boolean time(String code) {
        String plain = QUOTED.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
        return !plain.contains("general")
                && plain.split(";", -1)[0].codePoints().anyMatch(point -> "dmyhsгдмч".indexOf(point) >= 0);
    }

    boolean isTime(int style) {
        return style >= 0 && style < times.size() && times.get(style);
    }
}
