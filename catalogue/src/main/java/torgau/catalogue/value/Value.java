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

    /// A file by name, SHA-256 and length in bytes; the bytes travel apart.
    record Attachment(String name, Digest hash, long length) implements Value {}

    /// A value of a kind that this version does not know: kept as it came.
    ///
    /// @param kind its number
    /// @param data one CBOR item
    record Foreign(int kind, CborValue data) implements Value {}
}
