package torgau.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that only has others under it: without one of them there is nothing to do but to say which there are.
public abstract class Group implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public final void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
