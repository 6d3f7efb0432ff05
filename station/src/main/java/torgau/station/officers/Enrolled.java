package torgau.station.officers;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.exception.Base64UrlException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// The passkeys of those who may sign in, as the library asks for them.
final class Enrolled implements CredentialRepository {
    private final Officers officers;

    Enrolled(Officers officers) {
        this.officers = officers;
    }

    static ByteArray handle(String id) {
        return new ByteArray(id.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Officer> holder(ByteArray handle) {
        return officers.named(new String(handle.getBytes(), StandardCharsets.UTF_8))
                .filter(Officer::enrolled);
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String id) {
        var ids = new LinkedHashSet<PublicKeyCredentialDescriptor>();
        officers.named(id)
                .ifPresent(officer -> officer.passkeys()
                        .forEach(key -> ids.add(PublicKeyCredentialDescriptor.builder()
                                .id(bytes(key.id()))
                                .build())));
        return ids;
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String id) {
        return officers.named(id).map(officer -> handle(officer.id()));
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray handle) {
        return holder(handle).map(Officer::id);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credential, ByteArray handle) {
        return holder(handle)
                .flatMap(officer -> officer.passkey(credential.getBase64Url()).map(key -> registered(officer, key)));
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credential) {
        var all = new LinkedHashSet<RegisteredCredential>();
        officers.all()
                .forEach(officer ->
                        officer.passkey(credential.getBase64Url()).ifPresent(key -> all.add(registered(officer, key))));
        return all;
    }

    private static RegisteredCredential registered(Officer officer, Officer.Passkey key) {
        return RegisteredCredential.builder()
                .credentialId(bytes(key.id()))
                .userHandle(handle(officer.id()))
                .publicKeyCose(bytes(key.publicKey()))
                .signatureCount(key.uses())
                .build();
    }

    private static ByteArray bytes(String base64Url) {
        try {
            return ByteArray.fromBase64Url(base64Url);
        } catch (Base64UrlException garbled) {
            throw new IllegalArgumentException(garbled);
        }
    }
}
