package torgau.link.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The runs of the peer's process that a session has heard, oldest first, and which of them lives, as far as is
/// known.
///
/// What was heard last decides. A frame under an early key may be a replay, even of a run long ended, so it only
/// makes us *spell out*, which any run can read; what was made with our own salt shows that a run hears us.
/// Wherever a replay or a delay misleads us, the next frame of the run that lives sets it right.
final class Runs {
    /// Runs that are kept although no live frame of theirs was opened; the oldest gives way.
    static final int MAX_UNPROVEN = 8;

    /// Runs with live frames that one session takes; one more, and the session is worn out.
    static final int MAX_PROVEN = 32;

    private final List<PeerRun> runs = new ArrayList<>();
    private int proven;
    private @Nullable PeerRun newest;
    private @Nullable PeerRun certain;

    Optional<PeerRun> withSalt(byte[] salt) {
        return runs.stream().filter(run -> Arrays.equals(run.salt(), salt)).findFirst();
    }

    /// The run whose live frames come under this name; of two in one session, which is rarer than anything else
    /// that can go wrong, the newer.
    Optional<PeerRun> withHearingId(int keyId) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (runs.get(i).hearingId() == keyId) {
                return Optional.of(runs.get(i));
            }
        }
        return Optional.empty();
    }

    /// The run that is known to hear us now.
    Optional<PeerRun> certain() {
        return Optional.ofNullable(certain);
    }

    /// The run that was heard of last.
    Optional<PeerRun> newest() {
        return Optional.ofNullable(newest);
    }

    boolean wornOut() {
        return proven > MAX_PROVEN;
    }

    /// A frame under the early key of `run` was opened.
    ///
    /// @param hearsUs whether it echoed our salt
    void heardEarly(PeerRun run, boolean hearsUs) {
        keep(run);
        newest = run;
        if (hearsUs) {
            certain = run;
        } else if (certain != run) {
            certain = null;
        }
    }

    /// A frame under the live key of `run` was opened.
    void heardLive(PeerRun run) {
        proven += run.proven() ? 0 : 1;
        run.prove();
        newest = run;
        certain = run;
    }

    /// Speaks so that any run of the peer's can read it, until one shows that it hears us.
    void doubt() {
        certain = null;
    }

    private void keep(PeerRun run) {
        if (runs.contains(run)) {
            return;
        }
        runs.add(run);
        var unproven = runs.stream().filter(each -> !each.proven()).toList();
        if (unproven.size() > MAX_UNPROVEN) {
            runs.remove(unproven.getFirst());
        }
    }
}
