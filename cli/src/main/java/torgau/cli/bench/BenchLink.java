package torgau.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import torgau.link.emulator.Profile;
import torgau.station.heart.Identity;

/// The line over bad links: two hearts in one thread, joined by an emulated radio or satellite, in
/// virtual time. The hearts, seals, signatures and frames are those of a running station; disks take no
/// time, and sockets are left out. One seed gives the same figures on any machine.
final class BenchLink {
    private static final long SEED = 1;
    private static final int WARM = 30;
    private static final int LOSSY = 100;
    private static final int PHASES = 100;
    private static final int OUTAGES = 10;
    private static final double HEARD_BYTES = 450 + 160;

    private final BenchCommand.Row row;
    private final List<Identity> identities;

    BenchLink(BenchCommand.Row row) {
        var random = new SplittableRandom(SEED);
        var line = new BenchLine(random::nextBytes);
        this.row = row;
        this.identities = List.of(line.identity(0), line.identity(1));
    }

    /// Twice the way and the air time of 450 and 160 bytes, in seconds.
    static double limit(Profile profile) {
        return 2 * profile.delayMillis() / 1e3 + HEARD_BYTES * Byte.SIZE / profile.bitsPerSecond();
    }

    /// What is wanted of a warm FLASH, in seconds.
    private static double wanted(Profile profile) {
        return switch (profile.name()) {
            case "fibre" -> 0.055;
            case "geo" -> 0.72;
            case "narrow" -> 2.0;
            default -> 4.6;
        };
    }

    void measure(List<Profile> profiles) {
        profiles.forEach(this::measure);
    }

    private void measure(Profile profile) {
        var measure = new LinkMeasure(identities, profile, SEED);
        double[] warm = measure.flashes(true, WARM);
        double idle = median(warm);
        double limit = limit(profile);
        say(profile, "warm FLASH to receipt (wanted: ≤ %.3g)".formatted(wanted(profile)), "%,.3f s", idle);
        if (profile.lossPermille() > 0) {
            double[] lossy = measure.flashes(false, LOSSY);
            say(profile, "at the profile's loss, median ÷ limit (≤ 1.5)", "%,.2f", median(lossy) / limit);
            say(profile, "at the profile's loss, p95 ÷ limit (≤ 3.5)", "%,.2f", at(lossy, 95) / limit);
        }
        say(profile, "stations just restarted (hf: ≤ 4.6)", "%,.3f s", measure.restarted());
        say(profile, "first contact ÷ warm (hf: ≤ 2.3)", "%,.2f", measure.firstContact() / idle);
        if (profile.bitsPerSecond() <= Profile.GEO.bitsPerSecond()) {
            behindBulk(profile, measure, idle);
        }
        double worst = DoubleStream.generate(measure::outage)
                .limit(OUTAGES)
                .boxed()
                .max((one, other) -> Double.compare(Math.abs(one), Math.abs(other)))
                .orElseThrow();
        say(profile, "after 60 s of outage, 20 messages, worst (geo: ≤ 3)", "%,.2f s", Math.abs(worst));
        say(profile, "message with receipt, English (≤ 620)", "%,.0f bytes", measure.bytes(false, WARM));
        say(profile, "message with receipt, Russian (≤ 680)", "%,.0f bytes", measure.bytes(true, WARM));
        say(profile, "idle, each way (hf: ≤ 200)", "%,.0f bytes a minute", measure.idle());
    }

    /// Only where a bulk takes longer than a FLASH.
    private void behindBulk(Profile profile, LinkMeasure measure, double idle) {
        int bulk = profile.bitsPerSecond() <= Profile.HF.bitsPerSecond() ? 20_000 : 200_000;
        double[] behind = measure.behindBulk(bulk, PHASES);
        say(profile, "FLASH behind bulk ÷ idle, median (≤ 1.3, hf 1.5)", "%,.2f", median(behind) / idle);
        say(profile, "FLASH behind bulk ÷ idle, p95 (≤ 1.3, hf 1.5)", "%,.2f", at(behind, 95) / idle);
        say(profile, "bulk after packing ÷ rate (geo ≥ 0.85, hf 0.78)", "%,.2f", measure.goodput(bulk));
    }

    private void say(Profile profile, String what, String format, double value) {
        row.add(String.format(Locale.ROOT, "%-15s %s", profile.name(), what), format, value);
    }

    private static double median(double[] ascending) {
        return at(ascending, 50);
    }

    private static double at(double[] ascending, int percent) {
        return ascending[Math.min(ascending.length - 1, ascending.length * percent / 100)];
    }
}
