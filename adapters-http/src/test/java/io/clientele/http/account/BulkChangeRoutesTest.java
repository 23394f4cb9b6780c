package io.clientele.http.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkChangeRoutesTest {
  private static final String PATH = "/v1/accounts/bulk-changes";
  private static final String ABSENT = "01890a5d-ac96-774b-bcce-b302099a8057";

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void eachAccountHasItsOwnOutcome() {
    var open = caller.open("Ada");
    var closed = caller.open("Bob");
    caller.call("DELETE", "/v1/accounts/" + closed, "");
    var changed = caller.call("POST", PATH, body("suspend", open, closed, AccountId.parse(ABSENT)));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body())
        .isEqualTo(
            """
            {"data":[{"accountId":"%s","status":200},\
            {"accountId":"%s","status":409,"type":"/problems/account-closed",\
            "detail":"A closed account is final."},\
            {"accountId":"%s","status":404,"type":"/problems/no-such-account",\
            "detail":"There is no account with this id."}]}\
            """
                .formatted(open, closed, ABSENT));
    assertThat(statusOf(open)).isEqualTo("suspended");
  }

  @Test
  void aSuspensionIsUndoneByAReactivation() {
    var ids = new AccountId[] {caller.open("Ada"), caller.open("Bob")};
    caller.call("POST", PATH, body("suspend", ids));
    caller.call("POST", PATH, body("reactivate", ids));
    assertThat(ids).allSatisfy(id -> assertThat(statusOf(id)).isEqualTo("active"));
    caller.call("POST", PATH, body("close", ids));
    assertThat(ids).allSatisfy(id -> assertThat(statusOf(id)).isEqualTo("closed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"action\":\"erase\",\"accountIds\":[\"" + ABSENT + "\"]}",
        "{\"action\":\"close\",\"accountIds\":[]}",
        "{\"action\":\"close\",\"accountIds\":[\"x\"]}",
        "{\"action\":\"close\",\"accountIds\":[\"" + ABSENT + "\"],\"extra\":1}",
        "{\"action\":\"close\"}",
        "{}"
      })
  void anInvalidBodyIs400AndChangesNothing(String body) {
    assertThat(caller.call("POST", PATH, body).status()).isEqualTo(400);
  }

  @Test
  void moreThan200AccountsAre400() {
    var many = Stream.generate(() -> AccountId.parse(ABSENT)).limit(201).toArray(AccountId[]::new);
    var refused = caller.call("POST", PATH, body("close", many));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("errors").path(0).path("detail").asString())
        .isEqualTo("must be a list of 1 to 200 ids");
  }

  private String statusOf(AccountId id) {
    return caller.get("/v1/accounts/" + id).json().path("status").asString();
  }

  private static String body(String action, AccountId... ids) {
    return Arrays.stream(ids)
        .map(id -> "\"" + id + "\"")
        .collect(Collectors.joining(",", "{\"action\":\"" + action + "\",\"accountIds\":[", "]}"));
  }
}
