package torgau.station.http;

import java.util.List;
import java.util.OptionalLong;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.station.shell.StationProcess;
import torgau.store.JournalStore;

/// The station as the interface sees it.
///
/// @param language in which the station speaks to its officers
/// @param offices in whose name it speaks
record Front(StationProcess process, Sentences sentences, String language, List<Office> offices) {
    int ownStation() {
        return process.setup().identity().station();
    }

    int ownParty() {
        return ownStation() >>> 8;
    }

    Names names() {
        return new Names(process.picture().roster());
    }

    long now() {
        return process.clocks().wallMillis().getAsLong();
    }

    ActJson acts(Names names) {
        return new ActJson(names, process.journal(), sentences, language);
    }

    EntryJson entries(JournalStore journal, Names names) {
        return new EntryJson(names, ownParty(), new Receipts(journal, ownParty()), this::openedAt, acts(names));
    }

    private OptionalLong openedAt(Reference place) {
        return process.desk()
                .use(desk -> desk.openedAt(place))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
