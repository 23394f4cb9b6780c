package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.client.ApiClient;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.http.identity.authentication.AuthenticationConfig;
import io.clientele.http.security.oidc.OidcIssuer;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.LocalOidcIssuer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.clientele.http.testing.context.PortReplacement;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A token of an outside issuer is good for the front of its entry alone, at every operation that
 * wants a token; generated from both documents.
 */
@Timeout(120)
class OutsideTokensAtBothFrontsTest {
  private static final String ABSENT = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String OPERATIONS = LocalOidcIssuer.AUDIENCE;
  private static final String STORE = "clientele-store";

  /** An audience whose name says nothing of its front: the entry names it. */
  private static final String SHOP = "shop";

  private static LocalOidcIssuer issuer;
  private static InMemoryServer service;
  private static ApiClient operations;
  private static ApiClient store;
  private static TestClient client;
  private static AccountId account;

  @BeforeAll
  static void start() throws Exception {
    issuer = new LocalOidcIssuer();
    var entries =
        List.of(
            entry(OPERATIONS, Front.OPERATIONS),
            entry(STORE, Front.STORE),
            entry(SHOP, Front.STORE));
    service =
        new InMemoryServer(
            HttpConfig.of("127.0.0.1", 0),
            new PortReplacement<>(
                AuthenticationConfig.class,
                new AuthenticationConfig(InMemoryIdentity.KEYS, entries, Set.of())));
    var base = URI.create("http://127.0.0.1:" + service.port());
    operations = new ApiClient(base, InMemoryIdentity.ADMIN_BEARER);
    store = new ApiClient(base, "none", "/store/openapi.json");
    client = new TestClient(service.port());
    account = client.open("Ada Lovelace");
    var token = token(List.of(STORE), "customer");
    // Until the keys of the issuer are fetched, the answer is 503.
    while (status("/store/v1/me", token) == 503) {
      Thread.onSpinWait();
    }
  }

  @AfterAll
  static void stop() {
    store.close();
    operations.close();
    service.close();
    issuer.close();
  }

  private static OidcIssuer entry(String audience, Front front) {
    return new OidcIssuer(
        issuer.url(), audience, Set.of(Role.values()), OidcIssuer.DEFAULT_MAX_AGE, front);
  }

  private static String token(List<String> audiences, String... roles) throws Exception {
    var claims = issuer.claims().audience(audiences).claim("roles", List.of(roles));
    return issuer.token(claims.claim("account_id", account.toString()), issuer.kid());
  }

  private static int status(String path, String token) {
    return client.get(path, "Authorization: Bearer " + token).status();
  }

  @Test
  void eachTokenIsGoodAtItsOwnFront() throws Exception {
    assertThat(status("/v1/accounts", token(List.of(OPERATIONS), "admin"))).isEqualTo(200);
    assertThat(status("/store/v1/me", token(List.of(STORE), "customer"))).isEqualTo(200);
    assertThat(status("/store/v1/me", token(List.of(SHOP), "customer"))).isEqualTo(200);
  }

  @Test
  void everyOperationThatWantsATokenDocumentsThe401() {
    for (var front : List.of(operations, store)) {
      assertThat(front.document().operations())
          .filteredOn(operation -> operation.isSecured())
          .isNotEmpty()
          .allSatisfy(
              operation ->
                  assertThat(operation.responses().has("401")).as(operation.id()).isTrue());
    }
  }

  @Test
  void everyOperationOfTheStoreRefusesTheTokensOfOperations() throws Exception {
    for (var role : List.of("admin", "operator", "auditor", "customer")) {
      store.callEach(401, ABSENT, token(List.of(OPERATIONS), role));
    }
  }

  @Test
  void everyOperationOfOperationsRefusesTheTokensOfTheStore() throws Exception {
    for (var audience : List.of(STORE, SHOP)) {
      operations.callEach(401, ABSENT, token(List.of(audience), "customer"));
      operations.callEach(401, ABSENT, token(List.of(audience), "admin", "customer"));
    }
  }

  @Test
  void aTokenThatNamesBothFrontsIsRefusedAtBoth() throws Exception {
    var both = token(List.of(OPERATIONS, STORE), "admin", "customer");
    operations.callEach(401, ABSENT, both);
    store.callEach(401, ABSENT, both);
  }

  @Test
  void theStoreBelievesTheRoleCustomerAlone() throws Exception {
    var customer = token(List.of(STORE), "admin", "operator", "auditor", "customer");
    assertThat(status("/store/v1/me", customer)).isEqualTo(200);
    var none = token(List.of(STORE), "admin", "operator", "auditor");
    assertThat(status("/store/v1/me", none)).isEqualTo(403);
    assertThat(status("/store/v1/me/orders", none)).isEqualTo(403);
  }

  /** Visitors need no token, but one that is sent has to be good. */
  @Test
  void theCatalogueRefusesATokenThatIsNotGood() throws Exception {
    var past = Date.from(Instant.now().minusSeconds(3600));
    var expired = issuer.claims().audience(STORE).claim("roles", List.of("customer"));
    for (var path : List.of("/store/v1/products", "/store/v1/products/" + ABSENT)) {
      assertThat(client.get(path, "Authorization: none").status()).isEqualTo(401);
      assertThat(status(path, "nonsense")).isEqualTo(401);
      assertThat(status(path, token(List.of(OPERATIONS), "admin"))).isEqualTo(401);
      assertThat(status(path, token(List.of("another"), "customer"))).isEqualTo(401);
      assertThat(status(path, issuer.token(expired.expirationTime(past), issuer.kid())))
          .isEqualTo(401);
    }
    assertThat(status("/store/v1/products", token(List.of(STORE), "customer"))).isEqualTo(200);
  }
}
