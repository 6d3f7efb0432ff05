package torgau.station.http;

import static torgau.station.http.Bodies.body;
import static torgau.station.http.Bodies.json;
import static torgau.station.http.Bodies.named;
import static torgau.station.http.Bodies.said;
import static torgau.station.http.Bodies.yaml;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import torgau.journal.Code;
import torgau.journal.Reference;
import torgau.station.formats.Library;
import torgau.station.home.ConsoleKeys;
import torgau.station.home.Home;
import torgau.station.officers.Officers;
import torgau.station.search.SearchIndex;
import torgau.station.shell.CertificateAlarm;
import torgau.station.shell.Docket;
import torgau.station.shell.FlashTray;
import torgau.station.translation.TranslationDesk;
import torgau.station.watch.Shifts;
import torgau.store.StoreFault;

/// The station's HTTP server: every address that `openapi.yaml` lists, and the console's files.
final class ApiServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("torgau.http");
    private static final int MAX_CONNECTIONS = 256;
    static final String API = "/api/v1";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()",
            "Cache-Control",
            "no-store");

    private final Front front;
    private final ConsolePort at;
    private final CertificateAlarm certificate;
    private final SessionApi session;
    private final OfficersApi officers;
    private final EntryPages pages;
    private final SearchApi search;
    private final ReleaseDesk releases;
    private final ReleaseApi decisions;
    private final Saying saying;
    private final DeskApi desk;
    private final CatalogueApi catalogue;
    private final MatterApi matters;
    private final StandingApi standing;
    private final MatterPages matterPages;
    private final ProgrammeRoutes programme;
    private final WatchApi watch;
    private final Audit audit;
    private final TranslationApi translations;
    private final Renderings renderings;
    private final Papers papers;
    private final BlobApi blobs;
    private final CourierApi courier;
    private final EditionsApi editions;
    private final StatusJson status;
    private final ReceiveOnlyApi receiveOnly;
    private final Events events;
    private final Running running;
    private final ConsoleFiles console = new ConsoleFiles();
    private final AtomicReference<Optional<SessionApi.Doorway>> doorway = new AtomicReference<>(Optional.empty());
    private final Javalin server;

    /// What is asked beside the station itself.
    record Behind(
            Awaited awaited,
            Docket docket,
            Library library,
            SearchIndex search,
            TranslationDesk translations,
            Home home) {}

    /// @param doors who may ask, and who may say what
    ApiServer(Front front, Doors doors, Behind behind, ConsolePort at) {
        this.front = front;
        this.at = at;
        this.certificate = new CertificateAlarm(
                front.process().alarms(),
                at.keys().map(ConsoleKeys::until).orElse(Instant.MAX),
                front.process().clocks().wallMillis());
        this.pages = new EntryPages(front);
        this.matters = new MatterApi(front, behind.docket());
        this.standing = new StandingApi(front, behind.docket());
        this.matterPages = new MatterPages(front, matters, pages, behind.translations());
        this.search = new SearchApi(front, behind.search(), behind.docket(), pages);
        this.releases = new ReleaseDesk(front, doors.seats());
        var plan = new PlanApi(front, behind.docket(), behind.home());
        this.decisions = new ReleaseApi(front, doors.gate(), releases, matters, new PlanDoubles(front, plan));
        this.saying = new Saying(front, pages, matters, doors.gate(), releases, decisions);
        this.programme = new ProgrammeRoutes(front, behind, matters, plan, doors.gate(), releases, decisions);
        var items = new WatchItems(front, behind.awaited(), behind.docket(), releases);
        this.watch = new WatchApi(front, doors.shifts(), items);
        this.audit = new Audit(front);
        this.desk = new DeskApi(front);
        this.catalogue = new CatalogueApi(front);
        this.translations = new TranslationApi(front, behind.translations());
        this.renderings = new Renderings(front);
        this.papers = new Papers(front, renderings);
        this.blobs = new BlobApi(front);
        this.courier = new CourierApi(front);
        this.editions = new EditionsApi(front, behind.docket(), behind.library());
        this.status = new StatusJson(front, behind.awaited(), behind.docket(), doors.gate());
        this.receiveOnly = new ReceiveOnlyApi(front);
        this.session = new SessionApi(front, doors.sessions(), doors.officers(), status, this::doorway);
        this.officers = new OfficersApi(front, doors.officers(), doors.seats(), doors.sessions());
        this.events = new Events(front, pages, status);
        this.running = new Running(front);
        this.server = Javalin.create(this::configure);
    }

    /// @param gate what the standing-authority table lets through
    /// @param shifts when the watch changes
    record Doors(Sessions sessions, Seats seats, Officers officers, Gate gate, Shifts shifts) {}

    /// Begins to listen; requests are refused until `open` says who may ask.
    ///
    /// @return the port, chosen by the system if 0 was asked for
    int start() {
        return (at.keys().isPresent() ? server.start() : server.start(at.bind(), at.port())).port();
    }

    /// Begins to answer.
    void open(SessionApi.Doorway door) {
        releases.review();
        doorway.set(Optional.of(door));
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.jetty.modifyHttpConfiguration(ApiServer::modest);
        config.jetty.modifyServer(ApiServer::limited);
        at.keys().ifPresent(keys -> config.jetty.addConnector((jetty, http) -> at.secured(jetty, http, keys)));
        config.routes.before(this::guard);
        config.routes.after(this::counted);
        routes(config.routes);
        config.routes.exception(Refusal.class, (refusal, request) -> refuse(request, refusal));
        config.routes.exception(HttpResponseException.class, (fault, request) -> unrouted(request, fault));
        config.routes.exception(StoreFault.class, (fault, request) -> storeFault(request, fault));
        config.routes.exception(Exception.class, (fault, request) -> broken(request, fault));
    }

    private static void modest(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        // Jetty takes a header for one that it has read before on this connection if they differ in case alone, and
        // then
        // for the older one: a cookie or a token that begins with X where another was x is changed so.
        http.setHeaderCacheSize(0);
    }

    private static void limited(Server jetty) {
        jetty.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, jetty));
        jetty.setErrorHandler(new BareErrors());
    }

    private void routes(RoutesConfig routes) {
        routes.get("/healthz", running::health);
        routes.get("/metrics", running::metrics);
        sessions(routes);
        officers.add(routes);
        routes.get(API + "/status", request -> json(request, status.now()));
        routes.get(API + "/agreement", request -> json(request, AgreementJson.of(front.names())));
        routes.post(API + "/link-tests", request -> said(request, saying.linkTest(request, body(request))));
        routes.post(API + "/receive-only", request -> json(request, receiveOnly.begin(request, body(request))));
        routes.delete(API + "/receive-only", request -> json(request, receiveOnly.end(request)));
        routes.get(API + "/entries", request -> json(request, pages.page(new Query(request))));
        routes.post(API + "/entries", request -> said(request, saying.entry(request, body(request))));
        routes.get(API + "/entries/{reference}", request -> json(request, pages.entry(request.pathParam("reference"))));
        routes.put(API + "/entries/{reference}/opened", this::opened);
        routes.post(
                API + "/acknowledgement-sentence",
                request -> json(request, desk.sentence(body(request), front.spoken(request))));
        routes.post(
                API + "/notification-sentence",
                request -> json(request, catalogue.preview(body(request), front.spoken(request))));
        routes.get(API + "/catalogue", request -> json(request, catalogue.all()));
        routes.get(
                API + "/catalogue/{procedure}",
                request -> json(request, catalogue.procedure(request.pathParam("procedure"), new Query(request))));
        routes.get(API + "/entries/{reference}/rendering", this::rendering);
        routes.get(API + "/entries/{reference}/paper", this::paper);
        routes.post(
                API + "/numbered-text",
                request -> json(request, renderings.read(body(request), front.spoken(request))));
        routes.get(API + "/editions", request -> json(request, editions.all()));
        routes.post(
                API + "/edition-check", request -> json(request, editions.check(yaml(request), front.spoken(request))));
        routes.put(API + "/blobs", request -> json(request, blobs.putIn(request)));
        routes.get(API + "/entries/{reference}/attachments/{field}", blobs::takeOut);
        routes.post(
                API + "/entries/{reference}/erasure",
                request -> json(request, blobs.erase(request.pathParam("reference"), body(request))));
        routes.post(API + "/courier/packs", request -> json(request, courier.pack(body(request))));
        routes.get(API + "/courier/packs/{id}/files/{number}", courier::file);
        routes.post(API + "/courier/files", request -> json(request, courier.take(request)));
        routes.get(API + "/standing", request -> json(request, standing.all(new Query(request))));
        routes.get(API + "/matters", request -> json(request, matters.all(new Query(request))));
        routes.get(API + "/matters/{reference}", request -> json(request, matters.one(request.pathParam("reference"))));
        routes.get(
                API + "/matters/{reference}/entries",
                request -> json(request, matterPages.of(request.pathParam("reference"), new Query(request))));
        routes.get(API + "/awaited", request -> json(request, matters.awaited(new Query(request))));
        routes.get(API + "/calendar", request -> json(request, matters.calendar(new Query(request))));
        programme.add(routes);
        routes.get(API + "/search", request -> json(request, search.answer(new Query(request), front.spoken(request))));
        translations(routes);
        routes.get(API + "/alarms", this::alarms);
        routes.post(API + "/alarms/{id}/silence", request -> json(request, desk.silence(request.pathParam("id"))));
        routes.get(API + "/drafts", request -> json(request, desk.drafts()));
        routes.put(API + "/drafts/{id}", this::saveDraft);
        routes.delete(API + "/drafts/{id}", this::discardDraft);
        releases(routes);
        watch(routes);
        audit(routes);
        routes.get(API + "/journal/heads", request -> json(request, status.heads()));
        routes.get(API + "/journal/export", running::export);
        routes.get(API + "/events", this::stream);
        routes.get("/", console::answer);
        routes.get("/<path>", this::file);
    }

    private void sessions(RoutesConfig routes) {
        String path = API + "/session";
        routes.get(path, session::state);
        routes.post(path, session::byToken);
        routes.delete(path, session::signOut);
        routes.post(path + "/passkey-options", session::passkeyOptions);
        routes.post(path + "/passkey", session::byPasskey);
        routes.post(path + "/lock", session::lock);
        routes.post(path + "/presence", session::presence);
        routes.post(path + "/unlock", session::unlock);
        routes.post(API + "/enrolment-options", session::enrolmentOptions);
        routes.post(API + "/enrolment", session::enrolment);
    }

    private void translations(RoutesConfig routes) {
        String one = API + "/entries/{reference}/translations";
        routes.get(API + "/translations", request -> json(request, translations.queue(new Query(request))));
        routes.get(
                one,
                request -> json(request, translations.of(named(request), new Query(request), front.spoken(request))));
        routes.put(
                one,
                request -> json(request, translations.write(named(request), body(request), front.spoken(request))));
        routes.post(
                one + "/machine",
                request -> json(request, translations.machine(named(request), body(request), front.spoken(request))));
        routes.post(
                one + "/review",
                request -> json(request, translations.review(named(request), body(request), front.spoken(request))));
        routes.post(
                one + "/certify",
                request -> json(request, translations.certify(named(request), body(request), front.spoken(request))));
    }

    private void releases(RoutesConfig routes) {
        String one = API + "/releases/{id}";
        routes.get(API + "/releases", request -> json(request, decisions.all(new Query(request))));
        routes.get(one, request -> json(request, decisions.one(Person.of(request), request.pathParam("id"))));
        routes.post(
                one + "/sign",
                request -> json(request, decisions.sign(Access.seat(request), request.pathParam("id"), body(request))));
        routes.post(
                one + "/refuse",
                request ->
                        json(request, decisions.refuse(Access.seat(request), request.pathParam("id"), body(request))));
        routes.post(
                one + "/withdraw",
                request -> json(request, decisions.withdraw(Access.seat(request), request.pathParam("id"))));
        routes.post(
                one + "/emergency",
                request -> json(
                        request, decisions.emergency(Access.seat(request), request.pathParam("id"), body(request))));
        routes.post(
                one + "/countersign",
                request -> json(
                        request, decisions.countersign(Access.seat(request), request.pathParam("id"), body(request))));
    }

    private void watch(RoutesConfig routes) {
        String path = API + "/watch";
        routes.get(path, request -> json(request, watch.now()));
        routes.get(path + "/log", request -> json(request, watch.log(new Query(request))));
        routes.post(path + "/notes", request -> json(request, watch.note(Person.of(request), body(request))));
        routes.post(path + "/hand-over", request -> json(request, watch.handOver(Person.of(request), body(request))));
        routes.post(path + "/take", request -> json(request, watch.take(Person.of(request), body(request))));
    }

    private void audit(RoutesConfig routes) {
        routes.get(API + "/audit", request -> json(request, audit.lines(request)));
        routes.get(API + "/audit/verification", request -> json(request, audit.verification(request)));
    }

    /// An entry as it lies in the tray of the printer.
    FlashTray.Sheet sheet(Reference place) {
        return papers.sheet(place);
    }

    /// Whether the watch was handed over and not taken in time.
    void lookAtWatch() {
        watch.look();
        certificate.look();
    }

    /// A seat was taken away: what it has proposed is void.
    void seatGone(String seat) {
        front.process().log().note("seat_removed", null, null, "seat " + seat);
        releases.review();
    }

    // --- before and after ---

    private void guard(Context request) {
        HEADERS.forEach(request::header);
        request.attribute("began", System.nanoTime());
        doorway().access().check(request);
    }

    private SessionApi.Doorway doorway() {
        return doorway.get().orElseThrow(() -> new Refusal(503, Code.STARTING));
    }

    private void counted(Context request) {
        front.process().gauges().answered(request.statusCode());
        audit.answered(request);
        LOG.atDebug()
                .addKeyValue("method", request.method().name())
                .addKeyValue("status", request.statusCode())
                .log("answered");
    }

    // --- answers ---

    private void refuse(Context request, Refusal refusal) {
        request.status(refusal.status());
        Audit.refused(request, refusal.code());
        if (refusal.status() == 429) {
            request.header("Retry-After", "60");
        }
        if (refusal.status() == 401) {
            request.header("WWW-Authenticate", "Bearer");
        }
        request.contentType("application/problem+json")
                .result(refusal.json().toString().getBytes(StandardCharsets.UTF_8));
        LOG.atDebug()
                .addKeyValue("code", refusal.code().code())
                .addKeyValue("status", refusal.status())
                .log("refused");
    }

    private void unrouted(Context request, HttpResponseException fault) {
        refuse(
                request,
                switch (fault.getStatus()) {
                    case 404 ->
                        Refusal.notFound("such address: " + request.method().name() + " " + request.path());
                    case 405 ->
                        new Refusal(
                                405, Code.METHOD_NOT_ALLOWED, request.method().name() + " " + request.path());
                    case 413 -> new Refusal(413, Code.BODY_TOO_LARGE);
                    default -> new Refusal(fault.getStatus(), Code.MALFORMED_REQUEST);
                });
    }

    private void storeFault(Context request, StoreFault fault) {
        LOG.atWarn().addKeyValue("code", fault.code().code()).log("the store failed a request");
        refuse(
                request,
                new Refusal(
                        503,
                        Code.NOT_WRITING,
                        "the store failed: " + fault.code().code() + " "
                                + fault.code().text()));
    }

    private void broken(Context request, Exception fault) {
        if (request.res().isCommitted()) {
            LOG.atDebug().addKeyValue("kind", fault.getClass().getSimpleName()).log("an answer was broken off");
            return;
        }
        LOG.atError().setCause(fault).log("a request met a bug of ours");
        refuse(request, new Refusal(500, Code.STATION_BUG));
    }

    // --- requests that need more than a line ---

    private void opened(Context request) {
        desk.opened(request.pathParam("reference"));
        request.status(204);
    }

    private void alarms(Context request) {
        var query = new Query(request);
        boolean openOnly = query.flag("open", true);
        query.end();
        json(request, desk.alarms(openOnly));
    }

    private void saveDraft(Context request) throws IOException {
        json(request, desk.saveDraft(request.pathParam("id"), body(request)));
    }

    private void discardDraft(Context request) {
        desk.discardDraft(request.pathParam("id"));
        request.status(204);
    }

    private void rendering(Context request) {
        byte[] text = renderings.text(request.pathParam("reference"), new Query(request));
        request.contentType("text/plain; charset=utf-8").result(text);
    }

    private void paper(Context request) {
        byte[] paper = papers.print(request.pathParam("reference"), new Query(request));
        request.contentType("application/pdf").result(paper);
    }

    private void stream(Context request) throws IOException, InterruptedException {
        events.stream(request, () -> doorway().access().stillWelcome(request));
    }

    private void file(Context request) {
        if (request.path().startsWith("/api/")) {
            throw Refusal.notFound("such address: " + request.path());
        }
        console.answer(request);
    }
}
