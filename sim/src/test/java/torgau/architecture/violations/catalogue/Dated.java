package torgau.architecture.violations.catalogue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import torgau.architecture.violations.journal.Breaks;

@Breaks("pure code reads no clock")
record Dated(LocalDate edition) {
    static Dated today() {
        return new Dated(LocalDate.now(ZoneOffset.UTC));
    }
}
