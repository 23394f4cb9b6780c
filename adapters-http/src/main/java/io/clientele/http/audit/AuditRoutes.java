package io.clientele.http.audit;

import static io.clientele.domain.identity.Permission.VIEW_AUDIT;

import io.clientele.application.audit.ReadAudit;
import io.clientele.application.audit.VerifyAudit;
import io.clientele.domain.audit.AuditSpan;
import io.clientele.http.Answers;
import io.clientele.http.Faults;
import io.clientele.http.ListPage;
import io.clientele.http.Query;
import io.clientele.http.Refusal;
import io.clientele.http.Rfc3339;
import io.clientele.http.Routes;
import io.clientele.http.identity.Actors;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Who did what, and whether the trail of it is what it was. */
public final class AuditRoutes {
  static final String PATH = "/v1/audit";

  /** What is verified where nobody says since when. */
  private static final Duration LATELY = Duration.ofDays(30);

  private final ReadAudit readAudit;
  private final VerifyAudit verifyAudit;
  private final InstantSource clock;

  /** Routes to these use cases. */
  public AuditRoutes(ReadAudit readAudit, VerifyAudit verifyAudit, InstantSource clock) {
    this.readAudit = readAudit;
    this.verifyAudit = verifyAudit;
    this.clock = clock;
  }

  /** Registers them. */
  public void addTo(Routes routes) {
    routes.get(PATH, VIEW_AUDIT, this::list);
    routes.get(PATH + "/verification", VIEW_AUDIT, this::verify);
  }

  private void list(Context http) throws IOException {
    var faults = new Faults();
    var listing = AuditListing.of(http, faults);
    faults.refuse();
    var page = Refusal.unlessGranted(readAudit.read(Actors.of(http), listing.query()));
    var cursor = page.next() == null ? null : listing.cursor(page.next());
    new ListPage<>(page.entries(), AuditEntryJson::write, cursor)
        .answer(http, PATH, listing.limit());
  }

  private void verify(Context http) throws IOException {
    var faults = new Faults();
    var query = Query.of(http, faults, Set.of("from", "to"));
    var from = Rfc3339.parameter("from", query.text("from"), faults);
    var to = Rfc3339.parameter("to", query.text("to"), faults);
    faults.refuse();
    var end = to == null ? clock.instant() : to;
    var span = new AuditSpan(from == null ? end.minus(LATELY) : from, to);
    var found = Refusal.unlessGranted(verifyAudit.verify(Actors.of(http), span));
    Answers.json(http, json -> VerificationJson.write(json, found));
  }
}
