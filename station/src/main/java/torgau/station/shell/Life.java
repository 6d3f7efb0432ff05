package torgau.station.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import torgau.station.heart.Effect;
import torgau.station.heart.Heart;
import torgau.station.heart.Input;
import torgau.store.StoreFault;

/// One heart's life: from its first beat to a stop, or to a fault after which another heart is needed. Its thread gives
/// the heart one input after the other and does at once what it asks for.
final class Life {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final Heart heart;
    private final Mailbox mailbox;
    private final Scribe scribe;
    private final Surroundings around;
    private final Thread thread;
    private long lastCommit;
    private long lastWritten;
    private long stopAt = Long.MAX_VALUE;
    private boolean halted;

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
        mailbox.close();
        scribe.close(within);
    }

    private void run() {
        try {
            perform(heart.start(around.clocks().now()));
            var work = new ArrayList<Work>();
            while (!ended()) {
                work.clear();
                mailbox.take(work, patience());
                if (work.isEmpty()) {
                    step(new Input.Tick());
                }
                work.forEach(this::take);
            }
        } catch (InterruptedException _) {
            // abandoned
        } catch (RuntimeException | AssertionError fault) {
            around.faulted().accept(new Fault(fault, true));
        } catch (Throwable ruin) {
            around.ruined().accept(ruin);
        }
    }

    private boolean ended() {
        return lastWritten >= stopAt || (halted && stopAt < Long.MAX_VALUE);
    }

    private long patience() {
        long now = around.clocks().now().steady();
        return Mailbox.nanos(Math.max(1, heart.nextAt() - now));
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
            case Input.Tick _, Input.Release _, Input.TestLine _ -> {}
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
