package torgau.cli;

/// How a command ends. Scripts rely on these: they never change.
public final class Exit {
    /// Done.
    public static final int OK = 0;
    /// Refused, with a code, a sentence and the way out.
    public static final int REFUSED = 1;
    /// The command was not understood.
    public static final int USAGE = 2;
    /// What was waited for did not come in time; what was asked for was done.
    public static final int NOT_IN_TIME = 3;
    /// The station does not answer.
    public static final int UNREACHABLE = 4;
    /// Nothing is sent yet: it waits for a second signature.
    public static final int WAITS = 5;

    private Exit() {}
}
