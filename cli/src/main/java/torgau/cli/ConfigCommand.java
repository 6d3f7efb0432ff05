package torgau.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import torgau.station.home.ConsoleKeys;

/// `torgau config`: the station's configuration.
@Command(name = "config", header = "Check a station's configuration.", sortOptions = false)
final class ConfigCommand extends Group {
    private ConfigCommand() {}

    static CommandLine with(Surroundings around) {
        return new CommandLine(new ConfigCommand()).addSubcommand(new Check(around));
    }

    /// `torgau config check`: reads it as a starting station does, and starts nothing.
    @Command(
            name = "check",
            header = "Read station.yaml as a starting station does, and start nothing.",
            description = "A fault is shown with its line; an unknown key with the one that was probably meant.",
            footerHeading = "%nExample:%n",
            footer = "  torgau config check blue",
            sortOptions = false)
    static final class Check extends HomeVerb {
        Check(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            var own = home();
            var config = config(own);
            String console = config.console().origin(config.console().port());
            var until = config.console()
                    .tls()
                    .map(tls -> ConsoleKeys.read(tls, around.clock().instant()).until());
            if (json) {
                var answer = object().put("party", config.party())
                        .put("station", config.station())
                        .put("language", config.language())
                        .put("console", console)
                        .put("adopted", own.adopted());
                until.ifPresent(end -> answer.put("certificate_until", end.toString()));
                print(answer);
                return Exit.OK;
            }
            var texts = texts(config.language());
            var none = texts.say("cli.none");
            var sheet = new Sheet("  ")
                    .row(texts.say("cli.label.station"), config.station() + " (" + config.party() + ")")
                    .row(texts.say("cli.label.console"), console);
            until.ifPresent(end -> sheet.row(texts.say("cli.label.certificate_until"), end.toString()));
            sheet.row(
                            texts.say("cli.label.listen"),
                            config.line().listen().map(Object::toString).orElse(none))
                    .row(
                            texts.say("cli.label.peers"),
                            config.line().peers().isEmpty()
                                    ? none
                                    : config.line().peers().toString())
                    .lines()
                    .forEach(this::print);
            print(texts.say("cli.config.good", with("file", own.config())));
            return Exit.OK;
        }
    }
}
