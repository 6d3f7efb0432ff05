package torgau.station.home;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import torgau.journal.Code;

/// With what the console shows a browser that it is this station's: a chain of certificates (X.509, RFC
/// 5280) and the key of its first, from files in PEM (RFC 7468). Nothing of it is about the line: other
/// stations know each other by the agreement alone.
///
/// @param chain the console's own first
public record ConsoleKeys(List<X509Certificate> chain, PrivateKey key) {
    private static final int MAX_BYTES = 65_536;
    private static final int MIN_RSA_BITS = 3_072;
    private static final int MIN_EC_BITS = 256;
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    public ConsoleKeys {
        chain = List.copyOf(chain);
    }

    /// Reads and judges what `station.yaml` names.
    ///
    /// @throws HomeFault if it cannot be read, does not fit together, is weak, or is not good at `now`
    public static ConsoleKeys read(StationConfig.Tls tls, Instant now) {
        List<X509Certificate> chain = chain(tls.certificate());
        PrivateFiles.refuseOpenToOthers(tls.key());
        var keys = new ConsoleKeys(chain, key(tls.key(), chain.getFirst().getPublicKey()));
        keys.judge(now);
        return keys;
    }

    /// The chain alone, for whoever is to be shown it.
    public static List<X509Certificate> chain(Path file) {
        byte[] bytes = PrivateFiles.read(file, MAX_BYTES);
        try {
            List<X509Certificate> chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (chain.isEmpty()) {
                throw new HomeFault(Code.TLS_UNREADABLE, file + " has no certificate");
            }
            return chain;
        } catch (CertificateException garbled) {
            throw new HomeFault(Code.TLS_UNREADABLE, file + ": " + garbled.getMessage(), garbled);
        }
    }

    private static PrivateKey key(Path file, PublicKey fitting) {
        Matcher pem = PKCS8.matcher(new String(PrivateFiles.read(file, MAX_BYTES), StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new HomeFault(Code.TLS_UNREADABLE, file + " has no unencrypted key in PKCS #8 (BEGIN PRIVATE KEY)");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(fitting.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException garbled) {
            throw new HomeFault(
                    Code.TLS_UNSUITABLE,
                    file + " has no key of the kind of the certificate (" + fitting.getAlgorithm() + ")",
                    garbled);
        }
    }

    private void judge(Instant now) {
        X509Certificate own = chain.getFirst();
        if (!strong(own.getPublicKey())) {
            throw new HomeFault(
                    Code.TLS_UNSUITABLE, "the certificate's key is weak: wanted is EC of 256 bits or RSA of 3072");
        }
        if (!fits()) {
            throw new HomeFault(Code.TLS_UNSUITABLE, "the key is not that of the first certificate");
        }
        Instant from = own.getNotBefore().toInstant();
        Instant until = own.getNotAfter().toInstant();
        if (now.isBefore(from) || now.isAfter(until)) {
            throw new HomeFault(Code.TLS_NOT_VALID, "the certificate is good from " + from + " until " + until);
        }
    }

    private static boolean strong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= MIN_RSA_BITS;
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() >= MIN_EC_BITS;
            default -> false;
        };
    }

    private boolean fits() {
        byte[] said = "torgau console".getBytes(StandardCharsets.US_ASCII);
        String with = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            Signature signing = Signature.getInstance(with);
            signing.initSign(key);
            signing.update(said);
            byte[] signature = signing.sign();
            signing.initVerify(chain.getFirst().getPublicKey());
            signing.update(said);
            return signing.verify(signature);
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    /// When the console's own certificate ends.
    public Instant until() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    /// For a server that shows this chain.
    public SSLContext context() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("console", key, new char[0], chain.toArray(X509Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), new TrustManager[0], new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException fault) {
            throw new HomeFault(Code.TLS_UNSUITABLE, String.valueOf(fault.getMessage()), fault);
        }
    }

    /// For whoever has the home and speaks to its own station: this very certificate and no other, whoever
    /// signed it and whatever name it has.
    public static SSLContext only(X509Certificate wanted) {
        try {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {new Only(wanted)}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Only extends X509ExtendedTrustManager {
        private final X509Certificate wanted;

        Only(X509Certificate wanted) {
            this.wanted = wanted;
        }

        private void judge(X509Certificate[] shown) throws CertificateException {
            if (!shown[0].equals(wanted)) {
                throw new CertificateException("this is not the certificate that the home names");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String how) throws CertificateException {
            judge(shown);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String how, Socket socket) throws CertificateException {
            judge(shown);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] shown, String how, SSLEngine engine)
                throws CertificateException {
            judge(shown);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String how) throws CertificateException {
            throw new CertificateException("no client is judged here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String how, Socket socket) throws CertificateException {
            checkClientTrusted(shown, how);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] shown, String how, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(shown, how);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
