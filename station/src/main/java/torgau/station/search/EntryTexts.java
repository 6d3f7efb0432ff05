package torgau.station.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import torgau.catalogue.Field;
import torgau.catalogue.FieldType;
import torgau.catalogue.Words;
import torgau.catalogue.value.FilingCodec;
import torgau.catalogue.value.Numbers;
import torgau.catalogue.value.Value;
import torgau.journal.Act;
import torgau.journal.Decoded;
import torgau.journal.Digest;
import torgau.journal.Office;
import torgau.journal.Payload;
import torgau.journal.Text;
import torgau.station.formats.Annexes;
import torgau.station.formats.Filed;
import torgau.station.formats.Formats;

/// What of an entry is found: everything that an officer wrote, and what a filed format shows in every
/// language of the line. What the station says by itself (tests of the line, receipts, keys) is not, nor
/// what belongs into the erasable annex.
///
/// @param languages in which formats are shown
public record EntryTexts(Formats formats, Numbers numbers, List<String> languages) {
    public EntryTexts {
        languages = List.copyOf(languages);
    }

    /// The texts of an entry, each once: what an officer wrote first, its message number last.
    public List<String> of(Payload payload, String number) {
        var texts = new LinkedHashSet<String>();
        switch (payload.act()) {
            case Act.Message message -> message(texts, message);
            case Act.Notification filed -> filed(texts, filed);
            case Act.Translation(Office office, String _, Text text) -> {
                texts.add(text.words());
                office(texts, office);
            }
            case Act.Acknowledgement acknowledgement -> stage(texts, acknowledgement);
            case Act.Suspension suspension -> suspension(texts, suspension);
            case Act.Resumption(Office office, String authority, long _, Text reason) -> {
                Optional.ofNullable(reason).ifPresent(text -> texts.add(text.words()));
                texts.add(authority);
                office(texts, office);
            }
            case Act.Amendment _, Act.Unknown _, Act.LinkTest _, Act.KeyOffer _, Act.Seen _ -> {}
        }
        texts.add(number);
        texts.remove("");
        return List.copyOf(texts);
    }

    private static void office(Set<String> texts, Office office) {
        texts.add(office.title());
        texts.add(office.capacity());
    }

    private static void message(Set<String> texts, Act.Message message) {
        texts.add(message.subject());
        texts.add(message.text().words());
        message.courtesy().forEach(text -> texts.add(text.words()));
        office(texts, message.office());
    }

    private static void stage(Set<String> texts, Act.Acknowledgement acknowledgement) {
        switch (acknowledgement.stage()) {
            case Act.Stage.Understood(Text readBack, byte[] restated) -> {
                texts.add(readBack.words());
                values(restated).values().forEach(value -> written(texts, value));
            }
            case Act.Stage.NotUnderstood not ->
                Optional.ofNullable(not.about()).ifPresent(about -> texts.add(about.words()));
            case Act.Stage.Read _, Act.Stage.PassedOn _ -> {}
        }
        office(texts, acknowledgement.office());
    }

    private static void suspension(Set<String> texts, Act.Suspension suspension) {
        Optional.ofNullable(suspension.reason()).ifPresent(reason -> texts.add(reason.words()));
        texts.add(suspension.authority());
        switch (suspension.scope()) {
            case Act.Scope.WholeLine _ -> {}
            case Act.Scope.Track(String name) -> texts.add(name);
            case Act.Scope.Procedure(String code) -> texts.add(code);
            case Act.Scope.Counterpart(String office) -> texts.add(office);
        }
        texts.addAll(suspension.staysOpen());
        office(texts, suspension.office());
    }

    private static SequencedMap<String, Value> values(byte[] fields) {
        return switch (FilingCodec.decode(fields)) {
            case Decoded.Value<SequencedMap<String, Value>>(SequencedMap<String, Value> values) -> values;
            case Decoded.Refusal<SequencedMap<String, Value>> _ -> new LinkedHashMap<>();
        };
    }

    private void filed(Set<String> texts, Act.Notification act) {
        Filed filed = Filed.of(formats, numbers, Annexes.NONE, act);
        var labels = new ArrayList<String>();
        filed.values().forEach((name, value) -> {
            Optional<Field> field = filed.field(name);
            if (field.isEmpty()) {
                written(texts, value);
            } else if (!erasable(field.get())) {
                languages.forEach(language -> filed.words(name, value, language).ifPresent(texts::add));
                shown(labels, field.get().label());
            }
        });
        filed.title().ifPresent(title -> shown(texts, title));
        texts.addAll(labels);
        texts.add(act.form().procedure() + " " + act.form().format());
        texts.add(act.track());
        office(texts, act.office());
    }

    private void shown(Collection<String> texts, Words words) {
        languages.forEach(language -> words.in(language).ifPresent(texts::add));
    }

    private static boolean erasable(Field field) {
        return field.sensitive()
                || switch (field.type()) {
                    case FieldType.Person _ -> true;
                    case FieldType.Table(List<Field> columns, FieldType.Range _) ->
                        columns.stream().anyMatch(EntryTexts::erasable);
                    case FieldType.Text _, FieldType.Numbered _, FieldType.OneCode _, FieldType.SomeCodes _ -> false;
                    case FieldType.YesNo _, FieldType.Quantity _, FieldType.Count _, FieldType.Instant _ -> false;
                    case FieldType.Period _, FieldType.Position _, FieldType.Area _, FieldType.Altitude _ -> false;
                    case FieldType.Route _, FieldType.Frequency _, FieldType.Heading _, FieldType.Name _ -> false;
                    case FieldType.Office _, FieldType.PerItem _, FieldType.ReferenceTo _ -> false;
                    case FieldType.Attachment _ -> false;
                };
    }

    /// The words in a value of which no more is known.
    private static void written(Set<String> texts, Value value) {
        switch (value) {
            case Value.Words(String text) -> texts.add(text);
            case Value.Name(String text) -> texts.add(text);
            case Value.Items(List<String> items) -> texts.addAll(items);
            case Value.Answers(List<Optional<String>> answers) ->
                answers.forEach(answer -> answer.ifPresent(texts::add));
            case Value.Office(String title, String capacity) -> {
                texts.add(title);
                texts.add(capacity);
            }
            case Value.Rows(List<NavigableMap<String, Value>> rows) ->
                rows.forEach(row -> row.values().forEach(each -> written(texts, each)));
            case Value.Area.Quadrant(String of, String part) -> {
                texts.add(of);
                texts.add(part);
            }
            case Value.Attachment(String name, Digest _, Digest _, long _) -> texts.add(name);
            case Value.Code(String code) -> texts.add(code);
            case Value.Codes(List<String> codes) -> texts.addAll(codes);
            case Value.Undisclosed _, Value.YesNo _, Value.Quantity _, Value.Count _, Value.Instant _ -> {}
            case Value.Period _, Value.Position _, Value.Area _, Value.Altitude _, Value.Route _ -> {}
            case Value.Frequency _, Value.Heading _, Value.Message _, Value.Foreign _ -> {}
            case Value.Annexed _, Value.Person _, Value.Keyed _, Value.NotHere _ -> {}
        }
    }
}
