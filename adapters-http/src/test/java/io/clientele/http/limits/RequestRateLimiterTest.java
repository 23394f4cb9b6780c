package io.clientele.http.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.ledger.LedgerRateLimits;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.ProblemAssertions;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryAccountContext;
import io.clientele.inmemory.kernel.InMemoryRateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestRateLimiterTest {
  private static final String ABSENT = "/v1/accounts/01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String BODY = "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}";

  private final AtomicLong nanos = new AtomicLong();
  private InMemoryServer service;

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void everyApiResponseHasTheCallersQuota() {
    var caller = start(60, 100);
    for (var i = 1; i <= 5; i++) {
      var answer = caller.get(i % 2 == 0 ? "/v1/accounts" : ABSENT);
      assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=60;w=60");
      assertThat(answer.header("RateLimit"))
          .isEqualTo("\"default\";r=%d;t=%d".formatted(60 - i, i));
    }
    assertThat(caller.get("/docs").header("RateLimit")).isNull();
    assertThat(caller.get("/nope").header("RateLimit")).isNull();
  }

  @Test
  void aboveTheCallersQuotaTheResponseHasRetryAfterAndNothingIsStored() throws Exception {
    var caller = start(2, 100);
    caller.get("/v1/accounts");
    caller.get("/v1/accounts");
    var post = RawSocketClient.request("POST", "/v1/accounts", BODY);
    var refused = RawSocketClient.exchange(service.port(), post);
    ProblemAssertions.isProblem(refused, 429);
    assertThat(refused.json().path("type").asString()).isEqualTo("/problems/rate-limited");
    assertThat(refused.header("Retry-After")).isEqualTo("30");
    assertThat(refused.header("RateLimit")).isEqualTo("\"default\";r=0;t=30");
    assertThat(service.context(InMemoryAccountContext.class).size()).isZero();

    nanos.addAndGet(Duration.ofSeconds(30).toNanos());
    assertThat(RawSocketClient.exchange(service.port(), post).status()).isEqualTo(201);
  }

  @Test
  void aboveTheAddressQuotaNothingElseIsChecked() {
    var caller = start(100, 2);
    caller.get("/v1/accounts");
    caller.get("/v1/accounts");
    var refused = caller.get("/v1/accounts/no-id?x=1");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"address\";q=2;w=60");
    assertThat(refused.header("Retry-After")).isEqualTo("30");
  }

  @Test
  void checksBeforeTheLimitsCostNoPermit() {
    var caller = start(100, 1);
    assertThat(caller.get("/v1/nope").status()).isEqualTo(404);
    assertThat(caller.get("/v1/accounts", "Accept: image/png").status()).isEqualTo(406);
    assertThat(caller.get("/health/live").status()).isEqualTo(200);
    assertThat(caller.get("/openapi.yaml").status()).isEqualTo(200);
    assertThat(caller.get("/v1/accounts").status()).isEqualTo(200);
    assertThat(caller.get("/v1/nope").status()).isEqualTo(404);
    assertThat(caller.get("/v1/accounts", "Accept: image/png").status()).isEqualTo(406);
    assertThat(caller.get("/v1/accounts").status()).isEqualTo(429);
  }

  @Test
  void aBatchThatItsLimitRefusesTakesNoPermit() {
    var caller = start(100, 100);
    caller.call("POST", "/v1/assets", "{\"code\":\"USD\",\"scale\":2,\"kind\":\"money\"}");
    assertThat(batch(caller, 8).header("RateLimit")).startsWith("\"batched-transfers\";r=2;");
    for (var i = 0; i < 5; i++) {
      var refused = batch(caller, 3);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("RateLimit")).isEqualTo("\"batched-transfers\";r=2;t=6");
    }
    assertThat(batch(caller, 2).status()).isEqualTo(200);
    assertThat(batch(caller, 1).status()).isEqualTo(429);
  }

  private static RawSocketClient.Answer batch(TestClient caller, int transfers) {
    var leg =
        "{\"from\":\"%s\",\"to\":\"%s\",\"asset\":\"USD\",\"amount\":\"1\"}"
            .formatted(
                AccountId.of(Instant.EPOCH, new Random(1)),
                AccountId.of(Instant.EPOCH, new Random(2)));
    var all =
        IntStream.range(0, transfers)
            .mapToObj(
                i ->
                    "{\"id\":\"%s\",\"kind\":\"posted\",\"reason\":\"pay\",\"legs\":[%s]}"
                        .formatted(UUID.randomUUID(), leg))
            .collect(Collectors.joining(",", "{\"transfers\":[", "]}"));
    return caller.call("POST", "/v1/transfer-batches", all);
  }

  private TestClient start(long ofCaller, long ofAddress) {
    var limits = new HashMap<RateLimit, Quota>();
    limits.put(LedgerRateLimits.BATCHED_TRANSFERS, new Quota(10, Duration.ofMinutes(1)));
    limits.put(IngressRateLimits.CALLER, new Quota(ofCaller, Duration.ofMinutes(1)));
    limits.put(IngressRateLimits.ADDRESS, new Quota(ofAddress, Duration.ofMinutes(1)));
    service =
        new InMemoryServer(
            HttpConfig.of("127.0.0.1", 0), new InMemoryRateLimiter(limits, nanos::get));
    return new TestClient(service.port());
  }
}
