package torgau.sim;

import java.util.ArrayList;
import java.util.List;
import torgau.journal.Digest;
import torgau.journal.Text;
import torgau.journal.agreement.Agreement;
import torgau.journal.agreement.AgreementCodec;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.PartyKind;
import torgau.journal.agreement.Roster;
import torgau.journal.agreement.Rules;
import torgau.journal.agreement.Station;
import torgau.journal.crypto.Ed25519Signer;
import torgau.journal.crypto.HybridVerifier;
import torgau.journal.crypto.Signer;
import torgau.link.seal.KemKey;
import torgau.station.heart.Identity;

/// A line as its parties founded it: agreement, keys, and who each station is.
///
/// @param members the stations, ascending by number
record Founding(Roster roster, List<Member> members) {
    private static final List<String> CODES = List.of("BLUE", "RED", "GREEN", "AMBER", "WHITE");
    private static final List<Text> PASSAGES = List.of(
            new Text("en", "The quick brown fox jumps over the lazy dog."),
            new Text("ru", "Съешь же ещё этих мягких французских булок."));
    private static final int KEY_BYTES = 32;

    /// One station's name, number and secrets.
    record Member(int number, String code, Signer signer, KemKey kemKey, byte[] storageKey) {
        Identity identity(Roster roster, Signer signing, String bootId) {
            return new Identity(roster, number, signing, kemKey, storageKey, bootId, PASSAGES);
        }
    }

    static Founding of(Settings settings, Chance chance) {
        var members = new ArrayList<Member>();
        for (int i = 0; i < settings.stations(); i++) {
            members.add(member(settings, i, chance));
        }
        int last = members.getLast().number() >>> 8;
        var parties = new ArrayList<Party>();
        for (int number = 1; number <= last; number++) {
            parties.add(party(number, chance));
        }
        var stations = members.stream()
                .map(member -> new Station(
                        member.number(),
                        member.code(),
                        member.signer().publicKey(),
                        member.kemKey().publicKey().bytes()))
                .toList();
        var agreement = new Agreement(
                "A simulated line",
                List.of("en", "ru"),
                parties,
                stations,
                rules(settings),
                Digest.over(),
                List.of(),
                List.of(),
                List.of());
        Digest line = Digest.over(AgreementCodec.encode(agreement));
        return new Founding(Roster.of(agreement, line), members);
    }

    private static Rules rules(Settings settings) {
        return new Rules(
                List.of(5, 15, 60, 240), 20, 200, settings.testEveryMinutes(), 60, List.of("FLASH", "PRINCIPAL"));
    }

    /// The first party has two stations where there are more than three in all; every other has one.
    private static Member member(Settings settings, int index, Chance chance) {
        int shared = settings.stations() > 3 && index > 0 ? 1 : 0;
        int party = index + 1 - shared;
        boolean second = shared > 0 && party == 1;
        Signer signer = settings.realSignatures()
                ? Ed25519Signer.fromSeed(chance.bytes(KEY_BYTES))
                : StandIn.signer(chance.bytes(KEY_BYTES));
        return new Member(
                party * 256 + (second ? 2 : 1),
                CODES.get(party - 1) + (second ? "-2" : ""),
                signer,
                KemKey.fromSeed(chance.bytes(KEY_BYTES)),
                chance.bytes(KEY_BYTES));
    }

    private static Party party(int number, Chance chance) {
        return new Party(
                number,
                CODES.get(number - 1),
                CODES.get(number - 1),
                PartyKind.STATE,
                number % 2 == 0 ? "ru" : "en",
                chance.bytes(Party.NONCE_BYTES),
                chance.bytes(HybridVerifier.PUBLIC_KEY_LENGTH));
    }
}
