package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import torgau.catalogue.value.Times;
import torgau.station.text.Dtg;
import torgau.station.text.Texts;

/// `torgau receive-only`: the station sends nothing to other stations.
@Command(
        name = "receive-only",
        header = "Order the station to send nothing and only receive; end that; show it.",
        description = {
            "Connections are closed, because they cannot receive without answering; ways of datagrams go on receiving, and"
                    + " a courier's files are taken. What is released waits, and goes out by precedence when the order ends.",
            "The order outlives a restart. docs/receive-only.md says what it promises and what it does not."
        },
        sortOptions = false)
final class ReceiveOnlyCommand extends Group {
    private ReceiveOnlyCommand() {}

    static CommandLine with(Surroundings around) {
        return new CommandLine(new ReceiveOnlyCommand())
                .addSubcommand(new On(around))
                .addSubcommand(new Off(around))
                .addSubcommand(new Status(around));
    }

    /// What all three have: they end with the order as it stands.
    abstract static class Shown extends StationVerb {
        Shown(Surroundings around) {
            super(around);
        }

        Integer shown(JsonNode order) {
            if (json) {
                print(order);
                return Exit.OK;
            }
            Texts texts = texts();
            String stage = order.path("stage").asText("off");
            print(texts.say("cli.receive_only." + stage));
            if (!stage.equals("off")) {
                print(texts.say(
                        order.has("until") ? "cli.receive_only.until" : "cli.receive_only.without_end",
                        Map.of(
                                "time",
                                time(order.path("until")),
                                "by",
                                order.path("by").asText())));
                order.path("receives_on")
                        .forEach(way -> print("  " + way.path("station").asText() + "  "
                                + way.path("name").asText()));
                if (order.path("receives_on").isEmpty()) {
                    print(texts.say("cli.receive_only.courier_alone"));
                }
            }
            return Exit.OK;
        }

        private static String time(JsonNode iso) {
            return iso.isMissingNode() ? "" : Dtg.both(Instant.parse(iso.asText()));
        }
    }

    /// `torgau receive-only on`.
    @Command(
            name = "on",
            header = "Send nothing from now on.",
            description = {
                "First the other parties are told, by a State of the line (LS) with the time until which; the station falls"
                        + " silent once they hold it, after two minutes at the latest.",
                "With --unannounced it falls silent at once, and the others see a line that does not answer."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  torgau receive-only on --home red --until 230600ZNOV26 --paths hf,satellite",
                "  torgau receive-only on --home red --unannounced"
            },
            sortOptions = false)
    static final class On extends Shown {
        @Option(
                names = "--until",
                paramLabel = "TIME",
                description = "When it ends by itself, as 230600ZNOV26; required unless it is unannounced.")
        private @Nullable String until;

        @Option(
                names = "--paths",
                paramLabel = "CODE",
                split = ",",
                description = "The paths of which LS speaks, as hf or satellite; required unless it is unannounced.")
        private List<String> paths = List.of();

        @Option(
                names = "--last-word",
                paramLabel = "ENTRY",
                description =
                        "Instead of --paths: an own entry that the others are to hold first, as an LS that a second"
                                + " person has signed.")
        private @Nullable String lastWord;

        @Option(names = "--unannounced", description = "Tell nobody, and fall silent at once.")
        private boolean unannounced;

        @Mixin
        private Speaker speaker;

        @Mixin
        private LegalBasis legalBasis;

        On(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            boolean told = until != null && paths.isEmpty() == (lastWord != null);
            if (unannounced ? !paths.isEmpty() || lastWord != null : !told) {
                throw usage("give --until TIME with --paths CODE or --last-word ENTRY, or --unannounced");
            }
            ObjectNode order = object();
            if (until != null) {
                long end = Times.instant(until)
                        .orElseThrow(() -> usage("--until is " + until + "; wanted is, for example, 230600ZNOV26"));
                order.put("until", Iso.millis(Instant.ofEpochMilli(end)));
            }
            if (!unannounced) {
                String said = lastWord == null
                        ? sent(post("/entries", declaration()))
                                .path("reference")
                                .asText()
                        : lastWord;
                order.put("last_word", said);
            }
            return shown(post("/receive-only", order));
        }

        private ObjectNode declaration() {
            ObjectNode entry = object();
            entry.set("office", speaker.of(get("/status")));
            legalBasis.into(entry);
            ObjectNode fields = entry.putObject("act")
                    .put("type", "notification")
                    .put("format", "LS")
                    .putObject("fields");
            String now = Times.group(around.clock().millis());
            fields.put("state", "receive_only").put("period", now + ".." + until);
            paths.forEach(fields.putArray("paths")::add);
            return entry;
        }
    }

    /// `torgau receive-only off`.
    @Command(
            name = "off",
            header = "Send again; what waits goes out by precedence.",
            description = "Whoever was told by LS can be told by LSR that the line works again: torgau file LSR.",
            footerHeading = "%nExample:%n",
            footer = "  torgau receive-only off --home red",
            sortOptions = false)
    static final class Off extends Shown {
        Off(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            return shown(accepted(api().delete("/receive-only")));
        }
    }

    /// `torgau receive-only status`.
    @Command(
            name = "status",
            header = "Show whether the station only receives, and on which ways.",
            footerHeading = "%nExample:%n",
            footer = "  torgau receive-only status --home red",
            sortOptions = false)
    static final class Status extends Shown {
        Status(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            JsonNode order = get("/status").path("receive_only");
            return shown(order.isObject() ? order : object().put("stage", "off"));
        }
    }
}
