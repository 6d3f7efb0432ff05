package torgau.station.officers;

import com.yubico.webauthn.data.ByteArray;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import torgau.journal.crypto.HmacSha256;
import torgau.journal.crypto.RandomSource;

/// What browsers are asked to sign when somebody signs in. Nothing is kept of a challenge until it is
/// answered: whoever asks for many takes no officer's place. The name of a ceremony is when it began and
/// ten random bytes; its challenge is what a key of this run makes of that name, which nobody else can.
final class Challenges {
    private static final int KEY_BYTES = 32;
    private static final int RANDOM_BYTES = 10;
    private static final int TIME_BYTES = 6;
    /// Remembered of those that were answered; more are not answered in the time in which one counts.
    private static final int MOST_ANSWERED = 65_536;

    private final RandomSource random;
    private final LongSupplier steadyNanos;
    private final long startNanos;
    private final byte[] key;
    private final Map<String, Long> answered = new LinkedHashMap<>();

    Challenges(RandomSource random, LongSupplier steadyNanos) {
        this.random = random;
        this.steadyNanos = steadyNanos;
        this.startNanos = steadyNanos.getAsLong();
        this.key = random.bytes(KEY_BYTES);
    }

    /// The name of a new ceremony.
    String begin() {
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(now()).array();
        byte[] name = ByteBuffer.allocate(TIME_BYTES + RANDOM_BYTES)
                .put(time, Long.BYTES - TIME_BYTES, TIME_BYTES)
                .put(random.bytes(RANDOM_BYTES))
                .array();
        return spelt(name);
    }

    private static String spelt(byte[] name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    /// What is asked in this ceremony; empty if it is over. The last of 22 letters has four bits that say
    /// nothing: of the sixteen spellings one alone counts, or an answer would count sixteen times.
    ///
    /// @param name 22 letters of base64url
    Optional<ByteArray> of(String name) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(name);
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
        if (bytes.length != TIME_BYTES + RANDOM_BYTES || !spelt(bytes).equals(name) || !open(name, began(bytes))) {
            return Optional.empty();
        }
        return Optional.of(new ByteArray(HmacSha256.of(key, bytes)));
    }

    /// Notes that a ceremony was answered rightly; false if it was before: it counts once.
    synchronized boolean answered(String name) {
        answered.values().removeIf(at -> now() - at > Passkeys.CEREMONY_MILLIS);
        if (answered.size() >= MOST_ANSWERED) {
            answered.remove(answered.keySet().iterator().next());
        }
        return answered.putIfAbsent(name, now()) == null;
    }

    private synchronized boolean open(String name, long began) {
        long age = now() - began;
        return age >= 0 && age <= Passkeys.CEREMONY_MILLIS && !answered.containsKey(name);
    }

    private static long began(byte[] name) {
        return ByteBuffer.allocate(Long.BYTES)
                .position(Long.BYTES - TIME_BYTES)
                .put(name, 0, TIME_BYTES)
                .flip()
                .getLong();
    }

    /// Milliseconds of this run.
    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong() - startNanos);
    }
}
