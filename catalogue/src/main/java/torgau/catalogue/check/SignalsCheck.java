package torgau.catalogue.check;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import torgau.catalogue.Field;
import torgau.catalogue.Signal;
import torgau.catalogue.Signals;
import torgau.catalogue.yaml.Findings;
import torgau.catalogue.yaml.Tree;
import torgau.journal.Code;

/// No two signals share their keys, none begins with the keys of another, and every answer is a signal.
final class SignalsCheck {
    private final Findings findings;
    private final Signals signals;
    private final Map<String, Tree> trees = new TreeMap<>();

    SignalsCheck(Findings findings, Signals signals, Tree tree) {
        this.findings = findings;
        this.signals = signals;
        tree.at("signals").items().forEach(each -> trees.put(each.maybe("code").text(), each));
    }

    void run() {
        var keys = new TreeMap<String, String>();
        for (Signal signal : signals.byCode().values()) {
            String other = keys.putIfAbsent(signal.keys(), signal.code());
            if (other != null) {
                note(signal, Code.CATALOGUE_VALUE_REFUSED, "has the keys of `" + other + "`", "choose others", "key");
            }
        }
        signals.byCode().values().forEach(signal -> signal(signal, keys));
    }

    private void signal(Signal signal, Map<String, String> keys) {
        String first = signal.keys().substring(0, Math.min(1, signal.keys().length()));
        if (signal.keys().length() == 2 && keys.containsKey(first)) {
            String what = "begins with the key of `" + keys.get(first) + "`";
            note(signal, Code.CATALOGUE_VALUE_REFUSED, what, "choose others: the first key would send that one", "key");
        }
        if (!signals.sources().containsKey(signal.source())) {
            String what = "has a source `" + signal.source() + "` that is not there";
            note(signal, Code.CATALOGUE_NAME_UNKNOWN, what, "write it under `sources`", "source");
        }
        for (String answer : signal.answers()) {
            if (signals.signal(answer).isEmpty()) {
                String what = "is answered by `" + answer + "`, which is not there";
                note(signal, Code.CATALOGUE_NAME_UNKNOWN, what, "write that signal", "answers");
            }
        }
        for (Field field : signal.parameters()) {
            field.type().lists().stream()
                    .filter(list -> !signals.codes().containsKey(list))
                    .forEach(list -> note(
                            signal,
                            Code.CATALOGUE_NAME_UNKNOWN,
                            "needs a code list `" + list + "`",
                            "write it under `codes`",
                            "parameters",
                            field.name()));
        }
        Tree spoken = tree(signal).at("spoken");
        var sentence =
                new PhraseCheck.Sentence(signal.code(), signal.spoken(), signal.parameters(), new TreeSet<>(), spoken);
        new PhraseCheck(findings, sentence).run();
    }

    private Tree tree(Signal signal) {
        return trees.getOrDefault(signal.code(), trees.values().iterator().next());
    }

    private void note(Signal signal, Code code, String what, String wayOut, String... way) {
        findings.add(tree(signal).find(way), code, "`" + signal.code() + "` " + what, wayOut);
    }
}
