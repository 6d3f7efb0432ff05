package torgau.station.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Certificates as a party's own authority would hand them over, made by the JDK's keytool.
public final class Certified {
    private static final String PASSWORD = "changeit";

    private Certified() {}

    /// A certificate that signs itself, with its key, as two files in PEM.
    ///
    /// @param how of keytool, for example `-keyalg EC -groupname secp256r1 -validity 90`
    public static StationConfig.Tls made(Path folder, String name, String... how) throws Exception {
        Path store = folder.resolve(name + ".p12");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "console",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-dname",
                "CN=" + name));
        command.addAll(List.of(how));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] said = keytool.getInputStream().readAllBytes();
        if (keytool.waitFor() != 0) {
            throw new IOException(new String(said, StandardCharsets.UTF_8));
        }
        KeyStore kept = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Certificate certificate = kept.getCertificate("console");
        Key key = kept.getKey("console", PASSWORD.toCharArray());
        Path chain = folder.resolve(name + ".crt");
        Path secret = folder.resolve(name + ".key");
        Files.writeString(chain, pem("CERTIFICATE", certificate.getEncoded()));
        PrivateFiles.create(secret, pem("PRIVATE KEY", key.getEncoded()).getBytes(StandardCharsets.US_ASCII));
        return new StationConfig.Tls(chain, secret);
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }
}
