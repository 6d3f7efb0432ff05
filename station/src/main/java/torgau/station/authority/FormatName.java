package torgau.station.authority;

import java.util.Optional;
import java.util.regex.Pattern;
import torgau.journal.Act;

/// A format of a procedure, or all of its formats.
///
/// @param format empty: all
public record FormatName(String procedure, Optional<String> format) {
    private static final Pattern FORM = Pattern.compile("([A-Z][A-Z0-9]{0,7})(?:/([A-Z][A-Z0-9]{0,7}))?");

    /// What was written: `UA` or `UA/UR`; empty if it is neither.
    static Optional<FormatName> of(String written) {
        var matcher = FORM.matcher(written);
        return matcher.matches()
                ? Optional.of(new FormatName(matcher.group(1), Optional.ofNullable(matcher.group(2))))
                : Optional.empty();
    }

    boolean covers(Act.Form form) {
        return procedure.equals(form.procedure()) && format.stream().allMatch(form.format()::equals);
    }

    @Override
    public String toString() {
        return procedure + format.map(code -> "/" + code).orElse("");
    }
}
