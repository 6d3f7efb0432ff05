package torgau.station.http;

import java.util.Set;

/// What is posted and changes nothing: a page asks it by itself while something is being written, to show
/// how that would read or what is wrong with it.
final class Previews {
    private static final Set<String> PATHS = Set.of(
            ApiServer.API + "/acknowledgement-sentence",
            ApiServer.API + "/notification-sentence",
            ApiServer.API + "/numbered-text",
            ApiServer.API + "/edition-check",
            ApiServer.API + "/plan/import-check");

    private Previews() {}

    static boolean has(String path) {
        return PATHS.contains(path);
    }
}
