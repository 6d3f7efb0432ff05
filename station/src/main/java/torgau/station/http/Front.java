package torgau.station.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import torgau.journal.Office;
import torgau.journal.Reference;
import torgau.station.formats.Formats;
import torgau.station.heart.BlobState;
import torgau.station.shell.StationProcess;
import torgau.store.JournalStore;

/// The station as the interface sees it.
///
/// @param formats that may be filed
/// @param language in which the station speaks to its officers
/// @param offices in whose name it speaks
record Front(StationProcess process, Sentences sentences, Formats formats, String language, List<Office> offices) {
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

    /// The annexes of what a party says to others, with those that go with it if it is not said yet.
    HeldAnnexes annexes(int party, List<Integer> to, List<byte[]> with) {
        boolean ours = party == ownParty() || to.isEmpty() || to.contains(ownParty());
        return new HeldAnnexes(
                ours,
                with,
                blob -> process.journal().read(store -> BlobState.of(store, blob)),
                blob -> process.journal().read(store -> store.blob(blob)));
    }

    ActJson acts(Names names) {
        return new ActJson(names, process.journal(), sentences, notifications(names), language);
    }

    NotificationJson notifications(Names names) {
        return new NotificationJson(names, process.journal(), formats, language, this::annexes);
    }

    /// Reads what an officer asks to be said.
    ///
    /// @param spoken language in which the officer is answered
    Drafting drafting(Names names, String spoken) {
        var filing = new Filing(
                formats,
                names,
                process.journal(),
                new Filing.Speech(sentences, language, spoken),
                () -> new Annexing(ownParty(), process.random()));
        return new Drafting(names, process.journal(), ownParty(), filing, formats, this::annexes);
    }

    EntryJson entries(JournalStore journal, Names names) {
        return new EntryJson(names, ownParty(), new Receipts(journal, ownParty()), this::openedAt, acts(names));
    }

    /// In which language an officer is answered: the first of those that the client asks for and the
    /// software speaks, else the station's.
    String spoken(Context request) {
        String wanted = Optional.ofNullable(request.header("Accept-Language")).orElse("");
        try {
            return Locale.LanguageRange.parse(wanted.isBlank() ? "*" : wanted).stream()
                    .map(range -> Names.primary(range.getRange()))
                    .filter(Sentences.LANGUAGES::contains)
                    .findFirst()
                    .orElse(language);
        } catch (IllegalArgumentException malformed) {
            return language;
        }
    }

    private OptionalLong openedAt(Reference place) {
        return process.desk()
                .use(desk -> desk.openedAt(place))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
