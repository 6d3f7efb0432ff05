package torgau.station.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import torgau.catalogue.render.Header;
import torgau.catalogue.value.Numbers;
import torgau.journal.Act;
import torgau.journal.Code;
import torgau.journal.Entry;
import torgau.journal.Label;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Text;
import torgau.station.formats.Filed;
import torgau.station.formats.MessageNumbers;

/// An entry that has a sentence, a card and a paper, with all that is needed to show it.
sealed interface Shown {
    /// Courtesy translations that came after a message and are shown; of more, the newest. A message may
    /// have thousands.
    int MAX_LATER = 8;

    Entry entry();

    Header header();

    Names names();

    Numbers numbers();

    /// In whose name it was said.
    Office office();

    /// A filed format.
    record Format(Entry entry, Header header, Names names, Numbers numbers, Act.Notification act, Filed filed)
            implements Shown {
        @Override
        public Office office() {
            return act.office();
        }
    }

    /// A free message.
    ///
    /// @param beside its sender's courtesy translations, oldest first
    /// @param earlier how many there are that are not shown
    record Message(
            Entry entry,
            Header header,
            Names names,
            Numbers numbers,
            Act.Message act,
            List<Translated> beside,
            int earlier)
            implements Shown {
        public Message {
            beside = List.copyOf(beside);
        }

        @Override
        public Office office() {
            return act.office();
        }

        /// Those in which there is a text of it, its own first; BCP 47.
        List<String> languages() {
            Stream<Text> texts =
                    Stream.concat(Stream.of(act.text()), beside.stream().map(Translated::text));
            return texts.map(Text::language).distinct().toList();
        }
    }

    /// A courtesy translation.
    ///
    /// @param by the entry that has it
    /// @param later whether it came after the message; else it is signed with it
    /// @param part as an act of translation names it
    record Translated(Entry by, boolean later, String part, Text text) {}

    /// What is at a reference or a message number.
    static Shown of(Front front, String name) {
        Names names = front.names();
        var numbers = new MessageNumbers(front.process().journal(), names.roster());
        Entry entry = names.place(name, front.process().journal())
                .flatMap(front.process().journal()::entry)
                .orElseThrow(() -> Refusal.notFound("entry " + name));
        Payload payload = entry.payload();
        return switch (payload.act()) {
            case Act.Notification act ->
                new Format(
                        entry,
                        header(entry, act.office(), act.label(), names),
                        names,
                        numbers,
                        act,
                        Filed.of(
                                front.formats(),
                                numbers,
                                front.annexes(payload.feed().party(), payload.to(), List.of()),
                                act));
            case Act.Message act -> message(front, entry, act, names, numbers);
            case Act.Acknowledgement _, Act.Translation _, Act.LinkTest _, Act.KeyOffer _, Act.Seen _ ->
                throw wordless(name);
            case Act.Amendment _, Act.Suspension _, Act.Resumption _, Act.Unknown _ -> throw wordless(name);
        };
    }

    private static Refusal wordless(String name) {
        return new Refusal(422, Code.NOT_FILED, name + " is neither a filed format nor a free message");
    }

    private static Message message(Front front, Entry entry, Act.Message act, Names names, Numbers numbers) {
        List<Translated> all = translated(front, entry);
        int signedWith = act.courtesy().size();
        int earlier = Math.max(0, all.size() - signedWith - MAX_LATER);
        var beside = new ArrayList<>(all.subList(0, signedWith));
        beside.addAll(all.subList(signedWith + earlier, all.size()));
        // Nothing on a free message says to whom it may be shown, so it is for those who have the line.
        Header header = header(entry, act.office(), Label.PARTIES_ONLY, names);
        return new Message(entry, header, names, numbers, act, beside, earlier);
    }

    /// Those signed with the message, then those that came later.
    private static List<Translated> translated(Front front, Entry entry) {
        return front.process().journal().read(journal -> {
            var all = new ArrayList<Translated>();
            for (Receipts.Beside beside : new Receipts(journal, front.ownParty()).courtesy(entry.payload())) {
                boolean later = !beside.by().equals(entry.reference());
                Entry by = later ? journal.entry(beside.by()).orElseThrow() : entry;
                all.add(new Translated(by, later, beside.part(), beside.text()));
            }
            return all;
        });
    }

    private static Header header(Entry entry, Office office, Label label, Names names) {
        Payload payload = entry.payload();
        int party = payload.feed().party();
        return new Header(
                names.messageNumber(entry),
                names.party(party),
                office,
                names.addressees(party, payload.to()),
                payload.time(),
                payload.trafficClass(),
                payload.precedence(),
                label,
                payload.refs());
    }
}
