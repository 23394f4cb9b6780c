package io.clientele.http.views;

import static io.clientele.domain.views.ViewsPermission.FLUSH_VIEWS;
import static io.clientele.domain.views.ViewsPermission.VIEW_COUNTER;

import io.clientele.application.views.FlushViews;
import io.clientele.application.views.ListFlushes;
import io.clientele.application.views.ReconcileViews;
import io.clientele.domain.views.history.FlushLog;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.paging.PageResponse;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Routes of the view counter: flushes and reconciliation. */
public final class ViewRoutes implements RouteGroup {
  private static final String FLUSHES = "/v1/view-flushes";

  private final FlushViews flushViews;
  private final ListFlushes listFlushes;
  private final ReconcileViews reconcile;

  public ViewRoutes(FlushViews flushViews, ListFlushes listFlushes, ReconcileViews reconcile) {
    this.flushViews = flushViews;
    this.listFlushes = listFlushes;
    this.reconcile = reconcile;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(FLUSHES).permits(FLUSH_VIEWS).by(this::flush);
    routes.get(FLUSHES).permits(VIEW_COUNTER).by(this::flushes);
    routes.get("/v1/view-reconciliation").permits(VIEW_COUNTER).by(this::reconcile);
  }

  private void flush(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    switch (flushViews.flush(actor)) {
      case FlushViews.Outcome.Done(var flush) ->
          Responses.json(http, json -> FlushJson.write(json, flush));
      case FlushViews.Outcome.Unfinished _ -> throw new ProblemException(Problem.unavailable());
      case FlushViews.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
    }
  }

  private void flushes(Context http) throws IOException {
    var faults = new ValidationErrors();
    var query = QueryParameters.of(http, faults, Set.of("limit", "cursor"));
    var limit = query.limit(faults);
    var before = FlushCursor.read(query.text("cursor"), faults);
    faults.refuse();
    var entries =
        ProblemException.unlessGranted(listFlushes.list(Actors.of(http), before, limit + 1));
    var page = entries.subList(0, Math.min(limit, entries.size()));
    var cursor =
        entries.size() > limit ? FlushCursor.write(page.get(page.size() - 1).number()) : null;
    new PageResponse<FlushLog.Entry>(
            page, (json, entry) -> FlushJson.writeDated(json, entry.flush()), cursor)
        .answer(http, FLUSHES, limit);
  }

  private void reconcile(Context http) throws IOException {
    requireNoParameters(http);
    var reconciliation = ProblemException.unlessGranted(reconcile.reconcile(Actors.of(http)));
    Responses.json(http, json -> ReconciliationJson.write(json, reconciliation));
  }

  private static void requireNoParameters(Context http) {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
  }
}
