package torgau.cli.bench;

import static torgau.cli.bench.LinkWorld.SECOND;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import torgau.journal.Act;
import torgau.journal.Entry;
import torgau.journal.Office;
import torgau.journal.Precedence;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.journal.crypto.RandomSource;
import torgau.link.emulator.Profile;
import torgau.link.pack.Packing;
import torgau.station.heart.Draft;
import torgau.station.heart.Identity;

/// What is measured on one profile. Seconds are of virtual time, from an officer's release to the peer's
/// signed receipt on the sender's disk.
final class LinkMeasure {
    private static final long PATIENCE = 1_800 * SECOND;
    private static final long WARM_UP = 120 * SECOND;

    private final List<Identity> identities;
    private final Profile profile;
    private final SplittableRandom chance;
    private int said;
    private long carried;

    LinkMeasure(List<Identity> identities, Profile profile, long seed) {
        this.identities = identities;
        this.profile = profile;
        this.chance = new SplittableRandom(seed);
    }

    private LinkWorld world(Profile link) {
        SplittableRandom own = chance.split();
        RandomSource random = own::nextBytes;
        return new LinkWorld(identities, link, random);
    }

    private LinkWorld warm(Profile link) {
        LinkWorld world = world(link);
        world.pass(WARM_UP);
        return world;
    }

    /// FLASH messages one by one on a line that was silent for a while; in order of size.
    double[] flashes(boolean lossless, int count) {
        LinkWorld world = warm(lossless ? profile.lossless() : profile);
        double[] seconds = new double[count];
        for (int i = 0; i < count; i++) {
            world.pass(20 * SECOND + chance.nextLong(20 * SECOND));
            seconds[i] = flash(world, false);
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private double flash(LinkWorld world, boolean russian) {
        long began = world.now();
        long place = world.blue.release(message(Precedence.FLASH, prose(russian)), began);
        return world.until(() -> world.blue.receipted(place), PATIENCE)
                ? (world.now() - began) / (double) SECOND
                : Double.POSITIVE_INFINITY;
    }

    /// A FLASH by stations that have just started on disks that remember their last session.
    double restarted() {
        LinkWorld world = warm(profile.lossless());
        world.blue.restart(world.now());
        world.red.restart(world.now());
        return flash(world, false);
    }

    /// A FLASH by stations that share nothing but the agreement.
    double firstContact() {
        return flash(world(profile.lossless()), false);
    }

    /// A FLASH while ROUTINE messages fill the bearer, at random phases; in order of size. Empty where
    /// the bulk was through before the receipt came.
    double[] behindBulk(int bulkBytes, int count) {
        var seconds = new ArrayList<Double>();
        LinkWorld world = warm(profile.lossless());
        while (seconds.size() < count) {
            long last = bulk(world, bulkBytes);
            long most = profile.airNanos(bulkBytes) / 2;
            world.pass(chance.nextLong(most));
            double took = flash(world, false);
            if (!world.blue.receipted(last)) {
                seconds.add(took);
            }
            world.until(() -> world.blue.receipted(last), PATIENCE);
            world.pass(20 * SECOND);
        }
        return seconds.stream().sorted().mapToDouble(Double::doubleValue).toArray();
    }

    private long bulk(LinkWorld world, int bytes) {
        long last = 0;
        int each = Math.min(bytes, 10_000);
        for (int left = bytes; left > 0; left -= each) {
            String text = BenchTexts.bulk(chance, Math.min(each, left));
            carried += carried(text);
            last = world.blue.release(message(Precedence.ROUTINE, text), world.now());
        }
        return last;
    }

    /// Bytes of a text as the link carries them: packed, where that is shorter.
    private static int carried(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Packing.pack(bytes).orElse(bytes).length;
    }

    /// Bytes of a bulk, as they are after packing, by the rate, from its release to its receipt.
    double goodput(int bulkBytes) {
        LinkWorld world = warm(profile.lossless());
        long began = world.now();
        carried = 0;
        long last = bulk(world, bulkBytes);
        world.until(() -> world.blue.receipted(last), PATIENCE);
        return carried * 8.0 * SECOND / (world.now() - began) / profile.bitsPerSecond();
    }

    /// Seconds after a 60 s outage until 20 messages of it have all arrived; negative if one that is
    /// more urgent came behind one that is less, infinite if one never came.
    double outage() {
        LinkWorld world = warm(profile);
        var arrived = new ArrayList<Precedence>();
        world.red.reads(entry -> told(entry, arrived));
        world.outage(true);
        long last = 0;
        for (int i = 0; i < 20; i++) {
            world.pass(2 * SECOND + chance.nextLong(SECOND / 2));
            last = world.blue.release(message(Precedence.of(3 - i % 4), prose(false)), world.now());
        }
        world.pass(SECOND * 60 - SECOND * 50);
        world.outage(false);
        long began = world.now();
        world.until(() -> arrived.size() >= 20, PATIENCE);
        double took = arrived.size() == 20 ? (world.now() - began) / (double) SECOND : Double.POSITIVE_INFINITY;
        var ordered = new ArrayList<>(arrived);
        Collections.sort(ordered);
        return last > 0 && ordered.equals(arrived) ? took : -took;
    }

    private static void told(Entry entry, List<Precedence> arrived) {
        if (entry.payload().act() instanceof Act.Message) {
            arrived.add(entry.payload().precedence());
        }
    }

    /// Bytes on the air of both directions for a FLASH and its receipt; the middle one of many.
    double bytes(boolean russian, int count) {
        LinkWorld world = warm(profile.lossless());
        var bytes = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            world.pass(20 * SECOND + chance.nextLong(20 * SECOND));
            long before = world.bytes();
            flash(world, russian);
            bytes.add(world.bytes() - before);
        }
        Collections.sort(bytes);
        return bytes.get(count / 2);
    }

    /// Bytes a minute of the direction that says more, while nothing is said.
    double idle() {
        LinkWorld world = warm(profile.lossless());
        world.pass(180 * SECOND);
        long[] before = {world.count(0).bytes(), world.count(1).bytes()};
        int minutes = 20;
        world.pass(minutes * 60L * SECOND);
        return Math.max(world.count(0).bytes() - before[0], world.count(1).bytes() - before[1]) / (double) minutes;
    }

    /// The next text in turn, so that each is sent before any is sent again.
    private String prose(boolean russian) {
        List<String> texts = russian ? BenchTexts.RUSSIAN : BenchTexts.ENGLISH;
        return texts.get(said++ % texts.size());
    }

    private static Draft message(Precedence precedence, String words) {
        var act = new Act.Message(new Office("Duty officer", ""), "", new Text("en", words), List.of());
        return new Draft(TrafficClass.FORMAL, precedence, List.of(), null, List.of(), act, null);
    }
}
