package torgau.station.home;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Reads the section `translation` of `station.yaml`: where the machine is that officers may ask for a
/// translation.
final class MachineYaml {
    private static final int TIMEOUT_SECONDS = 20;
    private static final int MAX_TIMEOUT_SECONDS = 120;
    private static final int MAX_NAME = 64;
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "[::1]", "localhost");

    private MachineYaml() {}

    static StationConfig.Machine machine(YamlMapping yaml, Path home) {
        yaml.only("url", "name", "key_file", "timeout", "languages");
        URI url = url(yaml);
        String name = yaml.textIfGiven("name").orElse(url.getHost());
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw yaml.refused("name", "has " + name.length() + " characters, allowed are 1 to " + MAX_NAME);
        }
        Optional<Path> key = yaml.textIfGiven("key_file").map(home::resolve);
        int timeout = yaml.integer("timeout", 1, MAX_TIMEOUT_SECONDS, TIMEOUT_SECONDS);
        return new StationConfig.Machine(url, name, key, timeout, languages(yaml));
    }

    /// What parties said leaves this machine only for a host that is named here, and only sealed.
    private static URI url(YamlMapping yaml) {
        String text = yaml.text("url");
        try {
            var url = URI.create(text);
            String host = Optional.ofNullable(url.getHost()).orElse("");
            boolean bare = url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null;
            boolean sealed = "https".equals(url.getScheme());
            boolean near = "http".equals(url.getScheme()) && LOOPBACK.contains(host);
            if (bare && !host.isEmpty() && (sealed || near) && !text.endsWith("/")) {
                return url;
            }
        } catch (IllegalArgumentException none) {
            // refused below
        }
        throw yaml.refused(
                "url",
                "is " + text + "; wanted is https:// and a host, or http:// and one of " + LOOPBACK
                        + ", without / at the end");
    }

    private static List<String> languages(YamlMapping yaml) {
        List<String> languages = yaml.has("languages") ? yaml.texts("languages") : StationConfig.LANGUAGES;
        boolean each = languages.stream().allMatch(language -> language.matches("[a-z]{2,3}"));
        if (!each
                || languages.size() < 2
                || languages.size() > 32
                || new TreeSet<>(languages).size() < languages.size()) {
            throw yaml.refused("languages", "must be 2 to 32 different languages, as in [en, ru, uk]");
        }
        return languages;
    }
}
