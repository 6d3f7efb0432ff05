package torgau.store.desk;

import org.jspecify.annotations.Nullable;
import torgau.journal.Checks;
import torgau.journal.Digest;
import torgau.journal.Reference;

/// What one person has proposed to release, and what became of it. Nothing but a person moves it on: no
/// time does.
///
/// @param number from 1
/// @param revision from 1, one more at each step
public record Proposal(long number, long revision, Asked asked, Stage stage) {
    /// Bytes of what would be signed: some hundred entries that are released together.
    public static final int MAX_BYTES = 1_048_576;

    /// Bytes of the words with which one is refused, or released in an emergency.
    public static final int MAX_REASON = 4_096;

    public Proposal {
        Checks.within("number", number, 1, Long.MAX_VALUE);
        Checks.within("revision", revision, 1, Long.MAX_VALUE);
    }

    /// What is proposed. The same key proposes once.
    ///
    /// @param key the client's Idempotency-Key; the entry is made under it too
    /// @param request hash of the request, so that a key used for another one is noticed
    /// @param by who proposed it
    /// @param content what would be signed
    /// @param seen cursor of the newest entry that was here then; 0 if there was none
    public record Asked(String key, Digest request, Hand by, byte[] content, long seen) {
        public Asked {
            Checks.bytes("idempotency key", key, 1, 255);
            Checks.within("content in bytes", content.length, 1, MAX_BYTES);
            Checks.within("cursor", seen, 0, Long.MAX_VALUE);
        }
    }

    /// Who did something, and when.
    ///
    /// @param office in whose name
    /// @param at milliseconds UTC
    /// @param person id of the officer; null: nobody had signed in as one, a token was brought
    public record Hand(
            String seat, String office, long at, @Nullable String person) {
        public Hand(String seat, String office, long at) {
            this(seat, office, at, null);
        }

        public Hand {
            Checks.name("seat", seat);
            Checks.name("office", office);
        }
    }

    /// How far it has come.
    public sealed interface Stage {
        /// For a second signature.
        record Waiting() implements Stage {}

        /// Signed; its entry is being made. If none is on the journal when the station starts, it waits
        /// again.
        ///
        /// @param emergency why it was released without a second signature; null: with one
        record Signing(Hand by, @Nullable String emergency) implements Stage {
            public Signing {
                bounded(emergency);
            }
        }

        /// Its entry is on the journal.
        ///
        /// @param emergency why it was released without a second signature, in the words of who did; null:
        ///     with one
        /// @param countersigned of an emergency release, who countersigned it; null: nobody has
        record Released(
                Hand by,
                @Nullable String emergency,
                Reference entry,
                @Nullable Hand countersigned) implements Stage {
            public Released {
                bounded(emergency);
            }

            public boolean awaitsCountersignature() {
                return emergency != null && countersigned == null;
            }
        }

        /// Not signed, and not to be.
        ///
        /// @param reason private, in the words of who refused it
        record Refused(Hand by, String reason) implements Stage {
            public Refused {
                bounded(reason);
            }
        }

        record Withdrawn(Hand by) implements Stage {}

        /// The seat that proposed it was taken away.
        ///
        /// @param at milliseconds UTC
        record Voided(long at) implements Stage {}

        private static void bounded(@Nullable String words) {
            if (words != null) {
                Checks.bytes("reason", words, 1, MAX_REASON);
            }
        }

        /// Whether somebody still has to do something about it.
        default boolean open() {
            return switch (this) {
                case Waiting _, Signing _ -> true;
                case Released released -> released.awaitsCountersignature();
                case Refused _, Withdrawn _, Voided _ -> false;
            };
        }
    }
}
