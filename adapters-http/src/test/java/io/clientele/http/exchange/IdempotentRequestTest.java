package io.clientele.http.exchange;

import static io.clientele.domain.identity.IdentityPermission.VIEW_SELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.identity.Actor;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.limits.CpuBulkhead;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.RouteHandler;
import io.clientele.http.route.RouteTable;
import io.clientele.http.server.HttpConfig;
import io.clientele.http.server.HttpServer;
import io.clientele.http.server.RequestAdmission;
import io.clientele.http.testing.TestClient;
import io.javalin.http.Context;
import io.opentelemetry.api.OpenTelemetry;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Routes that declare idempotency, with handlers that do and do not do their part. */
class IdempotentRequestTest {
  private static final String KEY = "Idempotency-Key: 7";
  private static final String MALFORMED = "Idempotency-Key: two words";

  private static HttpServer server;
  private static TestClient caller;

  @BeforeAll
  static void start() {
    RouteGroup group =
        routes -> {
          routes.post("/taking").permits(VIEW_SELF).idempotent().by(taking());
          routes.post("/ignoring").permits(VIEW_SELF).idempotent().by(ignoring());
          routes.post("/careless").permits(VIEW_SELF).idempotent().by(careless());
          routes.post("/undeclared").permits(VIEW_SELF).by(taking());
        };
    var actor = new Actor("test", Set.of(), Set.of(VIEW_SELF), null);
    server =
        new HttpServer(
            HttpConfig.of("127.0.0.1", 0),
            RouteTable.of(Set.of(group)),
            RequestAdmission.of((http, front) -> actor),
            new CpuBulkhead(),
            OpenTelemetry.noop());
    server.start();
    caller = new TestClient(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theKeyNamesCallerMethodPathAndBody() {
    var key = caller.call("POST", "/taking", "body", KEY).body();
    assertThat(key)
        .startsWith("IdempotencyKey[caller=test, action=POST, target=/taking, name=7, bodyHash=");
    assertThat(caller.call("POST", "/taking", "body", KEY).body()).isEqualTo(key);
    assertThat(caller.call("POST", "/taking", "other", KEY).body()).isNotEqualTo(key);
  }

  @Test
  void aRequestWithoutAKeyIsNotIdempotent() {
    assertThat(caller.call("POST", "/taking", "").body()).isEqualTo("none");
  }

  @Test
  void aMalformedKeyIsReportedWithTheOtherFaults() {
    var answer = caller.call("POST", "/taking", "", MALFORMED);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").toString()).contains("Idempotency-Key");
  }

  @Test
  void aHandlerThatDoesNotReadTheKeyIsABug() {
    assertThat(caller.call("POST", "/careless", "", KEY).status()).isEqualTo(500);
    assertThat(caller.call("POST", "/careless", "", MALFORMED).status()).isEqualTo(500);
    assertThat(caller.call("POST", "/careless", "").status()).isEqualTo(200);
  }

  @Test
  void aHandlerMayIgnoreTheKey() {
    assertThat(caller.call("POST", "/ignoring", "", KEY).status()).isEqualTo(200);
  }

  @Test
  void aRouteThatDoesNotDeclareItIsABug() {
    assertThat(caller.call("POST", "/undeclared", "", KEY).status()).isEqualTo(500);
  }

  @Test
  void aPublicRouteIsNotIdempotent() {
    RouteGroup group = routes -> routes.post("/open").anyone().idempotent().by(taking());
    assertThatThrownBy(() -> RouteTable.of(Set.of(group)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/open");
  }

  private static RouteHandler taking() {
    return http -> {
      refuseFaults(http);
      var taken =
          IdempotentRequest.<String>of(http, body -> new ReplayableResponse(200, null, null, body));
      http.result(taken == null ? "none" : taken.key().toString());
    };
  }

  private static RouteHandler ignoring() {
    return http -> {
      refuseFaults(http);
      IdempotentRequest.ignore(http);
    };
  }

  private static RouteHandler careless() {
    return http -> http.result("done");
  }

  private static void refuseFaults(Context http) {
    var faults = new ValidationErrors();
    IdempotentRequest.check(http, faults);
    faults.refuse();
  }
}
