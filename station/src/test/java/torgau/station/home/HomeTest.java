package torgau.station.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import torgau.journal.Code;
import torgau.journal.crypto.PassphraseBox;
import torgau.journal.crypto.RandomSource;

/// A home is its owner's alone, and its keys are nobody's without the passphrase.
class HomeTest {
    private final RandomSource random = new Random(7)::nextBytes;
    private Home home = new Home(Path.of("."));

    @BeforeEach
    void initialised(@TempDir Path directory) {
        home = new Home(directory.resolve("home"));
        PrivateFiles.directory(home.directory());
        var line = new StationConfig.Line(Optional.empty(), new LinkedHashMap<>());
        StationConfig.initial("BLUE", "BLUE-OPS", "en", line, 0).create(home);
    }

    @Test
    void the_keys_come_back_with_the_passphrase_and_only_with_it() {
        var made = StationSecrets.create(home, sealing());
        var opened = StationSecrets.open(Home.open(home.directory()), passphrase("correct horse battery"));
        assertThat(opened.signer().publicKey()).isEqualTo(made.signer().publicKey());
        assertThat(opened.kemKey().publicKey()).isEqualTo(made.kemKey().publicKey());
        assertThat(opened.storageKey()).isEqualTo(made.storageKey()).hasSize(32);
        assertThat(code(() -> StationSecrets.open(home, passphrase("correct horse batterx"))))
                .isEqualTo(Code.PASSPHRASE_WRONG);
        assertThat(code(() -> StationSecrets.create(home, sealing()))).isEqualTo(Code.FILE_EXISTS);
    }

    @Test
    void a_key_of_another_kind_is_no_station_key(@TempDir Path directory) throws Exception {
        RootSecrets.create(directory.resolve("root"), sealing());
        Files.copy(RootSecrets.file(directory.resolve("root")), home.key());
        assertThat(code(() -> StationSecrets.open(home, passphrase("correct horse battery"))))
                .isEqualTo(Code.KEY_FILE_DAMAGED);
        PrivateFiles.replace(home.key(), new byte[] {1, 2, 3});
        assertThat(code(() -> StationSecrets.open(home, passphrase("correct horse battery"))))
                .isEqualTo(Code.KEY_FILE_DAMAGED);
    }

    @Test
    void what_others_could_read_is_not_used() throws Exception {
        PrivateFiles.create(home.key(), new byte[] {1});
        assertThat(Files.getPosixFilePermissions(home.key())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(home.directory()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        Home.open(home.directory());
        for (Path path : new Path[] {home.key(), home.config(), home.directory()}) {
            var before = Files.getPosixFilePermissions(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-----"));
            assertThat(code(() -> Home.open(home.directory()))).isEqualTo(Code.OPEN_TO_OTHERS);
            Files.setPosixFilePermissions(path, before);
        }
    }

    @Test
    void a_passphrase_comes_from_a_private_file_or_not_at_all(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("passphrase");
        PrivateFiles.create(file, "пароль длинный\nsecond line\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Passphrase.inFile(file).same(passphrase("пароль длинный"))).isTrue();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(code(() -> Passphrase.inFile(file))).isEqualTo(Code.OPEN_TO_OTHERS);
        PrivateFiles.replace(file, new byte[] {(byte) 0xc3, 0x28});
        assertThat(code(() -> Passphrase.inFile(file))).isEqualTo(Code.PASSPHRASE_REFUSED);
        PrivateFiles.replace(file, "\n".getBytes(StandardCharsets.UTF_8));
        assertThat(code(() -> Passphrase.inFile(file))).isEqualTo(Code.PASSPHRASE_REFUSED);
        assertThat(code(() -> passphrase("short").forNewKeys())).isEqualTo(Code.PASSPHRASE_REFUSED);
        assertThat(code(() -> Passphrase.inFile(directory.resolve("none")))).isEqualTo(Code.FILE_UNREADABLE);
    }

    @Test
    void the_token_is_made_once() throws Exception {
        String token = Token.of(home, random);
        assertThat(token).hasSize(43).isEqualTo(Token.of(home, random)).isEqualTo(Token.inFile(home.token()));
        Files.setPosixFilePermissions(home.token(), PosixFilePermissions.fromString("rw----r--"));
        assertThat(code(() -> Token.of(home, random))).isEqualTo(Code.OPEN_TO_OTHERS);
    }

    @Test
    void a_directory_without_a_station_is_no_home(@TempDir Path directory) {
        assertThat(code(() -> Home.open(directory.resolve("none")))).isEqualTo(Code.HOME_NOT_INITIALISED);
        assertThat(code(() -> Home.open(home.directory()))).isEqualTo(Code.HOME_NOT_INITIALISED);
        assertThat(code(home::signedAgreement)).isEqualTo(Code.AGREEMENT_NOT_ADOPTED);
    }

    @Test
    void a_file_is_replaced_whole_and_leaves_nothing_behind() throws Exception {
        Path file = home.directory().resolve("file");
        PrivateFiles.create(file, new byte[] {1});
        PrivateFiles.replace(file, new byte[] {2, 3});
        assertThat(PrivateFiles.read(file, 2)).containsExactly(2, 3);
        assertThat(code(() -> PrivateFiles.read(file, 1))).isEqualTo(Code.FILE_UNREADABLE);
        try (var files = Files.list(home.directory())) {
            assertThat(files).containsExactlyInAnyOrder(file, home.config());
        }
        assertThat(code(() -> PrivateFiles.create(file.resolve("below"), new byte[1])))
                .isEqualTo(Code.FILE_UNWRITABLE);
    }

    private Sealing sealing() {
        return new Sealing(passphrase("correct horse battery"), new PassphraseBox.Cost(8, 1, 1), random);
    }

    private static Passphrase passphrase(String words) {
        return Passphrase.typed(words.toCharArray());
    }

    private static Code code(ThrowingCallable call) {
        return catchThrowableOfType(HomeFault.class, call).code();
    }
}
