package io.clientele.http.views;

import static io.clientele.domain.identity.Permission.FLUSH_VIEWS;
import static io.clientele.domain.identity.Permission.VIEW_ACCOUNT;
import static io.clientele.domain.identity.Permission.VIEW_COUNTER;
import static io.clientele.http.Faults.sound;

import io.clientele.application.views.FlushViews;
import io.clientele.application.views.ListFlushes;
import io.clientele.application.views.ReadViews;
import io.clientele.application.views.Reconcile;
import io.clientele.domain.views.FlushLog;
import io.clientele.http.Answers;
import io.clientele.http.Bodies;
import io.clientele.http.Faults;
import io.clientele.http.ListPage;
import io.clientele.http.Paths;
import io.clientele.http.Problem;
import io.clientele.http.Query;
import io.clientele.http.Refusal;
import io.clientele.http.Routes;
import io.clientele.http.identity.Actors;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** The view counter. None of these counts a view. */
public final class ViewRoutes {
  private static final String FLUSHES = "/v1/view-flushes";

  private final ReadViews readViews;
  private final FlushViews flushViews;
  private final ListFlushes listFlushes;
  private final Reconcile reconcile;

  /** Routes to these use cases. */
  public ViewRoutes(
      ReadViews readViews, FlushViews flushViews, ListFlushes listFlushes, Reconcile reconcile) {
    this.readViews = readViews;
    this.flushViews = flushViews;
    this.listFlushes = listFlushes;
    this.reconcile = reconcile;
  }

  /** Registers them. */
  public void addTo(Routes routes) {
    routes.get("/v1/accounts/{id}/views", VIEW_ACCOUNT, this::read);
    routes.post(FLUSHES, FLUSH_VIEWS, this::flush);
    routes.get(FLUSHES, VIEW_COUNTER, this::flushes);
    routes.get("/v1/view-reconciliation", VIEW_COUNTER, this::reconcile);
  }

  private void read(Context http) throws IOException {
    var faults = new Faults();
    var id = Paths.accountId(http, faults);
    Query.of(http, faults, Set.of());
    faults.refuse();
    switch (readViews.read(Actors.of(http), sound(id))) {
      case ReadViews.Outcome.Shown(var total) ->
          Answers.json(http, json -> LiveTotalJson.write(json, total));
      case ReadViews.Outcome.NoSuchAccount _ -> throw new Refusal(Problem.noSuchAccount());
      case ReadViews.Outcome.Denied _ -> throw new Refusal(Problem.notAllowed());
    }
  }

  private void flush(Context http) throws IOException {
    var faults = new Faults();
    Query.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    Bodies.ignore(http);
    switch (flushViews.flush(actor)) {
      case FlushViews.Outcome.Done(var flush) ->
          Answers.json(http, json -> FlushJson.write(json, flush));
      case FlushViews.Outcome.Unfinished _ -> throw new Refusal(Problem.unavailable());
      case FlushViews.Outcome.Denied _ -> throw new Refusal(Problem.notAllowed());
    }
  }

  private void flushes(Context http) throws IOException {
    var faults = new Faults();
    var query = Query.of(http, faults, Set.of("limit", "cursor"));
    var limit = query.limit(faults);
    var before = FlushCursor.read(query.text("cursor"), faults);
    faults.refuse();
    var entries = Refusal.unlessGranted(listFlushes.list(Actors.of(http), before, limit + 1));
    var page = entries.subList(0, Math.min(limit, entries.size()));
    var cursor =
        entries.size() > limit ? FlushCursor.write(page.get(page.size() - 1).number()) : null;
    new ListPage<FlushLog.Entry>(
            page, (json, entry) -> FlushJson.writeDated(json, entry.flush()), cursor)
        .answer(http, FLUSHES, limit);
  }

  private void reconcile(Context http) throws IOException {
    requireNoParameters(http);
    var books = Refusal.unlessGranted(reconcile.reconcile(Actors.of(http)));
    Answers.json(http, json -> ReconciliationJson.write(json, books));
  }

  private static void requireNoParameters(Context http) {
    var faults = new Faults();
    Query.of(http, faults, Set.of());
    faults.refuse();
  }
}
