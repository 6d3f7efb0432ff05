package torgau.cli.api;

import com.fasterxml.jackson.databind.JsonNode;

/// What a station answered. A refusal is an ordinary answer: it has a code, a sentence and a way out.
public record Reply(int status, JsonNode body) {
    public boolean accepted() {
        return status < 300;
    }

    /// The refusal's code; empty if there is none.
    public String code() {
        return body.path("code").asText("");
    }

    /// The refusal in one line: code, sentence, way out.
    public String refusal() {
        return (code() + " " + body.path("message").asText("the station answered " + status) + " "
                        + body.path("remedy").asText(""))
                .strip();
    }
}
