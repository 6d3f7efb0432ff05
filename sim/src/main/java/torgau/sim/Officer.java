package torgau.sim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Digest;
import torgau.journal.Entry;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Precedence;
import torgau.journal.Reference;
import torgau.journal.Text;
import torgau.journal.TrafficClass;
import torgau.sim.check.Violation;
import torgau.station.heart.Draft;
import torgau.station.heart.Effect;
import torgau.station.heart.Input;
import torgau.store.Filter;

/// The watch at one station: says, acknowledges, suspends, asks again when no answer comes.
final class Officer {
    private static final Set<Code> ORDINARY = EnumSet.of(
            Code.SUSPENDED, Code.UNKNOWN_REFERENCE, Code.STATION_FAULT, Code.STOPPING, Code.NOT_OURS_TO_RESUME);
    private static final List<String> WORDS = List.of(
            "convoy",
            "Elbe",
            "bridge",
            "patrol",
            "мост",
            "колонна",
            "0600Z",
            "grid",
            "halt",
            "confirm",
            "разведка",
            "north");
    private static final Office OFFICE = new Office("Duty officer", "");
    private static final int URGENT_WORDS = 150;
    private static final int LONG_WORDS = 2_500;

    private final Machine machine;
    private final Chance chance;
    private final NavigableMap<Long, Asked> open = new TreeMap<>();
    private final List<Asked> unanswered = new ArrayList<>();
    private final List<Asked> earlier = new ArrayList<>();
    private long keys;

    /// What was asked under a key.
    private record Asked(String key, Draft draft, boolean misused) {}

    Officer(Machine machine, Chance chance) {
        this.machine = machine;
        this.chance = chance;
    }

    /// Does something, and arranges when to do the next thing.
    void watch() {
        if (!machine.world.settled()) {
            act();
            machine.world.agenda.in(chance.until(machine.world.settings.officerEveryMillis()), this::watch);
        }
    }

    private void act() {
        Run run = machine.run();
        if (run == null) {
            return;
        }
        int choice = chance.below(100);
        if (choice < 4) {
            testLine(run);
        } else if (choice < 12 && !earlier.isEmpty()) {
            repeat(run);
        } else {
            draft(run, choice).ifPresent(draft -> ask(run, draft));
        }
    }

    private Optional<Draft> draft(Run run, int choice) {
        if (choice < 35) {
            return acknowledgement(run);
        }
        return choice < 38 ? Optional.of(suspension()) : choice < 43 ? resumption(run) : Optional.of(message());
    }

    private Draft message() {
        int dice = chance.below(20);
        Precedence precedence = Precedence.of(dice == 0 ? 0 : dice < 3 ? 1 : dice < 7 ? 2 : 3);
        boolean isLong = !precedence.urgent() && chance.oneIn(12);
        int words = 1 + chance.below(isLong ? LONG_WORDS : URGENT_WORDS);
        var text = new StringBuilder(chance.pick(WORDS));
        for (int i = 1; i < words; i++) {
            text.append(' ').append(chance.pick(WORDS));
        }
        var act = new Act.Message(OFFICE, "", new Text("en", text.toString()), List.of());
        return draft(TrafficClass.of(chance.below(5)), precedence, List.of(), act);
    }

    private Optional<Draft> acknowledgement(Run run) {
        int party = machine.station() >>> 8;
        List<Reference> others = run.store().arrivedBefore(Long.MAX_VALUE, 30, Filter.ALL).stream()
                .map(arrived -> arrived.entry().payload())
                .filter(payload -> payload.feed().party() != party && !payload.automatic())
                .map(Payload::reference)
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Act.Stage stage = chance.oneIn(2) ? new Act.Stage.Read() : new Act.Stage.Understood(new Text("ru", "понял"));
        return Optional.of(draft(
                TrafficClass.FORMAL,
                chance.pick(List.of(Precedence.values())),
                List.of(chance.pick(others)),
                new Act.Acknowledgement(OFFICE, stage)));
    }

    private Draft suspension() {
        var act = new Act.Suspension(OFFICE, new Act.Scope.WholeLine(), "Head of watch", 0, null, List.of("ROUTINE"));
        return draft(TrafficClass.FORMAL, Precedence.PRIORITY, List.of(), act);
    }

