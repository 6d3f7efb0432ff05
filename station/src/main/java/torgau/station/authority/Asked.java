package torgau.station.authority;

import org.jspecify.annotations.Nullable;
import torgau.journal.Act;
import torgau.journal.Precedence;
import torgau.journal.TrafficClass;
import torgau.station.heart.Draft;

/// What is to be released, as far as the table looks at it.
///
/// @param form of a filed format; null: it is none
/// @param track empty: none
public record Asked(
        Kind kind, TrafficClass trafficClass, Precedence precedence, Act.@Nullable Form form, String track) {
    /// What a draft asks for.
    public static Asked of(Draft draft) {
        Kind kind = Kind.of(draft.act());
        Act.Form form = draft.act() instanceof Act.Notification filed ? filed.form() : null;
        return new Asked(kind, draft.trafficClass(), draft.precedence(), form, track(draft.act()));
    }

    private static String track(Act act) {
        return switch (act) {
            case Act.Notification filed -> filed.track();
            case Act.Suspension(var _, Act.Scope.Track(String name), var _, var _, var _, var _) -> name;
            case Act.Message _, Act.Acknowledgement _, Act.Translation _ -> "";
            case Act.Suspension _, Act.Resumption _, Act.Amendment _ -> "";
            case Act.LinkTest _, Act.KeyOffer _, Act.Seen _, Act.Unknown _ -> "";
        };
    }

    /// In one line: `FORMAL IMMEDIATE UA/UR`.
    @Override
    public String toString() {
        return trafficClass + " " + precedence + " "
                + (form == null ? kind.word() : form.procedure() + "/" + form.format())
                + (track.isEmpty() ? "" : " on the track " + track);
    }
}
