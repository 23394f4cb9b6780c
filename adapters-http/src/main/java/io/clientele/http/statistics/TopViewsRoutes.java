package io.clientele.http.statistics;

import io.clientele.application.account.RankAccounts;
import io.clientele.application.product.RankProducts;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ranking.ProductRanking;
import io.clientele.http.exchange.paging.PageResponse;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.clientele.http.statistics.TopViewsRequest.Position;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/** The route of the most viewed accounts, or of the most viewed products. Counts no view. */
public final class TopViewsRoutes implements RouteGroup {
  private final RankAccounts rankAccounts;
  private final RankProducts rankProducts;
  private final InstantSource clock;

  public TopViewsRoutes(RankAccounts rankAccounts, RankProducts rankProducts, InstantSource clock) {
    this.rankAccounts = rankAccounts;
    this.rankProducts = rankProducts;
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(TopViewsRequest.PATH).permits(AccountPermission.VIEW_ACCOUNTS).by(this::top);
  }

  private void top(Context http) throws IOException {
    var faults = new ValidationErrors();
    var ranking = TopViewsRequest.of(http, clock.instant(), faults);
    faults.refuse();
    switch (ranking.kind()) {
      case ACCOUNT -> answer(http, ranking, accounts(http, ranking), "accountId");
      case PRODUCT -> answer(http, ranking, products(http, ranking), "productId");
    }
  }

  /** One line of the list. */
  private record Line(UUID id, String name, long views) {}

  private List<Line> accounts(Context http, TopViewsRequest ranking) {
    var last = ranking.after();
    var after =
        last == null ? null : new AccountRanking.After(last.views(), new AccountId(last.id()));
    return ProblemException.unlessGranted(
            rankAccounts.rank(Actors.of(http), ranking.within(), after, ranking.limit() + 1))
        .stream()
        .map(entry -> new Line(entry.id().value(), entry.name(), entry.views()))
        .toList();
  }

  private List<Line> products(Context http, TopViewsRequest ranking) {
    var last = ranking.after();
    var after =
        last == null ? null : new ProductRanking.After(last.views(), new ProductId(last.id()));
    return ProblemException.unlessGranted(
            rankProducts.rank(Actors.of(http), ranking.within(), after, ranking.limit() + 1))
        .stream()
        .map(entry -> new Line(entry.id().value(), entry.title(), entry.views()))
        .toList();
  }

  private static void answer(Context http, TopViewsRequest ranking, List<Line> lines, String id)
      throws IOException {
    var page = lines.subList(0, Math.min(ranking.limit(), lines.size()));
    var cursor = lines.size() > ranking.limit() ? cursor(ranking, page) : null;
    new PageResponse<Line>(page, (json, line) -> write(json, id, line), cursor)
        .answer(http, TopViewsRequest.PATH, ranking.limit());
  }

  private static String cursor(TopViewsRequest ranking, List<Line> page) {
    var last = page.get(page.size() - 1);
    return ranking.cursor(new Position(last.views(), last.id()));
  }

  private static void write(JsonGenerator json, String id, Line line) {
    json.writeStartObject();
    json.writeStringProperty(id, line.id().toString());
    json.writeStringProperty("name", line.name());
    json.writeNumberProperty("views", line.views());
    json.writeEndObject();
  }
}
