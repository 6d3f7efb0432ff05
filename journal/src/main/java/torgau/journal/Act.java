package torgau.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.cbor.CborWriter;

/// What an entry does. Each kind carries exactly what that kind needs; docs/spec/02-entries.md has the
/// shapes.
public sealed interface Act {
    /// Free words of an office, with any courtesy translations by the sender.
    record Message(Office office, String subject, Text text, List<Text> courtesy) implements Act {
        public Message {
            Checks.nameOrEmpty("subject", subject);
            Checks.within("courtesy translations", courtesy.size(), 0, Limits.LIST_ITEMS);
            courtesy = List.copyOf(courtesy);
        }
    }

    /// A format of the agreed catalogue, filed. What its fields say is in [#fields], which the journal
    /// does not read: one deterministic CBOR array whose shape docs/spec/07-formats.md fixes. So a
    /// format that one side does not know is kept, and can still be shown field by field.
    ///
    /// @param label to whom it may be shown
    /// @param track which the matter belongs to; empty if the author names none
    /// @param language of its free texts, BCP 47
    record Notification(Office office, Form form, Label label, String track, String language, byte[] fields)
            implements Act {
        public Notification {
            Checks.nameOrEmpty("track", track);
            Checks.language(language);
            Checks.within("fields in bytes", fields.length, 1, Limits.PAYLOAD_BYTES);
        }
    }

    /// A format by procedure, edition and code.
    record Form(String procedure, int edition, String format) {
        /// The greatest number of an edition.
        public static final int MAX_EDITION = 9_999;

        public Form {
            Checks.code("procedure", procedure);
            Checks.within("edition", edition, 1, MAX_EDITION);
            Checks.code("format", format);
        }

        @Override
        public String toString() {
            return format.equals(procedure) ? format : procedure + "/" + format;
        }
    }

    /// An office says how far the entries it refers to have come. Receipt is not agreement.
    record Acknowledgement(Office office, Stage stage) implements Act {}

    /// The sender's courtesy translation of a free text in the one entry of its own party to which the
    /// entry refers. Never authoritative, and never instead of the original.
    ///
    /// @param part which text: empty for that of a message, `subject`, or a field of a format, with the
    ///     number of an item and the column of a table as in `questions[2]` and `forces[1].remark`
    record Translation(Office office, String part, Text text) implements Act {
        public Translation {
            Checks.nameOrEmpty("part", part);
        }
    }

    /// A test of the line, or the passage of one returned.
    record LinkTest(Passage passage) implements Act {}

    /// A key to which others may from now on seal what they send to this station (X-Wing, 1,216 bytes).
    /// Automatic.
    record KeyOffer(byte[] kemKey) implements Act {
        /// Length of an X-Wing public key.
        public static final int KEM_KEY_BYTES = 1_216;

        public KeyOffer {
            Checks.length("KEM key", kemKey, KEM_KEY_BYTES);
        }
    }

    /// Nothing but what the entry's own `seen` says: a receipt by the station. Automatic.
    record Seen() implements Act {}

    /// Carries an amendment that the roots of its parties have signed.
    record Amendment(byte[] signedAmendment) implements Act {
        /// Bytes of one signed amendment.
        public static final int MAX_BYTES = 49_152;

        public Amendment {
            Checks.within("signed amendment in bytes", signedAmendment.length, 1, MAX_BYTES);
        }
    }

    /// A party suspends, by itself; `staysOpen` names what it declares to go on, beside what the
    /// agreement protects. A reason is always optional.
    record Suspension(
            Office office,
            Scope scope,
            String authority,
            long effective,
            @Nullable Text reason,
            List<String> staysOpen) implements Act {
        public Suspension {
            Checks.name("authority", authority);
            Checks.within("effective time", effective, 0, Limits.TIME_MILLIS);
            Checks.within("kinds that stay open", staysOpen.size(), 0, Limits.LIST_ITEMS);
            staysOpen.forEach(kind -> Checks.name("kind that stays open", kind));
            staysOpen = List.copyOf(staysOpen);
        }
    }

