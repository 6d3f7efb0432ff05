package torgau.station.http;

import static torgau.station.http.Bodies.body;
import static torgau.station.http.Bodies.json;
import static torgau.station.http.Bodies.named;
import static torgau.station.http.Bodies.said;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Where the programme of the line is asked for: the plan, visits, missions, counterparts, meetings,
/// expectations, and what was told.
final class ProgrammeRoutes {
    private static final String API = ApiServer.API;

    private final Front front;
    private final PlanApi plan;
    private final PlanImport imports;
    private final PlanExport exports;
    private final VisitsApi visits;
    private final MissionsApi missions;
    private final OfficeNotes officeNotes;
    private final CounterpartsApi counterparts;
    private final MeetingsApi meetings;
    private final FiguresApi figures;
    private final ToldApi told;

    ProgrammeRoutes(
            Front front,
            ApiServer.Behind behind,
            MatterApi matters,
            PlanApi plan,
            Gate gate,
            ReleaseDesk releases,
            ReleaseApi decisions) {
        this.front = front;
        this.plan = plan;
        this.imports = new PlanImport(front, plan, gate, releases, decisions);
        this.exports = new PlanExport(front, plan);
        this.visits = new VisitsApi(front, behind.docket(), matters);
        this.missions = new MissionsApi(front, behind.docket(), matters);
        this.officeNotes = new OfficeNotes(front);
        this.counterparts = new CounterpartsApi(front, behind.docket(), officeNotes);
        this.meetings = new MeetingsApi(front, behind.docket());
        this.figures = new FiguresApi(front, behind.docket());
        this.told = new ToldApi(front, behind.docket());
    }

    void add(RoutesConfig routes) {
        plan(routes);
        visits(routes);
        counterparts(routes);
        meetings(routes);
        figures(routes);
    }

    private void plan(RoutesConfig routes) {
        String path = API + "/plan";
        routes.get(path, request -> json(request, plan.events(new Query(request))));
        routes.get(path + "/clashes", request -> json(request, plan.clashes(new Query(request))));
        routes.get(path + "/steps", request -> json(request, plan.steps(new Query(request))));
        routes.get(path + "/balance", request -> json(request, plan.balance(new Query(request))));
        routes.post(
                path + "/import-check", request -> json(request, imports.check(table(request), front.spoken(request))));
        routes.post(path + "/imports", request -> said(request, imports.file(request, table(request))));
        routes.get(path + "/export", this::export);
    }

    private void export(Context request) {
        PlanExport.File file = exports.file(new Query(request), request);
        request.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        request.contentType(file.type()).result(file.bytes());
    }

    private static byte[] table(Context request) throws IOException {
        return body(request, "application/json", PlanTable.MAX_BODY_BYTES);
    }

    private void visits(RoutesConfig routes) {
        routes.get(API + "/visits", request -> json(request, visits.all(new Query(request))));
        routes.get(API + "/visits/{reference}", request -> json(request, visits.one(named(request))));
        routes.get(API + "/visits/{reference}/notes", request -> json(request, visits.notes(named(request))));
        routes.post(
                API + "/visits/{reference}/notes",
                request -> json(request, visits.note(named(request), Access.seat(request), body(request))));
        routes.get(API + "/missions", request -> json(request, missions.all(new Query(request))));
    }

    private void counterparts(RoutesConfig routes) {
        String path = API + "/counterparts";
        routes.get(path, request -> json(request, counterparts.all(new Query(request))));
        routes.get(path + "/find", request -> json(request, counterparts.find(new Query(request))));
        routes.get(path + "/picture", request -> {
            String svg = counterparts.picture(new Query(request));
            request.contentType("image/svg+xml").result(svg.getBytes(StandardCharsets.UTF_8));
        });
        routes.get(path + "/notes", request -> json(request, officeNotes.list(new Query(request))));
        routes.post(
                path + "/notes",
                request -> json(
                        request,
                        officeNotes.write(
                                Access.seat(request),
                                body(request),
                                counterparts.directory().posts())));
    }

    private void meetings(RoutesConfig routes) {
        routes.get(API + "/meetings", request -> json(request, meetings.all(new Query(request))));
        routes.get(API + "/meetings/{reference}", request -> json(request, meetings.show(named(request))));
        routes.get(
                API + "/meetings/{reference}/agenda-draft",
                request -> json(request, meetings.agenda(named(request), front.spoken(request))));
        routes.get(API + "/commitments", request -> json(request, meetings.commitments(new Query(request))));
    }

    private void figures(RoutesConfig routes) {
        String path = API + "/expectations";
        routes.get(path, request -> json(request, figures.all(new Query(request))));
        routes.get(path + "/report", request -> json(request, figures.report(new Query(request))));
        routes.get(path + "/report/file", request -> {
            FiguresApi.Print print = figures.print(new Query(request));
            request.contentType(print.contentType()).result(print.bytes());
        });
        routes.get(path + "/review", request -> json(request, figures.review(new Query(request))));
        routes.get(API + "/told", request -> json(request, told.all(new Query(request))));
    }
}
