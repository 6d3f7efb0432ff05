package torgau.station.home;

import java.nio.file.Files;
import java.nio.file.Path;
import torgau.journal.Code;
import torgau.journal.agreement.SignedAgreement;

/// The directory in which one station lives. It belongs to one user, who alone can enter it.
public record Home(Path directory) {
    /// Bytes of the token's file at most.
    static final int MAX_TOKEN_BYTES = 256;

    private static final int MAX_AGREEMENT_BYTES = 4 << 20;

    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /// An initialised home whose files nobody else can read.
    public static Home open(Path directory) {
        var home = new Home(directory);
        if (!Files.isDirectory(home.directory)) {
            throw new HomeFault(Code.HOME_NOT_INITIALISED, home.directory + " is no directory");
        }
        PrivateFiles.refuseOpenToOthers(home.directory);
        if (!Files.isExecutable(home.directory)) {
            throw new HomeFault(Code.FILE_UNREADABLE, home.directory + " belongs to another user");
        }
        if (!Files.exists(home.config()) || !Files.exists(home.key())) {
            throw new HomeFault(
                    Code.HOME_NOT_INITIALISED, home.directory + " has no station.yaml and station.key in it");
        }
        PrivateFiles.refuseOpenToOthers(home.config());
        PrivateFiles.refuseOpenToOthers(home.key());
        return home;
    }

    /// `station.yaml`: what the station's keepers decide.
    public Path config() {
        return directory.resolve("station.yaml");
    }

    /// `station.key`: the station's private keys under a passphrase.
    public Path key() {
        return directory.resolve("station.key");
    }

    /// `card.torgau`: what is handed to the other parties before an agreement. No secret.
    public Path card() {
        return directory.resolve("card.torgau");
    }

    /// `agreement.torgau`: the agreement that was adopted, with all signatures.
    public Path agreement() {
        return directory.resolve("agreement.torgau");
    }

    /// `journal.db`: what was said on the line.
    public Path journal() {
        return directory.resolve("journal.db");
    }

    /// `desk.db`: what stays on this station.
    public Path desk() {
        return directory.resolve("desk.db");
    }

    /// `search.db`: the words of the journal. It may be removed at any time; it is made again.
    public Path search() {
        return directory.resolve("search.db");
    }

    /// `token`: the first officer's bearer token.
    public Path token() {
        return directory.resolve("token");
    }

    /// `holidays.yaml`: on which days the offices of each party rest.
    public Path holidays() {
        return directory.resolve("holidays.yaml");
    }

    /// `authority.yaml`: who may say what, and how many persons release it. Private.
    public Path authority() {
        return directory.resolve("authority.yaml");
    }

    /// `watch.yaml`: when the watch changes, where that is not three times a day. Private.
    public Path watch() {
        return directory.resolve("watch.yaml");
    }

    /// `seats.yaml`: the officers' seats beside the first, by the hashes of their tokens. Private.
    public Path seats() {
        return directory.resolve("seats.yaml");
    }

    /// `seats/NAME.token`: a seat's bearer token, until its officer takes it away.
    public Path token(String seat) {
        return seat.equals(Seat.FIRST) ? token() : directory.resolve("seats").resolve(seat + ".token");
    }

    /// `catalogue/`: the procedures of this line, where they are others than those that are built in.
    public Path catalogue() {
        return directory.resolve("catalogue");
    }

    /// `log/`: what the station logs, codes and ids only.
    public Path log() {
        return directory.resolve("log");
    }

    /// Whether an agreement was adopted.
    public boolean adopted() {
        return Files.exists(agreement());
    }

    /// The adopted agreement as it lies on the disk; whoever uses it verifies it.
    public SignedAgreement signedAgreement() {
        if (!adopted()) {
            throw new HomeFault(Code.AGREEMENT_NOT_ADOPTED, directory + " has no agreement.torgau");
        }
        byte[] bytes = PrivateFiles.read(agreement(), MAX_AGREEMENT_BYTES);
        return Outcome.of(SignedAgreement.decode(bytes), agreement().toString());
    }
}
