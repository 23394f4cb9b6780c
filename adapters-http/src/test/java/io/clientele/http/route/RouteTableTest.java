package io.clientele.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.account.AccountPermission;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.HttpServer;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private static final String ONE = "/v1/accounts/{id}";
  private static final String EXPORT = "/v1/accounts/export";

  private static final List<RouteGroup> GROUPS =
      List.of(
          routes -> routes.get(ONE, AccountPermission.VIEW_ACCOUNT, http -> {}),
          routes -> routes.get(EXPORT, AccountPermission.EXPORT_ACCOUNTS, http -> {}),
          routes -> routes.post("/v1/accounts", AccountPermission.CHANGE_ACCOUNTS, http -> {}),
          routes -> routes.get(ONE + "/views", AccountPermission.VIEW_ACCOUNT, http -> {}),
          routes -> routes.page("/", "text/html", http -> {}),
          routes -> routes.page("/accounts/{id}", "text/html", http -> {}));

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
  void theLiteralAnswersInEachOrder() {
    RouteGroup one = routes -> routes.open("/things/{id}", "text/plain", http -> http.result("id"));
    RouteGroup all = routes -> routes.open("/things/all", "text/plain", http -> http.result("all"));
    for (var groups : permutations(List.of(one, all))) {
      var config = HttpConfig.of("127.0.0.1", 0);
      try (var server = new HttpServer(config, RouteTable.of(groups), http -> null)) {
        server.start();
        var caller = new TestClient(server.port());
        assertThat(caller.get("/things/all").body()).isEqualTo("all");
        assertThat(caller.get("/things/7").body()).isEqualTo("id");
      }
    }
  }

  @Test
  void twoTemplatesOfOneShapeAreAnErrorThatNamesBothGroups() {
    assertThatThrownBy(() -> RouteTable.of(List.of(new Accounts(), new Clients())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GET /v1/accounts/{client}")
        .hasMessageContaining(Accounts.class.getName())
        .hasMessageContaining(Clients.class.getName());
  }

  @Test
  void oneTemplateOfTwoMethodsIsNoError() {
    RouteGroup patch = routes -> routes.patch(ONE, AccountPermission.AMEND_ACCOUNT, http -> {});
    assertThat(names(RouteTable.of(Set.of(new Accounts(), patch))))
        .containsExactly("GET " + ONE, "HEAD " + ONE, "PATCH " + ONE);
  }

  private static final class Accounts implements RouteGroup {
    @Override
    public void addTo(Routes routes) {
      routes.get(ONE, AccountPermission.VIEW_ACCOUNT, http -> {});
    }
  }

  private static final class Clients implements RouteGroup {
    @Override
    public void addTo(Routes routes) {
      routes.get("/v1/accounts/{client}", AccountPermission.VIEW_ACCOUNT, http -> {});
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
