package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.client.ApiClient;
import io.clientele.apikit.scenario.ApiScenario;
import io.clientele.apikit.scenario.TaskScenario;
import io.clientele.apikit.scenario.notice.NoticeScenario;
import io.clientele.apikit.scenario.store.OrderScenario;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.operation.OperationPermission;
import io.clientele.http.route.Route;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.context.InMemoryContexts;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.clientele.http.testing.context.InMemoryTaskContext;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is served is what is documented, and the other way round. */
class OpenApiConformanceTest {
  /** What anyone may have. All else asks for a permission. */
  private static final Set<String> OPEN =
      Set.of(
          "/health/live",
          "/health/started",
          "/health/ready",
          "/openapi.yaml",
          "/openapi.json",
          "/docs",
          "/.well-known/jwks.json",
          "/v1/hooks/{source}",
          "/v1/sessions",
          "/v1/sessions/refresh");

  private static final Set<Permission> NOT_OF_A_ROUTE =
      Set.of(
          AccountPermission.AMEND_TAX_ID,
          AccountPermission.VERIFY_EMAIL,
          LedgerPermission.POST_ALL_TRANSFERS,
          OperationPermission.VIEW_ALL_OPERATIONS);

  private static final String ABSENT = "01890a5d-ac96-774b-bcce-b302099a8057";

  private static InMemoryServer service;
  private static ApiClient api;
  private static ApiClient store;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    api = new ApiClient(at(service), InMemoryIdentity.ADMIN_BEARER);
    store = new ApiClient(at(service), "none", "/store/openapi.json");
  }

  @AfterAll
  static void stop() {
    api.close();
    store.close();
    service.close();
  }

  private static final class Memory implements ApiScenario.DatabaseOutage {
    @Override
    public void begin() {
      service.startOutage();
    }

    @Override
    public void end() {
      service.endOutage();
    }
  }

  @Test
  void everyDocumentedStatusIsAnsweredAsDocumented() {
    new ApiScenario(
            api, InMemoryIdentity.ADMIN_EMAIL, InMemoryIdentity.ADMIN_PASSWORD, new Memory())
        .with(
            session ->
                new TaskScenario(session, service.context(InMemoryTaskContext.class)::buryTask))
        .with(NoticeScenario::new)
        .with(session -> new OrderScenario(session, store))
        .run();
    try (var starting = InMemoryServer.starting()) {
      api.callAt(at(starting), 503, "GET", "/health/started");
      api.callAt(at(starting), 503, "GET", "/v1/accounts");
      api.callEachAt(at(starting), 429, ABSENT);
    }
    assertThat(api.unseen()).isEmpty();
  }

  @Test
  void everyRouteIsDocumented() {
    var routes =
        service.routes().api(Front.OPERATIONS).stream()
            .map(route -> route.method() + " " + route.path())
            .toList();
    assertThat(routes).isNotEmpty().doesNotHaveDuplicates();
    assertThat(api.undocumented(routes)).isEmpty();
  }

  @Test
  void routesThatTakeAKeyAreThoseOfTheDocument() {
    assertThat(routes(route -> route.isIdempotent() || route.queuedSubject() != null))
        .containsExactlyInAnyOrderElementsOf(documented("Idempotency-Key"));
  }

  @Test
  void queueableRoutesAreThoseOfTheDocument() {
    var reads = routes(Route::isRead);
    assertThat(routes(route -> route.queuedSubject() != null))
        .hasSize(15)
        .containsExactlyInAnyOrderElementsOf(
            documented("Prefer").stream().filter(route -> !reads.contains(route)).toList());
  }

  private static List<String> routes(Predicate<Route> which) {
    return service.routes().api(Front.OPERATIONS).stream()
        .filter(which)
        .map(Route::toString)
        .toList();
  }

  /** The operations with a parameter of this name. */
  private static List<String> documented(String parameter) {
    return api.document().operations().stream()
        .filter(
            operation ->
                operation.parameters().stream().anyMatch(one -> one.name().equals(parameter)))
        .map(operation -> operation.method() + " " + operation.path())
        .toList();
  }

  @Test
  void everyRouteNamesItsPermissionUnlessItIsOpenToAll() {
    assertThat(service.routes().api(Front.OPERATIONS))
        .allSatisfy(
            route -> assertThat(route.permission() == null).isEqualTo(OPEN.contains(route.path())));
  }

  /**
   * Whether a tax id may be amended, or a hold may be posted, depends on the body; whose operation
   * is shown depends on its caller.
   */
  @Test
  void everyPermissionIsRequiredByARoute() {
    assertThat(service.routes().all())
        .extracting(Route::permission)
        .containsAll(
            InMemoryContexts.POLICY.permissions(Set.of(Role.ADMIN)).stream()
                .filter(permission -> !NOT_OF_A_ROUTE.contains(permission))
                .toList());
  }

  @Test
  void theExamplesOfTheDocumentMatchItsSchemas() {
    assertThat(api.faultsOfExamples()).isEmpty();
  }

  private static URI at(InMemoryServer service) {
    return URI.create("http://127.0.0.1:" + service.port());
  }
}
