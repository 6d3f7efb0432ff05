package torgau.station.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import torgau.journal.Code;
import torgau.station.officers.Officer;
import torgau.station.officers.Role;

/// Which roles may call what: the table `torgau/rights.txt`, and nothing else, decides.
final class Rights {
    private static final String FILE = "/torgau/rights.txt";

    static final Rights TABLE = load();

    private final List<Row> rows;

    /// One address and who may call it.
    ///
    /// @param address as in `openapi.yaml`, behind `/api/v1`
    /// @param open whether nobody need have signed in
    /// @param roles of which one is enough
    record Row(String method, String address, boolean open, Set<Role> roles, Pattern matched) {
        static Row of(String line) {
            String[] words = line.split(" +");
            String who = words[2];
            var roles = EnumSet.noneOf(Role.class);
            if (who.equals("every") || who.equals("open")) {
                roles.addAll(EnumSet.allOf(Role.class));
            } else {
                Stream.of(words).skip(2).forEach(word -> roles.add(Role.of(word).orElseThrow()));
            }
            String pattern = ApiServer.API + words[1].replaceAll("\\{[a-z]+}", "[^/]+");
            return new Row(words[0], words[1], who.equals("open"), roles, Pattern.compile(pattern));
        }

        private boolean fits(String asked, String path) {
            return method.equals(asked) && matched.matcher(path).matches();
        }
    }

    private Rights(List<Row> rows) {
        this.rows = rows;
    }

    private static Rights load() {
        try (InputStream table = Rights.class.getResourceAsStream(FILE)) {
            if (table == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            return new Rights(new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Row::of)
                    .toList());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    List<Row> rows() {
        return rows;
    }

    /// Whether nobody need have signed in for this.
    boolean open(String method, String path) {
        return rows.stream().anyMatch(row -> row.open() && row.fits(read(method), path));
    }

    /// Refuses what no role of this officer lets be done. What the table does not have is refused to
    /// everybody: a new address belongs to nobody until somebody decides whose it is.
    void admits(Officer officer, String method, String path) {
        List<Row> fitting =
                rows.stream().filter(row -> row.fits(read(method), path)).toList();
        if (fitting.stream().noneMatch(row -> row.roles().stream().anyMatch(officer::is))) {
            String wanted = fitting.isEmpty()
                    ? "this is for programs with the token of a seat"
                    : "wanted is "
                            + String.join(
                                    " or ",
                                    fitting.getFirst().roles().stream()
                                            .map(Role::word)
                                            .toList());
            throw new Refusal(403, Code.ROLE_WANTED, wanted);
        }
    }

    private static String read(String method) {
        return method.equals("HEAD") ? "GET" : method;
    }
}
