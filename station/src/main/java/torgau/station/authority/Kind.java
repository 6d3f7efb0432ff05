package torgau.station.authority;

import java.util.Locale;
import torgau.journal.Act;

/// The kinds of acts that officers release.
public enum Kind {
    MESSAGE,
    NOTIFICATION,
    TRANSLATION,
    ACKNOWLEDGEMENT,
    SUSPENSION,
    RESUMPTION,
    AMENDMENT;

    /// What an act is.
    ///
    /// @throws IllegalArgumentException if no officer releases such acts
    public static Kind of(Act act) {
        return switch (act) {
            case Act.Message _ -> MESSAGE;
            case Act.Notification _ -> NOTIFICATION;
            case Act.Translation _ -> TRANSLATION;
            case Act.Acknowledgement _ -> ACKNOWLEDGEMENT;
            case Act.Suspension _ -> SUSPENSION;
            case Act.Resumption _ -> RESUMPTION;
            case Act.Amendment _ -> AMENDMENT;
            case Act.LinkTest _, Act.KeyOffer _, Act.Seen _, Act.Unknown _ ->
                throw new IllegalArgumentException("no officer releases " + act.getClass());
        };
    }

    /// Its name in `authority.yaml`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
