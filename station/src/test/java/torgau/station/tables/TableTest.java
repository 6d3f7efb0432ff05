package torgau.station.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import torgau.catalogue.value.Raw;
import torgau.journal.Code;
import torgau.station.formats.Formats;
import torgau.station.formats.Known;
import torgau.station.text.Texts;

/// Tables as programs write them, and as nobody would.
final class TableTest {
    private static final Known WP = Formats.builtIn().named("WP").getFirst();
    private static final Vocabulary WORDS = new Vocabulary(
            WP.format().fields(),
            WP::list,
            List.of(Texts.in("en"), Texts.in("ru"), Texts.in("uk")),
            Map.of("hosts", Map.of("BLUE", "proposer")));

    private static Table.Asked asked(@Nullable String sheet, @Nullable String zone) {
        return new Table.Asked(
                sheet,
                zone == null ? null : ZoneId.of(zone),
                new Raw.Pairs(new LinkedHashMap<>()),
                title -> title.equals("Staff") ? Optional.of("Operations") : Optional.empty());
    }

    private static Table read(String csv) {
        return Table.read(csv.getBytes(StandardCharsets.UTF_8), WORDS, asked(null, null));
    }

    private static Table read(byte[] file) {
        return Table.read(file, WORDS, asked(null, null));
    }

    private static byte[] xlsx(Consumer<Workbook> made) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Test", "1.0")) {
            made.accept(book);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    private static Worksheet headed(Workbook book, String name) {
        Worksheet sheet = book.newWorksheet(name);
        List<String> headings =
                List.of("Plan (year)", "Kind", "Host", "Begins", "Ends", "Persons from the side of the sender");
        for (int i = 0; i < headings.size(); i++) {
            sheet.value(2, i, headings.get(i));
        }
        return sheet;
    }

    private static String field(Table table, int row, String name) {
        return String.valueOf(((Map<String, Raw>) table.rows().get(row).fields().values()).get(name));
    }

    private static String dates(String cell, @Nullable String zone) {
        String csv = "plan;kind;dates\n2027;visit;\"" + cell + "\"\n";
        Table table = Table.read(csv.getBytes(StandardCharsets.UTF_8), WORDS, asked(null, zone));
        return table.faults().isEmpty()
                ? ((Raw.Word) ((Map<String, Raw>)
                                        table.rows().getFirst().fields().values())
                                .get("dates"))
                        .text()
                : table.faults().getFirst().trouble().key();
    }

    /// Requirement 41.
    @Test
    void a_workbook_is_read_with_its_dates_numbers_and_formulas() {
        byte[] file = xlsx(book -> {
            Worksheet sheet = headed(book, "Events");
            sheet.value(0, 0, "Plan of contacts, draft 3");
            sheet.value(3, 0, 2027);
            sheet.value(3, 1, "Staff talks");
            sheet.value(3, 2, "blue");
            sheet.value(3, 3, LocalDate.of(2027, 5, 10));
            sheet.style(3, 3).format("dd/mm/yyyy").set();
            sheet.value(3, 4, LocalDate.of(2027, 5, 14));
            sheet.style(3, 4).format("[$-419]d mmmm yyyy").set();
            sheet.value(3, 5, 12.0);
            sheet.value(4, 0, 2027);
            sheet.value(4, 3, LocalDateTime.of(2027, 6, 1, 9, 30));
            sheet.style(4, 3).format("yyyy-mm-dd hh:mm").set();
            sheet.value(5, 0, 2027);
            sheet.value(5, 3, 46_500);
            sheet.formula(5, 5, "1+1");
        });
        Table table = read(file);

        assertThat(table.headings()).isEqualTo(3);
        assertThat(field(table, 0, "plan")).isEqualTo("Word[text=2027]");
        assertThat(field(table, 0, "kind")).isEqualTo("Word[text=staff_talks]");
        assertThat(field(table, 0, "host")).isEqualTo("Word[text=proposer]");
        assertThat(field(table, 0, "dates")).isEqualTo("Word[text=2027-05-10T00:00:00Z..2027-05-14T23:59:00Z]");
        assertThat(field(table, 0, "size")).isEqualTo("Word[text=12]");
        assertThat(table.faults())
                .extracting(fault -> fault.row() + " " + fault.trouble().key())
                .containsExactly("5 no_end", "6 no_value");
        assertThat(table.notes()).extracting(note -> note.key()).contains("table.note.serial", "table.note.days");
    }

