package torgau.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import torgau.journal.cbor.CborReader;
import torgau.journal.cbor.CborWriter;

/// The bodies of acts and the numbers of their types. Shapes: docs/spec/02-entries.md.
final class ActCodec {
    private ActCodec() {}

    /// Whether this version knows the act whose type has this number.
    static boolean known(int type) {
        return switch (type) {
            case ActTypes.MESSAGE,
                    ActTypes.NOTIFICATION,
                    ActTypes.ACKNOWLEDGEMENT,
                    ActTypes.TRANSLATION,
                    ActTypes.LINK_TEST,
                    ActTypes.KEY_OFFER,
                    ActTypes.AMENDMENT,
                    ActTypes.SUSPENSION,
                    ActTypes.RESUMPTION,
                    ActTypes.SEEN -> true;
            default -> false;
        };
    }

    static int type(Act act) {
        return switch (act) {
            case Act.Message _ -> ActTypes.MESSAGE;
            case Act.Notification _ -> ActTypes.NOTIFICATION;
            case Act.Acknowledgement _ -> ActTypes.ACKNOWLEDGEMENT;
            case Act.Translation _ -> ActTypes.TRANSLATION;
            case Act.LinkTest _ -> ActTypes.LINK_TEST;
            case Act.KeyOffer _ -> ActTypes.KEY_OFFER;
            case Act.Amendment _ -> ActTypes.AMENDMENT;
            case Act.Suspension _ -> ActTypes.SUSPENSION;
            case Act.Resumption _ -> ActTypes.RESUMPTION;
            case Act.Seen _ -> ActTypes.SEEN;
            case Act.Unknown unknown -> unknown.type();
        };
    }

    static void write(CborWriter out, Act act) {
        switch (act) {
            case Act.Message message -> {
                office(out.array(4), message.office());
                text(out.text(message.subject()), message.text());
                texts(out, message.courtesy());
            }
            case Act.Notification filed -> {
                office(out.array(6), filed.office());
                form(out, filed.form());
                out.integer(filed.label().number()).text(filed.track());
                out.text(filed.language()).raw(filed.fields());
            }
            case Act.Acknowledgement acknowledgement -> {
                office(out.array(2), acknowledgement.office());
                stage(out, acknowledgement.stage());
            }
            case Act.Translation translation -> {
                office(out.array(3), translation.office());
                text(out.text(translation.part()), translation.text());
            }
            case Act.LinkTest test -> passage(out, test.passage());
            case Act.KeyOffer offer -> out.array(1).bytes(offer.kemKey());
            case Act.Amendment amendment -> out.array(1).bytes(amendment.signedAmendment());
            case Act.Suspension suspension -> {
                office(out.array(6), suspension.office());
                scope(out, suspension.scope());
                out.text(suspension.authority()).integer(suspension.effective());
                textOrNull(out, suspension.reason());
                names(out, suspension.staysOpen());
            }
            case Act.Resumption resumption -> {
                office(out.array(4), resumption.office());
                out.text(resumption.authority()).integer(resumption.effective());
                textOrNull(out, resumption.reason());
            }
            case Act.Seen _ -> out.array(0);
            case Act.Unknown unknown -> out.raw(unknown.body());
        }
    }

    static Act read(int type, CborReader in) {
        return switch (type) {
            case ActTypes.MESSAGE -> {
                in.array(4);
                yield new Act.Message(office(in), in.text(Limits.NAME_BYTES), text(in), texts(in));
            }
            case ActTypes.NOTIFICATION -> {
                in.array(6);
                yield new Act.Notification(
                        office(in),
                        form(in),
                        Label.of(in.unsigned(Label.LAST)),
                        in.text(Limits.NAME_BYTES),
                        in.text(Limits.LANGUAGE_BYTES),
                        in.item());
            }
            case ActTypes.ACKNOWLEDGEMENT -> {
                in.array(2);
                yield new Act.Acknowledgement(office(in), stage(in));
            }
            case ActTypes.TRANSLATION -> {
                in.array(3);
                yield new Act.Translation(office(in), in.text(Limits.NAME_BYTES), text(in));
            }
            case ActTypes.LINK_TEST -> new Act.LinkTest(passage(in));
            case ActTypes.KEY_OFFER -> {
                in.array(1);
                yield new Act.KeyOffer(in.bytesExactly(Act.KeyOffer.KEM_KEY_BYTES));
            }
            case ActTypes.AMENDMENT -> {
                in.array(1);
                yield new Act.Amendment(in.bytes(Act.Amendment.MAX_BYTES));
            }
            case ActTypes.SUSPENSION -> {
                in.array(6);
                yield new Act.Suspension(
                        office(in),
                        scope(in),
                        in.text(Limits.NAME_BYTES),
                        in.unsigned(Limits.TIME_MILLIS),
                        textOrNull(in),
                        names(in, "kinds that stay open"));
            }
            case ActTypes.RESUMPTION -> {
                in.array(4);
                yield new Act.Resumption(
                        office(in), in.text(Limits.NAME_BYTES), in.unsigned(Limits.TIME_MILLIS), textOrNull(in));
            }
            case ActTypes.SEEN -> {
                in.array(0);
                yield new Act.Seen();
            }
            default -> new Act.Unknown(type, in.item());
        };
    }

