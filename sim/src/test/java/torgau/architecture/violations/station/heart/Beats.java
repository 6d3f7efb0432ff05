package torgau.architecture.violations.station.heart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import torgau.architecture.violations.journal.Breaks;

@Breaks("pure code reads no clock")
record Beats(LocalDate day) {
    static Beats today() {
        return new Beats(LocalDate.now(ZoneOffset.UTC));
    }
}
