package torgau.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import torgau.cli.api.Unreachable;
import torgau.cli.ceremony.Refused;
import torgau.journal.Code;
import torgau.station.home.HomeFault;
import torgau.station.home.PrivateFiles;
import torgau.store.StoreFault;

/// Turns what stopped a command into one sentence and an exit code. With `--json` the sentence is an object on standard
/// error: code, message, remedy.
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final PrintWriter err;

    Failures(PrintWriter err) {
        this.err = err;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        return switch (fault) {
            case HomeFault home -> refused(parsed, home.code(), home.getMessage(), Exit.REFUSED);
            case Refused refused -> refused(parsed, refused.code(), refused.getMessage(), Exit.REFUSED);
            case Unreachable away -> refused(parsed, Code.STATION_UNREACHABLE, away.getMessage(), Exit.UNREACHABLE);
            case StoreFault store -> refused(parsed, store.code(), store.getMessage(), Exit.REFUSED);
            case FileSystemException file
            when file.getFile() != null -> {
                HomeFault named = PrivateFiles.unreadable(Path.of(file.getFile()), file);
                yield refused(parsed, named.code(), named.getMessage(), Exit.REFUSED);
            }
            case Problem problem -> problem(parsed, problem);
            case ParameterException usage -> handleParseException(usage, new String[0]);
            default -> throw fault;
        };
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        err.println(fault.getMessage());
        var command = fault.getCommandLine();
        if (!UnmatchedArgumentException.printSuggestions(fault, err)) {
            err.println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return Exit.USAGE;
    }

    private int refused(ParseResult parsed, Code code, @org.jspecify.annotations.Nullable String detail, int exit) {
        String message = detail == null ? code.text() : detail;
        return print(parsed, code.code(), message, code.remedy(), exit);
    }

    private int problem(ParseResult parsed, Problem problem) {
        return print(parsed, problem.code(), problem.message(), problem.remedy(), problem.exit());
    }

    private int print(ParseResult parsed, String code, String message, String remedy, int exit) {
        String sentence = json(parsed) ? object(code, message, remedy) : code + ": " + ended(message) + " " + remedy;
        err.println(Visible.line(sentence));
        err.flush();
        return exit;
    }

    private static String ended(String sentence) {
        return sentence.matches("(?s).*[.!?…]$") ? sentence : sentence + ".";
    }

    private static boolean json(ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        return commands.getLast().getParseResult().hasMatchedOption("--json");
    }

    private static String object(String code, String message, String remedy) {
        return new JsonMapper()
                .createObjectNode()
                .put("code", code)
                .put("message", message)
                .put("remedy", remedy)
                .toString();
    }
}
