package io.clientele.http.statistics;

import io.clientele.application.statistics.ReadStatistics;
import io.clientele.application.statistics.ServiceStatistics;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.views.SubjectKind;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** The route that reads statistics of the whole service. */
public final class StatisticsRoutes implements RouteGroup {
  private static final Set<String> PARAMETERS = Set.of(KindParameter.NAME);

  private final ReadStatistics readStatistics;

  public StatisticsRoutes(ReadStatistics readStatistics) {
    this.readStatistics = readStatistics;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/v1/statistics").permits(AccountPermission.VIEW_ACCOUNTS).by(this::read);
  }

  private void read(Context http) throws IOException {
    var faults = new ValidationErrors();
    var kind = KindParameter.of(QueryParameters.of(http, faults, PARAMETERS), faults);
    faults.refuse();
    var statistics =
        ProblemException.unlessGranted(
            readStatistics.read(Actors.of(http), kind == null ? SubjectKind.ACCOUNT : kind));
    Responses.json(http, json -> write(json, statistics));
  }

  private static void write(JsonGenerator json, ServiceStatistics statistics) {
    json.writeStartObject();
    json.writeObjectPropertyStart("accounts");
    json.writeNumberProperty("active", statistics.accounts().getOrDefault(Status.ACTIVE, 0L));
    json.writeNumberProperty("suspended", statistics.accounts().getOrDefault(Status.SUSPENDED, 0L));
    json.writeNumberProperty("closed", statistics.accounts().getOrDefault(Status.CLOSED, 0L));
    json.writeEndObject();
    json.writeNumberProperty("operators", statistics.operators());
    writeViews(json, statistics);
    json.writeNumberProperty("createdLast30Minutes", statistics.createdLast30Minutes());
    json.writeArrayPropertyStart("growth");
    for (var of : statistics.growth()) {
      json.writeStartObject();
      json.writeStringProperty("day", of.day().toString());
      json.writeNumberProperty("accounts", of.accounts());
      json.writeNumberProperty("views", of.views());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("asOf", Rfc3339.write(statistics.asOf()));
    json.writeEndObject();
  }

  private static void writeViews(JsonGenerator json, ServiceStatistics statistics) {
    json.writeObjectPropertyStart("views");
    json.writeNumberProperty("total", statistics.views());
    if (statistics.pendingViews() == null) {
      json.writeNullProperty("pending");
      json.writeBooleanProperty("degraded", true);
    } else {
      json.writeNumberProperty("pending", statistics.pendingViews());
    }
    json.writeEndObject();
  }
}
