package torgau.station.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import torgau.station.tables.Workbook.Cell;
import torgau.station.tables.Workbook.Content;
import torgau.station.tables.Workbook.Merged;
import torgau.station.tables.Workbook.Row;
import torgau.station.tables.Workbook.Sheet;

/// Reads one sheet of an XLSX workbook.
final class XlsxSheet {
    private static final int MAX_MERGED = 1_000;
    private static final Pattern NAME = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");
    /// The day before which the two ways of counting days differ: 1 March 1900.
    private static final long FIRST_SURE = 61;
    private static final long LAST = 2_958_465;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private final Xlsx.Shared shared;
    private final List<Row> rows = new ArrayList<>();
    private final List<Merged> merged = new ArrayList<>();
    private final TreeSet<Integer> hiddenColumns = new TreeSet<>();
    private NavigableMap<Integer, Cell> cells = new TreeMap<>();
    private int number;
    private boolean hidden;
    private int column;
    private long characters;

    XlsxSheet(Xlsx.Shared shared) {
        this.shared = shared;
    }

    Sheet read(byte[] part, String name, boolean hiddenSheet) {
        Xml.read(part, "of the sheet " + name, this::element);
        rowEnds();
        return new Sheet(name, hiddenSheet, rows, hiddenColumns, merged);
    }

    private void element(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "col" -> columns(xml);
            case "row" -> {
                rowEnds();
                int said = Xml.number(xml, "r");
                number = said > number ? said : number + 1;
                hidden = Xml.yes(xml, "hidden") || Xml.attribute(xml, "ht").equals("0");
                column = -1;
            }
            case "c" -> cell(xml);
            case "mergeCell" -> merge(Xml.attribute(xml, "ref"));
            default -> {}
        }
    }

    private void columns(XMLStreamReader xml) {
        int last = Math.min(Xml.number(xml, "max"), Workbook.MAX_COLUMNS);
        for (int each = Xml.number(xml, "min"); each > 0 && each <= last && Xml.yes(xml, "hidden"); each++) {
            hiddenColumns.add(each - 1);
        }
    }

    private void rowEnds() {
        if (!cells.isEmpty()) {
            if (number > Workbook.MAX_ROWS) {
                throw TableFault.tooLarge("a sheet has more rows", Workbook.MAX_ROWS);
            }
            rows.add(new Row(number, hidden, cells));
            cells = new TreeMap<>();
        }
    }

    private void cell(XMLStreamReader xml) {
        Matcher name = NAME.matcher(Xml.attribute(xml, "r"));
        column = name.matches() ? column(name.group(1)) : column + 1;
        int style = Xml.number(xml, "s");
        String kind = Xml.attribute(xml, "t");
        var value = new StringBuilder();
        boolean formula = false;
        try {
            for (int event = xml.next(); !ends(xml, event); event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "v" -> value.append(xml.getElementText());
                        case "f" -> {
                            formula = true;
                            xml.getElementText();
                        }
                        case "is" -> value.append(Xlsx.text(xml, "is"));
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException fault) {
            throw TableFault.damaged("row " + number + " has a cell that is no sound XML");
        }
        content(value.toString(), kind, style, formula).ifPresent(this::put);
    }

    private static boolean ends(XMLStreamReader xml, int event) {
        return event == XMLStreamConstants.END_DOCUMENT
                || (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("c"));
    }

    private record Read(Content content, boolean formula) {}

    private Optional<Read> content(String value, String kind, int style, boolean formula) {
        if (value.isBlank()) {
            return formula ? Optional.of(new Read(new Content.Missing("="), true)) : Optional.empty();
        }
        Content content = switch (kind) {
            case "s" -> string(value);
            case "str", "inlineStr" -> new Content.Text(value);
            case "b" -> new Content.Truth(value.equals("1"));
            case "e" -> new Content.Missing(value);
            case "d" -> time(value);
            default -> number(value, style);
        };
        boolean empty = content instanceof Content.Text(String text) && text.isBlank();
        return empty ? Optional.empty() : Optional.of(new Read(content, formula));
    }

    private Content string(String index) {
        int at = index.matches("[0-9]{1,7}") ? Integer.parseInt(index) : -1;
        if (at < 0 || at >= shared.strings().size()) {
            throw TableFault.damaged("row " + number + " names a text that is not there");
        }
        return new Content.Text(shared.strings().get(at));
    }

    private static Content time(String iso) {
        try {
            return new Content.Time(LocalDateTime.parse(iso.length() == 10 ? iso + "T00:00" : iso));
        } catch (DateTimeException other) {
            return new Content.Text(iso);
        }
    }

    private Content number(String written, int style) {
        if (!NUMBER.matcher(written.strip()).matches()) {
            return new Content.Missing(written.length() > 20 ? written.substring(0, 20) : written);
        }
        var value = new BigDecimal(written.strip());
        return shared.styles().isTime(style)
                ? serial(value, shared.since1904())
                        .<Content>map(Content.Time::new)
                        .orElse(new Content.Amount(value))
                : new Content.Amount(value);
    }

    /// The time that a count of days stands for.
    static Optional<LocalDateTime> serial(BigDecimal value, boolean since1904) {
        BigDecimal days = since1904 ? value.add(BigDecimal.valueOf(1_462)) : value;
        if (days.compareTo(BigDecimal.valueOf(FIRST_SURE)) < 0 || days.compareTo(BigDecimal.valueOf(LAST + 1)) >= 0) {
            return Optional.empty();
        }
        long seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Optional.of(LocalDateTime.of(1899, 12, 30, 0, 0).plusSeconds(seconds));
    }

    private void put(Read read) {
        String written = read.content().written();
        characters += written.length();
        if (written.length() > Workbook.MAX_CELL) {
            throw TableFault.tooLarge(
                    "row " + number + " has a cell of " + written.length() + " characters", Workbook.MAX_CELL);
        }
        if (column >= Workbook.MAX_COLUMNS) {
            throw TableFault.tooLarge("row " + number + " has more columns", Workbook.MAX_COLUMNS);
        }
        if (characters > Workbook.MAX_CHARACTERS) {
            throw TableFault.tooLarge("the cells have more characters", Workbook.MAX_CHARACTERS);
        }
        cells.put(column, new Cell(read.content(), read.formula()));
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (sum, each) -> sum * 26 + each - 'A' + 1) - 1;
    }

    private void merge(String ref) {
        String[] ends = ref.split(":", -1);
        Matcher first = NAME.matcher(ends[0]);
        Matcher last = NAME.matcher(ends[ends.length - 1]);
        if (ends.length != 2 || !first.matches() || !last.matches()) {
            return;
        }
        if (merged.size() >= MAX_MERGED) {
            throw TableFault.tooLarge("a sheet has more merged cells", MAX_MERGED);
        }
        merged.add(new Merged(
                ref,
                Integer.parseInt(first.group(2)),
                column(first.group(1)),
                Integer.parseInt(last.group(2)),
                column(last.group(1))));
    }
}
