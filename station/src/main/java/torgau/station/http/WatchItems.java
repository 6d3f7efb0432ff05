package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import torgau.journal.Reference;
import torgau.matters.Book;
import torgau.station.formats.MessageNumbers;
import torgau.station.shell.Docket;
import torgau.station.watch.OpenItem;

/// What the next watch has to know of: what is awaited from us, what nobody here has acknowledged, and
/// what waits for a second person.
final class WatchItems {
    private final Front front;
    private final Awaited unacknowledged;
    private final Docket docket;
    private final ReleaseDesk releases;

    WatchItems(Front front, Awaited unacknowledged, Docket docket, ReleaseDesk releases) {
        this.front = front;
        this.unacknowledged = unacknowledged;
        this.docket = docket;
        this.releases = releases;
    }

    /// The items, the most urgent of each kind first, and how many there are.
    ///
    /// @param complete whether all of the journal has been read for it
    record Open(List<OpenItem> items, int total, boolean complete) {}

    private record Asked(
            Reference place, String clock, @Nullable Long due) {}

    Open now() {
        Names names = front.names();
        var numbers = new MessageNumbers(front.process().journal(), names.roster());
        long now = front.now();
        Docket.Told<List<Book.Item>> awaited = docket.ask(book -> book.awaited(now).stream()
                .filter(item -> item.awaited().party() == front.ownParty())
                .toList());
        // What is awaited for several rows of one entry by one time is one item.
        List<OpenItem> asked = awaited.answer().stream()
                .map(item -> new Asked(
                        item.awaited().demand().place(), item.awaited().clock().name(), item.due()))
                .distinct()
                .map(item -> new OpenItem(
                        OpenItem.Kind.AWAITED,
                        names.reference(item.place()),
                        numbers.number(item.place()),
                        Optional.ofNullable(item.due())))
                .toList();
        var all = new ArrayList<>(asked.subList(0, Math.min(asked.size(), OpenItem.MOST)));
        releases.open().forEach(proposal -> {
            String id = Long.toString(proposal.number());
            all.add(new OpenItem(OpenItem.Kind.RELEASE, id, id, Optional.empty()));
        });
        unacknowledged
                .first(OpenItem.MOST)
                .forEach(place -> all.add(new OpenItem(
                        OpenItem.Kind.UNACKNOWLEDGED,
                        names.reference(place),
                        numbers.number(place),
                        Optional.empty())));
        int total = asked.size() + releases.open().size() + unacknowledged.count();
        return new Open(all.stream().limit(OpenItem.MOST).toList(), Math.max(total, all.size()), awaited.complete());
    }
}
