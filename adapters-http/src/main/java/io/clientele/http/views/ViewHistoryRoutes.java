package io.clientele.http.views;

import static io.clientele.domain.identity.Permission.VIEW_ACCOUNT;
import static io.clientele.domain.identity.Permission.VIEW_ACCOUNTS;
import static io.clientele.http.Faults.sound;

import io.clientele.application.views.RankViews;
import io.clientele.application.views.ReadSeries;
import io.clientele.domain.views.Bucket;
import io.clientele.domain.views.MostViewed;
import io.clientele.domain.views.Period;
import io.clientele.domain.views.Slice;
import io.clientele.http.Answers;
import io.clientele.http.Faults;
import io.clientele.http.ListPage;
import io.clientele.http.Paths;
import io.clientele.http.Problem;
import io.clientele.http.Query;
import io.clientele.http.Refusal;
import io.clientele.http.Rfc3339;
import io.clientele.http.Routes;
import io.clientele.http.identity.Actors;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Views by time. None of these counts a view. */
public final class ViewHistoryRoutes {
  private static final Map<String, Bucket> BUCKETS = Map.of("hour", Bucket.HOUR, "day", Bucket.DAY);
  private static final Set<String> SERIES = Set.of("from", "to", "bucket");

  private final ReadSeries readSeries;
  private final RankViews rankViews;
  private final InstantSource clock;

  /** Routes to these use cases. */
  public ViewHistoryRoutes(ReadSeries readSeries, RankViews rankViews, InstantSource clock) {
    this.readSeries = readSeries;
    this.rankViews = rankViews;
    this.clock = clock;
  }

  /** Registers them. */
  public void addTo(Routes routes) {
    routes.get("/v1/accounts/{id}/views/series", VIEW_ACCOUNT, this::series);
    routes.get(Ranking.PATH, VIEW_ACCOUNTS, this::top);
  }

  private void series(Context http) throws IOException {
    var faults = new Faults();
    var id = Paths.accountId(http, faults);
    var query = Query.of(http, faults, SERIES);
    var from = Rfc3339.parameter("from", query.text("from"), faults);
    var to = Rfc3339.parameter("to", query.text("to"), faults);
    var bucket = bucket(query.text("bucket"), faults);
    var period = faults.parameters(() -> Period.ofSeries(bucket, from, to, clock.instant()));
    faults.refuse();
    switch (readSeries.read(Actors.of(http), sound(id), sound(period))) {
      case ReadSeries.Outcome.Shown(var slices) -> answer(http, slices);
      case ReadSeries.Outcome.NoSuchAccount _ -> throw new Refusal(Problem.noSuchAccount());
      case ReadSeries.Outcome.Denied _ -> throw new Refusal(Problem.notAllowed());
    }
  }

  private void top(Context http) throws IOException {
    var faults = new Faults();
    var ranking = Ranking.of(http, clock.instant(), faults);
    faults.refuse();
    var entries =
        Refusal.unlessGranted(
            rankViews.rank(
                Actors.of(http), ranking.within(), ranking.after(), ranking.limit() + 1));
    var page = entries.subList(0, Math.min(ranking.limit(), entries.size()));
    var cursor =
        entries.size() > ranking.limit() ? ranking.cursor(page.get(page.size() - 1)) : null;
    new ListPage<>(page, ViewHistoryRoutes::write, cursor)
        .answer(http, Ranking.PATH, ranking.limit());
  }

  private static Bucket bucket(@Nullable String text, Faults faults) {
    var bucket = text == null ? Bucket.HOUR : BUCKETS.get(text);
    if (bucket == null) {
      faults.parameter("bucket", "must be one of day, hour");
      return Bucket.HOUR;
    }
    return bucket;
  }

  private static void answer(Context http, List<Slice> slices) throws IOException {
    Answers.json(
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

  private static void write(JsonGenerator json, MostViewed one) {
    json.writeStartObject();
    json.writeStringProperty("accountId", one.id().toString());
    json.writeStringProperty("name", one.name());
    json.writeNumberProperty("views", one.views());
    json.writeEndObject();
  }
}
