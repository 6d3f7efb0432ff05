package torgau.station.tables;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.value.Raw;
import torgau.journal.Code;
import torgau.station.tables.Headings.Heading;
import torgau.station.tables.Target.Part;
import torgau.station.tables.Workbook.Cell;
import torgau.station.tables.Workbook.Content;
import torgau.station.tables.Workbook.Note;
import torgau.station.tables.Workbook.Row;
import torgau.station.tables.Workbook.Sheet;

/// A table of filings as it was read: the fields of each row as an officer would have written them, and
/// what in it cannot be taken.
///
/// @param sheet its name; empty if the file has none
/// @param headings number of the row with the headings
public record Table(String sheet, int headings, List<Filled> rows, List<RowFault> faults, List<Note> notes) {
    public Table {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    /// One row. Fields at fault are left out of it.
    ///
    /// @param columns by the name of a field, where it stands
    public record Filled(int row, Raw.Pairs fields, Map<String, Place> columns) {
        public Filled {
            columns = Map.copyOf(columns);
        }
    }

    /// Where a field stands, and under which heading.
    public record Place(int column, String heading, String written) {}

    /// How a file is to be read.
    ///
    /// @param sheet the one to be read; null: the only one that has headings
    /// @param zone of times that name none; null: they must name one
    /// @param defaults fields of rows that leave them empty
    /// @param capacities in which an office speaks, by its title
    public record Asked(
            @Nullable String sheet,
            @Nullable ZoneId zone,
            Raw.Pairs defaults,
            Function<String, Optional<String>> capacities) {}

    /// Reads a file of either kind.
    ///
    /// @throws TableFault if it cannot be read as a table at all
    public static Table read(byte[] file, Vocabulary words, Asked asked) {
        if (file.length > Workbook.MAX_BYTES) {
            throw TableFault.tooLarge("the file has " + file.length + " bytes", Workbook.MAX_BYTES);
        }
        boolean zipped = file.length > 3 && file[0] == 'P' && file[1] == 'K';
        boolean old = file.length > 3 && (file[0] & 0xFF) == 0xD0 && (file[1] & 0xFF) == 0xCF;
        Workbook book = zipped || old
                ? Xlsx.read(file)
                : Csv.read(file, word -> words.target(word).isPresent());
        return new Reading(words, asked).of(book);
    }

    private static final class Reading {
        private final Vocabulary words;
        private final Asked asked;
        private final CellValues values;
        private final DateCells dates;
        private final List<Filled> rows = new ArrayList<>();
        private final List<RowFault> faults = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();
        private int formulas;
        private int firstFormula;

        Reading(Vocabulary words, Asked asked) {
            this.words = words;
            this.asked = asked;
            this.values = new CellValues(words, asked.capacities());
            this.dates = new DateCells(asked.zone());
        }

        Table of(Workbook book) {
            notes.addAll(book.notes());
            Sheet sheet = chosen(book);
            Headings headings = Headings.of(sheet, words)
                    .orElseThrow(
                            () -> new TableFault(Code.HEADINGS_NOT_FOUND, "no row has headings that are known here"));
            notes.addAll(headings.notes());
            faults.addAll(headings.faults());
            var hidden = new ArrayList<Integer>();
            for (Row row : sheet.rows()) {
                if (row.number() > headings.row() && filled(row, headings)) {
                    if (row.hidden()) {
                        hidden.add(row.number());
                    } else {
                        read(sheet, row, headings);
                    }
                }
            }
            if (!hidden.isEmpty()) {
                String numbers = hidden.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "));
                notes.add(Note.of("table.note.hidden_rows", 0, "rows", numbers + (hidden.size() > 20 ? " …" : "")));
            }
            if (dates.days() > 0) {
                String zone = asked.zone() == null ? "UTC" : asked.zone().getId();
                notes.add(Note.of("table.note.days", 0, "zone", zone.equals("Z") ? "UTC" : zone));
            }
            if (formulas > 0) {
                notes.add(Note.of("table.note.formulas", firstFormula, "count", formulas));
            }
            return new Table(sheet.name(), headings.row(), rows, faults, notes);
        }

        private Sheet chosen(Workbook book) {
            if (asked.sheet() != null) {
                return book.sheets().stream()
                        .filter(sheet -> sheet.name().equals(asked.sheet()))
                        .findFirst()
                        .orElseThrow(() -> unclear(book.sheets()));
            }
            book.sheets().stream()
                    .filter(Sheet::hidden)
                    .forEach(sheet ->
                            notes.add(Note.of("table.note.hidden_sheet", 0, "sheet", RowFault.cut(sheet.name()))));
            List<Sheet> seen =
                    book.sheets().stream().filter(sheet -> !sheet.hidden()).toList();
            List<Sheet> headed = seen.stream()
                    .filter(sheet -> Headings.of(sheet, words).isPresent())
                    .toList();
            if (headed.size() > 1) {
                throw unclear(headed);
            }
            return headed.stream()
                    .findFirst()
                    .or(() -> seen.stream().findFirst())
                    .orElseThrow(() -> unclear(book.sheets()));
        }

        private static TableFault unclear(List<Sheet> sheets) {
            String names = sheets.stream()
                    .limit(10)
                    .map(sheet -> RowFault.cut(sheet.name()))
                    .collect(Collectors.joining(", "));
            return new TableFault(Code.SHEET_UNCLEAR, "there are: " + names);
        }

        private static boolean filled(Row row, Headings headings) {
            return row.cells().keySet().stream().anyMatch(headings.columns()::containsKey);
        }

        private void read(Sheet sheet, Row row, Headings headings) {
            var fields = new LinkedHashMap<String, Raw>();
            var columns = new LinkedHashMap<String, Place>();
            int before = faults.size();
            for (Field field : words.fields()) {
                headings.ofField(field.name())
                        .ifPresent(column -> columns.put(field.name(), place(row, headings, column)));
                try {
                    field(sheet, row, headings, field).ifPresent(raw -> fields.put(field.name(), raw));
                } catch (Trouble.Found found) {
                    Place place = columns.getOrDefault(field.name(), new Place(-1, "", ""));
                    faults.add(
                            new RowFault(row.number(), place.column(), field.name(), place.written(), found.trouble()));
                }
            }
            asked.defaults().values().forEach(fields::putIfAbsent);
            if (faults.size() == before || !fields.isEmpty()) {
                rows.add(new Filled(row.number(), new Raw.Pairs(fields), columns));
            }
        }

        private static Place place(Row row, Headings headings, int column) {
            return new Place(
                    column,
                    Optional.ofNullable(headings.columns().get(column))
                            .map(Heading::written)
                            .orElse(""),
                    row.cell(column)
                            .map(cell -> RowFault.cut(cell.content().written()))
                            .orElse(""));
        }

        private Optional<Raw> field(Sheet sheet, Row row, Headings headings, Field field) throws Trouble.Found {
            @Nullable Cell whole = cell(sheet, row, headings, new Target(field, Part.WHOLE));
            if (field.type() instanceof FieldType.Period) {
                @Nullable Cell from = cell(sheet, row, headings, new Target(field, Part.FROM));
                @Nullable Cell to = cell(sheet, row, headings, new Target(field, Part.TO));
                bare(row, headings, field, whole == null ? from : whole);
                return whole == null && from == null && to == null
                        ? Optional.empty()
                        : Optional.of(new Raw.Word(dates.period(whole, from, to, utc(headings, field))));
            }
            if (whole == null) {
                return Optional.empty();
            }
            if (field.type() instanceof FieldType.Instant) {
                bare(row, headings, field, whole);
            }
            return Optional.of(
                    switch (field.type()) {
                        case FieldType.Instant _ -> new Raw.Word(dates.instant(whole, utc(headings, field)));
                        case FieldType.Office _ ->
                            values.office(
                                    CellValues.typed(whole.content()),
                                    Optional.ofNullable(cell(sheet, row, headings, new Target(field, Part.CAPACITY)))
                                            .map(cell -> CellValues.typed(cell.content())));
                        default -> values.of(field, CellValues.typed(whole.content()));
                    });
        }

        /// A number that nothing shows as a date is taken for one, and said to be.
        private void bare(Row row, Headings headings, Field field, @Nullable Cell cell) {
            if (cell != null && cell.content() instanceof Content.Amount number) {
                var about = new TreeMap<String, Object>();
                about.put(
                        "heading",
                        headings.ofField(field.name())
                                .map(column -> place(row, headings, column).heading())
                                .orElse(field.name()));
                about.put("written", number.written());
                notes.add(new Note("table.note.serial", row.number(), about));
            }
        }

        private static boolean utc(Headings headings, Field field) {
            return headings.columns().values().stream()
                    .filter(heading -> heading.target().field().name().equals(field.name()))
                    .anyMatch(Heading::utc);
        }

        private @Nullable Cell cell(Sheet sheet, Row row, Headings headings, Target target) throws Trouble.Found {
            Optional<Integer> column = headings.column(target.name());
            if (column.isEmpty()) {
                return null;
            }
            Optional<Cell> cell = row.cell(column.get());
            if (cell.isEmpty()) {
                merged(sheet, row, column.get());
                return null;
            }
            if (cell.get().content() instanceof Content.Missing) {
                throw new Trouble.Found(Trouble.of(Code.CELL_UNUSABLE, "no_value"));
            }
            if (cell.get().formula()) {
                firstFormula = formulas++ == 0 ? row.number() : firstFormula;
            }
            return cell.get();
        }

        /// What a merged cell shows is the value of the first: whether it is meant for all nobody knows.
        private static void merged(Sheet sheet, Row row, int column) throws Trouble.Found {
            var cells = sheet.merged(row.number(), column);
            if (cells.isPresent()) {
                throw new Trouble.Found(Trouble.of(
                        Code.CELL_UNUSABLE,
                        "merged",
                        Map.of("cells", cells.get().name())));
            }
        }
    }
}
