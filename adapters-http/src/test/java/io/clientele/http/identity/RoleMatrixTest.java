package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.route.Route;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every role at every route, against the table that clients are told. */
class RoleMatrixTest {
  private static final String ABSENT = "01890a5d-ac96-774b-bcce-b302099a8057";

  /** A letter for each role that may: admin, operator, auditor, customer; {@code *} is anyone. */
  private static final String TABLE =
      """
      POST   /v1/accounts                   ao
      GET    /v1/accounts                   aou
      GET    /v1/accounts/{id}              aouc
      PATCH  /v1/accounts/{id}              aoc
      DELETE /v1/accounts/{id}              ao
      POST   /v1/accounts/{id}/suspension   ao
      DELETE /v1/accounts/{id}/suspension   ao
      POST   /v1/accounts/bulk-changes      ao
      GET    /v1/accounts/{id}/views        aouc
      GET    /v1/accounts/{id}/views/series aouc
      POST   /v1/accounts/{id}/erasure      a
      GET    /v1/accounts/{id}/care         aou
      PUT    /v1/accounts/{id}/owner        ao
      DELETE /v1/accounts/{id}/owner        ao
      POST   /v1/accounts/{id}/notes        ao
      GET    /v1/accounts/{id}/notes        aou
      DELETE /v1/accounts/{id}/notes/{note} ao
      GET    /v1/accounts/{id}/timeline     aou
      GET    /v1/accounts/export            au
      POST   /v1/accounts/import            a
      GET    /v1/views/top                  aou
      GET    /v1/statistics                 aou
      GET    /v1/view-flushes               aou
      POST   /v1/view-flushes               a
      GET    /v1/view-reconciliation        aou
      GET    /v1/audit                      au
      GET    /v1/audit/verification         au
      GET    /v1/events                     aouc
      GET    /v1/events/{id}                aouc
      GET    /v1/events/stream              aouc
      GET    /v1/events/proof               aou
      GET    /v1/assets                     aou
      POST   /v1/assets                     a
      GET    /v1/accounts/{id}/pockets      aouc
      POST   /v1/accounts/{id}/pockets      ao
      GET    /v1/products                   aou
      POST   /v1/products                   ao
      GET    /v1/products/{id}              aou
      PATCH  /v1/products/{id}              ao
      GET    /v1/products/{id}/views        aou
      POST   /v1/products/{id}/prices       ao
      POST   /v1/products/{id}/receipts     ao
      POST   /v1/products/{id}/corrections  ao
      GET    /v1/orders                     aou
      GET    /v1/orders/reconciliation      aou
      GET    /v1/orders/{id}                aou
      POST   /v1/orders/{id}/confirmation   ao
      POST   /v1/orders/{id}/cancellation   ao
      POST   /v1/orders/{id}/shipments      ao
      POST   /v1/orders/{id}/returns        ao
      GET    /v1/shipments/{id}             aou
      PATCH  /v1/shipments/{id}             ao
      GET    /v1/pockets                    aou
      POST   /v1/pockets                    a
      GET    /v1/pockets/{id}               aouc
      PATCH  /v1/pockets/{id}               ao
      GET    /v1/pockets/{id}/entries       aouc
      GET    /v1/pockets/{id}/balance       aouc
      GET    /v1/transfers                  aouc
      GET    /v1/transfers/{id}             aouc
      PUT    /v1/transfers/{id}             aoc
      GET    /v1/operations/{id}            aouc
      GET    /v1/tasks                      a
      POST   /v1/tasks/{id}/retries         a
      GET    /v1/hook-messages              a
      GET    /v1/hook-messages/{id}         a
      POST   /v1/hook-messages/{id}/replays a
      POST   /v1/hooks/{source}             *
      POST   /v1/webhooks                   a
      GET    /v1/webhooks                   aou
      GET    /v1/webhooks/{id}              aou
      PATCH  /v1/webhooks/{id}              a
      DELETE /v1/webhooks/{id}              a
      POST   /v1/webhooks/{id}/secret-rotations a
      POST   /v1/webhooks/{id}/tests        a
      GET    /v1/webhooks/{id}/attempts     aou
      GET    /v1/webhooks/{id}/dead-letters aou
      POST   /v1/webhooks/{id}/redeliveries a
      GET    /v1/webhooks/{id}/redeliveries/{redelivery} aou
      POST   /v1/prices                     a
      GET    /v1/ledger/reconciliation      aou
      GET    /v1/accounts/{id}/portfolio    aouc
      POST   /v1/transfer-batches           aoc
      GET    /v1/operators                  au
      POST   /v1/operators                  a
      GET    /v1/operators/{id}             au
      PATCH  /v1/operators/{id}             a
      DELETE /v1/operators/{id}             a
      GET    /v1/api-keys                   au
      POST   /v1/api-keys                   a
      DELETE /v1/api-keys/{id}              a
      GET    /v1/me                         aouc
      GET    /v1/me/notices                 aou
      PATCH  /v1/me/notices                 aou
      POST   /v1/me/password                aou
      GET    /v1/me/preferences             aou
      PATCH  /v1/me/preferences             aou
      GET    /v1/me/sessions                aouc
      DELETE /v1/me/sessions/{id}           aouc
      DELETE /v1/sessions/current           aouc
      POST   /v1/sessions                   *
      POST   /v1/sessions/refresh           *
      GET    /.well-known/jwks.json         *
      GET    /health/live                   *
      GET    /health/started                *
      GET    /health/ready                  *
      GET    /openapi.yaml                  *
      GET    /openapi.json                  *
      GET    /docs                          *
      """;

