package torgau.station.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import torgau.station.tables.Workbook.Sheet;

/// Reads the cells of an XLSX workbook (ECMA-376, part 1, chapter 18): values as they were last shown.
/// Nothing is calculated, and neither macros nor links are looked at.
final class Xlsx {
    private static final int MAX_SHEETS = 100;
    private static final int MAX_STRINGS = Workbook.MAX_ROWS * Workbook.MAX_COLUMNS;

    private final Zipped parts;
    private final Map<String, String> targets = new TreeMap<>();
    private final List<Named> named = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private boolean since1904;
    private long characters;

    /// A sheet by the id under which the workbook has it.
    private record Named(String name, String id, boolean hidden) {}

    /// What the cells of all sheets need.
    record Shared(List<String> strings, Styles styles, boolean since1904) {}

    private Xlsx(Zipped parts) {
        this.parts = parts;
    }

    static Workbook read(byte[] bytes) {
        return new Xlsx(Zipped.of(bytes)).workbook();
    }

    private Workbook workbook() {
        byte[] book = parts.part("xl/workbook.xml")
                .orElseThrow(() -> TableFault.damaged("the file is no XLSX workbook: it has no part xl/workbook.xml"));
        Xml.read(book, "workbook", this::ofBook);
        parts.part("xl/_rels/workbook.xml.rels")
                .ifPresent(part -> Xml.read(part, "relations", xml -> {
                    if (xml.getLocalName().equals("Relationship")) {
                        targets.put(Xml.attribute(xml, "Id"), Xml.attribute(xml, "Target"));
                    }
                }));
        parts.part("xl/sharedStrings.xml").ifPresent(part -> Xml.read(part, "strings", this::ofStrings));
        Styles styles = parts.part("xl/styles.xml").map(Styles::of).orElseGet(Styles::new);
        var shared = new Shared(strings, styles, since1904);
        return new Workbook(
                named.stream().flatMap(each -> sheet(each, shared).stream()).toList(), List.of());
    }

    private void ofBook(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "workbookPr" -> since1904 = Xml.yes(xml, "date1904");
            case "sheet" -> {
                String state = Xml.attribute(xml, "state");
                named.add(new Named(
                        Xml.attribute(xml, "name"),
                        Xml.attribute(xml, "id"),
                        state.equals("hidden") || state.equals("veryHidden")));
                if (named.size() > MAX_SHEETS) {
                    throw TableFault.tooLarge("the file has more sheets", MAX_SHEETS);
                }
            }
            default -> {}
        }
    }

    private void ofStrings(XMLStreamReader xml) {
        if (xml.getLocalName().equals("si")) {
            String text = text(xml, "si");
            characters += text.length();
            if (strings.size() >= MAX_STRINGS || characters > Workbook.MAX_CHARACTERS) {
                throw TableFault.tooLarge("the cells have more characters", Workbook.MAX_CHARACTERS);
            }
            strings.add(text);
        }
    }

    /// The text within an element, without the guide to its pronunciation.
    static String text(XMLStreamReader xml, String within) {
        var text = new StringBuilder();
        int reading = 0;
        int guide = 0;
        try {
            for (int event = xml.next(); ; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    reading += xml.getLocalName().equals("t") ? 1 : 0;
                    guide += xml.getLocalName().equals("rPh") ? 1 : 0;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    if (xml.getLocalName().equals(within)) {
                        return text.toString();
                    }
                    reading -= xml.getLocalName().equals("t") ? 1 : 0;
                    guide -= xml.getLocalName().equals("rPh") ? 1 : 0;
                } else if (event == XMLStreamConstants.CHARACTERS && reading > 0 && guide == 0) {
                    text.append(xml.getText());
                    if (text.length() > Workbook.MAX_CHARACTERS) {
                        throw TableFault.tooLarge("a cell has more characters", Workbook.MAX_CELL);
                    }
                } else if (event == XMLStreamConstants.END_DOCUMENT) {
                    throw TableFault.damaged("a text does not end");
                }
            }
        } catch (XMLStreamException fault) {
            throw TableFault.damaged("a text is no sound XML");
        }
    }

    private Optional<Sheet> sheet(Named sheet, Shared shared) {
        String target = targets.getOrDefault(sheet.id(), "");
        String name = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        return parts.part(name).map(part -> new XlsxSheet(shared).read(part, sheet.name(), sheet.hidden()));
    }
}
