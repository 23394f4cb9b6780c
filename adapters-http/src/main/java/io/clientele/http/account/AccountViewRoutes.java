package io.clientele.http.account;

import static io.clientele.domain.account.AccountPermission.VIEW_ACCOUNT;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.account.ReadAccountViewSeries;
import io.clientele.application.account.ReadAccountViews;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.clientele.http.views.LiveTotalJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routes of the views of one account: total and time series. None of them counts a view. */
public final class AccountViewRoutes implements RouteGroup {
  private static final Map<String, Granularity> BUCKETS =
      Map.of("hour", Granularity.HOUR, "day", Granularity.DAY);
  private static final Set<String> SERIES = Set.of("from", "to", "bucket");

  private final ReadAccountViews readViews;
  private final ReadAccountViewSeries readSeries;
  private final InstantSource clock;

  public AccountViewRoutes(
      ReadAccountViews readViews, ReadAccountViewSeries readSeries, InstantSource clock) {
    this.readViews = readViews;
    this.readSeries = readSeries;
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/v1/accounts/{id}/views").permits(VIEW_ACCOUNT).by(this::total);
    routes.get("/v1/accounts/{id}/views/series").permits(VIEW_ACCOUNT).by(this::series);
  }

  private void total(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    switch (readViews.read(Actors.of(http), sound(id))) {
      case ReadAccountViews.Outcome.Shown(var total) ->
          Responses.json(http, json -> LiveTotalJson.write(json, "accountId", total));
      case ReadAccountViews.Outcome.NoSuchAccount _ ->
          throw new ProblemException(Problem.noSuchAccount());
      case ReadAccountViews.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
    }
  }

  private void series(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    var query = QueryParameters.of(http, faults, SERIES);
    var from = Rfc3339.parameter("from", query.text("from"), faults);
    var to = Rfc3339.parameter("to", query.text("to"), faults);
    var bucket = bucket(query.text("bucket"), faults);
    var period = faults.parameters(() -> ViewPeriod.ofSeries(bucket, from, to, clock.instant()));
    faults.refuse();
    switch (readSeries.read(Actors.of(http), sound(id), sound(period))) {
      case ReadAccountViewSeries.Outcome.Shown(var slices) -> answer(http, slices);
      case ReadAccountViewSeries.Outcome.NoSuchAccount _ ->
          throw new ProblemException(Problem.noSuchAccount());
      case ReadAccountViewSeries.Outcome.Denied _ ->
          throw new ProblemException(Problem.notAllowed());
    }
  }

  private static Granularity bucket(@Nullable String text, ValidationErrors faults) {
    var bucket = text == null ? Granularity.HOUR : BUCKETS.get(text);
    if (bucket == null) {
      faults.parameter("bucket", "must be one of day, hour");
      return Granularity.HOUR;
    }
    return bucket;
  }

  private static void answer(Context http, List<DataPoint> slices) throws IOException {
    Responses.json(
        http,
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("data");
          for (var slice : slices) {
            json.writeStartObject();
            json.writeStringProperty("from", Rfc3339.write(slice.from()));
            json.writeNumberProperty("views", slice.views());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
