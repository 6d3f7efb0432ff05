package torgau.matters.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import torgau.catalogue.value.Value;
import torgau.journal.agreement.LeadOffice;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.Turn;
import torgau.matters.Voice;

/// The offices of all parties, each as its own party declared it.
///
/// @param entries by party, capacity and title; of one office the newest last
/// @param leads by party, track and region
/// @param voices offices in whose name somebody has spoken
public record Directory(
        List<Declared> entries,
        List<Lead> leads,
        List<Contact> contacts,
        List<Answered> answers,
        List<Voice> voices,
        List<Conflict> conflicts) {
    public Directory {
        entries = List.copyOf(entries);
        leads = List.copyOf(leads);
        contacts = List.copyOf(contacts);
        answers = List.copyOf(answers);
        voices = List.copyOf(voices);
        conflicts = List.copyOf(conflicts);
    }

    /// What it is made of.
    ///
    /// @param entries matters of DE
    /// @param leads matters of LO
    /// @param contacts matters of DC
    /// @param agreed lead offices by the agreement and its amendments
    public record Sources(
            List<Matter> entries,
            List<Matter> leads,
            List<Matter> contacts,
            List<LeadOffice> agreed,
            List<Voice> voices) {
        public Sources {
            entries = List.copyOf(entries);
            leads = List.copyOf(leads);
            contacts = List.copyOf(contacts);
            agreed = List.copyOf(agreed);
            voices = List.copyOf(voices);
        }
    }

    /// All offices as they stand at a time.
    ///
    /// @param now milliseconds UTC
    public static Directory of(Sources sources, long now) {
        var entries = new ArrayList<Declared>();
        var answers = new ArrayList<Answered>();
        for (Matter matter : sources.entries()) {
            var reading = new Reading(matter);
            entries.addAll(Latest.marked(
                    reading.turns("DE").stream()
                            .flatMap(by -> Declared.of(reading, by, now).stream())
                            .toList(),
                    Declared::standing,
                    each -> each.with(Standing.SUPERSEDED)));
            answers.addAll(answers(reading));
        }
        entries.sort(Comparator.comparing(Declared::post).thenComparing(Declared::by));
        answers.sort(Comparator.comparing(Answered::by));
        var leads = Leads.of(sources.leads(), sources.agreed(), now);
        return new Directory(
                entries,
                leads.all(),
                contacts(sources.contacts(), now),
                answers,
                sources.voices(),
                Conflicts.in(entries, leads.conflicts()));
    }

    /// What each party says now of who leads a track and region; where nothing that it said stands, the
    /// last of it that has ended.
    ///
    /// @param leads matters of LO
    /// @param agreed lead offices by the agreement and its amendments
    /// @param now milliseconds UTC
    /// @return by party, track and region
    public static List<Lead> leading(List<Matter> leads, List<LeadOffice> agreed, long now) {
        var counted = new ArrayList<Lead>();
        for (Lead next : Leads.of(leads, agreed, now).all()) {
            Lead before = counted.isEmpty() ? null : counted.getLast();
            if (next.standing() == Standing.SUPERSEDED || next.standing() == Standing.NOT_YET) {
                continue;
            }
            if (before == null || !before.sameScope(next)) {
                counted.add(next);
            } else if (next.standing().stands() || !before.standing().stands()) {
                counted.set(counted.size() - 1, next);
            }
        }
        return List.copyOf(counted);
    }

    private static List<Contact> contacts(List<Matter> matters, long now) {
        return matters.stream()
                .map(Reading::new)
                .flatMap(reading -> reading.last("DC").flatMap(by -> Contact.of(reading, by, now)).stream())
                .sorted(Comparator.comparing(Contact::post).thenComparing(Contact::by))
                .toList();
    }

    /// What was replied last, unless the office was declared anew since, or its entry withdrawn.
    private static List<Answered> answers(Reading reading) {
        return reading
                .last("DE", "DEA", "WD")
                .filter(last -> last.code().equals("DEA"))
                .flatMap(by -> answer(reading, by))
                .stream()
                .toList();
    }

    private static Optional<Answered> answer(Reading reading, Turn by) {
        List<String> subjects = reading.turns("DEQ").stream()
                .filter(asked -> by.refs().contains(asked.place()))
                .flatMap(asked -> Declared.codes(reading, asked, "matters").stream())
                .distinct()
                .toList();
        return reading.turns("DE").stream()
                .filter(entry -> entry.compareTo(by) < 0)
                .reduce((_, last) -> last)
                .flatMap(entry -> reading.value(entry, "office", Value.Office.class))
                .map(office -> new Answered(
                        by,
                        Post.of(by.party(), office),
                        subjects,
                        Declared.scope(reading, by, "decides"),
                        Declared.named(reading, by, "office", by.party())));
    }

    /// Entries of an office of a party, those that stand first, then the newest.
    public List<Declared> entries(Post post) {
        return ofOffice(post).stream()
                .sorted(Comparator.comparing(Declared::standing)
                        .thenComparing(Comparator.comparing(Declared::by).reversed()))
                .toList();
    }

    /// They stand together, so they are found by halves.
    private List<Declared> ofOffice(Post post) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).post().compareTo(post) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < entries.size() && entries.get(end).post().same(post)) {
            end++;
        }
        return entries.subList(low, end);
    }

    /// The entry of an office that counts now; empty if it has none that stands.
    public Optional<Declared> standing(Post post) {
        return entries(post).stream().filter(entry -> entry.standing().stands()).findFirst();
    }

    /// What a party says now of who leads a track there: first what it says of the region or area itself.
    List<Lead> leads(int party, String track, Whereabouts whereabouts) {
        return leads.stream()
                .filter(lead -> lead.party() == party && lead.track().equals(track))
                .filter(lead -> lead.standing().stands() && whereabouts.covers(lead))
                .sorted(Comparator.comparing(Lead::everywhere))
                .toList();
    }

    /// Every office that is named anywhere: declared, leading, on duty, or in whose name was spoken.
    public List<Post> posts() {
        var posts = new ArrayList<Post>();
        Stream.of(
                        entries.stream().map(Declared::post),
                        leads.stream().flatMap(lead -> Optional.ofNullable(lead.office()).stream()),
                        contacts.stream().map(Contact::post),
                        voices.stream().map(voice -> Post.of(voice.party(), voice.office())))
                .flatMap(all -> all)
                .sorted()
                .filter(post -> posts.isEmpty() || !posts.getLast().same(post))
                .forEach(posts::add);
        return Collections.unmodifiableList(posts);
    }
}
