package torgau.station.courier;

import java.util.ArrayList;
import java.util.List;
import torgau.journal.Digest;
import torgau.journal.Reference;
import torgau.link.courier.Load;

/// What is packed for a station, divided into files.
///
/// @param station to which it is sealed
/// @param bytes that the files will have, at most
/// @param more whether something that the station lacks found no room
public record Packing(int station, List<File> files, int entries, int blobs, long bytes, boolean more) {
    /// What one file will bring.
    public record File(List<Reference> entries, List<Part> parts) {
        public File {
            entries = List.copyOf(entries);
            parts = List.copyOf(parts);
        }
    }

    /// A part of a blob.
    ///
    /// @param maker number of the party that must have made the blob
    public record Part(Digest blob, int maker, int number) {}

    public Packing {
        files = List.copyOf(files);
    }

    /// Fills one file after the other, in the order in which things come, until nothing more fits.
    static final class Filling {
        /// Bytes of one file that are filled with entries and parts.
        static final int FILE_BYTES = 1 << 20;

        /// Of each file besides: its head, its padding, and what it asks for.
        static final int AROUND_BYTES = 32_768;

        private static final int FRAMES = Load.MAX_FRAMES / 2;

        private final long size;
        private final List<File> files = new ArrayList<>();
        private final List<Reference> entries = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private long closed;
        private long open;
        private int entriesInAll;
        private boolean more;

        Filling(long size) {
            this.size = size;
        }

        boolean entry(Reference place, int bytes) {
            boolean fits = room(bytes);
            if (fits) {
                entries.add(place);
                entriesInAll++;
            }
            return fits;
        }

        boolean part(Part part, int bytes) {
            boolean fits = room(bytes);
            if (fits) {
                parts.add(part);
            }
            return fits;
        }

        private boolean room(int bytes) {
            if (open + bytes > FILE_BYTES || entries.size() + parts.size() >= FRAMES) {
                close();
            }
            boolean fits = closed + AROUND_BYTES + open + bytes <= size;
            more |= !fits;
            open += fits ? bytes : 0;
            return fits;
        }

        void leaveOut() {
            more = true;
        }

        private void close() {
            if (open > 0) {
                files.add(new File(entries, parts));
                closed += AROUND_BYTES + open;
            }
            entries.clear();
            parts.clear();
            open = 0;
        }

        Packing done(int station, int blobs) {
            close();
            return new Packing(station, files, entriesInAll, blobs, closed, more);
        }
    }
}
