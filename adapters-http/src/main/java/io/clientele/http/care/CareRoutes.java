package io.clientele.http.care;

import static io.clientele.domain.care.CarePermission.CHANGE_CARE;
import static io.clientele.domain.care.CarePermission.VIEW_CARE;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.care.AssignOwner;
import io.clientele.application.care.TimelinePage.Position;
import io.clientele.application.care.ViewCare;
import io.clientele.application.care.ViewTimeline;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.RequestBodies;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.paging.FilterTexts;
import io.clientele.http.exchange.paging.PageResponse;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows who owns an account and what happened to it, and assigns its owner. */
public final class CareRoutes implements RouteGroup {
  private static final String ACCOUNT = "/v1/accounts/{id}";
  private static final String TIMELINE_FORM = "timeline-1";

  private final ViewCare viewCare;
  private final AssignOwner assignOwner;
  private final ViewTimeline viewTimeline;

  public CareRoutes(ViewCare viewCare, AssignOwner assignOwner, ViewTimeline viewTimeline) {
    this.viewCare = viewCare;
    this.assignOwner = assignOwner;
    this.viewTimeline = viewTimeline;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(ACCOUNT + "/care").permits(VIEW_CARE).by(this::show);
    routes.put(ACCOUNT + "/owner").permits(CHANGE_CARE).by(this::assign);
    routes.delete(ACCOUNT + "/owner").permits(CHANGE_CARE).by(this::release);
    routes.get(ACCOUNT + "/timeline").permits(VIEW_CARE).by(this::timeline);
  }

  private void show(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var care = CareProblems.done(viewCare.view(Actors.of(http), sound(id)));
    Responses.json(http, json -> CareJson.write(json, care));
  }

  private void assign(Context http) {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    CareProblems.done(assignOwner.assign(actor, sound(id), () -> CareJson.owner(http)));
    Responses.empty(http, 204);
  }

  private void release(Context http) {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    RequestBodies.ignore(http);
    CareProblems.done(assignOwner.assign(actor, sound(id), () -> null));
    Responses.empty(http, 204);
  }

  private void timeline(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    var query = QueryParameters.of(http, faults, Set.of("limit", "cursor"));
    var limit = query.limit(faults);
    var cursor = query.text("cursor");
    var after = cursor == null ? null : position(cursor);
    if (cursor != null && after == null) {
      faults.parameter("cursor", "must be a nextCursor of this list");
    }
    faults.refuse();
    var page = CareProblems.done(viewTimeline.view(Actors.of(http), sound(id), after, limit));
    var next = page.next() == null ? null : cursor(page.next());
    new PageResponse<>(page.entries(), CareJson::write, next)
        .answer(http, http.req().getRequestURI(), limit);
  }

  private static String cursor(Position last) {
    return new FilterTexts(List.of(), List.of())
        .cursor(TIMELINE_FORM, last.at(), last.id().toString());
  }

  /** The ids of transfers are any UUIDs, those of audit entries are among them. */
  private static @Nullable Position position(String cursor) {
    var later = FilterTexts.read(cursor, TIMELINE_FORM, List.of());
    try {
      return later == null ? null : new Position(later.at(), TransferId.parse(later.id()).value());
    } catch (InvalidValue forged) {
      return null;
    }
  }
}
