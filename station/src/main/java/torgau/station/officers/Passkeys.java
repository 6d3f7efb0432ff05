package torgau.station.officers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import torgau.journal.crypto.RandomSource;
import torgau.store.StoreFault;

/// Passkeys (W3C Web Authentication, level 2), bound to the console's own origin. The authenticator must
/// have verified its user; who made it is not asked, so that a party may buy where it likes.
public final class Passkeys {
    /// How long a ceremony may take.
    static final long CEREMONY_MILLIS = 5 * 60_000L;

    private static final int ID_BYTES = 16;
    private static final String NO_ATTESTATION = "none";

    private final Officers officers;
    private final RandomSource random;
    private final LongSupplier steadyNanos;
    private final RelyingParty party;
    private final Challenges challenges;
    /// Those whose invitation was shown and whose passkey is awaited, one of an officer.
    private final Map<String, Enrolment> enrolments = new TreeMap<>();

    /// What was asked of a browser and waits for its answer, once.
    private record Enrolment(String ceremony, Officer officer, PublicKeyCredentialCreationOptions asked, long since) {}

    /// What is asked of a browser.
    ///
    /// @param options for `navigator.credentials`, as JSON
    public record Asked(String ceremony, String options) {}

    /// @param origin at which browsers see the console
    /// @param station shown by the authenticator
    public Passkeys(Officers officers, URI origin, String station, RandomSource random, LongSupplier steadyNanos) {
        this.officers = officers;
        this.random = random;
        this.steadyNanos = steadyNanos;
        this.challenges = new Challenges(random, steadyNanos);
        this.party = RelyingParty.builder()
                .identity(RelyingPartyIdentity.builder()
                        .id(origin.getHost())
                        .name("Torgau " + station)
                        .build())
                .credentialRepository(new Enrolled(officers))
                .origins(Set.of(origin.toString()))
                .allowUntrustedAttestation(true)
                .build();
    }

    /// Asks the browser of an invited officer to make a passkey.
    public Asked enrolment(Officer officer) {
        PublicKeyCredentialCreationOptions options = party.startRegistration(StartRegistrationOptions.builder()
                .user(UserIdentity.builder()
                        .name(officer.id())
                        .displayName(officer.name())
                        .id(Enrolled.handle(officer.id()))
                        .build())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .timeout(CEREMONY_MILLIS)
                .build());
        String ceremony = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(ID_BYTES));
        synchronized (this) {
            enrolments.put(officer.id(), new Enrolment(ceremony, officer, options, now()));
        }
        try {
            return new Asked(ceremony, options.toCredentialsCreateJson());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Asks a browser to sign with any passkey of this station.
    public Asked signingIn() {
        String ceremony = challenges.begin();
        try {
            return new Asked(
                    ceremony, assertion(challenges.of(ceremony).orElseThrow()).toCredentialsGetJson());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private AssertionRequest assertion(ByteArray challenge) {
        return AssertionRequest.builder()
                .publicKeyCredentialRequestOptions(PublicKeyCredentialRequestOptions.builder()
                        .challenge(challenge)
                        .rpId(party.getIdentity().getId())
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .timeout(CEREMONY_MILLIS)
                        .build())
                .build();
    }

    /// The officer with the passkey that the browser has made; empty if it is none as it was asked for,
    /// or the invitation was used meanwhile.
    ///
    /// @param answer the browser's, as JSON
    /// @param at milliseconds UTC
    public Optional<Officer> enrolled(String ceremony, String answer, long at) {
        Optional<Enrolment> awaited = taken(ceremony);
        if (awaited.isEmpty()) {
            return Optional.empty();
        }
        return made(awaited.get().asked(), answer)
                .map(result -> new Officer.Passkey(
                        result.getKeyId().getId().getBase64Url(),
                        result.getPublicKeyCose().getBase64Url(),
                        result.getSignatureCount(),
                        at))
                .flatMap(key -> officers.enrol(awaited.get().officer(), key));
    }

    private Optional<RegistrationResult> made(PublicKeyCredentialCreationOptions asked, String answer) {
        return judged(() -> {
            var made = PublicKeyCredential.parseRegistrationResponseJson(answer);
            return made.getResponse().getAttestation().getFormat().equals(NO_ATTESTATION)
                    ? Optional.of(party.finishRegistration(FinishRegistrationOptions.builder()
                            .request(asked)
                            .response(made)
                            .build()))
                    : Optional.empty();
        });
    }

    /// The officer who has signed in.
    public Optional<Officer> signedIn(String ceremony, String answer) {
        return challenges
                .of(ceremony)
                .flatMap(challenge -> shown(challenge, answer))
                .filter(result -> result.isSuccess() && result.isUserVerified() && challenges.answered(ceremony))
                .flatMap(result -> officers.used(
                        result.getUsername(),
                        result.getCredential().getCredentialId().getBase64Url(),
                        result.getSignatureCount()));
    }

    private Optional<AssertionResult> shown(ByteArray challenge, String answer) {
        return judged(() -> Optional.of(party.finishAssertion(FinishAssertionOptions.builder()
                .request(assertion(challenge))
                .response(PublicKeyCredential.parseAssertionResponseJson(answer))
                .build())));
    }

    /// What the library says of an answer; empty if it refuses it. Of some that nobody makes, as a signature
    /// that is no DER, it says so with a `RuntimeException`: a stranger must not make a fault of ours of it,
    /// nor go uncounted.
    private static <T> Optional<T> judged(Judgement<T> judgement) {
        try {
            return judgement.of();
        } catch (StoreFault ours) {
            throw ours;
        } catch (IOException | RegistrationFailedException | AssertionFailedException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    private interface Judgement<T> {
        Optional<T> of() throws IOException, RegistrationFailedException, AssertionFailedException;
    }

    private synchronized Optional<Enrolment> taken(String ceremony) {
        Optional<Enrolment> awaited = enrolments.values().stream()
                .filter(enrolment -> enrolment.ceremony().equals(ceremony))
                .findFirst();
        awaited.ifPresent(enrolment -> enrolments.remove(enrolment.officer().id()));
        return awaited.filter(enrolment -> now() - enrolment.since() <= CEREMONY_MILLIS);
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong());
    }
}
