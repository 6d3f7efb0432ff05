package torgau.station.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.value.Raw;
import torgau.station.tables.Workbook.Content;

/// What stands in a cell as the catalogue writes it: labels become codes, `10–12` becomes `10..12`.
/// Whatever is not known here stays as it is, for the reader of filings to judge.
///
/// @param capacities in which an office speaks, by its title, if that is known here
record CellValues(Vocabulary words, Function<String, Optional<String>> capacities) {
    private static final int LONGEST_STEP = 300;
    private static final Pattern BAND = Pattern.compile("([0-9]{1,9})\\s*(?:-|–|—|\\.\\.)\\s*([0-9]{1,9})");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:[\\s\\u00A0\\u202F][0-9]{3})+");
    /// Labels may have commas: those between the first and the last belong to the middle one.
    private static final Pattern STEP = Pattern.compile("(.+?)\\s*(?: / |[,:—–])\\s*(.+)\\s*(?: / |[,—–])\\s*(.+)");
    private static final Pattern DAYS =
            Pattern.compile("([0-9]{1,4})\\s*(?:d|days?|дн\\.?|дней|дня|день|днів|дні|сут\\.?|суток|діб|доби)?");

    /// The value of one cell of a field that has no parts.
    Raw of(Field field, String written) {
        String text = written.strip();
        if (field.undisclosed() && words.code("undisclosed", text).isPresent()) {
            return new Raw.Word("undisclosed");
        }
        return switch (field.type()) {
            case FieldType.OneCode(String list) -> new Raw.Word(code(list, text));
            case FieldType.SomeCodes(String list, FieldType.Range _) -> codes(list, text);
            case FieldType.Count _ -> new Raw.Word(count(text));
            case FieldType.YesNo _ -> new Raw.Word(words.code("yes_no", text).orElse(text));
            case FieldType.Numbered _ -> several(text.split("\\R", -1));
            case FieldType.Table(List<Field> columns, FieldType.Range _) -> steps(columns, text);
            default -> new Raw.Word(text);
        };
    }

    private String code(String list, String word) {
        return words.code(list, word).orElse(word);
    }

    /// The whole cell may be one item: labels have commas.
    private Raw codes(String list, String text) {
        Optional<String> one = words.code(list, text);
        String[] items = text.split(text.indexOf(';') >= 0 || text.indexOf('\n') >= 0 ? "[;\n]" : ",", -1);
        var codes = new ArrayList<Raw>();
        if (one.isPresent()) {
            codes.add(new Raw.Word(one.get()));
        } else {
            for (String item : items) {
                codes.add(new Raw.Word(code(list, item.strip())));
            }
        }
        return new Raw.Several(codes);
    }

    private static Raw several(String... lines) {
        var items = new ArrayList<Raw>();
        for (String line : lines) {
            if (!line.isBlank()) {
                items.add(new Raw.Word(line.strip()));
            }
        }
        return new Raw.Several(items);
    }

    private static String count(String text) {
        Matcher band = BAND.matcher(text);
        if (band.matches()) {
            return band.group(1) + ".." + band.group(2);
        }
        return GROUPED.matcher(text).matches() ? text.replaceAll("[\\s\\u00A0\\u202F]", "") : text;
    }

    /// Rows of a small table in one cell, each on a line or behind a semicolon: `invitation, host, 45
    /// d`.
    private Raw steps(List<Field> columns, String text) {
        var rows = new ArrayList<Raw>();
        for (String line : text.split("[;\n]", -1)) {
            Matcher step = STEP.matcher(line.strip());
            if (line.isBlank()) {
                continue;
            }
            if (line.length() > LONGEST_STEP || !step.matches() || columns.size() != 3) {
                return new Raw.Word(text);
            }
            var row = new LinkedHashMap<String, Raw>();
            for (int i = 0; i < columns.size(); i++) {
                Field column = columns.get(i);
                String written = step.group(i + 1);
                row.put(
                        column.name(),
                        column.type() instanceof FieldType.Quantity
                                ? new Raw.Word(days(written))
                                : of(column, written));
            }
            rows.add(new Raw.Pairs(row));
        }
        return new Raw.Several(rows);
    }

    private static String days(String text) {
        Matcher days = DAYS.matcher(text.strip());
        return days.matches() ? days.group(1) + " d" : text.strip();
    }

    /// An office by its title; in which capacity it speaks may stand beside it, or be known here.
    Raw office(String title, Optional<String> capacity) {
        var parts = new LinkedHashMap<String, Raw>();
        parts.put("title", new Raw.Word(title.strip()));
        capacity.or(() -> capacities.apply(title.strip()))
                .ifPresent(known -> parts.put("capacity", new Raw.Word(known.strip())));
        return new Raw.Pairs(parts);
    }

    /// What a cell would say if it were typed.
    static String typed(Content content) {
        return switch (content) {
            case Content.Amount(BigDecimal value)
            when value.scale() > 6 -> new Content.Amount(value.setScale(6, java.math.RoundingMode.HALF_UP)).written();
            default -> content.written();
        };
    }
}
