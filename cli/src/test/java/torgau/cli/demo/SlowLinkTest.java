package torgau.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.cli.local.LocalParty;
import torgau.station.home.Address;
import torgau.station.home.Home;
import torgau.station.home.PrivateFiles;
import torgau.station.home.StationConfig;

/// Two stations that have nothing but a slow line.
final class SlowLinkTest {
    @Test
    void the_slow_way_takes_the_place_of_the_connection_at_both_ends(@TempDir Path folder) throws Exception {
        List<LocalParty> parties = LocalParty.blueAndRed(folder, 7101);
        for (int i = 0; i < 2; i++) {
            LocalParty own = parties.get(i);
            LocalParty peer = parties.get(1 - i);
            var peers = new LinkedHashMap<String, List<Address>>();
            peers.put(peer.station(), List.of(new Address("127.0.0.1", peer.linePort())));
            var line = new StationConfig.Line(Optional.of(new Address("127.0.0.1", own.linePort())), peers);
            PrivateFiles.directory(own.home());
            StationConfig.initial(own.code(), own.station(), own.language(), line, own.consolePort())
                    .create(new Home(own.home()));
        }

        SlowLink.HF.join(parties);

        for (int i = 0; i < 2; i++) {
            LocalParty own = parties.get(i);
            LocalParty peer = parties.get(1 - i);
            StationConfig config = StationConfig.read(new Home(own.home()).config());
            assertThat(config.line().listen()).isEmpty();
            assertThat(config.line().peers()).isEmpty();
            assertThat(config.line().datagrams())
                    .containsExactly(new StationConfig.Datagrams(
                            "hf",
                            peer.station(),
                            new Address("127.0.0.1", own.linePort()),
                            Optional.of(new Address("127.0.0.1", peer.linePort())),
                            false,
                            2_400,
                            576,
                            Optional.empty()));
        }
    }
}
