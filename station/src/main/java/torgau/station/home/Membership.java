package torgau.station.home;

import java.util.Arrays;
import torgau.journal.Code;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.SignedAgreement;
import torgau.journal.agreement.Station;
import torgau.journal.crypto.Verifier;
import torgau.station.heart.Identity;

/// A station's place in the agreement that its home adopted.
///
/// @param founding the roster as the agreement founded it
/// @param station this one
public record Membership(Roster founding, Station station) {

    /// The membership that the adopted agreement gives, once every signature on it holds and this
    /// station's own party, name and keys stand in it as they are here.
    public static Membership of(Home home, StationConfig config, StationSecrets secrets, Verifier roots) {
        SignedAgreement signed = home.signedAgreement();
        Agreement agreement =
                Outcome.of(signed.verified(roots), home.agreement().toString());
        Station station = station(home, config, agreement);
        boolean own = Arrays.equals(station.signingKey(), secrets.signer().publicKey())
                && Arrays.equals(station.kemKey(), secrets.kemKey().publicKey().bytes());
        if (!own) {
            throw new HomeFault(
                    Code.OWN_KEY_DIFFERS,
                    "the agreement has other keys for " + station.code() + " than " + home.key() + " holds");
        }
        return new Membership(Roster.of(agreement, signed.line()), station);
    }

    private static Station station(Home home, StationConfig config, Agreement agreement) {
        var party = agreement.party(config.party()).orElseThrow(() -> absent(home, "party", config.party()));
        return agreement.stations().stream()
                .filter(each -> each.code().equals(config.station()) && each.party() == party.number())
                .findFirst()
                .orElseThrow(() -> absent(home, "station", config.station()));
    }

    private static HomeFault absent(Home home, String key, String value) {
        return new HomeFault(
                Code.NOT_IN_AGREEMENT,
                home.config() + " has `" + key + ": " + value + "`, which " + home.agreement() + " does not name");
    }

    /// What the heart is told of itself.
    public Identity identity(StationConfig config, StationSecrets secrets, String bootId) {
        return new Identity(
                founding,
                station.number(),
                secrets.signer(),
                secrets.kemKey(),
                secrets.storageKey(),
                bootId,
                config.passages(),
                config.blobs());
    }
}
