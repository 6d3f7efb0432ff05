package torgau.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.HttpURLConnection;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import torgau.cli.api.StationApi;
import torgau.cli.local.LocalFault;

/// On a slow line: BLUE sends a file, and while it is under way a FLASH. The FLASH waits for one fragment
/// and not for the file; both times are measured, the file's and the FLASH's with its signed receipt.
final class Overtaking {
    /// What BLUE and RED have said so far is out of the way after this.
    private static final Duration QUIET = Duration.ofSeconds(90);

    private static final Duration FLASH_WITHIN = Duration.ofSeconds(60);
    private static final Duration UNDER_WAY = Duration.ofSeconds(4);
    private static final long LOOK_MILLIS = 100;

    /// Seconds for which the file alone would fill the line.
    private static final int SECONDS = 60;

    private final StationApi blue;
    private final StationApi red;
    private final SlowLink link;
    private final Consumer<String> say;

    Overtaking(StationApi blue, StationApi red, SlowLink link, Consumer<String> say) {
        this.blue = blue;
        this.red = red;
        this.link = link;
        this.say = say;
    }

    /// Plays it once; answers how many entries an officer made.
    int play() throws InterruptedException {
        int bits = link.bitsPerSecond();
        say.accept("The line: " + bits + " bit/s each way, and no other. The first contact takes some seconds.");
        Settlement.sameHeads(blue, red, QUIET); // keys are offered once, at the first contact
        byte[] file = new byte[bits / Byte.SIZE * SECONDS];
        new SecureRandom().nextBytes(file); // which no packing makes smaller
        String letter = submitted(letter(file));
        long began = System.nanoTime();
        say.accept(at(began) + "BLUE sends a file of " + file.length + " bytes: " + SECONDS + " s of the whole line.");
        Thread.sleep(UNDER_WAY);

        long asked = System.nanoTime();
        String flash = submitted(flash());
        say.accept(at(began) + "BLUE sends a FLASH.");
        until(
                FLASH_WITHIN,
                "the FLASH did not arrive",
                () -> red.get("/entries/" + flash).accepted());
        say.accept(at(began) + "RED has the FLASH and sounds the alarm.");
        until(FLASH_WITHIN, "no receipt came", () -> received(flash));
        say.accept(String.format(
                Locale.ROOT,
                "%sBLUE holds RED's signed receipt: %.1f s after the FLASH was handed in.",
                at(began),
                seconds(asked)));
        say.accept(at(began) + (here(letter) ? "The file was there before it." : "The file is still under way."));
        until(Duration.ofSeconds(6L * SECONDS), "the file did not arrive", () -> here(letter));
        say.accept(at(began) + "RED has the whole file and has checked it.");
        return 2;
    }

    private ObjectNode letter(byte[] file) {
        JsonNode kept = blue.putIn(file).body();
        ObjectNode act = act("notification").put("format", "FM").put("procedure", "FM");
        ObjectNode fields = act.putObject("fields");
        fields.putObject("signed_by").put("title", "Chief of Staff").put("capacity", "Operational command");
        fields.putObject("addressed_to").put("title", "Chief of Department").put("capacity", "General Staff");
        fields.put("subject", "Soundings of the northern channel");
        fields.putArray("paragraphs").add("The soundings of this week are enclosed.");
        fields.put("action", "information").put("effect", "record_only");
        fields.putObject("enclosure").put("name", "soundings.bin").setAll((ObjectNode) kept);
        return body("ROUTINE", act);
    }

    private ObjectNode flash() {
        return body(
                "FLASH",
                act("message")
                        .put(
                                "text",
                                "Our tug has lost its tow at the northern buoy. Please keep your ferry alongside."));
    }

    private static ObjectNode act(String type) {
        return StationApi.JSON.createObjectNode().put("type", type).put("language", "en");
    }

    private ObjectNode body(String precedence, ObjectNode act) {
        ObjectNode body =
                StationApi.JSON.createObjectNode().put("class", "FORMAL").put("precedence", precedence);
        body.set("office", blue.get("/status").body().at("/offices/0"));
        body.set("act", act);
        return body;
    }

    private String submitted(ObjectNode body) {
        var reply = blue.post("/entries", body);
        if (reply.status() != HttpURLConnection.HTTP_CREATED) {
            throw new LocalFault(1, "BLUE's station did not release it: " + reply.body());
        }
        return reply.body().path("reference").asText();
    }

    private boolean received(String reference) {
        return !blue.get("/entries/" + reference).body().path("receipts").isEmpty();
    }

    private boolean here(String letter) {
        return red.get("/entries/" + letter + "/attachments/enclosure").accepted();
    }

    private static void until(Duration patience, String otherwise, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new LocalFault(1, otherwise + " within " + patience.toSeconds() + " s");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static String at(long began) {
        return String.format(Locale.ROOT, "%6.1f s  ", seconds(began));
    }
}