    private Optional<Draft> resumption(Run run) {
        int party = machine.station() >>> 8;
        return run.heart().suspensions().standing().keySet().stream()
                .filter(place -> place.feed().party() == party)
                .findFirst()
                .map(place -> draft(
                        TrafficClass.FORMAL,
                        Precedence.PRIORITY,
                        List.of(place),
                        new Act.Resumption(OFFICE, "Head of watch", 0)));
    }

    private static Draft draft(TrafficClass trafficClass, Precedence precedence, List<Reference> refs, Act act) {
        return new Draft(trafficClass, precedence, List.of(), null, refs, act, null);
    }

    private void ask(Run run, Draft draft) {
        String key = machine.member.code() + "-" + ++keys;
        submit(run, new Asked(key, with(draft, new Draft.Request(key, hash(key))), false));
    }

    private void repeat(Run run) {
        Asked asked = chance.pick(earlier);
        if (chance.oneIn(6)) {
            var request = new Draft.Request(asked.key(), hash(asked.key() + " otherwise"));
            submit(run, new Asked(asked.key(), with(asked.draft(), request), true));
        } else {
            submit(run, asked);
        }
    }

    private static Draft with(Draft draft, Draft.Request request) {
        return new Draft(
                draft.trafficClass(),
                draft.precedence(),
                draft.to(),
                draft.matter(),
                draft.refs(),
                draft.act(),
                request);
    }

    private static Digest hash(String asked) {
        return Digest.over(asked.getBytes(StandardCharsets.UTF_8));
    }

    private void submit(Run run, Asked asked) {
        long command = machine.world.nextCommand();
        open.put(command, asked);
        machine.say("is asked " + asked.key() + ": " + asked.draft().precedence() + " "
                + Run.name(asked.draft().act()));
        run.step(new Input.Release(command, asked.draft()));
    }

    private void testLine(Run run) {
        machine.say("is asked to test the line");
        run.step(new Input.TestLine(machine.world.nextCommand()));
    }

    /// The station is up again: what got no answer is asked again, under the same key.
    void retry() {
        List<Asked> again = List.copyOf(unanswered);
        unanswered.clear();
        again.forEach(asked -> machine.world.agenda.in(chance.between(1, 3_000), () -> retry(asked)));
    }

    private void retry(Asked asked) {
        Run run = machine.run();
        if (run == null) {
            unanswered.add(asked);
        } else {
            submit(run, asked);
        }
    }

    /// The process is gone; nobody knows what became of what was asked.
    void forsaken() {
        open.values().stream().filter(asked -> !asked.misused()).forEach(unanswered::add);
        open.clear();
    }

    /// The station's disk was set back: what it made may be gone.
    void setBack() {
        earlier.clear();
    }

    boolean waiting() {
        return !open.isEmpty() || !unanswered.isEmpty();
    }

    void answered(long command, Effect.Result result) {
        Asked asked = open.remove(command);
        if (asked != null) {
            switch (result) {
                case Effect.Result.Authored authored -> authored(asked, authored.entry());
                case Effect.Result.Repeated(Reference place) -> repeated(asked, place);
                case Effect.Result.Refused(Code code, String detail) -> refused(asked, code, detail);
                case Effect.Result.Together _, Effect.Result.Kept _, Effect.Result.Erased _, Effect.Result.Taken _ ->
                    throw new AssertionError(result);
            }
        }
    }

    private void authored(Asked asked, Entry entry) {
        machine.say("answers " + asked.key() + ": " + entry.reference());
        if (asked.misused() || !entry.payload().act().equals(asked.draft().act())) {
            throw new Violation("request " + asked.key() + " was answered with something else: " + entry.reference());
        }
        machine.world.inspector.acknowledged(machine.station(), asked.key(), entry.reference());
        if (earlier.stream().noneMatch(known -> known.key().equals(asked.key()))) {
            earlier.add(asked);
        }
    }

    private void repeated(Asked asked, Reference place) {
        machine.say("answers " + asked.key() + ": " + place + " as before");
        if (asked.misused()) {
            throw new Violation("another request under the key " + asked.key() + " passed for a repetition");
        }
        machine.world.inspector.acknowledged(machine.station(), asked.key(), place);
    }

    private void refused(Asked asked, Code code, String detail) {
        machine.say("refuses " + asked.key() + ": " + code);
        boolean expected = asked.misused() && code == Code.IDEMPOTENCY_KEY_REUSED;
        if (!expected && !ORDINARY.contains(code)) {
            throw new Violation("request " + asked.key() + " was refused with " + code + " " + detail);
        }
    }
}
