package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.station.home.Seat;
import torgau.station.text.Dtg;

/// `torgau officers`: the persons who sign in at a station.
@Command(
        name = "officers",
        header = "Make the first two administrators, list officers, suspend or end them.",
        description =
                "With the token of the home. Once two administrators have enrolled their passkeys, adding, changing"
                        + " and inviting is done by them in the console; suspending and ending remain here as well.",
        sortOptions = false)
final class OfficersCommand extends Group {
    private OfficersCommand() {}

    static CommandLine with(Surroundings around) {
        return new CommandLine(new OfficersCommand())
                .addSubcommand(new ListOfficers(around))
                .addSubcommand(new Add(around))
                .addSubcommand(new Change(around))
                .addSubcommand(new Invite(around))
                .addSubcommand(new Suspend(around))
                .addSubcommand(new End(around));
    }

    /// `torgau officers list`.
    @Command(
            name = "list",
            header = "List the officers.",
            footerHeading = "%nExample:%n",
            footer = "  torgau officers list --home blue",
            sortOptions = false)
    static final class ListOfficers extends StationVerb {
        ListOfficers(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            JsonNode list = get("/officers");
            if (json) {
                print(list);
                return Exit.OK;
            }
            var sheet = new Sheet("");
            list.path("officers")
                    .forEach(one -> sheet.row(
                            one.path("id").asText(),
                            one.path("name").asText(),
                            one.path("seat").asText(),
                            one.path("state").asText(),
                            one.path("roles")
                                    .valueStream()
                                    .map(JsonNode::asText)
                                    .collect(Collectors.joining(", "))));
            sheet.lines().forEach(this::print);
            return Exit.OK;
        }
    }

    /// What is done with one officer.
    abstract static class OfOne extends StationVerb {
        @Parameters(
                index = "0",
                paramLabel = "ID",
                description = "The officer: 1 to 32 of a-z, 0-9 and hyphens, a letter first.")
        protected String id;

        OfOne(Surroundings around) {
            super(around);
        }

        /// The officer as the station has it.
        protected JsonNode kept() {
            return get("/officers")
                    .path("officers")
                    .valueStream()
                    .filter(one -> one.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refused(Code.NOT_FOUND, "there is no officer " + id));
        }

        protected ObjectNode read() {
            return object().put("revision", kept().path("revision").asLong());
        }

        protected Integer moved(String state) {
            JsonNode now = accepted(api().put("/officers/" + id + "/state", read().put("state", state)));
            if (json) {
                print(now);
            } else {
                print(texts().say("cli.officers.moved", Map.of("id", id, "state", state)));
            }
            return Exit.OK;
        }
    }

    /// `torgau officers add`.
    @Command(
            name = "add",
            header = "Add an officer.",
            footerHeading = "%nExample:%n",
            footer = "  torgau officers add anna --home blue --name \"Maj Anna Berg\" --role administrator",
            sortOptions = false)
    static final class Add extends OfOne {
        @Option(names = "--name", required = true, paramLabel = "NAME", description = "As it is shown, with the rank.")
        private String name;

        @Option(
                names = "--position",
                paramLabel = "SEAT",
                description = "The seat whose offices the officer has (default: first).")
        private String position = Seat.FIRST;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "watch_officer, releaser, translator, reviewer, planner, auditor or administrator; can be"
                        + " given again.")
        private List<String> roles = new ArrayList<>();

        Add(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            ObjectNode body = object().put("id", id).put("name", name).put("seat", position);
            roles.forEach(body.putArray("roles")::add);
            JsonNode added = post("/officers", body);
            if (json) {
                print(added);
            } else {
                print(texts().say("cli.officers.added", Map.of("name", name, "id", id)));
            }
            return Exit.OK;
        }
    }

    /// `torgau officers change`.
    @Command(
            name = "change",
            header = "Change name, position or roles of an officer; what is left out stays.",
            footerHeading = "%nExample:%n",
            footer = "  torgau officers change anna --home blue --role administrator --role auditor",
            sortOptions = false)
    static final class Change extends OfOne {
        @Option(names = "--name", paramLabel = "NAME", description = "As it is shown, with the rank.")
        private @Nullable String name;

        @Option(names = "--position", paramLabel = "SEAT", description = "The seat whose offices the officer has.")
        private @Nullable String position;

        @Option(names = "--role", paramLabel = "ROLE", description = "All roles from now on; can be given again.")
        private List<String> roles = new ArrayList<>();

        Change(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            JsonNode kept = kept();
            ObjectNode body = object().put("revision", kept.path("revision").asLong())
                    .put("name", name == null ? kept.path("name").asText() : name)
                    .put("seat", position == null ? kept.path("seat").asText() : position);
            if (roles.isEmpty()) {
                body.set("roles", kept.path("roles"));
            } else {
                roles.forEach(body.putArray("roles")::add);
            }
            JsonNode now = accepted(api().put("/officers/" + id, body));
            if (json) {
                print(now);
            } else {
                print(texts().say(
                                "cli.officers.moved",
                                Map.of("id", id, "state", now.path("state").asText())));
            }
            return Exit.OK;
        }
    }

    /// `torgau officers invite`.
    @Command(
            name = "invite",
            header = "Make a code with which an officer enrols a passkey.",
            description = "It is shown once, and is good once, for 15 minutes.",
            footerHeading = "%nExample:%n",
            footer = "  torgau officers invite anna --home blue",
            sortOptions = false)
    static final class Invite extends OfOne {
        Invite(Surroundings around) {
            super(around);
        }

        /// Once officers have begun, this confirms what the last administrator has asked for, be it new passkeys.
        @Override
        public Integer call() {
            JsonNode kept = kept();
            String what = kept.path("passkeys").asInt() == 0 ? "/invitation" : "/recovery";
            JsonNode made = post(
                    "/officers/" + id + what,
                    object().put("revision", kept.path("revision").asLong()));
            if (json) {
                print(made);
            } else {
                var until = Instant.parse(made.path("until").asText());
                print(texts().say(
                                "cli.officers.code",
                                Map.of("id", id, "code", made.path("code").asText(), "until", Dtg.group(until))));
            }
            return Exit.OK;
        }
    }

    /// `torgau officers suspend`.
    @Command(
            name = "suspend",
            header = "Suspend an officer: out at once, until an administrator lets the officer serve again.",
            footerHeading = "%nExample:%n",
            footer = "  torgau officers suspend anna --home blue",
            sortOptions = false)
    static final class Suspend extends OfOne {
        Suspend(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            return moved("suspended");
        }
    }

    /// `torgau officers end`.
    @Command(
            name = "end",
            header = "End the duty of an officer for good; the passkeys are void.",
            footerHeading = "%nExample:%n",
            footer = "  torgau officers end anna --home blue",
            sortOptions = false)
    static final class End extends OfOne {
        End(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            return moved("ended");
        }
    }
}
