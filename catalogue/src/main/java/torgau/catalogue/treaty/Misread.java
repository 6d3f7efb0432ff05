package torgau.catalogue.treaty;

import java.util.List;

/// A place in a text where something else is due; caught by [TreatyReader], which knows the line and
/// goes on.
@SuppressWarnings("serial")
final class Misread extends RuntimeException {
    final int at;
    final TreatyFault.Rule rule;
    final List<String> due;

    Misread(int at, TreatyFault.Rule rule, List<String> due) {
        super(rule + " at " + at, null, false, false);
        this.at = at;
        this.rule = rule;
        this.due = List.copyOf(due);
    }
}
