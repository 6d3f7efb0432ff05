package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `torgau plan`: the plan of contacts.
@Command(
        name = "plan",
        header = "Show the plan of contacts: each event with what each side itself says of it.",
        description = {
            "Each event is a matter of procedure WP. A side's status is what that side itself has said; both stations"
                    + " compute the same, and nothing of it is sent. Days with ~ around them are a window: the event lies"
                    + " somewhere within."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  torgau plan --home blue",
            "  torgau plan --home blue --owner \"fleet command\" --from 2027-06-01 --to 2027-06-30",
            "  torgau plan steps --home blue --passed"
        },
        sortOptions = false)
final class PlanCommand extends PlanVerb {
    private PlanCommand(Surroundings around) {
        super(around);
    }

    static CommandLine with(Surroundings around) {
        return new CommandLine(new PlanCommand(around))
                .addSubcommand(new Clashes(around))
                .addSubcommand(new Steps(around))
                .addSubcommand(new Balance(around))
                .addSubcommand(new PlanSuspendCommand(around))
                .addSubcommand(new PlanResumeCommand(around))
                .addSubcommand(new PlanImportCommand(around))
                .addSubcommand(new PlanExportCommand(around));
    }

    @Override
    String path() {
        return "/plan";
    }

    @Override
    void show(JsonNode plan, PlanReport report) {
        print(texts().say("cli.plan.count", with("count", plan.path("total").asInt())));
        report.events(plan.path("events")).forEach(this::print);
    }

    /// `torgau plan clashes`.
    @Command(
            name = "clashes",
            header = "Show what in the plan does not go together.",
            description = {
                "One place, office, head of delegation or person in two events at once, a number or an event that is"
                        + " there twice, an event in two plans, holidays of either side, visits and exercises outside their"
                        + " event. Persons are read from annexes that this station holds. Nothing is sent."
            },
            footerHeading = "%nExamples:%n",
            footer = {"  torgau plan clashes --home blue", "  torgau plan clashes --home blue --plan 2027 --json"},
            sortOptions = false)
    static final class Clashes extends PlanVerb {
        Clashes(Surroundings around) {
            super(around);
        }

        @Override
        String path() {
            return "/plan/clashes";
        }

        @Override
        void show(JsonNode clashes, PlanReport report) {
            print(texts().say(
                            "cli.plan.clashes",
                            with("count", clashes.path("total").asInt())));
            report.clashes(clashes.path("clashes")).forEach(this::print);
            if (!clashes.path("all").asBoolean()) {
                print(texts().say("cli.plan.more_clashes"));
            }
        }
    }

    /// `torgau plan steps`.
    @Command(
            name = "steps",
            header = "Show what is to be done for each event, by when and by whom.",
            description = {
                "Counted back from the beginning of each event, by its own table of steps or else by the lead times of"
                        + " the procedures. What falls on a day of rest is put before it: HOME/holidays.yaml, docs/plan.md."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  torgau plan steps --home blue",
                "  torgau plan steps --home blue --passed",
                "  torgau plan steps --home blue --all --owner plans"
            },
            sortOptions = false)
    static final class Steps extends PlanVerb {
        @Option(
                names = "--passed",
                description = "Only steps whose day has passed and that no entry shows as done, by owner.")
        private boolean passed;

        @Option(names = "--all", description = "Also those that are done.")
        private boolean all;

        Steps(Surroundings around) {
            super(around);
        }

        @Override
        String path() {
            return "/plan/steps";
        }

        @Override
        String more() {
            if (passed) {
                return "&fate=passed";
            }
            return all ? "" : "&fate=to_come,passed";
        }

        @Override
        void show(JsonNode steps, PlanReport report) {
            print(texts().say(
                            "cli.plan.steps", with("count", steps.path("total").asInt())));
            (passed ? report.byOwner(steps.path("steps")) : report.steps(steps.path("steps"))).forEach(this::print);
        }
    }

    /// `torgau plan balance`.
    @Command(
            name = "balance",
            header = "Show who hosts how much, how many events were held, and what slipped.",
            description = {
                "Held of those agreed and due by now; an event counts as held when every side says so. What one side alone"
                        + " says stands beside it."
            },
            footerHeading = "%nExamples:%n",
            footer = {"  torgau plan balance --home blue", "  torgau plan balance --home blue --plan 2027 --json"},
            sortOptions = false)
    static final class Balance extends PlanVerb {
        Balance(Surroundings around) {
            super(around);
        }

        @Override
        String path() {
            return "/plan/balance";
        }

        @Override
        void show(JsonNode sums, PlanReport report) {
            new PlanSumsReport(texts(), report).lines(sums).forEach(this::print);
        }
    }
}
