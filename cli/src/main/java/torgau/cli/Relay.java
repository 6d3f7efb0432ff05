package torgau.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.link.seal.CourierFile;
import torgau.station.home.HomeFault;
import torgau.station.home.PrivateFiles;

/// A place where courier files wait for the next courier: what comes into `in` goes to `out/NUMBER`, by the number of
/// the station that the head of the file names. It has no keys and believes nothing that it reads: a file is named by
/// its own bytes, so that none comes twice, replaces another, or leaves its folder.
final class Relay {
    private static final String PART = ".part";

    private final Path in;
    private final Path out;
    private final long quota;

    /// @param quota bytes that may wait in `out`
    Relay(Path folder, long quota) {
        this.in = folder.resolve("in");
        this.out = folder.resolve("out");
        this.quota = quota;
    }

    /// What waits for one station.
    record Held(int files, long bytes) {
        static final Held NOTHING = new Held(0, 0);

        Held and(Held other) {
            return new Held(files + other.files, bytes + other.bytes);
        }
    }

    /// A file that stays in `in`, and why.
    record Left(Path file, Code code, String detail) {}

    /// What one look at `in` came to.
    record Pass(int forwarded, List<Left> left) {
        Pass {
            left = List.copyOf(left);
        }
    }

    /// Makes its folders if they are not there.
    void open() {
        for (Path folder : List.of(in, out)) {
            try {
                Files.createDirectories(folder);
            } catch (IOException fault) {
                throw PrivateFiles.unwritable(folder, fault);
            }
        }
    }

    /// Forwards what is in `in`. It can end at any point: what was not removed from `in` is forwarded by the next, to
    /// the same name. A file that cannot be read or written keeps no other from going.
    Pass forward() {
        long free = quota - held().values().stream().mapToLong(Held::bytes).sum();
        int forwarded = 0;
        var left = new ArrayList<Left>();
        for (Path file : CourierFolder.files(in)) {
            try {
                free -= forward(file, free);
                forwarded++;
            } catch (Refused refused) {
                left.add(new Left(file, refused.code(), Objects.toString(refused.getMessage(), "")));
            } catch (HomeFault fault) {
                left.add(new Left(file, fault.code(), Objects.toString(fault.getMessage(), "")));
            }
        }
        return new Pass(forwarded, left);
    }

    /// Forwards one file; how many bytes more are in `out`.
    private long forward(Path file, long free) {
        byte[] bytes = CourierFolder.bytes(file);
        Path to = switch (CourierFile.decode(bytes)) {
            case Decoded.Refusal<CourierFile>(Code code, String detail) -> throw new Refused(code, detail);
            case Decoded.Value<CourierFile>(CourierFile head) -> place(head, bytes);
        };
        boolean there = holds(to, bytes);
        if (!there && bytes.length > free) {
            throw new Refused(Code.RELAY_FULL, "of " + quota + " bytes " + Math.max(0, free) + " are left");
        }
        move(file, to, bytes, there);
        return there ? 0 : bytes.length;
    }

    /// By recipient, then in the order in which its sender says that they were made.
    private Path place(CourierFile head, byte[] bytes) {
        String name = "%016d-%s%s".formatted(head.made(), Digest.over(bytes), CourierFolder.SUFFIX);
        return out.resolve(Integer.toString(head.recipient())).resolve(name);
    }

    private static boolean holds(Path to, byte[] bytes) {
        return Files.isRegularFile(to, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(CourierFolder.bytes(to), bytes);
    }

    private static void move(Path from, Path to, byte[] bytes, boolean there) {
        Path part = to.resolveSibling(to.getFileName() + PART);
        try {
            if (!there) {
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.write(
                        part,
                        bytes,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SYNC,
                        LinkOption.NOFOLLOW_LINKS);
                Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.delete(from);
        } catch (IOException fault) {
            throw PrivateFiles.unwritable(to, fault);
        }
    }

    /// What waits, by the number of the station that it is for.
    NavigableMap<Integer, Held> held() {
        var held = new TreeMap<Integer, Held>();
        try (DirectoryStream<Path> stations = Files.newDirectoryStream(out)) {
            for (Path station : stations) {
                String name = station.getFileName().toString();
                if (name.matches("[0-9]{1,5}") && Files.isDirectory(station, LinkOption.NOFOLLOW_LINKS)) {
                    for (Path file : CourierFolder.files(station)) {
                        held.merge(
                                Integer.parseInt(name),
                                new Held(1, file.toFile().length()),
                                Held::and);
                    }
                }
            }
        } catch (IOException fault) {
            throw new Refused(Code.FILE_UNREADABLE, out + ": " + fault.getMessage());
        }
        return held;
    }
}
