package torgau.station.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import torgau.journal.Code;

/// What is answered to bytes that are no request at all: the same kind of problem as everywhere, and
/// nothing about us.
final class BareErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 400 : response.getStatus();
        response.setStatus(status);
        response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, "application/problem+json"));
        byte[] problem =
                new Refusal(status, Code.MALFORMED_REQUEST).json().toString().getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(problem), callback);
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        handle(request, response, callback);
    }
}
