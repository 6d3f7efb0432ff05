package torgau.matters.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import torgau.catalogue.value.Value;
import torgau.journal.Entry;
import torgau.journal.agreement.LeadOffice;
import torgau.matters.Matter;
import torgau.matters.Scene;

/// A line on which offices are declared.
final class Offices {
    static final long DAY = 86_400_000L;

    final Scene scene = new Scene();
    private final List<Entry> entries = new java.util.ArrayList<>();
    private final List<Entry> leads = new java.util.ArrayList<>();
    List<LeadOffice> agreed = List.of();

    static Value.Office office(String title, String capacity) {
        return new Value.Office(title, capacity);
    }

    static Value codes(String... codes) {
        return new Value.Codes(Arrays.asList(codes));
    }

    static Value valid(long from, long to) {
        return new Value.Period(from, to);
    }

    /// Declares an office: what it decides, and what it only transmits.
    Entry declare(int station, Value.Office office, String level, Value decides, Value transmits) {
        return declare(station, office, level, decides, transmits, Map.of());
    }

    Entry declare(
            int station, Value.Office office, String level, Value decides, Value transmits, Map<String, Value> more) {
        SequencedMap<String, Value> values = Scene.values("DE", "DE");
        values.remove("region");
        values.put("office", office);
        values.put("level", new Value.Code(level));
        values.put("decides", decides);
        values.put("transmits", transmits);
        values.put("superior", new Value.Undisclosed());
        values.put("valid", valid(Scene.START - DAY, Scene.START + 100 * DAY));
        values.putAll(more);
        Entry entry = scene.say(station, Scene.notification("DE", 1, "DE", values), null);
        entries.add(entry);
        scene.tellAll();
        return entry;
    }

    Entry lead(int station, String code, Map<String, Value> values) {
        SequencedMap<String, Value> all = Scene.values("LO", code);
        all.remove("area");
        all.putAll(values);
        Entry entry = scene.say(station, Scene.notification("LO", 1, code, all), null);
        leads.add(entry);
        scene.tellAll();
        return entry;
    }

    /// Designates an office of RED for a track, for a day and everywhere, but for what else is given.
    Entry designate(String track, Map<String, Value> more) {
        var values = new TreeMap<String, Value>();
        values.put("track", new Value.Code(track));
        values.put("region", new Value.Name(""));
        values.put("valid", valid(Scene.START, Scene.START + DAY));
        values.putAll(more);
        return lead(Scene.RED, "LO", values);
    }

    Directory directory() {
        return directory(scene.now);
    }

    Directory directory(long now) {
        return Directory.of(
                new Directory.Sources(
                        entries.stream()
                                .map(entry -> scene.fold(entry.reference()))
                                .toList(),
                        leadMatters(),
                        List.of(),
                        agreed,
                        List.of()),
                now);
    }

    List<Matter> leadMatters() {
        return leads.stream().map(entry -> scene.fold(entry.reference())).toList();
    }

    Finder.Found find(Wanted wanted) {
        return Finder.find(directory(), wanted, 2, 1);
    }

    Declared directoryOf(Entry entry) {
        return directory().entries().stream()
                .filter(each -> each.by().place().equals(entry.reference()))
                .findFirst()
                .orElseThrow();
    }

    /// The same entry under another title.
    Declared renamed(Declared entry, String title) {
        return new Declared(
                entry.by(),
                entry.matter(),
                new Post(entry.post().party(), title, entry.post().capacity()),
                entry.authority(),
                entry.above(),
                entry.aboveWithheld(),
                entry.deputy(),
                entry.deputyWithheld(),
                entry.counterpart(),
                entry.languages(),
                entry.valid(),
                entry.standing());
    }
}
