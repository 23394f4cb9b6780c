package io.clientele.http.audit;

import static io.clientele.domain.audit.AuditPermission.VIEW_AUDIT;

import io.clientele.application.audit.ListAuditEntries;
import io.clientele.application.audit.VerifyAuditTrail;
import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.paging.PageResponse;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Lists audit entries, and verifies that the audit trail is unaltered. */
public final class AuditRoutes implements RouteGroup {
  static final String PATH = "/v1/audit";

  /** Length of the verified time range if the request has no start. */
  private static final Duration LATELY = Duration.ofDays(30);

  private final ListAuditEntries listAuditEntries;
  private final VerifyAuditTrail verifyAudit;
  private final InstantSource clock;

  public AuditRoutes(
      ListAuditEntries listAuditEntries, VerifyAuditTrail verifyAudit, InstantSource clock) {
    this.listAuditEntries = listAuditEntries;
    this.verifyAudit = verifyAudit;
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(PATH).permits(VIEW_AUDIT).by(this::list);
    routes.get(PATH + "/verification").permits(VIEW_AUDIT).by(this::verify);
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    var listing = AuditListRequest.of(http, faults);
    faults.refuse();
    var page =
        ProblemException.unlessGranted(listAuditEntries.list(Actors.of(http), listing.query()));
    var cursor = page.next() == null ? null : listing.cursor(page.next());
    new PageResponse<>(page.entries(), AuditEntryJson::write, cursor)
        .answer(http, PATH, listing.limit());
  }

  private void verify(Context http) throws IOException {
    var faults = new ValidationErrors();
    var query = QueryParameters.of(http, faults, Set.of("from", "to"));
    var from = Rfc3339.parameter("from", query.text("from"), faults);
    var to = Rfc3339.parameter("to", query.text("to"), faults);
    faults.refuse();
    var end = to == null ? clock.instant() : to;
    var span = new AuditTimeRange(from == null ? end.minus(LATELY) : from, to);
    var found = ProblemException.unlessGranted(verifyAudit.verify(Actors.of(http), span));
    Responses.json(http, json -> AuditVerificationJson.write(json, found));
  }
}
