package torgau.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.ceremony.Cards;
import torgau.cli.ceremony.NewHome;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.journal.agreement.Card;
import torgau.station.home.Home;
import torgau.station.home.PrivateFiles;
import torgau.station.home.RootSecrets;
import torgau.station.home.StationConfig;
import torgau.station.home.StationSecrets;

/// `torgau card`: one's own card, and those of others.
@Command(
        name = "card",
        customSynopsis = {
            "torgau card HOME [--json]",
            "       torgau card HOME --renew --root DIR [OPTIONS]",
            "       torgau card check FILE [--fingerprint DIGITS] [--json]"
        },
        header = "Show your card and its fingerprint, renew it, or check another party's.",
        description = "Shows the card of HOME. A card has no secret in it: hand it over as you like, but read its "
                + "fingerprint to the other party over a channel that both trust. With --renew the same keys get "
                + "a card with a new time.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau card blue",
            "  torgau card blue --renew --root blue-root",
            "  torgau card check red-card.torgau"
        },
        sortOptions = false)
final class CardCommand extends Verb {
    @Parameters(arity = "0..1", paramLabel = "HOME", description = "The station's home.")
    private @Nullable Path home;

    @Option(names = "--renew", description = "Make a new card for the same keys; needs both keys.")
    private boolean renew;

    @Option(names = "--root", paramLabel = "DIR", description = "Directory of the root key, to renew.")
    private @Nullable Path root;

    @Option(
            names = "--valid-days",
            paramLabel = "N",
            defaultValue = "90",
            description = "How long a renewed card can be used (default: 90).")
    private int validDays;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Passphrase of the station key, to renew.")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--root-passphrase-file",
            paramLabel = "FILE",
            description = "Passphrase of the root key, to renew.")
    private @Nullable Path rootPassphraseFile;

    private CardCommand(Surroundings around) {
        super(around);
    }

    static CommandLine with(Surroundings around) {
        return new CommandLine(new CardCommand(around)).addSubcommand(new Check(around));
    }

    @Override
    public Integer call() {
        if (home == null) {
            throw usage("HOME is missing: whose card?");
        }
        var own = Home.open(home);
        Card card = Cards.genuine(own.card());
        if (renew) {
            card = renewed(own, card);
        }
        var report = new CardReport(card, own.card());
        if (json) {
            print(report.json());
        } else {
            var texts = texts(StationConfig.read(own.config()).language());
            report.lines(texts, around.clock().instant()).forEach(this::print);
        }
        return Exit.OK;
    }

    private Card renewed(Home own, Card old) {
        if (root == null) {
            throw usage("--renew needs --root DIR");
        }
        var passphrases = new Passphrases(
                around.prompt(), texts(StationConfig.read(own.config()).language()));
        Card card = NewHome.renewed(old, around.clock().instant(), validDays);
        try (var ofRoot = passphrases.ofRoot(rootPassphraseFile);
                var ofStation = passphrases.ofStation(passphraseFile)) {
            var signer = RootSecrets.open(root, ofRoot, around.random());
            if (!java.util.Arrays.equals(signer.publicKey(), old.rootKey())) {
                throw new Refused(Code.UNKNOWN_KEY, root + " holds another root than the one on " + own.card());
            }
            var station = StationSecrets.open(own, ofStation).signer();
            PrivateFiles.replace(own.card(), card.sign(signer, station));
        }
        return card;
    }

    /// `torgau card check`: whether a card is the one that its party read out.
    @Command(
            name = "check",
            header = "Check another party's card against the fingerprint that it reads to you.",
            description =
                    "The fingerprint in the file is not shown: type the one that the other party reads from its own "
                            + " screen, over a channel that both trust. Check digits tell a slip of the tongue from a"
                            + " wrong card.",
            footerHeading = "%nExample:%n",
            footer = "  torgau card check red-card.torgau --fingerprint \"12345 67890 12345 67890 12345 67890 12345"
                    + " 67890\"",
            sortOptions = false)
    static final class Check extends Verb {
        @Parameters(paramLabel = "FILE", description = "The card that you were handed.")
        private Path file;

        @Option(
                names = "--fingerprint",
                paramLabel = "DIGITS",
                description = "Eight groups of five digits; asked for if left out.")
        private @Nullable String fingerprint;

        Check(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            Card card = Cards.valid(file, around.clock().instant());
            var texts = texts(around.language());
            String what = "the card of " + card.stationCode() + " in " + file;
            new TypedFingerprint(around.prompt(), texts)
                    .compare(card.fingerprint(), fingerprint, "cli.prompt.fingerprint", what);
            if (json) {
                print(new CardReport(card, file).json().put("same", true));
            } else {
                print(texts.say(
                        "cli.card.same", java.util.Map.of("station", card.stationCode(), "party", card.partyCode())));
            }
            return Exit.OK;
        }
    }
}
