package torgau.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;
import torgau.station.home.Home;
import torgau.station.home.StationConfig;

/// What all commands have that work on the files of a home, whether its station runs or not.
abstract class HomeVerb extends Verb {
    @Parameters(index = "0", paramLabel = "HOME", description = "The station's home.")
    private Path home;

    HomeVerb(Surroundings around) {
        super(around);
    }

    /// The home that was named.
    ///
    /// @throws torgau.station.home.HomeFault if there is none
    protected Home home() {
        return Home.open(home);
    }

    /// The `station.yaml` of a home.
    protected static StationConfig config(Home home) {
        return StationConfig.read(home.config());
    }
}
