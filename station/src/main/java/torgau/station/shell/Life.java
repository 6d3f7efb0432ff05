package torgau.station.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import torgau.station.heart.Effect;
import torgau.station.heart.Heart;
import torgau.station.heart.Input;
import torgau.store.StoreFault;

/// One heart's life: from its first beat to a stop, or to a fault after which another heart is needed.
/// Whoever has the turn, its own thread or the one that brings an input, gives the heart one input after
/// the other and does at once what it asks for.
final class Life {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private static final long LONGEST_REST_MILLIS = 1_000;

    private final Heart heart;
    private final Mailbox mailbox;
    private final Scribe scribe;
    private final Surroundings around;
    private final Thread thread;
    private long lastCommit;
    private long lastWritten;
    private long stopAt = Long.MAX_VALUE;
    private boolean halted;
    private volatile boolean over;

    /// What a heart's effects reach.
    ///
    /// @param faulted called once when the disk or the heart has failed, with the reason
    /// @param ruined called where another heart would not help: the process cannot be trusted any more
    record Surroundings(
            Clocks clocks,
            Wires wires,
            EventHub hub,
            Commands commands,
            Consumer<Fault> faulted,
            Consumer<Throwable> ruined) {}

    /// Why another heart is needed.
    ///
    /// @param fatal whether this one does not beat any more
    record Fault(Throwable cause, boolean fatal) {
        /// The code, or the kind of our own bug; nothing that was said.
        String name() {
            return cause instanceof StoreFault store
                    ? store.code().code()
                    : cause.getClass().getSimpleName();
        }
    }

    Life(String name, Heart heart, Mailbox mailbox, Scribe scribe, Surroundings around) {
        this.heart = heart;
        this.mailbox = mailbox;
        this.scribe = scribe;
        this.around = around;
        this.thread = Thread.ofPlatform().name("heart " + name).unstarted(this::run);
    }

    void start() {
        scribe.start();
        thread.start();
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /// Lets the heart mark its clean stop, waits until the mark is on disk, and ends.
    void stop() {
        mailbox.put(new Input.Stop());
        end(STOP_WITHIN);
    }

    /// Ends without a mark, as after a fault.
    void abandon() {
        thread.interrupt();
        end(STOP_WITHIN);
    }

    private void end(Duration within) {
        try {
            if (!thread.join(within)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        mailbox.close(within.toNanos());
        scribe.close(within);
    }

    private void run() {
        long due = beat(() -> perform(heart.start(around.clocks().now())));
        mailbox.open(this::serve, due);
        var work = new ArrayList<Work>();
        try {
            while (!over && mailbox.takeDue(work)) {
                mailbox.giveBack(serve(work));
                work.clear();
            }
        } catch (InterruptedException _) {
            // abandoned
        }
    }

    private long serve(Collection<Work> work) {
        return beat(() -> {
            work.forEach(this::take);
            if (heart.nextAt() <= around.clocks().now().steady()) {
                step(new Input.Tick());
            }
        });
    }

    /// Does something to the heart, and says when to look at the clock again; a heart that broke beats
    /// no more.
    private long beat(Runnable work) {
        try {
            if (!over) {
                work.run();
                over = lastWritten >= stopAt || (halted && stopAt < Long.MAX_VALUE);
            }
        } catch (RuntimeException | AssertionError fault) {
            over = true;
            around.faulted().accept(new Fault(fault, true));
        } catch (Throwable ruin) {
            over = true;
            around.ruined().accept(ruin);
        }
        return due();
    }

    private long due() {
        long now = around.clocks().now().steady();
        return TimeUnit.MILLISECONDS.toNanos(
                over ? now : Math.clamp(heart.nextAt(), now + 1, now + LONGEST_REST_MILLIS));
    }

    private void take(Work work) {
        switch (work) {
            case Work.Happened(Input input) -> step(input);
            case Work.Asked asked ->
                asked.question().accept(heart, around.clocks().now());
        }
    }

    private void step(Input input) {
        List<Effect> effects = heart.on(input, around.clocks().now());
        perform(effects);
        switch (input) {
            case Input.Written(long token) -> lastWritten = token;
            case Input.WriteFailed failed -> {
                halted = true;
                around.faulted().accept(new Fault(new StoreFault(failed.code(), failed.detail()), false));
            }
            case Input.Stop _ -> stopAt = lastCommit;
            case Input.BearerUp _, Input.BearerDown _, Input.Received _, Input.Drained _ -> {}
            case Input.Tick _, Input.Release _, Input.ReleaseTogether _, Input.TestLine _ -> {}
            case Input.PutIn _, Input.Take _, Input.Erase _, Input.Want _ -> {}
            case Input.ReceiveOnly _, Input.Listeners _ -> {}
        }
    }

    /// The disk and the peers come first: who watches is told while they work.
    private void perform(List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Commit commit -> {
                    lastCommit = commit.token();
                    scribe.put(commit);
                }
                case Effect.Send(long bearer, byte[] message) -> around.wires().send(bearer, message);
                case Effect.Authenticated(long bearer, int station) ->
                    around.wires().authenticated(bearer, station);
                case Effect.Genuine(long bearer, int bytes) -> around.wires().genuine(bearer, bytes);
                case Effect.Close(long bearer, var reason) -> around.wires().close(bearer, reason);
                case Effect.Dial(int station) -> around.wires().dial(station);
                case Effect.Answer _, Effect.Tell _ -> {}
            }
        }
        effects.forEach(this::tell);
    }

    private void tell(Effect effect) {
        switch (effect) {
            case Effect.Answer(long command, Effect.Result result) ->
                around.commands().answer(command, result);
            case Effect.Tell(var notice) -> around.hub().tell(notice);
            case Effect.Commit _, Effect.Send _, Effect.Authenticated _, Effect.Genuine _ -> {}
            case Effect.Close _, Effect.Dial _ -> {}
        }
    }
}
