package torgau.station.report;

import java.util.List;

/// Rows as RFC 4180 has them, with a byte order mark, so that every spreadsheet reads them as UTF-8. A
/// cell that a spreadsheet could take for a formula begins with an apostrophe.
public final class Csv {
    private static final String FORMULA = "=+-@＝＋－＠";
    private static final String NUMBER = "-?[0-9]+([.][0-9]+)?";

    private Csv() {}

    public static String of(List<List<String>> rows) {
        var out = new StringBuilder("\ufeff");
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                out.append(i == 0 ? "" : ",").append(cell(row.get(i)));
            }
            out.append("\r\n");
        }
        return out.toString();
    }

    private static String cell(String text) {
        String begin = text.stripLeading();
        boolean control = !text.isEmpty() && Character.isISOControl(text.charAt(0));
        boolean formula = !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0 && !text.matches(NUMBER);
        String safe = formula || control ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
