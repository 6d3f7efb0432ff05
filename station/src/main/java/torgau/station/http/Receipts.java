package torgau.station.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import torgau.journal.Act;
import torgau.journal.ActTypes;
import torgau.journal.Entry;
import torgau.journal.FeedHead;
import torgau.journal.Payload;
import torgau.journal.Reference;
import torgau.store.Among;
import torgau.store.JournalStore;

/// How far entries came, as the journal proves it. Every receipt is an entry of another station: one that has seen it,
/// or an office's acknowledgement of it.
final class Receipts {
    /// Entries of a matter that are looked through for acknowledgements; a matter takes no more.
    private static final int MATTER_ENTRIES = 4_096;

    private final JournalStore journal;
    private final int ownParty;
    private final Map<Reference, List<Entry>> acknowledgements = new HashMap<>();

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
        for (FeedHead head : journal.heads()) {
            int station = head.feed().station();
            if (station != place.feed().station()) {
                journal.firstToSee(head.feed(), place)
                        .ifPresent(entry ->
                                first.merge(station, entry, (one, other) -> one.compareTo(other) <= 0 ? one : other));
            }
        }
        return first;
    }

    private List<Entry> acknowledging(Reference place, Payload payload) {
        return acknowledgements.computeIfAbsent(matterOf(place, payload), this::acknowledgementsIn).stream()
                .filter(entry -> entry.payload().refs().contains(place))
                .toList();
    }

    private List<Entry> acknowledgementsIn(Reference matter) {
        return journal.ofMatter(matter, MATTER_ENTRIES).stream()
                .filter(entry -> entry.payload().actType() == ActTypes.ACKNOWLEDGEMENT)
                .toList();
    }

    /// The matter that an entry belongs to; its own place if it opened one.
    static Reference matterOf(Reference place, Payload payload) {
        Reference matter = payload.matter();
        return matter == null ? place : matter;
    }

    /// Whether an officer of this party could acknowledge the entry at all.
    static boolean acknowledgeable(Payload payload, int ownParty) {
        return payload.feed().party() != ownParty
                && !payload.automatic()
                && !(payload.act() instanceof Act.Acknowledgement)
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
        return Among.allBut(ActTypes.SEEN, ActTypes.LINK_TEST, ActTypes.KEY_OFFER, ActTypes.ACKNOWLEDGEMENT);
    }
}
