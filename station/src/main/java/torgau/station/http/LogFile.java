package torgau.station.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import torgau.station.home.PrivateFiles;

/// The station's log: JSON lines in a file, eight files of eight megabytes at most. Codes and ids, never
/// what was said.
final class LogFile implements AutoCloseable {
    private static final String FILE_BYTES = "8MB";
    private static final int OLDER_FILES = 7;

    private final Runnable end;

    private LogFile(Runnable end) {
        this.end = end;
    }

    /// Begins to write what the station logs into a directory. Another logging system than ours keeps
    /// its own ways.
    static LogFile in(Path directory) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return new LogFile(() -> {});
        }
        PrivateFiles.directory(directory);
        Path file = directory.resolve("station.jsonl");
        PrivateFiles.touch(file);
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName(file.toString());
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        roll(appender, context, file);
        appender.start();
        Logger station = context.getLogger("torgau");
        station.setLevel(Level.INFO);
        station.addAppender(appender);
        return new LogFile(() -> {
            station.detachAppender(appender);
            appender.stop();
        });
    }

    private static JsonEncoder encoder(LoggerContext context) {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithContext(false);
        encoder.setWithMDC(false);
        encoder.setWithSequenceNumber(false);
        encoder.start();
        return encoder;
    }

    private static void roll(RollingFileAppender<ILoggingEvent> appender, LoggerContext context, Path file) {
        var older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(appender);
        older.setFileNamePattern(file + ".%i");
        older.setMinIndex(1);
        older.setMaxIndex(OLDER_FILES);
        older.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf(FILE_BYTES));
        size.start();
        appender.setRollingPolicy(older);
        appender.setTriggeringPolicy(size);
    }

    @Override
    public void close() {
        end.run();
    }
}
