package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import torgau.catalogue.Catalogue;
import torgau.catalogue.Procedure;
import torgau.catalogue.value.Places;
import torgau.catalogue.value.Value;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.journal.agreement.Party;
import torgau.matters.Book;
import torgau.matters.Matter;
import torgau.matters.Reading;
import torgau.matters.directory.Directory;
import torgau.matters.directory.Finder;
import torgau.matters.directory.Locality;
import torgau.matters.directory.Post;
import torgau.matters.directory.Scope;
import torgau.matters.directory.Wanted;
import torgau.station.shell.Docket;

/// The offices of all parties, and which of them answers something.
final class CounterpartsApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_PAGE = 500;
    private static final int DEFAULT_PAGE = 100;
    private static final int FOUND = 20;
    /// Entries of matters of one procedure that are looked at, of each opener the newest.
    static final int MOST_OF_ONE = 5_000;

    private final Front front;
    private final Docket docket;
    private final OfficeNotes notes;

    CounterpartsApi(Front front, Docket docket, OfficeNotes notes) {
        this.front = front;
        this.docket = docket;
        this.notes = notes;
    }

    private record Asked(Directory.Sources sources, Optional<Matter> matter) {}

    /// The folds are taken from the docket; what they come to is computed while others may ask.
    private Docket.Told<Asked> told(Optional<Reference> matter) {
        var agreed = front.names().roster().leadOffices();
        return docket.ask(book -> new Asked(
                new Directory.Sources(
                        book.following("DE", MOST_OF_ONE),
                        book.following("LO", MOST_OF_ONE),
                        book.following("DC", MOST_OF_ONE),
                        agreed,
                        book.voices()),
                matter.flatMap(place -> matter(book, place))));
    }

    private Optional<Matter> matter(Book book, Reference place) {
        return book.matter(place)
                .or(() -> front.process()
                        .journal()
                        .entry(place)
                        .map(entry -> entry.payload().matter())
                        .flatMap(book::matter));
    }

    Directory directory() {
        return Directory.of(told(Optional.empty()).answer().sources(), front.now());
    }

    /// What `GET /counterparts/picture` answers: an SVG.
    String picture(Query query) {
        Optional<Integer> asked = party(query);
        String language = query.word("language").orElse(front.language());
        query.end();
        if (!Sentences.LANGUAGES.contains(language)) {
            throw Refusal.malformed("language", language + " is none of " + Sentences.LANGUAGES);
        }
        List<Integer> others = parties(front.names(), asked, Optional.empty()).toList();
        if (others.size() != 1) {
            throw Refusal.malformed("party", "the picture is of one other party: name it");
        }
        return CounterpartsPicture.svg(front, directory(), language, others.getFirst());
    }

    /// What `GET /counterparts` answers.
    ObjectNode all(Query query) {
        int limit = query.number("limit", 1, MAX_PAGE, DEFAULT_PAGE);
        Optional<Integer> party = party(query);
        String name = Post.alike(query.word("name").orElse(""));
        query.end();
        long now = front.now();
        Docket.Told<Asked> told = told(Optional.empty());
        Directory directory = Directory.of(told.answer().sources(), now);
        var shown = new Shown(new DirectoryJson(new Coding(front)), party, name, limit);
        ObjectNode json = JSON.objectNode().put("now", Names.instant(now));
        shown.put(json, directory);
        ArrayNode own = json.putArray("notes");
        notes.all().stream()
                .filter(note -> shown.asked(note.post()))
                .limit(limit)
                .forEach(note -> own.add(notes.json(note)));
        return json.put("complete", told.complete());
    }

    /// What of the directory is shown.
    private record Shown(DirectoryJson words, Optional<Integer> party, String name, int limit) {
        boolean asked(Post post) {
            return party.filter(number -> number != post.party()).isEmpty()
                    && Post.alike(post.title() + ", " + post.capacity()).contains(name);
        }

        void put(ObjectNode json, Directory directory) {
            ArrayNode entries = json.putArray("entries");
            var all = directory.entries().stream()
                    .filter(entry -> asked(entry.post()))
                    .toList();
            all.stream().limit(limit).forEach(entry -> entries.add(words.of(entry)));
            json.put("total", all.size());
            ArrayNode leads = json.putArray("leads");
            directory.leads().stream()
                    .filter(lead ->
                            party.filter(number -> number != lead.party()).isEmpty())
                    .limit(limit)
                    .forEach(lead -> leads.add(words.of(lead)));
            ArrayNode contacts = json.putArray("contacts");
            directory.contacts().stream()
                    .filter(contact -> asked(contact.post()))
                    .limit(limit)
                    .forEach(contact -> contacts.add(words.of(contact)));
            ArrayNode undeclared = json.putArray("undeclared");
            directory.voices().stream()
                    .filter(voice -> asked(Post.of(voice.party(), voice.office())))
                    .filter(voice -> directory
                            .standing(Post.of(voice.party(), voice.office()))
                            .isEmpty())
                    .limit(limit)
                    .forEach(voice -> undeclared.add(words.of(voice)));
            ArrayNode conflicts = json.putArray("conflicts");
            directory.conflicts().stream()
                    .filter(conflict -> asked(conflict.post()))
                    .limit(limit)
                    .forEach(conflict -> conflicts.add(words.of(conflict)));
        }
    }

    private Optional<Integer> party(Query query) {
        return query.word("party").map(code -> front.names().party(code).orElseThrow(() -> unknown("party", code)));
    }

    private Refusal unknown(String name, String value) {
        return Refusal.malformed(name, value + " is no " + name + " that is known here");
    }

    /// What `GET /counterparts/find` answers.
    ObjectNode find(Query query) {
        Optional<Integer> party = party(query);
        Optional<String> theme = listed(query, "theme", "competences");
        Optional<String> act = query.word("act");
        Optional<String> track = listed(query, "track", "tracks");
        Optional<String> region = query.word("region").filter(name -> !name.isBlank());
        Optional<Value> at = query.word("place").map(CounterpartsApi::position);
        Optional<String> number = query.word("matter");
        query.end();
        Names names = front.names();
        Optional<Reference> place = number.map(name ->
                names.place(name, front.process().journal()).orElseThrow(() -> Refusal.notFound("entry " + name)));
        Docket.Told<Asked> told = told(place);
        Optional<Matter> matter = told.answer().matter();
        if (place.isPresent() && matter.isEmpty()) {
            throw Refusal.notFound("matter " + number.orElseThrow());
        }
        Wanted wanted = wanted(
                theme.or(() -> matter.flatMap(this::theme)).orElse(""),
                act.orElse(Wanted.DECIDES),
                region,
                track.or(() -> matter.map(known -> known.subject().track()).filter(name -> !name.isEmpty())),
                at.or(() -> region.isPresent()
                        ? Optional.empty()
                        : matter.map(Reading::new).flatMap(Locality::of)));
        Directory directory = Directory.of(told.answer().sources(), front.now());
        ObjectNode json = asked(wanted);
        matter.ifPresent(known -> json.set("matter", new Coding(front).cited(known.id())));
        ArrayNode found = json.putArray("found");
        var shown = new DirectoryJson(new Coding(front));
        parties(names, party, matter)
                .map(other -> Finder.find(directory, wanted, other, front.ownParty()))
                .forEach(each -> found.add(shown.of(each, FOUND)));
        return json.put("complete", told.complete());
    }

    /// The other parties, or those of a matter.
    private Stream<Integer> parties(Names names, Optional<Integer> party, Optional<Matter> matter) {
        return names.roster().agreement().parties().stream()
                .map(Party::number)
                .filter(number -> number != front.ownParty())
                .filter(number -> party.isEmpty() || party.get().equals(number))
                .filter(number -> party.isPresent()
                        || matter.isEmpty()
                        || matter.get().cast().has(number));
    }

    private ObjectNode asked(Wanted wanted) {
        var coding = new Coding(front);
        ObjectNode json = JSON.objectNode().put("now", Names.instant(front.now()));
        if (!wanted.theme().isEmpty()) {
            json.set("theme", coding.code("DE", "competences", wanted.theme()));
        }
        json.put("act", wanted.act());
        Coding.text(json, "region", wanted.region());
        coding.where(json, "place", wanted.place());
        String track = wanted.track();
        if (track != null) {
            json.set("track", coding.code("DE", "tracks", track));
        }
        return json;
    }

    private static Value position(String written) {
        return Places.position(written)
                .orElseThrow(() -> Refusal.malformed("place", written + " is no position such as 58-21.0N 019-44.0E"));
    }

    private Wanted wanted(
            String theme, String act, Optional<String> region, Optional<String> track, Optional<Value> place) {
        boolean ofTheme = act.equals(Wanted.DECIDES) || act.equals(Wanted.TRANSMITS);
        if (!ofTheme && !list("functions").contains(act)) {
            throw new Refusal(
                    422,
                    Code.THEME_UNKNOWN,
                    act + " is no act; there are decides, transmits, " + String.join(", ", list("functions")),
                    "act");
        }
        if (ofTheme && theme.isEmpty()) {
            throw new Refusal(
                    422,
                    Code.THEME_UNKNOWN,
                    "what is it about? There are " + String.join(", ", Scope.subjects(list(Procedure.COMPETENCES))),
                    "theme");
        }
        return new Wanted(theme, act, region.orElse(null), track.orElse(null), place.orElse(null));
    }

    /// What the procedure of a matter names. An edition that the parties agreed on may name what DE of this
    /// line does not have.
    private Optional<String> theme(Matter matter) {
        return matter.subject()
                .procedure()
                .flatMap(Procedure::theme)
                .filter(Scope.subjects(list(Procedure.COMPETENCES))::contains);
    }

    private Optional<String> listed(Query query, String name, String list) {
        Optional<String> word = query.word(name);
        List<String> known = Scope.subjects(list(list));
        word.filter(code -> !known.contains(code)).ifPresent(code -> {
            throw new Refusal(
                    422, Code.THEME_UNKNOWN, code + " is no " + name + "; there are " + String.join(", ", known), name);
        });
        return word;
    }

    private List<String> list(String name) {
        Catalogue catalogue = front.formats().catalogue();
        return catalogue
                .procedure("DE")
                .flatMap(known -> known.list(name, catalogue.common()))
                .map(known -> List.copyOf(known.items().keySet()))
                .orElse(List.of());
    }
}
