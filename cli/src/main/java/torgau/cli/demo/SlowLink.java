package torgau.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import torgau.cli.local.LocalFault;
import torgau.cli.local.LocalParty;
import torgau.station.home.Home;
import torgau.station.home.PrivateFiles;

/// What a demonstration can join two stations by instead of a wire: datagrams at the rate of a bearer,
/// which the stations keep by themselves. Neither delay nor loss is added: `torgau bench link` has both.
enum SlowLink {
    GEO(64_000, 1_500),
    NARROW(9_600, 576),
    HF(2_400, 576);

    private static final String LINE = "\nline:\n";
    private static final String AFTER = "\n# ";

    private final int bitsPerSecond;
    private final int mtuBytes;

    SlowLink(int bitsPerSecond, int mtuBytes) {
        this.bitsPerSecond = bitsPerSecond;
        this.mtuBytes = mtuBytes;
    }

    int bitsPerSecond() {
        return bitsPerSecond;
    }

    /// Takes the connection out of the configuration of both and puts this in its place.
    void join(List<LocalParty> parties) throws IOException {
        for (int i = 0; i < parties.size(); i++) {
            rewire(parties.get(i), parties.get(1 - i));
        }
    }

    private void rewire(LocalParty own, LocalParty peer) throws IOException {
        var home = new Home(own.home());
        String config = Files.readString(home.config(), StandardCharsets.UTF_8);
        int begins = config.indexOf(LINE);
        int ends = config.indexOf(AFTER, begins + 1);
        if (begins < 0 || ends < 0) {
            throw new LocalFault(1, home.config() + " has no line that could be replaced");
        }
        String way = String.format(
                Locale.ROOT,
                "%s  datagrams:%n    - {name: %s, peer: %s, bind: \"127.0.0.1:%d\", to: \"127.0.0.1:%d\", rate: %d, mtu: %d}",
                LINE,
                name().toLowerCase(Locale.ROOT),
                peer.station(),
                own.linePort(),
                peer.linePort(),
                bitsPerSecond,
                mtuBytes);
        String rewired = config.substring(0, begins) + way + config.substring(ends);
        PrivateFiles.replace(home.config(), rewired.getBytes(StandardCharsets.UTF_8));
    }
}
