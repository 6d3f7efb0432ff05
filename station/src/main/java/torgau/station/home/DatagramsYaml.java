package torgau.station.home;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import torgau.link.air.Rate;
import torgau.link.air.TurnRules;
import torgau.link.bearer.UdpRoute;

/// Reads `line.datagrams` of `station.yaml`.
final class DatagramsYaml {
    /// Ways of one station.
    static final int MAX_WAYS = 16;

    /// Bits a second: a gigabit; what is faster is no radio and needs no pacing.
    private static final int MAX_RATE = 999_999_999;

    private static final int DEFAULT_MTU = 576;
    private static final String NAME = "[a-z][a-z0-9-]{0,31}";

    private DatagramsYaml() {}

    static List<StationConfig.Datagrams> ways(YamlMapping line) {
        List<StationConfig.Datagrams> ways =
                line.mappings("datagrams").stream().map(DatagramsYaml::way).toList();
        if (ways.size() > MAX_WAYS) {
            throw line.refused("datagrams", "has " + ways.size() + " ways, allowed are " + MAX_WAYS);
        }
        once(line, "name", ways.stream().map(StationConfig.Datagrams::name).toList());
        once(line, "bind", ways.stream().map(way -> way.bind().toString()).toList());
        return ways;
    }

    private static void once(YamlMapping line, String key, List<String> values) {
        var known = new HashSet<String>();
        values.stream().filter(value -> !known.add(value)).findFirst().ifPresent(twice -> {
            throw line.refused("datagrams", "has two ways with the same `" + key + "`, " + twice);
        });
    }

    private static StationConfig.Datagrams way(YamlMapping yaml) {
        yaml.only("name", "peer", "bind", "to", "roams", "rate", "mtu", "half_duplex");
        String name = yaml.text("name");
        if (!name.matches(NAME)) {
            throw yaml.refused("name", "is " + name + ", wanted are small letters, digits and hyphens");
        }
        String peer = yaml.text("peer");
        if (!Names.isName(peer)) {
            throw yaml.refused("peer", "is " + peer + ", wanted is " + Names.FORM);
        }
        Optional<Address> to = yaml.textIfGiven("to").map(text -> address(yaml, "to", text));
        boolean roams = yaml.flag("roams", false);
        if (to.isEmpty() && !roams) {
            throw yaml.refused("to", "is left out: give the address of the other end, or `roams: true`");
        }
        return new StationConfig.Datagrams(
                name,
                peer,
                address(yaml, "bind", yaml.text("bind")),
                to,
                roams,
                yaml.integer("rate", (int) Rate.MIN_BITS_PER_SECOND, MAX_RATE),
                yaml.integer("mtu", UdpRoute.MIN_MTU_BYTES, UdpRoute.MAX_MTU_BYTES, DEFAULT_MTU),
                yaml.has("half_duplex") ? Optional.of(turns(yaml.mapping("half_duplex"))) : Optional.empty());
    }

    private static TurnRules turns(YamlMapping yaml) {
        yaml.only("turn_ms", "delay_ms", "hold_ms");
        return TurnRules.ofMillis(
                yaml.integer("turn_ms", 0, TurnRules.MAX_MILLIS),
                yaml.integer("delay_ms", 1, TurnRules.MAX_MILLIS),
                yaml.integer("hold_ms", 1, TurnRules.MAX_MILLIS, TurnRules.DEFAULT_HOLD_MILLIS));
    }

    private static Address address(YamlMapping yaml, String key, String text) {
        return Address.of(text)
                .filter(address -> address.port() != 0)
                .orElseThrow(() -> yaml.refused(key, "is " + text + ", wanted is HOST:PORT or [IPv6]:PORT"));
    }
}
