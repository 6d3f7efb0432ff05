package torgau.station.shell;

import java.util.Locale;
import torgau.journal.Code;
import torgau.journal.Precedence;

/// The kinds of alarms, and how loud each is. What to say for each stands in `i18n` under `alarm.` and
/// its name.
enum AlarmKind {
    FLASH_ARRIVED(Precedence.FLASH),
    FLASH_NOT_PRINTED(Precedence.IMMEDIATE),
    IMMEDIATE_ARRIVED(Precedence.IMMEDIATE),
    NOT_UNDERSTOOD(Precedence.IMMEDIATE),
    AWAITED_SOON(Precedence.PRIORITY),
    AWAITED_NOW(Precedence.IMMEDIATE),
    NO_REPLY(Precedence.PRIORITY),
    NOT_RECEIVED(Precedence.IMMEDIATE),
    REPORT_SOON(Precedence.PRIORITY),
    REPORT_NOW(Precedence.PRIORITY),
    NO_REPORT(Precedence.PRIORITY),
    STANDING_ENDS(Precedence.PRIORITY),
    AWAITED_MORE(Precedence.PRIORITY),
    RELEASE_OF_FLASH_WAITS(Precedence.FLASH),
    RELEASE_WAITS(Precedence.IMMEDIATE),
    RELEASE_UNCOUNTERSIGNED(Precedence.PRIORITY),
    WATCH_NOT_TAKEN(Precedence.IMMEDIATE),
    LINE_UNANSWERED(Precedence.IMMEDIATE),
    RECEIVE_ONLY_ENDED(Precedence.IMMEDIATE),
    LINK_TEST_MISSED(Precedence.PRIORITY),
    LINK_TEST_DIFFERS(Precedence.IMMEDIATE),
    CLOCK_OFFSET(Precedence.PRIORITY),
    EQUIVOCATION(Precedence.IMMEDIATE),
    ROOT_EQUIVOCATION(Precedence.IMMEDIATE),
    NEW_INCARNATION(Precedence.PRIORITY),
    STORE_FAILED(Precedence.FLASH),
    STORE_DAMAGED(Precedence.IMMEDIATE),
    CERTIFICATE_ENDS(Precedence.PRIORITY),
    DISK_LOW(Precedence.IMMEDIATE),
    SEALING_KEY_DROPPED(Precedence.PRIORITY),
    BEARER_REFUSED(Precedence.ROUTINE),
    REFUSED_BY_PEER(Precedence.IMMEDIATE),
    BLOB_WRONG(Precedence.PRIORITY),
    BLOBS_WAIT(Precedence.PRIORITY),
    ENTRY_REFUSED(Precedence.IMMEDIATE);

    private final Precedence precedence;
    private final String word = name().toLowerCase(Locale.ROOT);

    AlarmKind(Precedence precedence) {
        this.precedence = precedence;
    }

    Precedence precedence() {
        return precedence;
    }

    String word() {
        return word;
    }

    /// What the heart's alarm with this code is.
    static AlarmKind of(Code code) {
        return switch (code) {
            case LINE_UNANSWERED -> LINE_UNANSWERED;
            case TEST_MISSED -> LINK_TEST_MISSED;
            case TEST_ALTERED -> LINK_TEST_DIFFERS;
            case CLOCK_OFFSET -> CLOCK_OFFSET;
            case EQUIVOCATION -> EQUIVOCATION;
            case ROOT_EQUIVOCATION -> ROOT_EQUIVOCATION;
            case STATION_FAULT -> STORE_FAILED;
            case SEALING_KEY_CROWDED_OUT -> SEALING_KEY_DROPPED;
            case REFUSED_BY_PEER -> REFUSED_BY_PEER;
            case BLOB_WRONG, BLOB_OF_ANOTHER -> BLOB_WRONG;
            case BLOB_QUOTA_REACHED, NO_ROOM_FOR_BLOBS -> BLOBS_WAIT;
            default -> ENTRY_REFUSED;
        };
    }
}
