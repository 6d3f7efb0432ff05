package torgau.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Office;
import torgau.station.authority.Authority;
import torgau.station.authority.AuthorityCheck;
import torgau.station.authority.AuthorityText;
import torgau.station.authority.AuthorityYaml;
import torgau.station.formats.Formats;
import torgau.station.home.Home;
import torgau.station.home.StationConfig;
import torgau.station.text.Texts;

/// `torgau authority`: the party's private standing-authority table.
@Command(
        name = "authority",
        header = "Check and show who may say what, and how many persons release it.",
        description = "The table is HOME/authority.yaml; how it is written is in docs/authority.md. It is private.",
        sortOptions = false)
final class AuthorityCommand extends Group {
    private AuthorityCommand() {}

    static CommandLine with(Surroundings around) {
        return new CommandLine(new AuthorityCommand())
                .addSubcommand(new Check(around))
                .addSubcommand(new Show(around));
    }

    /// What both need.
    abstract static class OfTable extends HomeVerb {
        OfTable(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            Home own = home();
            Authority table = AuthorityYaml.of(own)
                    .orElseThrow(() -> new Refused(
                            Code.FILE_UNREADABLE,
                            "there is no " + own.authority()
                                    + ": every office may say everything, with one signature"));
            return said(own, config(own), table);
        }

        abstract Integer said(Home own, StationConfig config, Authority table);

        /// The formats of the catalogue in the home, whether the line has agreed on it yet or not.
        static Formats formats(Home own) {
            return Formats.of(own, null);
        }
    }

    /// `torgau authority check`.
    @Command(
            name = "check",
            header = "Read authority.yaml as a starting station does, and look up every name in it.",
            description =
                    "Ends with 0 if nothing is to be mended, with 1 if something is. A station does not start with a table"
                            + " that it does not wholly understand.",
            footerHeading = "%nExample:%n",
            footer = "  torgau authority check blue",
            sortOptions = false)
    static final class Check extends OfTable {
        Check(Surroundings around) {
            super(around);
        }

        @Override
        Integer said(Home own, StationConfig config, Authority table) {
            List<String> offices = config.offices().stream().map(Office::title).toList();
            List<String> findings = AuthorityCheck.of(own, offices, formats(own));
            if (json) {
                var answer = object();
                findings.forEach(answer.putArray("findings")::add);
                print(answer);
            } else {
                findings.forEach(finding -> print(Code.AUTHORITY_NAME_UNKNOWN.code() + " " + finding));
                Texts texts = texts(config.language());
                print(
                        findings.isEmpty()
                                ? texts.say("cli.config.good", with("file", own.authority()))
                                : texts.say(
                                        "cli.catalogue.findings",
                                        Map.of("dir", own.authority(), "n", findings.size())));
            }
            return findings.isEmpty() ? Exit.OK : Exit.REFUSED;
        }
    }

    /// `torgau authority show`.
    @Command(
            name = "show",
            header = "Show the table as a commander can read and sign it.",
            footerHeading = "%nExample:%n",
            footer = "  torgau authority show blue",
            sortOptions = false)
    static final class Show extends OfTable {
        Show(Surroundings around) {
            super(around);
        }

        @Override
        Integer said(Home own, StationConfig config, Authority table) {
            String hash = Digest.over(AuthorityText.of(table).getBytes(StandardCharsets.UTF_8))
                    .hex();
            var texts = texts(config.language());
            var report = new AuthorityReport(table, formats(own), texts);
            if (json) {
                var lines = object().put("hash", hash);
                report.lines().forEach(lines.putArray("lines")::add);
                print(lines);
                return Exit.OK;
            }
            print(texts.say("cli.authority.title", Map.of("party", config.party(), "station", config.station())));
            print("");
            report.lines().forEach(this::print);
            print(texts.say("cli.authority.hash", with("hash", hash)));
            print(texts.say("cli.authority.signed"));
            return Exit.OK;
        }
    }
}
