package torgau.station.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A table as an XLSX workbook (ECMA-376) of one sheet. Every cell is text, so that nothing in it can be
/// taken for a formula; the same bytes for the same table.
public final class XlsxFile {
    private static final LocalDateTime ZERO = LocalDateTime.of(1980, 1, 1, 0, 0);
    /// Characters of a cell, by the standard.
    private static final int MAX_CELL = 32_767;
    private static final int MAX_NAME = 31;
    private static final int NARROW = 12;
    private static final int WIDE = 48;
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private XlsxFile() {}

    public static byte[] of(Listed table) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", types());
            part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
            part(zip, "xl/workbook.xml", workbook(table.name()));
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml")));
            part(zip, "xl/styles.xml", styles());
            part(zip, "xl/worksheets/sheet1.xml", sheet(table));
        } catch (IOException fault) {
            throw new UncheckedIOException("a workbook is made in memory", fault);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ZERO);
        zip.putNextEntry(entry);
        zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String types() {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", "sheet.main+xml")
                + override("/xl/worksheets/sheet1.xml", "worksheet+xml")
                + override("/xl/styles.xml", "styles+xml")
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relations(String each) {
        return "<Relationships xmlns=\"" + RELATIONS + "\">" + each + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String workbook(String name) {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String cut = plain.length() > MAX_NAME ? plain.substring(0, MAX_NAME) : plain;
        return "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\""
                + escaped(cut.isEmpty() ? "1" : cut) + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    }

    /// Style 1 is bold, for headings; 2 breaks lines. Both are of the format `@`, text.
    private static String styles() {
        return "<styleSheet xmlns=\"" + MAIN
                + "\"><fonts count=\"2\"><font><sz val=\"10\"/><name val=\"Arial\"/></font>"
                + "<font><b/><sz val=\"10\"/><name val=\"Arial\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
                + style(1) + style(0) + "</cellXfs></styleSheet>";
    }

    private static String style(int font) {
        return "<xf numFmtId=\"49\" fontId=\"" + font
                + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\""
                + " applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>";
    }

    private static String sheet(Listed table) {
        var xml = new StringBuilder("<worksheet xmlns=\"")
                .append(MAIN)
                .append("\"><sheetViews><sheetView workbookViewId=\"0\">")
                .append("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
                .append("</sheetView></sheetViews><cols>");
        for (int column = 0; column < table.headings().size(); column++) {
            xml.append("<col min=\"")
                    .append(column + 1)
                    .append("\" max=\"")
                    .append(column + 1)
                    .append("\" width=\"")
                    .append(width(table, column))
                    .append("\" customWidth=\"1\"/>");
        }
        xml.append("</cols><sheetData>");
        row(xml, 1, table.headings(), 1);
        for (int row = 0; row < table.rows().size(); row++) {
            row(xml, row + 2, table.rows().get(row), 2);
        }
        String last =
                Workbook.letters(table.headings().size() - 1) + (table.rows().size() + 1);
        return xml.append("</sheetData><autoFilter ref=\"A1:")
                .append(last)
                .append("\"/></worksheet>")
                .toString();
    }

    private static int width(Listed table, int column) {
        int longest = table.rows().stream()
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
        return Math.clamp(longest + 2L, NARROW, WIDE);
    }

    private static void row(StringBuilder xml, int number, List<String> cells, int style) {
        xml.append("<row r=\"").append(number).append("\">");
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (!text.isEmpty()) {
                xml.append("<c r=\"")
                        .append(Workbook.letters(column))
                        .append(number)
                        .append("\" s=\"")
                        .append(style)
                        .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(escaped(text))
                        .append("</t></is></c>");
            }
        }
        xml.append("</row>");
    }

    /// What XML 1.0 can carry of a text; the rest is left out.
    private static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().limit(MAX_CELL).forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> {
                    if (carried(point)) {
                        out.appendCodePoint(point);
                    }
                }
            }
        });
        return out.toString();
    }

    private static boolean carried(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
