package torgau.station.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Digest;
import torgau.station.home.Home;
import torgau.station.home.HomeFault;
import torgau.station.home.Seat;
import torgau.station.home.SeatsFile;

/// The seats that may ask this station anything, by the hashes of their tokens. The file is looked at
/// before each request and read again when it is another: a seat that was taken away is gone at once,
/// with its sessions.
final class Seats {
    private static final Logger LOG = LoggerFactory.getLogger("torgau.http");

    private final Home home;
    private final Seat first;
    private final TreeMap<Digest, Seat> byToken = new TreeMap<>();
    private Consumer<String> gone = _ -> {};
    private String mark;

    /// @param first the seat whose token lies in the home
    /// @throws HomeFault if `seats.yaml` is not wholly understood
    Seats(Home home, Seat first) {
        this.home = home;
        this.first = first;
        this.mark = mark();
        take(new SeatsFile(home).seats());
    }

    /// @param told the name of each seat that is taken away from now on
    synchronized void whenGone(Consumer<String> told) {
        gone = told;
    }

    /// Whose token has this hash.
    synchronized Optional<Seat> holder(Digest token) {
        refresh();
        return Optional.ofNullable(byToken.get(token));
    }

    /// The seat of this name.
    synchronized Optional<Seat> named(String name) {
        refresh();
        return byToken.values().stream()
                .filter(seat -> seat.name().equals(name))
                .findFirst();
    }

    synchronized List<String> names() {
        return byToken.values().stream().map(Seat::name).toList();
    }

    private void refresh() {
        String now = mark();
        if (now.equals(mark)) {
            return;
        }
        mark = now;
        try {
            List<Seat> seats = new SeatsFile(home).seats();
            var before = new TreeMap<>(byToken);
            take(seats);
            before.keySet().removeAll(byToken.keySet());
            var names = new TreeSet<String>();
            before.values().forEach(seat -> names.add(seat.name()));
            names.forEach(gone);
        } catch (HomeFault fault) {
            LOG.atError()
                    .addKeyValue("code", fault.code().code())
                    .log("seats.yaml is not understood: the seats stay as they were");
        }
    }

    private void take(List<Seat> seats) {
        byToken.clear();
        var all = new ArrayList<>(seats);
        all.add(first);
        all.forEach(seat -> byToken.put(seat.token(), seat));
    }

    /// What tells one state of the file from another.
    private String mark() {
        try {
            var file = Files.readAttributes(home.seats(), BasicFileAttributes.class);
            return file.fileKey() + " " + file.lastModifiedTime() + " " + file.size();
        } catch (IOException none) {
            return "";
        }
    }
}
