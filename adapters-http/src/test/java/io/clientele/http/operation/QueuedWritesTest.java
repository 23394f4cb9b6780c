package io.clientele.http.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient.Answer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import io.clientele.http.testing.context.InMemoryOperationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueuedWritesTest {
  private static final String ASYNC = "Prefer: respond-async";
  private static final String ADA = "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}";
  private static final String ACCOUNTS = "/v1/accounts";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(5);

  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());
  private final InMemoryOperationContext queue = service.context(InMemoryOperationContext.class);
  private final InMemoryIdentity identity = service.context(InMemoryIdentity.class);

  @AfterEach
  void stop() {
    service.close();
  }

  /** Queues a write, and returns the path of its operation. */
  private String queued(String method, String path, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.add(ASYNC);
    var answer = caller.call(method, path, body, all.toArray(String[]::new));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
    return answer.header("Location");
  }

  private Answer ended(String operation) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var answer = caller.get(operation);
    while (answer.json().path("status").asString().equals("queued")) {
      assertThat(System.nanoTime() - end).isNegative();
      LockSupport.parkNanos(POLL.toNanos());
      answer = caller.get(operation);
    }
    return answer;
  }

  @Test
  void aQueuedWriteHasTheResponseOfTheWriteItself() {
    queue.hold();
    var operation = queued("POST", ACCOUNTS, ADA);
    assertThat(caller.get(operation).body())
        .isEqualTo(
            "{\"id\":\"%s\",\"status\":\"queued\"}"
                .formatted(operation.substring(operation.lastIndexOf('/') + 1)));
    assertThat(caller.get(ACCOUNTS).json().path("data")).isEmpty();
    queue.release();
    var shown = ended(operation).json();
    assertThat(shown.path("status").asString()).isEqualTo("done");
    var result = shown.path("result");
    assertThat(result.path("status").asInt()).isEqualTo(201);
    assertThat(result.path("headers").path("ETag").asString()).isEqualTo("\"1\"");
    var account = caller.get(result.path("headers").path("Location").asString());
    assertThat(result.path("body")).isEqualTo(account.json());
  }

  @Test
  void whatIsWrongWithTheRequestIsAnsweredAtOnce() {
    var account = ACCOUNTS + "/" + caller.open("Ada");
    assertThat(caller.call("POST", ACCOUNTS, "{}", ASYNC).status()).isEqualTo(400);
    assertThat(caller.call("PATCH", account, "{\"x\":1}", ASYNC).status()).isEqualTo(400);
    assertThat(caller.call("DELETE", account + "?x=1", "", ASYNC).status()).isEqualTo(400);
    var absent = ACCOUNTS + "/01890a5d-ac96-774b-bcce-b302099a8057";
    assertThat(caller.call("PATCH", absent, "{}", ASYNC).status()).isEqualTo(404);
    assertThat(caller.call("DELETE", absent, "", ASYNC).status()).isEqualTo(404);
    var malformed = caller.call("DELETE", account, "", ASYNC, "Idempotency-Key: a b");
    assertThat(malformed.json().path("errors").path(0).path("header").asString())
        .isEqualTo("Idempotency-Key");
    var auditor = bearer(identity.bearerOf(Role.AUDITOR));
    assertThat(caller.call("DELETE", account, "", ASYNC, auditor).status()).isEqualTo(403);
    assertThat(queue.operations().figures(Instant.now()).queued()).isZero();
  }

  @Test
  void aFieldThatTheRoleMayNotChangeIsRefusedAtOnce() {
    var id = caller.open("Ada");
    var customer = bearer(identity.keyOf(id));
    var taxId = "{\"taxId\":null}";
    var path = ACCOUNTS + "/" + id;
    assertThat(caller.call("PATCH", path, taxId, ASYNC, customer).status()).isEqualTo(403);
    var operation = queued("PATCH", path, "{\"name\":\"Ada King\"}", customer);
    assertThat(ended(operation).json().path("status").asString()).isEqualTo("done");
    assertThat(caller.get(operation, customer).status()).isEqualTo(200);
  }

  @Test
  void onlyTheCallerAndAdministratorsSeeAnOperation() {
    var operator = bearer(identity.bearerOf(Role.OPERATOR));
    var other = bearer(identity.bearerOf(Role.OPERATOR));
    var operation = queued("POST", ACCOUNTS, ADA, operator);
    assertThat(caller.get(operation, operator).status()).isEqualTo(200);
    assertThat(caller.get(operation).status()).as("an administrator").isEqualTo(200);
    assertThat(caller.get(operation, other).status()).isEqualTo(404);
    var absent = caller.get("/v1/operations/01890a5d-ac96-774b-bcce-b302099a8057", other);
    assertThat(caller.get(operation, other).json().path("detail"))
        .isEqualTo(absent.json().path("detail"));
  }

  @Test
  void operationsOnOneAccountRunInTheOrderOfAcceptance() {
    var path = ACCOUNTS + "/" + caller.open("Ada");
    queue.hold();
    var operations = new ArrayList<String>();
    for (var name : List.of("B", "C", "D")) {
      operations.add(queued("PATCH", path, "{\"name\":\"%s\"}".formatted(name)));
    }
    operations.add(queued("DELETE", path, ""));
    operations.add(queued("PATCH", path, "{\"name\":\"late\"}"));
    queue.release();
    var statuses =
        operations.stream().map(each -> ended(each).json().path("status").asString()).toList();
    assertThat(statuses).containsExactly("done", "done", "done", "done", "failed");
    var last = ended(operations.getLast()).json().path("result");
    assertThat(last.path("status").asInt()).isEqualTo(409);
    assertThat(last.path("body").path("type").asString()).isEqualTo("/problems/account-closed");
    assertThat(caller.get(path).json().path("name").asString()).isEqualTo("D");
  }

  @Test
  void rolesAreJudgedAgainWhenTheWriteRuns() {
    var scope = new ApiKeyScope(Set.of(Role.OPERATOR), null);
    var key = identity.key(scope, null);
    var operator = bearer(key);
    queue.hold();
    var operation = queued("POST", ACCOUNTS, ADA, operator);
    var keys = caller.get("/v1/api-keys").json().path("data");
    var id = keys.path(0).path("id").asString();
    assertThat(caller.call("DELETE", "/v1/api-keys/" + id, "").status()).isEqualTo(204);
    queue.release();
    var result = ended(operation).json().path("result");
    assertThat(result.path("status").asInt()).isEqualTo(401);
    assertThat(caller.get(ACCOUNTS).json().path("data")).isEmpty();
  }

  @Test
  void theAuditNamesTheCallerTheRequestAndTheReason() {
    var operator = identity.bearerOf(Role.OPERATOR);
    var operation =
        queued(
            "POST", ACCOUNTS, ADA, bearer(operator), "X-Request-Id: r-1", "Audit-Reason: By phone");
    ended(operation);
    var by = queue.audit().getLast().act();
    var me = caller.get("/v1/me", bearer(operator)).json();
    assertThat(by.actor()).isEqualTo("operator:" + me.path("id").asString());
    assertThat(by.cause().requestId()).isEqualTo("r-1");
    assertThat(by.cause().reason()).isEqualTo("By phone");
  }

  @Test
  void aKeyIsOneOperationAndOneWrite() {
    var key = "Idempotency-Key: k";
    var operation = queued("POST", ACCOUNTS, ADA, key);
    var second = caller.call("POST", ACCOUNTS, ADA, key, ASYNC);
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.header("Location")).isEqualTo(operation);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(caller.call("POST", ACCOUNTS, ADA + " ", key, ASYNC).status()).isEqualTo(422);
    var result = ended(operation).json().path("result");
    var direct = caller.call("POST", ACCOUNTS, ADA, key);
    assertThat(direct.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(direct.json()).isEqualTo(result.path("body"));
  }

  @Test
  void thePreferenceIsIgnoredWhereNothingIsQueued() {
    var body = "{\"name\":\"k\",\"roles\":[\"operator\"]}";
    assertThat(caller.call("POST", "/v1/api-keys", body, ASYNC).status()).isEqualTo(201);
    assertThat(caller.call("POST", "/v1/view-flushes", "", ASYNC).status()).isEqualTo(200);
    var erasure = ACCOUNTS + "/" + caller.open("Ada") + "/erasure";
    assertThat(caller.call("POST", erasure, "", ASYNC).status()).isEqualTo(200);
  }

  @Test
  void anOperationOfAnErasedAccountIsAbsent() {
    var path = ACCOUNTS + "/" + caller.open("Ada");
    var amended = queued("PATCH", path, "{\"name\":\"B\"}");
    ended(amended);
    var opened = queued("POST", ACCOUNTS, ADA);
    var account = ended(opened).json().path("result").path("headers").path("Location").asString();
    for (var erased : List.of(path, account)) {
      assertThat(caller.call("POST", erased + "/erasure", "").status()).isEqualTo(200);
    }
    assertThat(caller.get(amended).status()).isEqualTo(404);
    assertThat(caller.get(opened).status()).isEqualTo(404);
    assertThat(caller.call("PATCH", path, "{}", ASYNC).status()).isEqualTo(410);
    assertThat(caller.call("POST", path + "/suspension", "", ASYNC).status()).isEqualTo(410);
    var closing = ended(queued("DELETE", path, "")).json().path("result");
    assertThat(closing.path("status").asInt()).isEqualTo(204);
    assertThat(closing.has("body")).isFalse();
  }

  @Test
  void aFullQueueIs503() {
    queue.hold();
    for (var i = 0; i < InMemoryOperationContext.QUEUED_MAX; i++) {
      queued("POST", ACCOUNTS, ADA);
    }
    var full = caller.call("POST", ACCOUNTS, ADA, ASYNC);
    queue.release();
    assertThat(full.status()).isEqualTo(503);
    assertThat(full.header("Retry-After")).isNotNull();
  }

  private static String bearer(String token) {
    return "Authorization: Bearer " + token;
  }
}
