package torgau.journal.agreement;

import torgau.journal.Checks;
import torgau.journal.Limits;

/// The office that a party designates to lead on a track and region; alone and at any time.
///
/// @param office its title; empty means: not designated
public record LeadOffice(int party, String track, String region, String office) {
    public LeadOffice {
        Checks.within("party number", party, 1, Limits.PARTIES);
        Checks.name("track", track);
        Checks.nameOrEmpty("region", region);
        Checks.nameOrEmpty("lead office", office);
    }
}
