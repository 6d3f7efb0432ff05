package torgau.cli.scenario;

/// A scenario cannot be played on, or what it expected did not happen. The message names the step.
public final class ScenarioFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScenarioFault(String message) {
        super(message);
    }
}
