package io.clientele.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.identity.Front;
import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.HttpServer;
import io.clientele.http.server.RequestAdmission;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.opentelemetry.api.OpenTelemetry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
  private static final String ONE = "/v1/accounts/{id}";
  private static final String VIEWS = ONE + "/views";
  private static final String EXPORT = "/v1/accounts/export";

  private static final String TEXT = "text/plain";

  private static final List<RouteGroup> GROUPS =
      List.of(
          routes -> routes.get(ONE).permits(AccountPermission.VIEW_ACCOUNT).by(http -> {}),
          routes -> routes.get(EXPORT).permits(AccountPermission.EXPORT_ACCOUNTS).by(http -> {}),
          routes ->
              routes.post("/v1/accounts").permits(AccountPermission.CHANGE_ACCOUNTS).by(http -> {}),
          routes -> routes.get(VIEWS).permits(AccountPermission.VIEW_ACCOUNT).by(http -> {}),
          routes -> routes.page("/").answers("text/html").by(http -> {}),
          routes -> routes.page("/accounts/{id}").answers("text/html").by(http -> {}));

  @Test
  void everyOrderOfTheGroupsGivesTheSameTable() {
    var tables = new HashSet<List<String>>();
    for (var groups : permutations(GROUPS)) {
      var table = RouteTable.of(groups);
      tables.add(names(table));
      assertThat(paths(table)).containsSubsequence(EXPORT, ONE);
    }
    assertThat(tables).hasSize(1);
  }

  @Test
  void theTableOfTheServiceDoesNotDependOnTheOrderOfItsGroups() {
    try (var service = new InMemoryServer()) {
      var paths = paths(service.routes());
      assertThat(paths).containsSubsequence(EXPORT, ONE);
      assertThat(paths).containsSubsequence("/v1/accounts/import", ONE);
      assertThat(paths).isSortedAccordingTo((one, other) -> template(one, other));
    }
  }

  @Test
  void aLiteralPrecedesAParameterInEachOrder() {
    RouteGroup one =
        routes -> routes.open("/things/{id}").answers(TEXT).by(http -> http.result("id"));
    RouteGroup all =
        routes -> routes.open("/things/all").answers(TEXT).by(http -> http.result("all"));
    for (var groups : permutations(List.of(one, all))) {
      var config = HttpConfig.of("127.0.0.1", 0);
      try (var server =
          new HttpServer(
              config,
              RouteTable.of(groups),
              RequestAdmission.of((http, front) -> null),
              new CpuBulkhead(),
              OpenTelemetry.noop())) {
        server.start();
        var caller = new TestClient(server.port());
        assertThat(caller.get("/things/all").body()).isEqualTo("all");
        assertThat(caller.get("/things/7").body()).isEqualTo("id");
      }
    }
  }

  @Test
  void twoTemplatesOfOneShapeAreReportedWithBothGroups() {
    assertThatThrownBy(() -> RouteTable.of(List.of(new Accounts(), new Clients())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GET /v1/accounts/{client}")
        .hasMessageContaining(Accounts.class.getName())
        .hasMessageContaining(Clients.class.getName());
  }

  @Test
  void oneTemplateOfTwoMethodsIsNoError() {
    RouteGroup patch =
        routes -> routes.patch(ONE).permits(AccountPermission.AMEND_ACCOUNT).by(http -> {});
    assertThat(names(RouteTable.of(Set.of(new Accounts(), patch))))
        .containsExactly("GET " + ONE, "HEAD " + ONE, "PATCH " + ONE);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          GET,    /v1/accounts/export,       /v1/accounts/export
          GET,    /v1/accounts/7,            /v1/accounts/{id}
          HEAD,   /v1/accounts/7,            /v1/accounts/{id}
          GET,    /v1/accounts/export/views, /v1/accounts/{id}/views
          POST,   /v1/accounts,              /v1/accounts
          GET,    /,                         /
          GET,    /accounts/7,               /accounts/{id}
          GET,    /v1/accounts/7/,           -
          GET,    /v1/accounts/,             -
          GET,    /v1//accounts,             -
          GET,    /v1/accounts/7/views/8,    -
          GET,    /v1/accounts,              -
          DELETE, /v1/accounts/7,            -
          GET,    //,                        -
          """)
  void aRequestMatchesTheMostSpecificRoute(String method, String path, String matched) {
    var route = RouteTable.of(GROUPS).match(method, path);
    assertThat(route == null ? null : route.path()).isEqualTo(matched);
  }

  @Test
  void aRouteThatDeclaresNoAccessIsAnError() {
    RouteGroup careless = routes -> routes.get(ONE).by(http -> {});
    assertThatThrownBy(() -> RouteTable.of(Set.of(careless)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(ONE);
  }

  @Test
  void aRouteOfTheStoreStandsBelowItAndNoOtherDoes() {
    assertThatThrownBy(() -> RouteTable.of(List.of(routes -> routes.open("/store/x").by(h -> {}))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> RouteTable.of(List.of(routes -> routes.open("/x").ofStore().by(h -> {}))))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/store,STORE",
    "/store/,STORE",
    "/store/nothing/x,STORE",
    "/storehouse,OPERATIONS",
    "/v1/store,OPERATIONS",
    "/,OPERATIONS"
  })
  void aPathBelongsToOneFrontWithARouteOrWithout(String path, Front front) {
    assertThat(RouteTable.frontOf(path)).isEqualTo(front);
  }

  @Test
  void anInstanceOfOneFrontHasItsRoutesAndThoseOfEveryFront() {
    RouteGroup groups =
        routes -> {
          routes.open("/v1/x").by(http -> {});
          routes.page("/").by(http -> {});
          routes.open("/store/x").ofStore().by(http -> {});
          routes.open("/health").ofEveryFront().by(http -> {});
        };
    assertThat(Set.copyOf(paths(RouteTable.of(List.of(groups), Set.of(Front.STORE)))))
        .containsExactlyInAnyOrder("/store/x", "/health");
    assertThat(Set.copyOf(paths(RouteTable.of(List.of(groups), Set.of(Front.OPERATIONS)))))
        .containsExactlyInAnyOrder("/v1/x", "/", "/health");
    assertThat(Set.copyOf(paths(RouteTable.of(List.of(groups))))).hasSize(4);
  }

  /** Facts that hold for all routes of the service. */
  @Test
  void onlyRoutesOfAnApiAreLimitedAndQueued() {
    try (var service = new InMemoryServer()) {
      assertThat(service.routes().all())
          .allSatisfy(
              route -> {
                var isApi = route.path().matches("(/store)?/v1/.*");
                assertThat(route.isRateLimited()).as(route.toString()).isEqualTo(isApi);
                assertThat(route.isQueued()).as(route.toString()).isEqualTo(isApi);
                assertThat(route.isDurable()).as(route.toString()).isEqualTo(isApi);
              });
      assertThat(service.routes().all())
          .filteredOn(route -> route.concurrencyClass() != null)
          .extracting(Route::toString)
          .containsExactly("POST /v1/sessions");
    }
  }

  private static final class Accounts implements RouteGroup {
    @Override
    public void addTo(Routes routes) {
      routes.get(ONE).permits(AccountPermission.VIEW_ACCOUNT).by(http -> {});
    }
  }

  private static final class Clients implements RouteGroup {
    @Override
    public void addTo(Routes routes) {
      routes.get("/v1/accounts/{client}").permits(AccountPermission.VIEW_ACCOUNT).by(http -> {});
    }
  }

  private static int template(String one, String other) {
    return new PathTemplate(one).compareTo(new PathTemplate(other));
  }

  private static List<String> paths(RouteTable table) {
    return table.all().stream().map(Route::path).distinct().toList();
  }

  private static List<String> names(RouteTable table) {
    return table.all().stream().map(route -> route.method() + " " + route.path()).toList();
  }

  private static <T> List<List<T>> permutations(List<T> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    var permutations = new ArrayList<List<T>>();
    for (var first : all) {
      var rest = new ArrayList<>(all);
      rest.remove(first);
      for (var tail : permutations(rest)) {
        var permutation = new ArrayList<T>(List.of(first));
        permutation.addAll(tail);
        permutations.add(permutation);
      }
    }
    return permutations;
  }
}
