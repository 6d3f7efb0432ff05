package torgau.station.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import torgau.journal.Act;
import torgau.journal.ActTypes;
import torgau.journal.Entry;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.journal.SeenMark;
import torgau.journal.Text;
import torgau.matters.Courtesy;
import torgau.store.Among;
import torgau.store.JournalStore;

/// How far entries came, as the journal proves it. Every receipt is an entry of another station: one
/// that has seen it, or an office's acknowledgement of it.
final class Receipts {
    /// Entries of a matter that are looked through for acknowledgements; a matter takes no more.
    private static final int MATTER_ENTRIES = 4_096;

    private final JournalStore journal;
    private final int ownParty;
    private final NavigableSet<Integer> stations = new TreeSet<>();
    private final Map<Reference, List<Entry>> about = new HashMap<>();

    Receipts(JournalStore journal, int ownParty) {
        this.journal = journal;
        this.ownParty = ownParty;
    }

    /// An entry that proves something about another.
    ///
    /// @param acknowledgement whether an office says it; else a station has seen it
    record Proof(Entry by, boolean acknowledgement) implements Comparable<Proof> {
        @Override
        public int compareTo(Proof other) {
            int order = by.compareTo(other.by);
            return order != 0 ? order : Boolean.compare(acknowledgement, other.acknowledgement);
        }
    }

    /// Every proof of how far the entry at `place` came, in the order of the journal.
    List<Proof> of(Reference place, Payload payload) {
        if (payload.act() instanceof Act.Seen) {
            return List.of();
        }
        var proofs = new ArrayList<Proof>();
        seen(place).values().forEach(entry -> proofs.add(new Proof(entry, false)));
        if (!payload.automatic()) {
            acknowledging(place, payload).stream()
                    .filter(entry ->
                            entry.payload().feed().party() != place.feed().party())
                    .forEach(entry -> proofs.add(new Proof(entry, true)));
        }
        Collections.sort(proofs);
        return proofs;
    }

    /// By station, the first entry of it that has seen `place`.
    private Map<Integer, Entry> seen(Reference place) {
        var first = new TreeMap<Integer, Entry>();
        for (int station : stations()) {
            if (station != place.feed().station()) {
                journal.firstToSee(station, place).ifPresent(entry -> first.put(station, entry));
            }
        }
        return first;
    }

    /// The stations of which anything is held, asked for once: there may be many more feeds than
    /// stations.
    private NavigableSet<Integer> stations() {
        if (stations.isEmpty()) {
            journal.heads().forEach(head -> stations.add(head.feed().station()));
        }
        return stations;
    }

    /// Places of which `entry` is its station's receipt, at most `limit`, the newest of each feed; and
    /// what it acknowledges.
    ///
    /// Of each feed that the entry saw these are the last ones: what the station, in any incarnation,
    /// had seen before in the order of the journal reaches up to some place and no farther, which is
    /// looked for by halves.
    List<Reference> changedBy(Entry entry, int limit) {
        var places = new ArrayList<Reference>();
        if (entry.payload().act() instanceof Act.Acknowledgement) {
            places.addAll(entry.payload().refs());
        }
        for (SeenMark mark : entry.payload().seen()) {
            if (mark.feed().station() != entry.payload().feed().station()) {
                long after = Math.max(seenBefore(entry, mark), mark.sequence() - (limit - places.size()));
                for (long sequence = mark.sequence(); sequence > after; sequence--) {
                    places.add(new Reference(mark.feed(), sequence));
                }
            }
        }
        return places;
    }

    private long seenBefore(Entry entry, SeenMark mark) {
        long seen = 0;
        long unseen = mark.sequence() + 1;
        for (long step = 1; unseen - seen > 1; step *= 2) {
            // The last are tried first: an entry mostly saw one or two that were new.
            long middle = Math.max(unseen - step, seen + (unseen - seen) / 2);
            if (isReceipt(entry, new Reference(mark.feed(), middle))) {
                unseen = middle;
            } else {
                seen = middle;
            }
        }
        return seen;
    }

    private boolean isReceipt(Entry entry, Reference place) {
        return journal.firstToSee(entry.payload().feed().station(), place)
                .map(first -> first.reference().equals(entry.reference()))
                .orElse(false);
    }

    private List<Entry> acknowledging(Reference place, Payload payload) {
        return about(place, payload)
                .filter(entry -> entry.payload().act() instanceof Act.Acknowledgement)
                .toList();
    }

    /// The courtesy translations of an entry that its sender put on the journal after it, in the order
    /// of the journal. What is not permitted beside it is left out; whether one was made under a
    /// suspension, the matter says.
    List<Entry> translating(Payload original) {
        return about(original.reference(), original)
                .filter(entry -> entry.payload().act() instanceof Act.Translation act
                        && Courtesy.of(entry.payload(), act).fault(original).isEmpty())
                .toList();
    }

    /// A courtesy translation by a text's own sender, and the entry that has it.
    record Beside(Reference by, String part, Text text) {}

    /// All of an entry: those signed with it, then those that came later.
    List<Beside> courtesy(Payload original) {
        var all = new ArrayList<Beside>();
        if (original.act() instanceof Act.Message message) {
            message.courtesy().forEach(text -> all.add(new Beside(original.reference(), "", text)));
        }
        for (Entry later : translating(original)) {
            if (later.payload().act() instanceof Act.Translation act) {
                all.add(new Beside(later.reference(), act.part(), act.text()));
            }
        }
        return all;
    }

    private Stream<Entry> about(Reference place, Payload payload) {
        return about.computeIfAbsent(matterOf(place, payload), this::aboutOthersIn).stream()
                .filter(entry -> entry.payload().refs().contains(place));
    }

    /// What in a matter says something about another entry of it.
    private List<Entry> aboutOthersIn(Reference matter) {
        return journal.ofMatter(matter, MATTER_ENTRIES).stream()
                .filter(entry -> !callsForAnswer(entry.payload().act()))
                .toList();
    }

    /// The matter that an entry belongs to; its own place if it opened one.
    static Reference matterOf(Reference place, Payload payload) {
        Reference matter = payload.matter();
        return matter == null ? place : matter;
    }

    /// Whether it is to be acknowledged at all: an acknowledgement is not, nor a courtesy translation.
    static boolean callsForAnswer(Act act) {
        return !(act instanceof Act.Acknowledgement || act instanceof Act.Translation);
    }

    /// Whether an officer of this party could acknowledge the entry at all.
    static boolean acknowledgeable(Payload payload, int ownParty) {
        return payload.feed().party() != ownParty
                && !payload.automatic()
                && callsForAnswer(payload.act())
                && (payload.to().isEmpty() || payload.to().contains(ownParty));
    }

    /// Whether an acknowledgement of it by an officer of this party is still awaited.
    boolean awaited(Reference place, Payload payload) {
        return acknowledgeable(payload, ownParty)
                && acknowledging(place, payload).stream()
                        .noneMatch(entry -> entry.payload().feed().party() == ownParty);
    }

    /// Types of acts that an officer may have to acknowledge.
    static Among typesOfOfficers() {
        return Among.allBut(
                ActTypes.SEEN, ActTypes.LINK_TEST, ActTypes.KEY_OFFER, ActTypes.ACKNOWLEDGEMENT, ActTypes.TRANSLATION);
    }
}
