package torgau.station.http;

import java.util.Optional;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import torgau.station.home.ConsoleKeys;

/// Where the console listens, and with what it shows whose it is.
///
/// @param keys empty: plain HTTP, on this machine alone
record ConsolePort(String bind, int port, Optional<ConsoleKeys> keys) {
    private static final String TLS = "TLSv1.3";

    /// A listener with TLS 1.3 and nothing older. Which name a browser asked for is judged with the Host.
    Connector secured(Server server, HttpConfiguration http, ConsoleKeys shown) {
        var tls = new SslContextFactory.Server();
        tls.setSslContext(shown.context());
        tls.setIncludeProtocols(TLS);
        var over = new HttpConfiguration(http);
        over.addCustomizer(new SecureRequestCustomizer(false));
        var connector = new ServerConnector(server, tls, new HttpConnectionFactory(over));
        connector.setHost(bind);
        connector.setPort(port);
        return connector;
    }
}
