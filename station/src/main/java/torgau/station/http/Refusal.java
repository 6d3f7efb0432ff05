package torgau.station.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;

/// Why a request is not answered as asked: RFC 9457 with a stable code. Nothing was changed.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /// Characters of a message, and of a pointer or a name in it.
    static final int MAX_MESSAGE = 500;

    static final int MAX_POINTER = 120;

    private final int status;
    private final Code code;
    private final @Nullable String field;
    private final transient @Nullable ArrayNode faults;

    /// @param message one sentence that names the offending value
    /// @param field JSON Pointer to the field at fault, if there is one
    /// @param faults all of them, field by field, if there may be several
    Refusal(int status, Code code, String message, @Nullable String field, @Nullable ArrayNode faults) {
        super(message, null, false, false);
        this.faults = faults;
        this.status = status;
        this.code = code;
        this.field = field;
    }

    Refusal(int status, Code code, String message, @Nullable String field) {
        this(status, code, message, field, null);
    }

    Refusal(int status, Code code, String message) {
        this(status, code, message, null);
    }

    Refusal(int status, Code code) {
        this(status, code, code.text());
    }

    static Refusal malformed(String field, String message) {
        return new Refusal(400, Code.MALFORMED_REQUEST, message, field);
    }

    static Refusal field(String field, String message) {
        return new Refusal(422, Code.FIELD_REFUSED, message, field);
    }

    static Refusal notFound(String what) {
        return new Refusal(404, Code.NOT_FOUND, "there is no " + what);
    }

    int status() {
        return status;
    }

    Code code() {
        return code;
    }

    @Nullable
    String field() {
        return field;
    }

    /// All that is wrong, field by field; null if it is one thing.
    @Nullable
    ArrayNode faults() {
        return faults;
    }

    ObjectNode json() {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "urn:torgau:" + code.code());
        problem.put("title", code.name());
        problem.put("status", status);
        problem.put("code", code.code());
        problem.put("message", cut(String.valueOf(getMessage()), MAX_MESSAGE));
        problem.put("remedy", code.remedy());
        if (field != null) {
            problem.put("field", cut(field, MAX_POINTER));
        }
        if (faults != null) {
            problem.set("faults", faults);
        }
        return problem;
    }

    /// A text of at most so many characters.
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
