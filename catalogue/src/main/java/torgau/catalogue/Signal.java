package torgau.catalogue;

import java.util.List;

/// A coded phrase on one key or two: what a watch without an interpreter can send, hear and answer.
///
/// @param keys those of a Latin keyboard by their place, pressed one after the other
/// @param agreed whether the parties share it; else one side uses it by itself
/// @param source after which model it was made
/// @param meaning what it says, in words for the reader
/// @param spoken the sentence that is said over a telephone, with parameters in braces
/// @param russianInLatin how the Russian sentence is said, for readers of English; stress in capitals
/// @param englishInCyrillic how the English sentence is said, for readers of Russian
/// @param parameters what it needs beside its code
/// @param answers codes of the signals that answer it
public record Signal(
        String code,
        String keys,
        boolean agreed,
        String source,
        Words meaning,
        Words spoken,
        String russianInLatin,
        String englishInCyrillic,
        List<Field> parameters,
        List<String> answers) {
    public Signal {
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
    }
}
