package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Mixin;

/// A command that shows a part of the plan.
abstract class PlanVerb extends StationVerb {
    private static final int MOST = 1_000;

    @Mixin
    private PlanFilters filters;

    PlanVerb(Surroundings around) {
        super(around);
    }

    /// What the station answers, or nothing if it has been printed as it is.
    @Override
    public Integer call() {
        limited(filters.limit(), MOST);
        JsonNode answer = get(path() + filters.query() + more());
        if (json) {
            print(answer);
            return Exit.OK;
        }
        show(answer, new PlanReport(texts()));
        if (!answer.path("complete").asBoolean()) {
            print(texts().say("cli.matters.incomplete"));
        }
        return Exit.OK;
    }

    /// The address that is asked.
    abstract String path();

    /// Further parameters, each after an ampersand.
    String more() {
        return "";
    }

    /// Prints it for people.
    abstract void show(JsonNode answer, PlanReport report);
}
