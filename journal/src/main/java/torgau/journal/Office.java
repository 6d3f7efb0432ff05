package torgau.journal;

/// The post and the capacity in which it speaks; never a person.
///
/// @param title of the post, at most 256 bytes
/// @param capacity in which it speaks, at most 256 bytes, may be empty
public record Office(String title, String capacity) {
    public Office {
        Checks.name("office title", title);
        Checks.nameOrEmpty("office capacity", capacity);
    }
}
