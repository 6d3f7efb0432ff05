package torgau.store.sqlite;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import torgau.journal.Entry;
import torgau.store.Batch;
import torgau.store.StoreFault;
import torgau.store.Traffic;
import torgau.store.Write;

/// A process of its own that appends the traffic of one seed to a journal, goes on where the journal ends, and prints
/// how many entries there are each time a commit has returned. On a fault it prints that, tries once more, reads,
/// closes.
final class Appending {
    private static final int STATIONS = 3;

    private Appending() {}

    static Traffic traffic(long seed) {
        return new Traffic(seed, STATIONS);
    }

    static Process start(List<String> tracer, Path journal, long seed, int entries) throws IOException {
        var command = new ArrayList<>(tracer);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(
                List.of(Appending.class.getName(), journal.toString(), Long.toString(seed), Integer.toString(entries)));
        return new ProcessBuilder(command).redirectError(new File("/dev/null")).start();
    }

    static void main(String[] arguments) {
        try {
            var store = SqliteStore.open(Path.of(arguments[0]));
            append(store, traffic(Long.parseLong(arguments[1])), Integer.parseInt(arguments[2]));
            store.close();
            System.out.println("closed");
        } catch (StoreFault fault) {
            System.out.println("unopened " + fault.code().code());
        }
    }

    private static void append(SqliteStore store, Traffic traffic, int entries) {
        long held = store.census().entries();
        traffic.next((int) held);
        System.out.println("open " + held);
        try {
            while (held < entries) {
                Batch batch = batch(traffic, (int) (held % 7) + 1);
                store.commit(batch);
                held = store.census().entries();
                System.out.println("kept " + held);
            }
        } catch (StoreFault fault) {
            failed(store, fault);
        }
    }

    private static Batch batch(Traffic traffic, int entries) {
        var writes = new ArrayList<Write>();
        for (Entry entry : traffic.next(entries)) {
            writes.add(Traffic.append(entry));
        }
        writes.add(new Write.Remember("heart", new byte[3_000]));
        return new Batch(writes);
    }

    private static void failed(SqliteStore store, StoreFault first) {
        System.out.println("fault " + first.code().code());
        try {
            store.commit(Batch.of(new Write.Remember("after", new byte[] {1})));
            System.out.println("kept after a fault");
        } catch (StoreFault again) {
            System.out.println("then " + again.code().code());
        }
        long read = 0;
        for (var all = store.inOrder(); all.hasNext(); all.next()) {
            read++;
        }
        System.out.println("read " + read);
    }
}
