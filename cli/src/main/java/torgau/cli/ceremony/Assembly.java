package torgau.cli.ceremony;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import torgau.journal.Code;
import torgau.journal.agreement.Card;
import torgau.journal.agreement.Party;
import torgau.journal.agreement.Station;

/// The parties and stations that some cards make, once the parties are put in an order.
///
/// A party with several stations hands over a card for each. They must name the same party and root; what they say else
/// of the party is taken from the card with the lowest station number.
record Assembly(List<Party> parties, List<Station> stations) {

    static Assembly of(List<Card> cards, List<String> order) {
        for (Card card : cards) {
            if (!order.contains(card.partyCode())) {
                throw new Refused(
                        Code.CARDS_DO_NOT_FIT,
                        "there is a card of " + card.partyCode() + ", which is not among the parties " + order);
            }
        }
        var parties = new ArrayList<Party>();
        var stations = new ArrayList<Station>();
        for (String code : order) {
            var own = of(cards, code);
            int number = parties.size() + 1;
            parties.add(own.getFirst().party(number));
            own.forEach(card -> stations.add(card.station(number)));
        }
        return new Assembly(parties, stations);
    }

    private static List<Card> of(List<Card> cards, String code) {
        var own = cards.stream()
                .filter(card -> card.partyCode().equals(code))
                .sorted(Comparator.comparingInt(Card::stationNumber))
                .toList();
        if (own.isEmpty()) {
            throw new Refused(Code.CARDS_DO_NOT_FIT, "there is no card of party " + code);
        }
        for (int i = 1; i < own.size(); i++) {
            if (!Arrays.equals(own.get(i).rootKey(), own.getFirst().rootKey())) {
                throw new Refused(Code.CARDS_DO_NOT_FIT, "the cards of " + code + " have different root keys");
            }
            if (own.get(i).stationNumber() == own.get(i - 1).stationNumber()) {
                throw new Refused(
                        Code.CARDS_DO_NOT_FIT,
                        "two cards of " + code + " have the station number "
                                + own.get(i).stationNumber());
            }
        }
        return own;
    }
}
