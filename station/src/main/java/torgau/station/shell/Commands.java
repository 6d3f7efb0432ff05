package torgau.station.shell;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import torgau.journal.Code;
import torgau.station.heart.Effect.Result;
import torgau.station.heart.Input;

/// Commands under way, each with the one who waits for its result.
final class Commands {
    /// Commands that may be under way at a time.
    static final int MAX_UNDER_WAY = 8_192;

    private final AtomicLong last = new AtomicLong();
    private final Map<Long, CompletableFuture<Result>> waiting = new ConcurrentHashMap<>();

    /// Hands a command to a life's mailbox. Its result comes in a turn of the heart's.
    CompletableFuture<Result> give(Mailbox mailbox, LongFunction<Input> command) {
        if (waiting.size() >= MAX_UNDER_WAY) {
            return refused(Code.TOO_MANY_REQUESTS, waiting.size() + " commands are under way");
        }
        long number = last.incrementAndGet();
        var result = new CompletableFuture<Result>();
        waiting.put(number, result);
        if (!mailbox.put(command.apply(number))) {
            waiting.remove(number);
            return refused(Code.STATION_FAULT, Code.STATION_FAULT.text());
        }
        return result;
    }

    static CompletableFuture<Result> refused(Code code, String detail) {
        return CompletableFuture.completedFuture(new Result.Refused(code, detail));
    }

    void answer(long command, Result result) {
        CompletableFuture<Result> waits = waiting.remove(command);
        if (waits != null) {
            waits.complete(result);
        }
    }

    /// The heart has ended: nobody will answer any more. What was asked under a key can be asked again.
    void abandon(Code code, String detail) {
        waiting.keySet().forEach(command -> answer(command, new Result.Refused(code, detail)));
    }

    int underWay() {
        return waiting.size();
    }
}