    private static void office(CborWriter out, Office office) {
        out.array(2).text(office.title()).text(office.capacity());
    }

    private static Office office(CborReader in) {
        in.array(2);
        return new Office(in.text(Limits.NAME_BYTES), in.text(Limits.NAME_BYTES));
    }

    private static void form(CborWriter out, Act.Form form) {
        out.array(3).text(form.procedure()).integer(form.edition()).text(form.format());
    }

    private static Act.Form form(CborReader in) {
        in.array(3);
        return new Act.Form(
                in.text(Limits.CODE_BYTES), (int) in.unsigned(Act.Form.MAX_EDITION), in.text(Limits.CODE_BYTES));
    }

    private static void text(CborWriter out, Text text) {
        out.array(2).text(text.language()).text(text.words());
    }

    private static Text text(CborReader in) {
        in.array(2);
        return new Text(in.text(Limits.LANGUAGE_BYTES), in.text(Limits.TEXT_BYTES));
    }

    private static void textOrNull(CborWriter out, @Nullable Text text) {
        if (text == null) {
            out.nil();
        } else {
            text(out, text);
        }
    }

    private static @Nullable Text textOrNull(CborReader in) {
        if (in.nextIsNull()) {
            in.nil();
            return null;
        }
        return text(in);
    }

    private static void texts(CborWriter out, List<Text> texts) {
        out.array(texts.size());
        texts.forEach(text -> text(out, text));
    }

    private static List<Text> texts(CborReader in) {
        var texts = new ArrayList<Text>();
        for (int left = Fields.count(in, "courtesy translations", Limits.LIST_ITEMS); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static void names(CborWriter out, List<String> names) {
        out.array(names.size());
        names.forEach(out::text);
    }

    private static List<String> names(CborReader in, String what) {
        var names = new ArrayList<String>();
        for (int left = Fields.count(in, what, Limits.LIST_ITEMS); left > 0; left--) {
            names.add(in.text(Limits.NAME_BYTES));
        }
        return names;
    }

    private static void stage(CborWriter out, Act.Stage stage) {
        switch (stage) {
            case Act.Stage.Read _ -> out.array(1).integer(1);
            case Act.Stage.Understood understood -> {
                text(out.array(3).integer(2), understood.readBack());
                out.raw(understood.restated());
            }
            case Act.Stage.NotUnderstood not -> {
                textOrNull(out.array(4).integer(3).integer(not.cause().number()), not.about());
                names(out, not.fields());
            }
            case Act.Stage.PassedOn passed -> out.array(2).integer(4).integer(passed.at());
        }
    }

    private static Act.Stage stage(CborReader in) {
        int items = in.array();
        int kind = (int) in.unsigned(4);
        Fields.shape(items == new int[] {-1, 1, 3, 4, 2}[kind], "stage " + kind + " with " + items + " items");
        return switch (kind) {
            case 1 -> new Act.Stage.Read();
            case 2 -> new Act.Stage.Understood(text(in), in.item());
            case 3 ->
                new Act.Stage.NotUnderstood(
                        Act.Cause.of(in.unsigned(Act.Cause.LAST)), textOrNull(in), names(in, "fields in question"));
            default -> new Act.Stage.PassedOn(in.unsigned(Limits.TIME_MILLIS));
        };
    }

    private static void passage(CborWriter out, Act.Passage passage) {
        switch (passage) {
            case Act.Passage.Sent sent -> text(out.array(2).integer(0), sent.text());
            case Act.Passage.Returned returned ->
                out.array(3).integer(1).bytes(returned.received().bytes()).integer(returned.receivedAt());
        }
    }

    private static Act.Passage passage(CborReader in) {
        int items = in.array();
        boolean returned = in.unsigned(1) == 1;
        Fields.shape(items == (returned ? 3 : 2), "passage with " + items + " items");
        return returned
                ? new Act.Passage.Returned(Fields.digest(in), in.unsigned(Limits.TIME_MILLIS))
                : new Act.Passage.Sent(text(in));
    }

    private static void scope(CborWriter out, Act.Scope scope) {
        switch (scope) {
            case Act.Scope.WholeLine _ -> out.array(1).integer(0);
            case Act.Scope.Track track -> out.array(2).integer(1).text(track.name());
            case Act.Scope.Procedure procedure -> out.array(2).integer(2).text(procedure.code());
            case Act.Scope.Counterpart counterpart -> out.array(2).integer(3).text(counterpart.office());
        }
    }

    private static Act.Scope scope(CborReader in) {
        int items = in.array();
        int kind = (int) in.unsigned(3);
        Fields.shape(items == (kind == 0 ? 1 : 2), "scope " + kind + " with " + items + " items");
        return switch (kind) {
            case 0 -> new Act.Scope.WholeLine();
            case 1 -> new Act.Scope.Track(in.text(Limits.NAME_BYTES));
            case 2 -> new Act.Scope.Procedure(in.text(Limits.NAME_BYTES));
            default -> new Act.Scope.Counterpart(in.text(Limits.NAME_BYTES));
        };
    }
}
