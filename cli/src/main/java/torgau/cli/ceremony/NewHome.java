package torgau.cli.ceremony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import torgau.journal.Checks;
import torgau.journal.Code;
import torgau.journal.Office;
import torgau.journal.agreement.Card;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.crypto.Signer;
import torgau.station.authority.Authority;
import torgau.station.authority.AuthorityText;
import torgau.station.authority.Standing;
import torgau.station.formats.Formats;
import torgau.station.home.Home;
import torgau.station.home.PrivateFiles;
import torgau.station.home.Sealing;
import torgau.station.home.StationConfig;
import torgau.station.home.StationSecrets;

/// A home that is to be made: a party's first half of the ceremony.
///
/// @param name of the party, as it calls itself
/// @param number the party's own for this station, 0 to 255
/// @param validDays how long its card can be used
public record NewHome(StationConfig config, String name, PartyKind kind, int number, int validDays) {
    /// Clocks of parties differ: a card is valid a little before it was made.
    private static final Duration BACKDATED = Duration.ofHours(1);

    private static final int MAX_DAYS = 3_650;

    public NewHome {
        try {
            Checks.within("number of the station", number, 0, 255);
            Checks.within("days of the card", validDays, 1, MAX_DAYS);
            Checks.name("name of the party", name);
        } catch (IllegalArgumentException fault) {
            throw new Refused(Code.OVER_LIMIT, String.valueOf(fault.getMessage()));
        }
    }

    /// Refuses a directory in which there is anything.
    public static void refuseTaken(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new Refused(Code.HOME_TAKEN, directory + " is a file");
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.findAny().ifPresent(file -> {
                throw new Refused(Code.HOME_TAKEN, directory + " has " + file.getFileName() + " in it");
            });
        } catch (IOException fault) {
            throw PrivateFiles.unreadable(directory, fault);
        }
    }

    /// Makes the home, whole or not at all, and its card.
    public Card make(Home home, Signer root, Sealing sealing, Instant now) {
        refuseTaken(home.directory());
        var fresh = new Home(home.directory().resolveSibling(home.directory().getFileName() + ".new"));
        refuseTaken(fresh.directory());
        PrivateFiles.directory(fresh.directory());
        try {
            config.create(fresh);
            AuthorityText.create(fresh, standing());
            var secrets = StationSecrets.create(fresh, sealing);
            Card card = card(root, secrets, sealing.random().bytes(Party.NONCE_BYTES), now);
            PrivateFiles.create(fresh.card(), card.sign(root, secrets.signer()));
            Files.move(fresh.directory(), home.directory(), StandardCopyOption.ATOMIC_MOVE);
            return card;
        } catch (IOException fault) {
            throw PrivateFiles.unwritable(home.directory(), fault);
        } finally {
            discard(fresh);
        }
    }

    /// The standing-authority table with which every station begins.
    private Authority standing() {
        List<String> offices =
                config.offices().stream().map(Office::title).distinct().toList();
        return Standing.of(offices, Formats.builtIn());
    }

    private Card card(Signer root, StationSecrets secrets, byte[] nonce, Instant now) {
        return new Card(
                config.party(),
                name,
                kind,
                config.language(),
                nonce,
                root.publicKey(),
                number,
                config.station(),
                secrets.signer().publicKey(),
                secrets.kemKey().publicKey().bytes(),
                now.minus(BACKDATED).toEpochMilli(),
                now.plus(Duration.ofDays(validDays)).toEpochMilli());
    }

    /// The same card with a new time.
    public static Card renewed(Card old, Instant now, int validDays) {
        return new Card(
                old.partyCode(),
                old.partyName(),
                old.kind(),
                old.language(),
                old.nonce(),
                old.rootKey(),
                old.stationNumber(),
                old.stationCode(),
                old.signingKey(),
                old.kemKey(),
                now.minus(BACKDATED).toEpochMilli(),
                now.plus(Duration.ofDays(validDays)).toEpochMilli());
    }

    /// What is left where making it failed halfway.
    private static void discard(Home fresh) {
        try {
            Files.deleteIfExists(fresh.config());
            Files.deleteIfExists(fresh.authority());
            Files.deleteIfExists(fresh.key());
            Files.deleteIfExists(fresh.card());
            Files.deleteIfExists(fresh.directory());
        } catch (IOException left) {
            throw PrivateFiles.unwritable(fresh.directory(), left);
        }
    }
}
