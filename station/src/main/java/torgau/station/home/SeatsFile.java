package torgau.station.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.crypto.RandomSource;

/// The seats beside the first, in `seats.yaml`. `torgau seat` writes it; a running station reads it
/// again when it has changed.
public final class SeatsFile {
    private static final int MAX_SEATS = 64;
    private static final String HEAD =
            "# Officers' seats beside the first, by the SHA-256 of their tokens. Written by `torgau seat`.\n";

    private final Home home;

    public SeatsFile(Home home) {
        this.home = home;
    }

    /// The seats in the order in which they were added; none if there is no file.
    ///
    /// @throws HomeFault if the file is not wholly understood
    public List<Seat> seats() {
        if (!Files.exists(home.seats(), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        PrivateFiles.refuseOpenToOthers(home.seats());
        var yaml = YamlMapping.in(home.seats()).only("seats");
        var seats = new ArrayList<Seat>();
        for (YamlMapping each : yaml.mappings("seats")) {
            Seat seat = seat(each);
            if (seats.stream().anyMatch(other -> other.name().equals(seat.name()))) {
                throw each.refused("name", "is there twice: " + seat.name());
            }
            seats.add(seat);
        }
        if (seats.size() > MAX_SEATS) {
            throw yaml.refused("seats", "has " + seats.size() + " seats, allowed are " + MAX_SEATS);
        }
        return seats;
    }

    private static Seat seat(YamlMapping yaml) {
        yaml.only("name", "offices", "token");
        String name = yaml.text("name");
        if (!Seat.isName(name) || name.equals(Seat.FIRST)) {
            throw yaml.refused("name", "is " + name + ", wanted is " + Seat.FORM + ", and not " + Seat.FIRST);
        }
        List<String> offices = yaml.texts("offices");
        if (offices.isEmpty() || offices.stream().anyMatch(String::isBlank)) {
            throw yaml.refused("offices", "must be titles of offices, one at least");
        }
        String token = yaml.text("token");
        if (!token.matches("[0-9a-f]{64}")) {
            throw yaml.refused("token", "must be the SHA-256 of a token: 64 digits of 0-9 and a-f");
        }
        return new Seat(name, offices, Digest.of(HexFormat.of().parseHex(token)));
    }

    /// Adds a seat and makes its token.
    ///
    /// @return the file in which the token lies
    public Path add(String name, List<String> offices, RandomSource random) {
        var seats = new ArrayList<>(seats());
        if (!Seat.isName(name) || name.equals(Seat.FIRST)) {
            throw new HomeFault(Code.SEAT_REFUSED, name + " is no name for a seat; wanted is " + Seat.FORM);
        }
        if (seats.stream().anyMatch(seat -> seat.name().equals(name)) || seats.size() == MAX_SEATS) {
            throw new HomeFault(Code.SEAT_REFUSED, "there is a seat " + name + " already, or there are " + MAX_SEATS);
        }
        Path file = home.token(name);
        PrivateFiles.directory(PrivateFiles.parent(file));
        seats.add(new Seat(name, offices, Token.hash(Token.create(file, random))));
        write(seats);
        return file;
    }

    /// Takes a seat away, and its token if that is still here. What it has proposed becomes void.
    public void remove(String name) {
        var seats = new ArrayList<>(seats());
        if (!seats.removeIf(seat -> seat.name().equals(name))) {
            throw new HomeFault(Code.SEAT_UNKNOWN, "there is no seat " + name + " that could be taken away");
        }
        write(seats);
        try {
            Files.deleteIfExists(home.token(name));
        } catch (IOException fault) {
            throw PrivateFiles.unwritable(home.token(name), fault);
        }
    }

    private void write(List<Seat> seats) {
        var text = new StringBuilder(HEAD).append(seats.isEmpty() ? "seats: []\n" : "seats:\n");
        for (Seat seat : seats) {
            text.append("  - name: ").append(seat.name()).append("\n    offices: [");
            text.append(String.join(
                    ", ", seat.offices().stream().map(YamlMapping::quoted).toList()));
            text.append("]\n    token: \"").append(seat.token().hex()).append("\"\n");
        }
        PrivateFiles.replace(home.seats(), text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
