package torgau.station.http;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import torgau.station.shell.RunningLine;

/// A line that works, with a client at each end.
final class Line implements AutoCloseable {
    static final String OFFICE = "{\"title\":\"Duty officer\",\"capacity\":\"Operations centre\"}";

    final Served served;
    final Client blue;
    final Client red;

    Line(Path folder) {
        this(new Served(folder).start());
    }

    Line(Served served) {
        this.served = served;
        blue = served.blue.client();
        red = served.red.client();
        RunningLine.awaitUntil("the line works", () -> works(blue) && works(red));
    }

    private static boolean works(Client client) {
        var status = client.get("/api/v1/status").json();
        return status.at("/counterparts/0/technical").asText().equals("working");
    }

    static String message(String precedence, String words) {
        return message(precedence, words, "");
    }

    /// @param more further fields, each after a comma
    static String message(String precedence, String words, String more) {
        return """
                {"class":"FORMAL","precedence":"%s","office":%s,
                 "act":{"type":"message","language":"en","text":"%s"}%s}""".formatted(precedence, OFFICE, words, more);
    }

    /// Says something and answers its reference.
    static String say(Client client, String body) {
        Client.Reply said = client.post("/api/v1/entries", body);
        if (said.status() != 201) {
            throw new AssertionError(said.status() + " " + said.json());
        }
        return said.json().path("reference").asText();
    }

    /// Waits until a station holds an entry.
    static void await(Client client, String reference) {
        RunningLine.awaitUntil(
                "it holds " + reference,
                () -> client.get("/api/v1/entries/" + reference).status() == 200);
    }

    static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    @Override
    public void close() {
        served.close();
    }
}
