package torgau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import torgau.station.home.StationConfig;
import torgau.station.text.Texts;

/// What all commands have: `--json`, `--help`, and the terminal that they write to.
abstract class Verb implements Callable<Integer> {
    static final JsonMapper JSON = new JsonMapper();

    protected final Surroundings around;

    @Spec
    protected CommandSpec spec;

    @Option(names = "--json", description = "Print JSON instead of words for people.")
    protected boolean json;

    @Mixin
    HelpOption help;

    Verb(Surroundings around) {
        this.around = around;
    }

    /// Words for people, in this language.
    protected Texts texts(String language) {
        return Texts.in(language);
    }

    protected void print(String line) {
        around.out().println(Visible.line(line));
        around.out().flush();
    }

    protected void print(JsonNode node) {
        print(node.toString());
    }

    protected static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /// Refuses a language that there are no texts in.
    protected void requireTexts(String language) {
        if (!StationConfig.LANGUAGES.contains(language)) {
            throw usage("--lang is " + language + "; there are texts in " + StationConfig.LANGUAGES);
        }
    }

    /// Refuses to show fewer than one, or more than the station gives at once.
    protected void limited(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw usage("--limit is " + limit + "; allowed are 1 to " + most);
        }
    }

    /// A fault of how the command was given.
    protected ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    protected static Map<String, Object> with(String key, Object value) {
        return Map.of(key, value);
    }
}