  private static final Map<Character, Role> ROLES =
      Map.of('a', Role.ADMIN, 'o', Role.OPERATOR, 'u', Role.AUDITOR, 'c', Role.CUSTOMER);

  private static InMemoryServer service;
  private static TestClient caller;
  private static AccountId own;
  private static AccountId foreign;
  private static final Map<Character, String> BEARERS = new HashMap<>();

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    caller = new TestClient(service.port());
    own = caller.open("Ada Lovelace");
    foreign = caller.open("Grace Hopper");
    for (var letter : "aou".toCharArray()) {
      BEARERS.put(letter, service.context(InMemoryIdentity.class).bearerOf(ROLES.get(letter)));
    }
    BEARERS.put('c', service.context(InMemoryIdentity.class).keyOf(own));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** The table by route, with what {@code HEAD} may, too: what {@code GET} may. */
  private static Map<String, String> table() {
    var table = new TreeMap<String, String>();
    TABLE
        .lines()
        .map(line -> line.split(" +"))
        .forEach(
            row -> {
              table.put(row[0] + " " + row[1], row[2]);
              if (row[0].equals("GET")) {
                table.put("HEAD " + row[1], row[2]);
              }
            });
    return table;
  }

  @Test
  void everyRouteHasAnEntry() {
    assertThat(table().keySet())
        .containsAll(
            service.routes().api(Front.OPERATIONS).stream().map(RoleMatrixTest::named).toList());
  }

  @Test
  void everyRoleHasExactlyThePermissionsOfTheTable() {
    var wrong = new TreeSet<String>();
    for (var route : service.routes().api(Front.OPERATIONS)) {
      var may = table().get(named(route));
      var anonymous = anonymous(route).status();
      if ((anonymous == 401) != !may.equals("*")) {
        wrong.add("anonymous " + named(route) + " " + anonymous);
      }
      for (var letter : may.equals("*") ? new char[0] : "aouc".toCharArray()) {
        var status = call(route, ABSENT, BEARERS.get(letter)).status();
        if (status == 401 || (status == 403) != (may.indexOf(letter) < 0)) {
          wrong.add(ROLES.get(letter) + " " + named(route) + " " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void anotherCustomersAccountLooksAbsent() {
    var customer = BEARERS.get('c');
    for (var route : service.routes().api(Front.OPERATIONS)) {
      if (route.path().startsWith("/v1/accounts/{id}") && table().get(named(route)).contains("c")) {
        var absent = call(route, ABSENT, customer);
        var another = call(route, foreign.toString(), customer);
        assertThat(another.status()).as(named(route)).isEqualTo(404);
        assertThat(alike(another)).isEqualTo(alike(absent));
      }
    }
  }

  @Test
  void aCustomerSeesAndAmendsItsOwnAccountExceptTheTaxId() {
    var path = "/v1/accounts/" + own;
    var known = "Authorization: Bearer " + BEARERS.get('c');
    assertThat(caller.call("GET", path, "", known).status()).isEqualTo(200);
    assertThat(caller.call("PATCH", path, "{\"name\":\"Ada King\"}", known).status())
        .isEqualTo(200);
    var taxId = "{\"taxId\":{\"country\":\"BR\",\"value\":\"52998224725\"}}";
    assertThat(caller.call("PATCH", path, taxId, known).status()).isEqualTo(403);
    assertThat(caller.call("PATCH", path, "{\"taxId\":{\"country\":\"BR\"}}", known).status())
        .isEqualTo(400);
    assertThat(caller.call("PATCH", path, "{\"taxId\":null}", known).status()).isEqualTo(403);
    assertThat(caller.call("PATCH", path, taxId).status()).isEqualTo(200);
  }

  /** Without what differs from request to request. */
  private static String alike(RawSocketClient.Answer answer) {
    var headers =
        answer.headers().entrySet().stream()
            .filter(header -> !header.getKey().matches("date|x-request-id|content-length"))
            .map(Object::toString)
            .collect(Collectors.joining("\n"));
    return answer.status()
        + headers
        + answer.body().replaceAll("/requests/\\w+|\"traceId\":\"\\w+\"", "");
  }

  private static String named(Route route) {
    return route.method() + " " + route.path();
  }

  private static RawSocketClient.Answer call(Route route, String id, String bearer) {
    var path = route.path().replaceAll("\\{[^}]+}", id);
    var body = route.method().equals("PATCH") ? "{}" : "";
    var query = path.endsWith("/portfolio") ? "?quote=USD" : "";
    return caller.call(route.method(), path + query, body, "Authorization: Bearer " + bearer);
  }

  private static RawSocketClient.Answer anonymous(Route route) {
    var path = route.path().replaceAll("\\{[^}]+}", ABSENT);
    return caller.call(route.method(), path, "", "Authorization: none");
  }
}
