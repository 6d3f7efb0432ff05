package torgau.station.http;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import torgau.journal.FeedHead;
import torgau.matters.directory.Directory;
import torgau.matters.directory.Lead;
import torgau.station.shell.Docket;

/// Which office leads each track, for whoever asks again and again: it is worked out anew when something
/// has come, and once a minute, because designations begin and end.
final class LeadOffices {
    /// Of more than so many the first are shown.
    static final int MOST = 256;
    private static final int MOST_ENTRIES = 500;
    private static final long MINUTE = 60_000;

    private final Front front;
    private final Docket docket;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    LeadOffices(Front front, Docket docket) {
        this.front = front;
        this.docket = docket;
    }

    private record Known(List<FeedHead> heads, long minute, List<Lead> leads) {}

    /// By party, track and region.
    ///
    /// @param heads of the journal
    List<Lead> now(List<FeedHead> heads) {
        long now = front.now();
        Known last = known.get();
        if (last != null && last.minute() == now / MINUTE && last.heads().equals(heads)) {
            return last.leads();
        }
        var agreed = front.names().roster().leadOffices();
        var told = docket.ask(book -> book.following("LO", MOST_ENTRIES));
        List<Lead> leads = Directory.leading(told.answer(), agreed, now).stream()
                .limit(MOST)
                .toList();
        if (told.complete()) {
            known.set(new Known(List.copyOf(heads), now / MINUTE, leads));
        }
        return leads;
    }
}