    /// A party lifts the suspensions of its own that the entry refers to. A reason is always optional.
    record Resumption(
            Office office,
            String authority,
            long effective,
            @Nullable Text reason) implements Act {
        public Resumption {
            Checks.name("authority", authority);
            Checks.within("effective time", effective, 0, Limits.TIME_MILLIS);
        }

        /// Without a reason.
        public Resumption(Office office, String authority, long effective) {
            this(office, authority, effective, null);
        }
    }

    /// An act of a newer version: kept, relayed and shown as unknown.
    ///
    /// @param type its number
    /// @param body its body, one deterministic CBOR item
    record Unknown(int type, byte[] body) implements Act {
        /// The greatest number an act can have.
        public static final int MAX_TYPE = 65_535;

        public Unknown {
            Checks.within("act type", type, 0, MAX_TYPE);
            if (ActCodec.known(type)) {
                throw new IllegalArgumentException("act type " + type + " is known");
            }
        }
    }

    /// How far an entry came at the office that acknowledges it.
    sealed interface Stage {
        /// An officer has read it.
        record Read() implements Stage {}

        /// An officer has understood it, and says in own words what it says.
        ///
        /// @param restated fields said again, in the encoding of [Notification#fields]; none of a free
        ///     message
        record Understood(Text readBack, byte[] restated) implements Stage {
            private static final byte[] NONE = new CborWriter().array(0).toByteArray();

            public Understood {
                Checks.within("fields restated in bytes", restated.length, 1, Limits.PAYLOAD_BYTES);
            }

            /// In own words alone.
            public Understood(Text readBack) {
                this(readBack, NONE);
            }
        }

        /// It has been received but not understood; `about` says what is in question, if not all of it.
        ///
        /// @param fields names of the fields in question; none if it is all of it, or a free message
        record NotUnderstood(Cause cause, @Nullable Text about, List<String> fields) implements Stage {
            public NotUnderstood {
                Checks.within("fields in question", fields.size(), 0, Limits.LIST_ITEMS);
                fields.forEach(field -> Checks.name("field in question", field));
                fields = List.copyOf(fields);
            }

            /// Without a field named.
            public NotUnderstood(Cause cause, @Nullable Text about) {
                this(cause, about, List.of());
            }
        }

        /// It has been passed to the level able to act, at a time in milliseconds UTC. No unit is named.
        record PassedOn(long at) implements Stage {
            public PassedOn {
                Checks.within("time of passing on", at, 0, Limits.TIME_MILLIS);
            }
        }
    }

    /// Why a text could not be understood, as far as its reader can tell.
    enum Cause {
        GARBLE(0),
        TRANSLATION(1),
        MISSING_FIELD(2),
        UNKNOWN_FORM(3),
        /// It can be read in more than one way.
        AMBIGUOUS(4),
        /// It refers to something that is not held here.
        REFERENCE_UNKNOWN(5),
        OTHER(6);

        private static final Cause[] ALL = values();

        /// The greatest number of a cause.
        static final int LAST = ALL.length - 1;

        private final int number;

        Cause(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Cause of(long number) {
            return ALL[(int) number];
        }
    }

    /// The two halves of a link test.
    sealed interface Passage {
        /// A passage that the other side is to return.
        record Sent(Text text) implements Passage {}

        /// The return: what was received of the test that the entry refers to, by its hash, and when.
        record Returned(Digest received, long receivedAt) implements Passage {
            public Returned {
                Checks.within("time of receipt", receivedAt, 0, Limits.TIME_MILLIS);
            }
        }
    }

    /// What a suspension covers.
    sealed interface Scope {
        /// Everything that the agreement does not protect.
        record WholeLine() implements Scope {}

        /// One track of the dialogue, by its name in the agreement.
        record Track(String name) implements Scope {
            public Track {
                Checks.name("track", name);
            }
        }

        /// One procedure of the catalogue, by its code.
        record Procedure(String code) implements Scope {
            public Procedure {
                Checks.name("procedure", code);
            }
        }

        /// One counterpart: an office of the other side.
        record Counterpart(String office) implements Scope {
            public Counterpart {
                Checks.name("counterpart", office);
            }
        }
    }
}
