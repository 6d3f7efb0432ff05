package torgau.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The short signals as one procedure, so that they are filed, folded, read out and printed as every
/// other format is: any of them opens a matter, and then those may be sent that answer it.
public final class Signalling {
    /// How entries name it; no file of a procedure can have this name.
    public static final String CODE = "SIGNALS";

    private static final String EITHER = "either";
    /// The signal that annuls another; it may follow any.
    private static final String CANCEL = "CX";

    private Signalling() {}

    /// The procedure of these signals; none if there are none.
    static Optional<Procedure> of(Signals signals, List<String> languages) {
        return signals.byCode().isEmpty() ? Optional.empty() : Optional.of(procedure(signals, languages));
    }

    private static Procedure procedure(Signals signals, List<String> languages) {
        var formats = new LinkedHashMap<String, Format>();
        signals.byCode().forEach((code, signal) -> formats.put(code, format(signal, signals.defaults())));
        var roles = new LinkedHashMap<String, Role>();
        roles.put(EITHER, new Role(EITHER, Role.Is.EITHER, signals.title()));
        return new Procedure(
                CODE,
                signals.edition(),
                Optional.empty(),
                signals.title(),
                signals.title(),
                List.of(new Basis("VOLUNTARY", Basis.Force.COURTESY, true)),
                languages,
                roles,
                new Procedure.Suspension(true, true),
                new Procedure.Correction(List.of(), signals.title()),
                formats,
                life(signals),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                List.of(),
                List.of(),
                List.of(),
                signals.codes(),
                null);
    }

    private static Format format(Signal signal, Format.Defaults defaults) {
        return new Format(
                signal.code(),
                EITHER,
                List.of(),
                Format.Whose.ANY,
                null,
                signal.meaning(),
                List.of(),
                signal.parameters(),
                defaults,
                null,
                signal.spoken(),
                null);
    }

    /// After a signal stands what it said, until one that answers it is sent.
    private static Lifecycle life(Signals signals) {
        var start = new TreeMap<String, String>();
        var states = new LinkedHashMap<String, Map<String, String>>();
        var labels = new TreeMap<String, Words>();
        signals.byCode().forEach((code, signal) -> {
            start.put(code, code);
            labels.put(code, signal.meaning());
            var answers = new TreeMap<String, String>();
            signal.answers().forEach(answer -> answers.put(answer, answer));
            if (signals.byCode().containsKey(CANCEL)) {
                answers.put(CANCEL, CANCEL);
            }
            states.put(code, answers);
        });
        return new Lifecycle(start, states, labels, new TreeMap<>());
    }
}
