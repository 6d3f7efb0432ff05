package torgau.station.home;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import torgau.station.watch.Shifts;

/// Reads `watch.yaml`: when the watch changes. Private to the station.
public final class WatchYaml {
    private static final int MAX_MINUTES = 24 * 60;

    private WatchYaml() {}

    /// Those of a home; the customary three a day if it has no such file.
    ///
    /// @throws HomeFault naming line and value of the first fault
    public static Shifts of(Home home) {
        return Files.exists(home.watch(), LinkOption.NOFOLLOW_LINKS)
                ? read(YamlMapping.in(home.watch()))
                : Shifts.CUSTOMARY;
    }

    /// Reads the text of such a file.
    static Shifts read(YamlMapping yaml) {
        yaml.only("zone", "shifts", "take_within_minutes");
        int minutes = yaml.integer("take_within_minutes", 1, MAX_MINUTES, (int)
                Shifts.CUSTOMARY.takeWithin().toMinutes());
        List<LocalTime> begins = yaml.has("shifts") ? begins(yaml) : Shifts.CUSTOMARY.begins();
        try {
            return new Shifts(zone(yaml), begins, Duration.ofMinutes(minutes));
        } catch (IllegalArgumentException fault) {
            throw yaml.refused(
                    "shifts", "is " + begins + ", wanted are 1 to " + Shifts.MOST + " times of the day in order");
        }
    }

    private static List<LocalTime> begins(YamlMapping yaml) {
        var begins = new ArrayList<LocalTime>();
        for (String text : yaml.texts("shifts")) {
            try {
                begins.add(LocalTime.parse(text));
            } catch (DateTimeException fault) {
                throw yaml.refused("shifts", "has " + text + ", wanted is a time such as 06:00");
            }
        }
        return begins;
    }

    private static ZoneId zone(YamlMapping yaml) {
        String zone = yaml.textIfGiven("zone").orElse("UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException fault) {
            throw yaml.refused("zone", "is " + zone + ", wanted is UTC or a name such as Europe/Berlin");
        }
    }
}
