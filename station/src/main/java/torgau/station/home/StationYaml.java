package torgau.station.home;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import torgau.journal.Office;
import torgau.journal.Text;
import torgau.station.heart.BlobRoom;

/// Reads `station.yaml`, strictly.
final class StationYaml {
    private static final int MAX_TITLE = 120;
    private static final int MAX_PASSAGE = 1_000;
    private static final int MAX_ITEMS = 32;
    private static final int MAX_PORT = 65_535;
    private static final long MIB = 1 << 20;
    private static final int MAX_MIB = 1 << 24;
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1", "localhost");

    private StationYaml() {}

    /// @param home in which files that it names lie
    static StationConfig config(YamlMapping yaml, Path home) {
        yaml.only(
                "party",
                "station",
                "language",
                "offices",
                "passages",
                "console",
                "line",
                "translation",
                "blobs",
                "printer");
        String party = name(yaml, "party");
        String language = language(yaml);
        return new StationConfig(
                party,
                name(yaml, "station"),
                language,
                yaml.has("offices") ? offices(yaml) : Customary.offices(language),
                yaml.has("passages") ? passages(yaml, language) : Customary.passages(language),
                console(yaml.mappingIfGiven("console"), party, home),
                line(yaml.mappingIfGiven("line")),
                yaml.has("translation")
                        ? Optional.of(MachineYaml.machine(yaml.mapping("translation"), home))
                        : Optional.empty(),
                room(yaml.mappingIfGiven("blobs")),
                yaml.has("printer") ? Optional.of(tray(yaml.mapping("printer"), home)) : Optional.empty());
    }

    private static Path tray(YamlMapping yaml, Path home) {
        return home.resolve(yaml.only("folder").text("folder")).normalize();
    }

    private static BlobRoom room(YamlMapping yaml) {
        yaml.only("quota_mib", "floor_mib");
        long quota = yaml.integer("quota_mib", 0, MAX_MIB, (int) (BlobRoom.DEFAULT.quotaBytes() / MIB));
        long floor = yaml.integer("floor_mib", 0, MAX_MIB, (int) (BlobRoom.DEFAULT.floorBytes() / MIB));
        return new BlobRoom(quota * MIB, floor * MIB);
    }

    private static String name(YamlMapping yaml, String key) {
        String name = yaml.text(key);
        if (!Names.isName(name)) {
            throw yaml.refused(key, "is " + name + ", wanted is " + Names.FORM);
        }
        return name;
    }

    private static String language(YamlMapping yaml) {
        String language = yaml.text("language");
        if (!StationConfig.LANGUAGES.contains(language)) {
            throw yaml.refused("language", "is " + language + ", there are texts in " + StationConfig.LANGUAGES);
        }
        return language;
    }

    private static List<Office> offices(YamlMapping yaml) {
        var offices = yaml.mappings("offices").stream()
                .map(office -> office.only("title", "capacity"))
                .map(office -> new Office(title(office, "title"), title(office, "capacity")))
                .toList();
        return some(yaml, "offices", offices);
    }

    private static String title(YamlMapping office, String key) {
        String title = office.text(key);
        return checked(office, key, title, MAX_TITLE, () -> title);
    }

    private static List<Text> passages(YamlMapping yaml, String language) {
        var passages = yaml.texts("passages").stream()
                .map(words -> checked(yaml, "passages", words, MAX_PASSAGE, () -> new Text(language, words)))
                .toList();
        return some(yaml, "passages", passages);
    }

    private static <T> T checked(YamlMapping yaml, String key, String words, int max, Supplier<T> made) {
        int length = words.codePointCount(0, words.length());
        if (words.isBlank() || length > max) {
            throw yaml.refused(key, "has " + length + " characters, allowed are 1 to " + max);
        }
        return made.get();
    }

    private static <T> List<T> some(YamlMapping yaml, String key, List<T> items) {
        if (items.isEmpty() || items.size() > MAX_ITEMS) {
            throw yaml.refused(key, "has " + items.size() + " items, allowed are 1 to " + MAX_ITEMS);
        }
        return items;
    }

    private static StationConfig.Console console(YamlMapping yaml, String party, Path home) {
        yaml.only("bind", "port", "origin", "tls");
        String bind = yaml.textIfGiven("bind").orElse("127.0.0.1");
        Optional<StationConfig.Tls> tls = tls(yaml, home);
        if (tls.isEmpty() && !LOOPBACK.contains(bind)) {
            throw yaml.refused(
                    "bind",
                    "is " + bind + "; without TLS only " + LOOPBACK
                            + " are safe: name a certificate in `console.tls`, or put a proxy with TLS in front and"
                            + " give its address as `console.origin`");
        }
        Optional<String> origin = yaml.textIfGiven("origin");
        origin.filter(given -> !isOrigin(given)).ifPresent(given -> {
            throw yaml.refused(
                    "origin", "is " + given + "; wanted is http://NAME.localhost:PORT, or https:// and a host");
        });
        int port = yaml.integer("port", 0, MAX_PORT, StationConfig.CONSOLE_PORT);
        if (tls.isPresent() && origin.filter(given -> given.startsWith("http:")).isPresent()) {
            throw yaml.refused("origin", "begins with http://, and the console is served over TLS");
        }
        return new StationConfig.Console(party, bind, port, origin, tls);
    }

    private static Optional<StationConfig.Tls> tls(YamlMapping console, Path home) {
        if (!console.has("tls")) {
            return Optional.empty();
        }
        YamlMapping yaml = console.mapping("tls").only("certificate", "key");
        return Optional.of(
                new StationConfig.Tls(home.resolve(yaml.text("certificate")), home.resolve(yaml.text("key"))));
    }

    private static boolean isOrigin(String text) {
        try {
            var uri = URI.create(text);
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            boolean bare = text.equals(uri.getScheme() + "://" + uri.getRawAuthority()) && uri.getRawUserInfo() == null;
            boolean near = host.equals("localhost") || host.endsWith(".localhost");
            return bare && !host.isEmpty() && (text.startsWith("https://") || (near && text.startsWith("http://")));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static StationConfig.Line line(YamlMapping yaml) {
        yaml.only("listen", "peers", "datagrams");
        var listen = yaml.textIfGiven("listen").map(text -> address(yaml, "listen", text));
        var peers = new LinkedHashMap<String, List<Address>>();
        var given = yaml.mappingIfGiven("peers");
        for (String station : given.keys()) {
            if (!Names.isName(station)) {
                throw given.refused(station, "is no name of a station: " + Names.FORM);
            }
            peers.put(station, addresses(given, station));
        }
        return new StationConfig.Line(listen, peers, DatagramsYaml.ways(yaml));
    }

    private static List<Address> addresses(YamlMapping peers, String station) {
        var addresses = new ArrayList<Address>();
        peers.texts(station).forEach(text -> addresses.add(address(peers, station, text)));
        if (addresses.size() > MAX_ITEMS || addresses.stream().anyMatch(address -> address.port() == 0)) {
            throw peers.refused(station, "must be at most " + MAX_ITEMS + " addresses, each with its port");
        }
        return addresses;
    }

    private static Address address(YamlMapping yaml, String key, String text) {
        return Address.of(text)
                .orElseThrow(() -> yaml.refused(key, "is " + text + ", wanted is HOST:PORT or [IPv6]:PORT"));
    }
}
