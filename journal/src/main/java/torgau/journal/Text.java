package torgau.journal;

/// Words in a language. Free text is authoritative in the language in which it was written.
///
/// @param language BCP 47 tag, at most 16 bytes
/// @param words 1 to 32,768 bytes of UTF-8, kept exactly as typed
public record Text(String language, String words) {
    public Text {
        Checks.language(language);
        Checks.bytes("text", words, 1, Limits.TEXT_BYTES);
    }
}
