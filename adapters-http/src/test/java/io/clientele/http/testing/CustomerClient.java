package io.clientele.http.testing;

import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.http.testing.RawSocketClient.Answer;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls the store as the customer of one account. */
public final class CustomerClient {
  private static final Random RANDOM = new Random();

  private final TestClient client;
  private final String authorization;

  /** Issues a key of the account for the store. */
  public CustomerClient(InMemoryServer service, AccountId account) {
    this(service, account, null);
  }

  /**
   * Issues a key of the account for the store.
   *
   * @param expiresAt null for a key that does not expire
   */
  public CustomerClient(InMemoryServer service, AccountId account, @Nullable Instant expiresAt) {
    this.client = new TestClient(service.port());
    var scope = new ApiKeyScope(Set.of(Role.CUSTOMER), account, Front.STORE);
    this.authorization =
        "Authorization: Bearer " + service.context(InMemoryIdentity.class).key(scope, expiresAt);
  }

  /** The header by which the customer is known. */
  public String authorization() {
    return authorization;
  }

  public Answer get(String target, String... headers) {
    return call("GET", target, "", headers);
  }

  public Answer call(String method, String target, String body, String... headers) {
    var all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = authorization;
    return client.call(method, target, body, all);
  }

  /** Returns a path of an order that does not exist yet. */
  public static String newOrder() {
    return "/store/v1/me/orders/" + Uuid7.of(Instant.now(), RANDOM);
  }

  /** Returns the body of an order of one line. */
  public static String order(String product, String currency, String quantity) {
    return """
    {"currency":"%s","lines":[{"productId":"%s","quantity":"%s"}],"address":"Main Street 1"}\
    """
        .formatted(currency, product, quantity);
  }
}
