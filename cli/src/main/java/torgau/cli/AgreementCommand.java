package torgau.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.ceremony.AgreementDraft;
import torgau.cli.ceremony.AgreementFile;
import torgau.cli.ceremony.AgreementYaml;
import torgau.cli.ceremony.Founding;
import torgau.cli.ceremony.PublicFiles;
import torgau.journal.Digest;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.Fingerprint;
import torgau.station.home.Home;
import torgau.station.home.RootSecrets;
import torgau.station.home.StationConfig;
import torgau.station.text.Texts;

/// `torgau agreement`: the founding document of a line, from draft to adoption.
@Command(
        name = "agreement",
        header = "Draft, read, sign and adopt the agreement that founds a line.",
        description = "In this order: one party drafts from a YAML file and everybody's cards; every party reads and "
                + "signs the draft with its root key; every party adopts the draft with all signatures. Only "
                + "files change hands.",
        sortOptions = false)
final class AgreementCommand extends Group {
    private AgreementCommand() {}

    static CommandLine with(Surroundings around) {
        return new CommandLine(new AgreementCommand())
                .addSubcommand(new Draft(around))
                .addSubcommand(new Show(around))
                .addSubcommand(new Sign(around))
                .addSubcommand(new Adopt(around));
    }

    /// `torgau agreement draft`.
    @Command(
            name = "draft",
            header = "Draft an agreement from a YAML file and the cards of all stations.",
            description =
                    "The YAML file has the line's name, languages, rules and clauses; docs/examples/agreement.yaml has"
                            + "  every key. Check each card first: `torgau card check`. The draft binds nobody until all"
                            + " have signed and adopted it.",
            footerHeading = "%nExample:%n",
            footer = "  torgau agreement draft agreement.yaml blue/card.torgau red-card.torgau --out draft.torgau",
            sortOptions = false)
    static final class Draft extends Verb {
        @Parameters(index = "0", paramLabel = "DRAFT.yaml", description = "What the parties agree, in words.")
        private Path yaml;

        @Parameters(index = "1..*", arity = "2..*", paramLabel = "CARD", description = "The card of each station.")
        private List<Path> cards;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write the draft to.")
        private Path out;

        Draft(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            AgreementDraft draft =
                    AgreementYaml.draft(yaml, cards, around.clock().instant());
            PublicFiles.create(out, draft.encode());
            report(this, "cli.draft", draft.line(), Map.of("file", out), around.language());
            return Exit.OK;
        }
    }

    /// `torgau agreement show`.
    @Command(
            name = "show",
            header = "Show a draft or a signed agreement in words.",
            description =
                    "Parties, stations, fingerprints, rules and clauses; who has signed, and whether each signature"
                            + " holds.",
            footerHeading = "%nExamples:%n",
            footer = {"  torgau agreement show draft.torgau", "  torgau agreement show blue/agreement.torgau"},
            sortOptions = false)
    static final class Show extends Verb {
        @Parameters(paramLabel = "FILE", description = "A draft, a signature file, or a home's agreement.torgau.")
        private Path file;

        @Option(names = "--lang", paramLabel = "en", description = "Language: en, ru or uk (default: the terminal's).")
        private @Nullable String language;

        Show(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            if (language != null) {
                requireTexts(language);
            }
            var report =
                    new AgreementReport(AgreementFile.read(file, around.clock().instant()));
            if (json) {
                print(report.json());
            } else {
                report.lines(texts(language == null ? around.language() : language))
                        .forEach(this::print);
            }
            return Exit.OK;
        }
    }

