package torgau.station.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import torgau.journal.agreement.Roster;
import torgau.station.formats.Formats;
import torgau.station.formats.MessageNumbers;
import torgau.station.shell.Kept;
import torgau.station.shell.StationProcess;
import torgau.station.words.WordForms;
import torgau.store.search.SearchFile;

/// The rules by which a station's entries have words. They are made when first asked for: the dictionary
/// and the catalogue take a second to read.
public final class SearchRules {
    private final StationProcess process;
    private final Formats formats;
    private final String language;
    private final Unread unread;
    private @Nullable Indexing made;

    /// @param language of this station, beside those of the line
    public SearchRules(StationProcess process, Formats formats, String language) {
        this.process = process;
        this.formats = formats;
        this.language = language;
        this.unread = new Unread(formats);
    }

    /// Whether an index was made while an edition was not known that is known now.
    boolean outdated(Kept<SearchFile> file) {
        return unread.in(file);
    }

    /// How entries are indexed.
    public synchronized Indexing indexing() {
        if (made == null) {
            Roster roster = process.picture().roster();
            List<String> languages = languages(roster);
            var texts = new EntryTexts(formats, new MessageNumbers(process.journal(), roster), languages);
            var words = new EntryWords(
                    texts, new WordForms(), () -> process.picture().roster());
            made = new Indexing(
                    words, EntryWords.RULES + " " + formats.hash() + " " + formats.agreed() + " " + languages);
        }
        return made;
    }

    /// Which words an entry has.
    public EntryWords words() {
        return indexing().words();
    }

    private List<String> languages(Roster roster) {
        var languages = new LinkedHashSet<String>();
        roster.agreement()
                .languages()
                .forEach(tag -> languages.add(Locale.forLanguageTag(tag).getLanguage()));
        languages.add(Locale.forLanguageTag(language).getLanguage());
        languages.retainAll(formats.catalogue().common().languages());
        return List.copyOf(languages);
    }
}
