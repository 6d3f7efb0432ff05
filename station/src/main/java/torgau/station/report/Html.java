package torgau.station.report;

import java.util.List;
import java.util.Locale;
import torgau.station.report.Document.Column;
import torgau.station.report.Document.Section;

/// One page of HTML: no script, no style or picture from elsewhere, nothing that a reader could send by
/// opening it.
public final class Html {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--rule:#c8cfd6;--ground:#fff;--mark:#8a1c1c;--a:#1f5f99;--b:#c07a12}
            @media (prefers-color-scheme:dark){:root{--ink:#e6e9ec;--soft:#a3abb4;--rule:#444c56;--ground:#14181d;--mark:#ff9c8f;--a:#6fb3ec;--b:#f0b35a}}
            body{margin:0 auto;max-width:62rem;padding:1.5rem;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
            h1{font-size:1.6rem;line-height:1.25;margin:.6rem 0}h2{font-size:1.2rem;margin:2.4rem 0 .3rem;border-top:2px solid var(--rule);padding-top:.8rem}
            .mark{color:var(--mark);font-weight:700;border:2px solid currentColor;padding:.35rem .7rem}
            .head,.definition,.notes{color:var(--soft);margin:.25rem 0}.definition{max-width:46rem}
            .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.92rem}
            th,td{text-align:left;vertical-align:top;padding:.3rem .7rem .3rem 0;border-bottom:1px solid var(--rule);overflow-wrap:break-word}
            th{font-weight:600;vertical-align:bottom}.n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal;white-space:nowrap}
            figure{margin:1rem 0}figcaption{font-weight:600}svg{display:block;width:100%;height:auto;color:var(--ink)}
            .s0{fill:var(--a)}.s1{fill:var(--b)}.grid{stroke:var(--rule)}.axis{stroke:var(--ink)}
            @media print{body{max-width:none;font-size:11pt}h2{break-after:avoid}figure,tr{break-inside:avoid}.foot{position:fixed;bottom:0;left:0;right:0;text-align:center}}
            """;

    private final StringBuilder out = new StringBuilder();
    private int charts;

    private Html() {}

    /// The page, UTF-8 without a byte order mark.
    public static String of(Document document) {
        var html = new Html();
        html.page(document);
        return html.out.toString();
    }

    private void page(Document document) {
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(document.language()))
                .append("\">\n<head>\n");
        out.append("<meta charset=\"utf-8\">\n");
        out.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
        tag("title", "", document.title());
        out.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        tag("p", "mark", document.mark());
        tag("h1", "", document.title());
        document.heads().forEach(head -> tag("p", "head", head));
        document.sections().forEach(this::section);
        tag("p", "mark foot", document.mark());
        out.append("</body>\n</html>\n");
    }

    private void section(Section section) {
        out.append("<section>\n");
        tag("h2", "", section.title());
        tag("p", "definition", section.definition());
        if (section.table().rows().isEmpty()) {
            tag("p", "", section.nothing());
        } else {
            section.chart().ifPresent(chart -> {
                out.append("<figure>\n");
                tag("figcaption", "", chart.title());
                out.append(Svg.of(chart, charts++)).append("</figure>\n");
            });
            table(section.table());
        }
        section.notes().forEach(note -> tag("p", "notes", note));
        out.append("</section>\n");
    }

    private void table(Document.Table table) {
        out.append("<div class=\"wide\"><table>\n<thead><tr>");
        for (Column column : table.columns()) {
            out.append(column.number() ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .append(escaped(column.title()))
                    .append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.append(table.columns().get(i).number() ? "<td class=\"n\">" : "<td>")
                        .append(escaped(row.get(i)))
                        .append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table></div>\n");
    }

    private void tag(String name, String kind, String text) {
        out.append('<').append(name);
        if (!kind.isEmpty()) {
            out.append(" class=\"").append(kind).append('"');
        }
        out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    /// A text as it may stand anywhere in the page. What moves or hides what is beside it stands as its
    /// code point.
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> plain(character, escaped);
            }
        });
        return escaped.toString();
    }

    private static void plain(int character, StringBuilder to) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                to.append(
                        character == '\n' || character == '\t'
                                ? " "
                                : String.format(Locale.ROOT, "‹U+%04X›", character));
            default -> to.appendCodePoint(character);
        }
    }
}
