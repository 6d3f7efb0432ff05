package torgau.station.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Certificates of a console that serve, and what is wrong with those that do not.
final class ConsoleKeysTest {
    private final Instant now = Instant.now();

    @TempDir
    static Path folder;

    private static StationConfig.Tls good;
    private static StationConfig.Tls rsa;

    @BeforeAll
    static void issue() throws Exception {
        good = Certified.made(folder, "good", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "90");
        rsa = Certified.made(folder, "rsa", "-keyalg", "RSA", "-keysize", "2048", "-validity", "90");
    }

    private static void refused(StationConfig.Tls tls, Instant at, String code, String why) {
        assertThatThrownBy(() -> ConsoleKeys.read(tls, at))
                .isInstanceOfSatisfying(
                        HomeFault.class,
                        fault -> assertThat(fault.code().code()).isEqualTo(code))
                .hasMessageContaining(why);
    }

    @Test
    void a_chain_with_its_key_serves_while_it_is_good() {
        var keys = ConsoleKeys.read(good, now);
        assertThat(keys.chain()).hasSize(1);
        assertThat(keys.until()).isBetween(now.plus(Duration.ofDays(89)), now.plus(Duration.ofDays(91)));
        refused(good, now.plus(Duration.ofDays(91)), "TG-6154", "good from");
        refused(good, now.minus(Duration.ofDays(2)), "TG-6154", "good from");
    }

    @Test
    void a_key_of_another_certificate_or_a_weak_one_does_not_serve() throws Exception {
        var other = Certified.made(folder, "other", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "90");
        refused(new StationConfig.Tls(good.certificate(), other.key()), now, "TG-6153", "not that of the first");
        refused(new StationConfig.Tls(good.certificate(), rsa.key()), now, "TG-6153", "no key of the kind");
        refused(rsa, now, "TG-6153", "weak");
    }

    @Test
    void files_that_are_no_certificate_and_no_key_are_named() throws Exception {
        Path words = folder.resolve("words");
        PrivateFiles.create(words, "nothing of the kind".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        refused(new StationConfig.Tls(words, good.key()), now, "TG-6152", "words");
        refused(new StationConfig.Tls(good.certificate(), words), now, "TG-6152", "PKCS #8");
        Path broken = folder.resolve("broken");
        String pem = Files.readString(good.key()).replaceFirst("\n[A-Za-z0-9+/]{20}", "\n");
        PrivateFiles.create(broken, pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        refused(new StationConfig.Tls(good.certificate(), broken), now, "TG-6153", "broken");
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> ConsoleKeys.read(new StationConfig.Tls(missing, good.key()), now))
                .isInstanceOf(HomeFault.class)
                .hasMessageContaining("missing");
    }

    @Test
    void a_key_that_others_may_read_is_not_taken() throws Exception {
        Path open = folder.resolve("open.key");
        Files.copy(good.key(), open);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> ConsoleKeys.read(new StationConfig.Tls(good.certificate(), open), now))
                .isInstanceOf(HomeFault.class)
                .hasMessageContaining("open to others");
    }
}
