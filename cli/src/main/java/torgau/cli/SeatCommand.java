package torgau.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import torgau.journal.Code;
import torgau.journal.Office;
import torgau.station.home.Home;
import torgau.station.home.HomeFault;
import torgau.station.home.Seat;
import torgau.station.home.SeatsFile;
import torgau.station.home.StationConfig;

/// `torgau seat`: the officers' seats of a station.
@Command(
        name = "seat",
        header = "Add, list and take away officers' seats.",
        description = "Each seat has a token of its own: two signatures come from two seats. No entry names a seat. A"
                + " running station sees a change at once.",
        sortOptions = false)
final class SeatCommand extends Group {
    private SeatCommand() {}

    static CommandLine with(Surroundings around) {
        return new CommandLine(new SeatCommand())
                .addSubcommand(new Add(around))
                .addSubcommand(new ListSeats(around))
                .addSubcommand(new Remove(around));
    }

    /// `torgau seat add`.
    @Command(
            name = "add",
            header = "Add a seat and make its token.",
            description =
                    "The token lies in a file of mode 0600 in HOME/seats: hand it to the officer, and remove it there.",
            footerHeading = "%nExample:%n",
            footer = "  torgau seat add blue second --office \"Head of operations\"",
            sortOptions = false)
    static final class Add extends HomeVerb {
        @Parameters(index = "1", paramLabel = "NAME", description = "1 to 32 of a-z, 0-9 and hyphens.")
        private String name;

        @Option(
                names = "--office",
                required = true,
                paramLabel = "TITLE",
                description = "An office of station.yaml that speaks from this seat; can be given again.")
        private List<String> offices = new ArrayList<>();

        Add(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            Home home = home();
            StationConfig config = config(home);
            List<String> titles = config.offices().stream().map(Office::title).toList();
            for (String office : offices) {
                if (!titles.contains(office)) {
                    throw new HomeFault(
                            Code.SEAT_REFUSED, "station.yaml has no office " + office + "; it has " + titles);
                }
            }
            Path token = new SeatsFile(home).add(name, offices, around.random());
            if (json) {
                print(object().put("seat", name).put("token_file", token.toString()));
            } else {
                print(texts(config.language()).say("cli.seat.added", Map.of("seat", name, "file", token)));
            }
            return Exit.OK;
        }
    }

    /// `torgau seat list`.
    @Command(
            name = "list",
            header = "List the seats and the offices that speak from each.",
            footerHeading = "%nExample:%n",
            footer = "  torgau seat list blue",
            sortOptions = false)
    static final class ListSeats extends HomeVerb {
        ListSeats(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            Home home = home();
            var sheet = new Sheet("");
            var list = object();
            var seats = list.putArray("seats");
            List<String> all = config(home).offices().stream()
                    .map(Office::title)
                    .distinct()
                    .toList();
            row(sheet, seats, Seat.FIRST, all);
            new SeatsFile(home).seats().forEach(seat -> row(sheet, seats, seat.name(), seat.offices()));
            if (json) {
                print(list);
            } else {
                sheet.lines().forEach(this::print);
            }
            return Exit.OK;
        }

        private static void row(Sheet sheet, ArrayNode list, String name, List<String> offices) {
            sheet.row(name, String.join(", ", offices));
            offices.forEach(list.addObject().put("seat", name).putArray("offices")::add);
        }
    }

    /// `torgau seat remove`.
    @Command(
            name = "remove",
            header = "Take a seat away; what it has proposed becomes void.",
            footerHeading = "%nExample:%n",
            footer = "  torgau seat remove blue second",
            sortOptions = false)
    static final class Remove extends HomeVerb {
        @Parameters(index = "1", paramLabel = "NAME", description = "The seat.")
        private String name;

        Remove(Surroundings around) {
            super(around);
        }

        @Override
        public Integer call() {
            Home home = home();
            new SeatsFile(home).remove(name);
            if (json) {
                print(object().put("removed", name));
            } else {
                print(texts(config(home).language()).say("cli.seat.removed", with("seat", name)));
            }
            return Exit.OK;
        }
    }
}
