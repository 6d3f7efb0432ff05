package torgau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Feed;
import torgau.link.seal.CourierFile;

/// A relay has no keys: whoever can write such a head is forwarded, and nothing but such a file is.
class RelayTest {
    @TempDir
    private Path directory;

    private Path in;

    @BeforeEach
    void it_has_its_folders() throws IOException {
        in = Files.createDirectories(directory.resolve("in"));
    }

    @Test
    void a_file_goes_to_the_station_that_it_names_in_the_order_in_which_they_were_made() throws IOException {
        put("b.courier", file(513, 2));
        put("a.courier", file(513, 10));
        put("c.courier", file(257, 3));
        Typed looked = relay("--once");
        assertThat(looked.exit()).isEqualTo(Exit.OK);
        assertThat(looked.out()).contains("3 courier files were forwarded.");
        assertThat(in).isEmptyDirectory();
        assertThat(waiting(513)).containsExactly(file(513, 2), file(513, 10));
        assertThat(waiting(257)).containsExactly(file(257, 3));
        assertThat(relay("--status").out())
                .contains("Station 257: 1 courier file waits", "Station 513: 2 courier files wait");
    }

    @Test
    void a_file_that_comes_again_is_held_once() throws IOException {
        for (String name : List.of("a.courier", "b.courier", "c.courier")) {
            put(name, file(513, 1));
            assertThat(relay("--once").exit()).isEqualTo(Exit.OK);
        }
        assertThat(waiting(513)).containsExactly(file(513, 1));
    }

    @Test
    void what_was_under_way_when_it_stopped_goes_whole_with_the_next_look() throws IOException {
        put("a.courier", file(513, 1));
        relay("--once");
        Path whole = CourierFolder.files(directory.resolve("out/513")).getFirst();
        Files.write(whole.resolveSibling(whole.getFileName() + ".part"), new byte[100]);
        Files.delete(whole);
        put("a.courier", file(513, 1));
        relay("--once");
        assertThat(waiting(513)).containsExactly(file(513, 1));
    }

    @Test
    void what_is_no_courier_file_stays_and_is_named_with_a_code_and_the_others_go() throws IOException {
        byte[] cut = file(513, 1);
        put("cut.courier", Arrays.copyOf(cut, cut.length - 1));
        put("junk.courier", new byte[5_000]);
        put("long.courier", new byte[CourierFile.MAX_BYTES + 1]);
        put("notes.txt", file(513, 3));
        put("whole.courier", file(513, 2));
        Typed looked = relay("--once");
        assertThat(looked.exit()).isEqualTo(Exit.REFUSED);
        assertThat(looked.out()).contains("TG-2131", "TG-2130", "TG-2132").contains("1 courier file was forwarded.");
        assertThat(waiting(513)).containsExactly(file(513, 2));
        assertThat(in.resolve("notes.txt")).exists();
        assertThat(in.resolve("cut.courier")).exists();
    }

    @Test
    void links_pipes_and_folders_are_not_opened() throws Exception {
        Path elsewhere = Files.write(directory.resolve("elsewhere"), file(513, 1));
        Files.createSymbolicLink(in.resolve("link.courier"), elsewhere);
        Files.createDirectory(in.resolve("folder.courier"));
        assertThat(new ProcessBuilder("mkfifo", in.resolve("pipe.courier").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(relay("--once").exit()).isEqualTo(Exit.OK);
        assertThat(relay("--status").out()).isEmpty();
        assertThat(elsewhere).exists();
    }

    @Test
    void beyond_its_quota_a_file_stays_until_others_were_carried_away() throws IOException {
        byte[] half = file(513, 1, 600_000);
        put("a.courier", half);
        put("b.courier", file(513, 2, 600_000));
        Typed full = relay("--once", "--quota", "1");
        assertThat(full.exit()).isEqualTo(Exit.REFUSED);
        assertThat(full.out()).contains("TG-7052");
        assertThat(waiting(513)).containsExactly(half);

        Files.delete(CourierFolder.files(directory.resolve("out/513")).getFirst());
        assertThat(relay("--once", "--quota", "1").exit()).isEqualTo(Exit.OK);
        assertThat(waiting(513)).containsExactly(file(513, 2, 600_000));
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThat(Typed.now("relay", "/nonexistent", "--once", "--json").err()).contains("TG-7015");
    }

    private Typed relay(String... options) {
        var words = new ArrayList<>(List.of("relay", directory.toString()));
        words.addAll(List.of(options));
        return Typed.now(words.toArray(String[]::new));
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(in.resolve(name), bytes);
    }

    private List<byte[]> waiting(int station) throws IOException {
        var files = new ArrayList<byte[]>();
        for (Path file : CourierFolder.files(directory.resolve("out/" + station))) {
            files.add(Files.readAllBytes(file));
        }
        return files;
    }

    private static byte[] file(int recipient, long made) {
        return file(recipient, made, 4_112);
    }

    private static byte[] file(int recipient, long made, int box) {
        byte[] bytes = new byte[box];
        new Random(made).nextBytes(bytes);
        return new CourierFile(new Feed(258, 7), recipient, null, made, new byte[1_120], new byte[64], bytes).encode();
    }
}
