package torgau.matters.talks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.matters.Turn;

/// One item of an agenda, and how it was answered.
///
/// @param number in the agenda that names it
/// @param by the entry that proposes it
/// @param answer in the words of the other side; null if it gave none
/// @param answeredBy the entry with that answer; null while there is none
public record AgendaItem(
        int number,
        String text,
        Turn by,
        State state,
        @Nullable String answer,
        @Nullable Turn answeredBy) {
    /// How an item stands.
    public enum State {
        PROPOSED,
        /// The other side agreed to the agenda as a whole, and gave no other word on this item.
        AGREED,
        /// The other side answered it, and asks for changes of the agenda.
        ANSWERED,
        /// The other side gave no answer to this item.
        DECLINED,
        /// It was proposed, and a later agenda does not have it.
        DROPPED
    }

    /// Those of some texts.
    static List<AgendaItem> proposed(List<String> texts, Turn by) {
        return java.util.stream.IntStream.range(0, texts.size())
                .mapToObj(i -> new AgendaItem(i + 1, texts.get(i), by, State.PROPOSED, null, null))
                .toList();
    }

    AgendaItem as(State now) {
        return new AgendaItem(number, text, by, now, answer, answeredBy);
    }
}