    /// `torgau agreement sign`.
    @Command(
            name = "sign",
            header = "Sign a draft with your party's root key.",
            description =
                    "Refused unless your own party and station stand in the draft as on your card, and every other as"
                            + " on a valid card of theirs. Read the draft first: `torgau agreement show`, and find there"
                            + " the fingerprints of the cards that you checked. Then type the fingerprint of the line as"
                            + " the other party reads it to you: so both are known to sign the same text. The signature"
                            + " goes to a file of its own.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  torgau agreement sign blue draft.torgau --root blue-root --out blue-signature.torgau",
                "  torgau agreement sign blue draft.torgau --root blue-root --out blue-signature.torgau \\",
                "      --fingerprint \"12345 67890 12345 67890 12345 67890 12345 67890\""
            },
            sortOptions = false)
    static final class Sign extends Verb {
        @Parameters(index = "0", paramLabel = "HOME", description = "Your station's home.")
        private Path home;

        @Parameters(index = "1", paramLabel = "FILE", description = "The draft.")
        private Path file;

        @Option(names = "--root", required = true, paramLabel = "DIR", description = "Directory of your root key.")
        private Path root;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write the signature to.")
        private Path out;

        @Option(
                names = "--fingerprint",
                paramLabel = "DIGITS",
                description = "Of the line, as the other party reads it to you; asked for if left out.")
        private @Nullable String fingerprint;

        @Option(names = "--root-passphrase-file", paramLabel = "FILE", description = "Passphrase of the root key.")
        private @Nullable Path rootPassphraseFile;

        Sign(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            var own = Home.open(home);
            String language = StationConfig.read(own.config()).language();
            Fingerprint line = Fingerprint.of(AgreementDraft.read(file).line());
            new TypedFingerprint(around.prompt(), texts(language))
                    .compare(
                            line, fingerprint, "cli.prompt.fingerprint.line", "the line that " + file + " would found");
            var passphrases = new Passphrases(around.prompt(), texts(language));
            try (var passphrase = passphrases.ofRoot(rootPassphraseFile)) {
                var signer = RootSecrets.open(root, passphrase, around.random());
                var signed = Founding.sign(own, file, signer, around.clock().instant());
                PublicFiles.create(out, signed.encode());
                report(this, "cli.sign", signed.line(), Map.of("file", out), language);
            }
            return Exit.OK;
        }
    }

    /// `torgau agreement adopt`.
    @Command(
            name = "adopt",
            header = "Adopt an agreement that every party has signed.",
            description =
                    "Checks every signature and that your own station stands in it with its own keys, and puts it into"
                            + "  HOME, once for all. The line's id is the hash of what was signed: compare its fingerprint"
                            + " with the other parties.",
            footerHeading = "%nExample:%n",
            footer = "  torgau agreement adopt blue draft.torgau blue-signature.torgau red-signature.torgau",
            sortOptions = false)
    static final class Adopt extends Verb {
        @Parameters(index = "0", paramLabel = "HOME", description = "Your station's home.")
        private Path home;

        @Parameters(index = "1", paramLabel = "FILE", description = "The draft.")
        private Path file;

        @Parameters(
                index = "2..*",
                arity = "1..*",
                paramLabel = "SIGNATURE",
                description = "The signature of each party.")
        private List<Path> signatures;

        Adopt(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            var own = Home.open(home);
            var signed = Founding.adopt(own, file, signatures);
            Agreement agreement = AgreementDraft.read(file).agreement(file.toString());
            report(
                    this,
                    "cli.adopt",
                    signed.line(),
                    Map.of("file", own.agreement(), "name", agreement.name(), "home", own.directory()),
                    StationConfig.read(own.config()).language());
            return Exit.OK;
        }
    }

    private static void report(Verb verb, String key, Digest line, Map<String, ?> arguments, String language) {
        Fingerprint fingerprint = Fingerprint.of(line);
        if (verb.json) {
            var object = Verb.object().put("line_id", line.hex()).put("fingerprint", fingerprint.toString());
            arguments.forEach((name, value) -> object.put(name, value.toString()));
            verb.print(object);
            return;
        }
        Texts texts = verb.texts(language);
        verb.print(texts.say(key + ".done", arguments));
        new Sheet("  ")
                .row(texts.say("cli.label.line"), line.hex())
                .row(texts.say("cli.label.fingerprint"), fingerprint.toString())
                .lines()
                .forEach(verb::print);
        Sheet.wrapped(texts.say(key + ".next", arguments), Sheet.WIDTH).forEach(verb::print);
    }
}
