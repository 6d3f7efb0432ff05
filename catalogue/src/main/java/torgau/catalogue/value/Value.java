package torgau.catalogue.value;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import torgau.journal.Digest;
import torgau.journal.Reference;
import torgau.journal.cbor.CborValue;

/// What a field of a filed format holds.
public sealed interface Value {
    /// The word that it is not disclosed.
    record Undisclosed() implements Value {}

    /// Free words in the language of the entry.
    record Words(String text) implements Value {}

    /// Numbered texts, counted from one.
    record Items(List<String> texts) implements Value {
        public Items {
            texts = List.copyOf(texts);
        }
    }

    /// One item of a code list.
    record Code(String code) implements Value {}

    /// Several items of a code list, in their author's order.
    record Codes(List<String> codes) implements Value {
        public Codes {
            codes = List.copyOf(codes);
        }
    }

    record YesNo(boolean yes) implements Value {}

    /// An amount in thousandths of its unit, so that what was written is what is shown.
    record Quantity(long thousandths, String unit) implements Value {}

    /// A number, or a band if its ends differ.
    record Count(long from, long to) implements Value {
        public Count {
            if (to < from) {
                throw new IllegalArgumentException("a band from " + from + " to " + to);
            }
        }
    }

    /// Milliseconds UTC.
    record Instant(long millis) implements Value {}

    /// From one time to another, in milliseconds UTC.
    ///
    /// @param to null while the end is open
    record Period(long from, @Nullable Long to) implements Value {
        public Period {
            if (to != null && to < from) {
                throw new IllegalArgumentException("a period from " + from + " to " + to);
            }
        }
    }

    /// WGS-84, in thousandths of a minute; north and east are positive.
    ///
    /// @param coarse whether only whole degrees were given
    record Position(int latitude, int longitude, boolean coarse) implements Value {
        static final int DEGREE = 60_000;

        public Position {
            if (Math.abs(latitude) > 90 * DEGREE || Math.abs(longitude) > 180 * DEGREE) {
                throw new IllegalArgumentException("no place on Earth: " + latitude + ", " + longitude);
            }
            if (coarse && (latitude % DEGREE != 0 || longitude % DEGREE != 0)) {
                throw new IllegalArgumentException("not whole degrees: " + latitude + ", " + longitude);
            }
        }
    }

    /// A piece of the Earth's surface.
    sealed interface Area extends Value {
        /// Corners in order; the last is joined to the first along the geodesic.
        record Polygon(List<Position> corners) implements Area {
            public Polygon {
                corners = List.copyOf(corners);
            }
        }

        record Circle(Position centre, Quantity radius) implements Area {}

        /// All that lies no farther than half of `width` from a line.
        record Corridor(List<Position> along, Quantity width) implements Area {
            public Corridor {
                along = List.copyOf(along);
            }
        }

        /// A named part of a named region: as coarse as its author wants it.
        record Quadrant(String of, String part) implements Area {}
    }

    /// A band of altitudes.
    record Altitude(Level lower, Level upper) implements Value {}

    /// One end of a band of altitudes.
    sealed interface Level {
        record Ground() implements Level {}

        record Unlimited() implements Level {}

        /// Hundreds of feet at standard pressure.
        record FlightLevel(int hundreds) implements Level {}

        /// An amount above the ground or the sea.
        ///
        /// @param aboveGround else above mean sea level
        record Height(Quantity height, boolean aboveGround) implements Level {}
    }

    /// Points in order, each with its time where it is known.
    record Route(List<Point> points) implements Value {
        public Route {
            points = List.copyOf(points);
        }

        /// A place, and when it is passed.
        ///
        /// @param at milliseconds UTC
        public record Point(Position place, @Nullable Long at) {}
    }

    record Frequency(long hertz) implements Value {}

    /// Degrees true, 0 to 359.
    record Heading(int degrees) implements Value {}

    /// A proper name, call sign or number: as it stands, in every language.
    record Name(String text) implements Value {}

    record Office(String title, String capacity) implements Value {}

    /// Rows of a table; what a row does not give is not in it.
    record Rows(List<NavigableMap<String, Value>> rows) implements Value {
        public Rows {
            rows = rows.stream().<NavigableMap<String, Value>>map(TreeMap::new).toList();
        }
    }

    /// An answer to each item of a numbered field; none where no answer is given.
    record Answers(List<Optional<String>> answers) implements Value {
        public Answers {
            answers = List.copyOf(answers);
        }
    }

    /// Another entry. It is spoken of by its message number, which [Numbers] knows.
    record Message(Reference place) implements Value {}

    /// A file. Its bytes travel apart, as a blob that [SealedFile] makes.
    ///
    /// @param blob SHA-256 of the bytes that travel
    /// @param key 32 bytes under which they are encrypted, drawn for this file alone
    /// @param length of the file itself, in bytes
    record Attachment(String name, Digest blob, Digest key, long length) implements Value {
        /// Bytes of a file: with what is put around it, it fits one blob.
        public static final int MAX_BYTES = (1 << 24) - 64;

        public Attachment {
            if (length < 0 || length > MAX_BYTES) {
                throw new IllegalArgumentException("a file of " + length + " bytes; at most " + MAX_BYTES);
            }
        }
    }

    /// A value that travels apart, in a blob that can be erased: what the journal keeps of it ([Annex]).
    ///
    /// @param blob SHA-256 of the blob; the salt in it lets nobody guess the value
    /// @param length of the blob in bytes
    record Annexed(Digest blob, int length) implements Value {
        /// Bytes of a blob with a value.
        public static final int MAX_BYTES = 65_536;

        public Annexed {
            if (length < 1 || length > MAX_BYTES) {
                throw new IllegalArgumentException("an annex of " + length + " bytes; at most " + MAX_BYTES);
            }
        }
    }

    /// A person. It stands in an annex, never on the journal.
    ///
    /// @param name as its own state writes it
    /// @param latin the same in Latin letters, as in a passport
    /// @param document kind and number
    /// @param born year
    record Person(
            String name,
            @Nullable String latin,
            @Nullable String rank,
            @Nullable String post,
            @Nullable String document,
            @Nullable Integer born)
            implements Value {
        static final int FIRST_YEAR = 1_000;
        static final int LAST_YEAR = 9_999;
    }

    /// How a reader restated a value that is in an annex: comparable by those who hold it, telling
    /// others nothing.
    record Keyed(Digest code) implements Value {}

    /// In place of a value in an annex, where that cannot be shown. It is never written.
    record NotHere(Why why) implements Value {
        /// Why it cannot be shown.
        public enum Why {
            /// It is for this station, and has not come yet.
            NOT_RECEIVED,
            /// It was here, and was erased.
            ERASED,
            /// It was addressed to others.
            NOT_FOR_US,
            /// It is here, and is not what the field asks for.
            UNREADABLE
        }
    }

    /// A value of a kind that this version does not know: kept as it came.
    ///
    /// @param kind its number
    /// @param data one CBOR item
    record Foreign(int kind, CborValue data) implements Value {}
}
