package torgau.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.ceremony.NewHome;
import torgau.journal.Office;
import torgau.journal.agreement.Card;
import torgau.journal.agreement.PartyKind;
import torgau.station.home.Address;
import torgau.station.home.Home;
import torgau.station.home.Names;
import torgau.station.home.Passphrase;
import torgau.station.home.RootSecrets;
import torgau.station.home.StationConfig;

/// `torgau init`: a party's first half of the ceremony.
@Command(
        name = "init",
        header = "Make a station's home and its card: your first step.",
        description = "Makes the station's keys, a configuration and a card in HOME, and the party's root key apart "
                + "from it. Each key is encrypted under a passphrase of its own, asked for or read from a file of "
                + "mode 0600. If the root's directory holds a root key already, it is used: so a party adds a "
                + "further station. Nothing is sent anywhere. Hand the card to the other parties and read them its "
                + "fingerprint.",
        footerHeading = "%nExample:%n",
        footer = "  torgau init blue --party BLUE --station BLUE-OPS --lang en --name \"Joint Command Blue\"",
        sortOptions = false)
final class InitCommand extends Verb {
    @Parameters(paramLabel = "HOME", description = "Directory of the new home; it must not exist or be empty.")
    private Path home;

    @Option(names = "--party", required = true, paramLabel = "BLUE", description = "Short name of your party.")
    private String party;

    @Option(names = "--station", required = true, paramLabel = "BLUE-OPS", description = "Name of this station.")
    private String station;

    @Option(
            names = "--lang",
            required = true,
            paramLabel = "en",
            description = "Your language: en, ru or uk; of the card, the screens and this command.")
    private String language;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "Your party as it calls itself (default: its short name).")
    private @Nullable String name;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "state",
            description = "state, organisation or observer (default: state).")
    private PartyKind kind;

    @Option(
            names = "--number",
            paramLabel = "N",
            defaultValue = "1",
            description = "Your own number for this station, 0 to 255, different for each (default: 1).")
    private int number;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Directory of your party's root key (default: HOME-root). Keep it apart from the station.")
    private @Nullable Path root;

    @Option(
            names = "--valid-days",
            paramLabel = "N",
            defaultValue = "90",
            description = "How long the card can be used to found a line (default: 90).")
    private int validDays;

    @Option(names = "--console-port", paramLabel = "N", description = "Port of the console (default: 7101).")
    private int consolePort = StationConfig.CONSOLE_PORT;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:7201",
            description =
                    "Where other stations reach this one (default: 127.0.0.1:7201, from this machine alone). Give an"
                            + " address of this machine's, or 0.0.0.0 for all, to be reached from elsewhere; \"\" to only dial.")
    private String listen;

    @Option(
            names = "--peer",
            paramLabel = "STATION=HOST:PORT",
            description = "Where another station is reached; can be given again. All this can be edited later.")
    private Map<String, String> peers = new LinkedHashMap<>();

    @Option(
            names = "--office",
            paramLabel = "TITLE=CAPACITY",
            description = "An office in whose name this station speaks, the usual one first; can be given again"
                    + " (default: a duty officer).")
    private Map<String, String> offices = new LinkedHashMap<>();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "File of mode 0600 whose first line is the station key's passphrase.")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--root-passphrase-file",
            paramLabel = "FILE",
            description = "File of mode 0600 whose first line is the root key's passphrase.")
    private @Nullable Path rootPassphraseFile;

    InitCommand(Surroundings around) {
        super(around);
    }

    @Override
    public Integer call() {
        requireTexts(language);
        var target = new Home(home);
        var wanted = new NewHome(config(), Optional.ofNullable(name).orElse(party), kind, number, validDays);
        NewHome.refuseTaken(target.directory());
        var texts = texts(language);
        Path rootDirectory = rootDirectory(target);
        Card card = make(wanted, target, rootDirectory, new Passphrases(around.prompt(), texts));
        var report = new CardReport(card, target.card());
        if (json) {
            print(report.json().put("home", target.directory().toString()).put("root", rootDirectory.toString()));
        } else {
            print(texts.say("cli.init.done", with("home", target.directory())));
            report.lines(texts, around.clock().instant()).forEach(this::print);
            print("");
            Sheet.wrapped(texts.say("cli.init.apart", with("root", rootDirectory)), Sheet.WIDTH)
                    .forEach(this::print);
            Sheet.wrapped(texts.say("cli.init.next"), Sheet.WIDTH).forEach(this::print);
        }
        return Exit.OK;
    }

    private Card make(NewHome wanted, Home target, Path rootDirectory, Passphrases passphrases) {
        boolean known = Files.exists(RootSecrets.file(rootDirectory));
        try (Passphrase ofRoot =
                        known ? passphrases.ofRoot(rootPassphraseFile) : passphrases.forNewRoot(rootPassphraseFile);
                Passphrase ofStation = passphrases.forNewStation(passphraseFile)) {
            var root = known
                    ? RootSecrets.open(rootDirectory, ofRoot, around.random())
                    : RootSecrets.create(rootDirectory, around.sealing(ofRoot));
            return wanted.make(
                    target, root, around.sealing(ofStation), around.clock().instant());
        }
    }

    private Path rootDirectory(Home target) {
        Path beside = target.directory().resolveSibling(target.directory().getFileName() + "-root");
        return (root == null ? beside : root).toAbsolutePath().normalize();
    }

    private StationConfig config() {
        if (!Names.isName(party)) {
            throw usage("--party is " + party + "; wanted is " + Names.FORM);
        }
        if (!Names.isName(station)) {
            throw usage("--station is " + station + "; wanted is " + Names.FORM);
        }
        var addresses = new LinkedHashMap<String, List<Address>>();
        peers.forEach((peer, at) -> addresses.put(peer, List.of(address("--peer", at))));
        Optional<Address> listening = listen.isEmpty() ? Optional.empty() : Optional.of(address("--listen", listen));
        var line = new StationConfig.Line(listening, addresses);
        var speaking = new ArrayList<Office>();
        offices.forEach((title, capacity) -> speaking.add(office(title, capacity)));
        return StationConfig.initial(party, station, language, line, consolePort)
                .speakingFor(speaking);
    }

    private Office office(String title, String capacity) {
        try {
            return new Office(title, capacity);
        } catch (IllegalArgumentException fault) {
            throw usage("--office is " + title + "=" + capacity + "; " + fault.getMessage());
        }
    }

    private Address address(String option, String text) {
        return Address.of(text).orElseThrow(() -> usage(option + " is " + text + "; wanted is HOST:PORT"));
    }
}
