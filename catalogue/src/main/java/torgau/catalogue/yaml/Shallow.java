package torgau.catalogue.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads YAML only so deep that whoever composes or walks it never runs out of stack: a text may come
/// from another party.
final class Shallow extends ParserImpl {
    /// Lists and mappings in one another, more than any catalogue has.
    static final int MOST_NESTED = 64;

    private int depth;

    Shallow(LoadSettings settings, String text) {
        super(settings, new StreamReader(settings, text));
    }

    @Override
    public Event next() {
        Event event = super.next();
        switch (event.getEventId()) {
            case SequenceStart, MappingStart -> depth++;
            case SequenceEnd, MappingEnd -> depth--;
            default -> {}
        }
        if (depth > MOST_NESTED) {
            throw new ParserException("nested more than " + MOST_NESTED + " levels deep", event.getStartMark());
        }
        return event;
    }
}