    @Test
    void what_is_hidden_is_not_read_and_is_named() {
        byte[] file = xlsx(book -> {
            Worksheet sheet = headed(book, "Events");
            sheet.value(3, 0, 2027);
            sheet.value(4, 0, 2028);
            sheet.hideRow(4);
            sheet.hideColumn(1);
            headed(book, "Old").setVisibilityState(VisibilityState.HIDDEN);
            book.newWorksheet("Notes").value(0, 0, "nothing here");
        });
        Table table = read(file);

        assertThat(table.sheet()).isEqualTo("Events");
        assertThat(table.rows()).extracting(Table.Filled::row).containsExactly(4);
        assertThat(table.notes())
                .extracting(note -> note.key())
                .contains("table.note.hidden_rows", "table.note.hidden_column", "table.note.hidden_sheet");
    }

    @Test
    void of_several_sheets_with_headings_one_must_be_named() {
        byte[] file = xlsx(book -> {
            headed(book, "Blue").value(3, 0, 2027);
            headed(book, "Red").value(3, 0, 2028);
        });
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        TableFault.class, fault -> assertThat(fault.code()).isEqualTo(Code.SHEET_UNCLEAR))
                .hasMessageContaining("Blue, Red");
        assertThat(field(Table.read(file, WORDS, asked("Red", null)), 0, "plan"))
                .contains("2028");
        assertThatThrownBy(() -> Table.read(file, WORDS, asked("Green", null))).isInstanceOf(TableFault.class);
    }

    @Test
    void a_merged_cell_gives_its_value_to_no_other() {
        Table table = read(xlsx(book -> {
            Worksheet sheet = headed(book, "Events");
            sheet.value(3, 0, 2027);
            sheet.value(3, 1, "visit");
            sheet.value(4, 0, 2027);
            sheet.range(3, 1, 4, 1).merge();
        }));
        assertThat(table.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(5);
            assertThat(fault.trouble().key()).isEqualTo("merged");
            assertThat(fault.trouble().values()).containsEntry("cells", "B4:B5");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan,kind,host\r\n2027,visit,both\r\n",
                "\uFEFFplan;kind;host\n2027;visit;both",
                "sep=|\nplan|kind|host\n2027|visit|both\n",
                "plan\tkind\thost\r2027\tvisit\tboth\r",
                "\"План (год)\";\"ВИД\";\"принимающая  сторона\"\n2027;визит;обе стороны совместно\n",
                "План;Різновид;Сторона, що приймає\n2027;візит;\"обидві сторони спільно\"\n"
            })
    void values_apart_are_read_whatever_parts_them(String csv) {
        Table table = read(csv);
        assertThat(field(table, 0, "plan")).contains("2027");
        assertThat(field(table, 0, "kind")).contains("visit");
        assertThat(field(table, 0, "host")).contains("both");
    }

    @Test
    void utf_16_is_read_and_quoted_line_feeds_belong_to_their_row() {
        String csv = "plan;kind;remarks\n2027;visit;\"one\ntwo; \"\"three\"\"\"\n2028;visit;x\n";
        Table table = read(("\uFEFF" + csv).getBytes(StandardCharsets.UTF_16LE));
        assertThat(field(table, 0, "remarks")).isEqualTo("Word[text=one\ntwo; \"three\"]");
        assertThat(table.rows().get(1).row()).isEqualTo(3);
    }

    /// Requirement 40.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-05-10                          | | 2027-05-10T00:00:00Z..2027-05-10T23:59:00Z
            10.05.2027–14.05.2027               | | 2027-05-10T00:00:00Z..2027-05-14T23:59:00Z
            10.05.2027-14.05.2027               | | 2027-05-10T00:00:00Z..2027-05-14T23:59:00Z
            10–14.05.2027                       | | 2027-05-10T00:00:00Z..2027-05-14T23:59:00Z
            10-14.05.2027                       | | 2027-05-10T00:00:00Z..2027-05-14T23:59:00Z
            28.04–03.05.2027                    | | 2027-04-28T00:00:00Z..2027-05-03T23:59:00Z
            2027-05-10..2027-05-14              | | 2027-05-10T00:00:00Z..2027-05-14T23:59:00Z
            100800ZMAY27..141600ZMAY27          | | 2027-05-10T08:00:00Z..2027-05-14T16:00:00Z
            10.05.2027 09:00Z – 11.05.2027 02:00Z | | 2027-05-10T09:00:00Z..2027-05-11T02:00:00Z
            10.05.2027 09:00–17:30              | Europe/Kyiv | 2027-05-10T06:00:00Z..2027-05-10T14:30:00Z
            2027-05-10                          | Europe/Kyiv | 2027-05-09T21:00:00Z..2027-05-10T20:59:00Z
            2027-05-10T09:00:00+03:00..2027-05-10T10:00Z | | 2027-05-10T06:00:00Z..2027-05-10T10:00:00Z
            2027-05-10 00:00Z..                 | | 2027-05-10T00:00:00Z..
            10.05.2027 09:00–17:30              | | no_zone
            10.05.2027 22:00Z–02:00Z            | | over_midnight
            14.05.2027–10.05.2027               | | ends_before_it_begins
            03/04/2026                          | | two_dates
            2026/04/03                          | | two_dates
            10.05.27                            | | two_dates
            31.02.2027                          | | no_such_day
            next spring                         | | no_date
            46000                               | | no_date
            10.05.2027 09:00Z                   | | no_end
            28.03.2027 03:30–28.03.2027 05:00   | Europe/Kyiv | hour_left_out
            31.10.2027 03:30–31.10.2027 05:00   | Europe/Kyiv | hour_twice
            """)
    void dates_are_read_where_they_mean_one_thing(String cell, String zone, String read) {
        assertThat(dates(cell, zone)).isEqualTo(read);
    }

    @Test
    void an_office_has_the_capacity_beside_it_or_the_one_that_is_known() {
        Table table = read("""
                plan,owner,counterpart,"Office proposed on the other side, capacity",steps
                2027,Staff,Their staff,Plans,"invitation, host, 45 d; delegation list, прибывающая сторона, 30 дней"
                """);
        assertThat(field(table, 0, "owner")).contains("Staff", "Operations");
        assertThat(field(table, 0, "counterpart")).contains("Their staff", "Plans");
        assertThat(field(table, 0, "steps")).contains("invitation", "host", "45 d", "delegation", "guest", "30 d");
    }

    @Test
    void small_files_that_inflate_to_large_ones_are_refused_before_they_do() throws IOException {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int piece = 0; piece < 80; piece++) {
                zip.write(blanks);
            }
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(torgau.station.tables.Workbook.MAX_BYTES);
        assertThatThrownBy(() -> read(bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        TableFault.class, fault -> assertThat(fault.code()).isEqualTo(Code.TABLE_TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><workbook>&a;</workbook>",
                "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><workbook>&b;</workbook>",
                "<workbook><sheets>",
                "no xml",
                ""
            })
    void documents_with_types_of_their_own_are_refused(String workbook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(workbook.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThatThrownBy(() -> read(bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        TableFault.class, fault -> assertThat(fault.code()).isEqualTo(Code.TABLE_UNREADABLE));
    }

    @Test
    void more_rows_columns_or_letters_than_are_read_are_refused() {
        String head = "plan;kind;host\n";
        for (String csv : List.of(
                head + "2027;visit;both\n".repeat(5_000), head + ";".repeat(100) + "x\n", head + "x".repeat(8_193))) {
            assertThatThrownBy(() -> read(csv))
                    .isInstanceOfSatisfying(
                            TableFault.class, fault -> assertThat(fault.code()).isEqualTo(Code.TABLE_TOO_LARGE));
        }
        assertThat(read(head + "2027;visit;both\n".repeat(4_999)).rows()).hasSize(4_999);
    }

    @Test
    void a_file_of_any_bytes_is_read_or_refused_and_nothing_else() {
        var random = new Random(7);
        byte[] sound = xlsx(book -> headed(book, "Events").value(3, 0, 2027));
        for (int round = 0; round < 300; round++) {
            byte[] file = sound.clone();
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                read(file);
            } catch (TableFault refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }
}
