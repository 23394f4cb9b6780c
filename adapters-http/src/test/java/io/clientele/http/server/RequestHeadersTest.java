package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that every route heeds alike. */
class RequestHeadersTest {
  private static InMemoryServer service;
  private static TestClient caller;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    caller = new TestClient(service.port());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */*                                  | 200
          application/*                        | 200
          text/html, application/json;q=0.1    | 200
          text/html,*/*;q=0.1                  | 200
          APPLICATION/JSON                     | 200
          nonsense                             | 200
          text/html                            | 406
          application/problem+json             | 406
          application/json;q=0                 | 406
          */*, application/json;q=0.000        | 406
          application/*;q=0, text/html         | 406
          """)
  void anAcceptHeaderWithoutJsonIs406(String accept, int status) {
    var answer = caller.get("/v1/accounts", "Accept: " + accept);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type"))
        .isEqualTo(status == 200 ? "application/json" : "application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-b_c.1", "0123456789012345678901234567890123456789"})
  void aSafeRequestIdIsEchoed(String id) {
    assertThat(caller.get("/v1/accounts", "X-Request-Id: " + id).header("X-Request-Id"))
        .isEqualTo(id);
    assertThat(caller.get("/nope", "X-Request-Id: " + id).json().path("instance").asString())
        .isEqualTo("/requests/" + id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "<a>", "\"", "a,b", "é", "%0a"})
  void anyOtherRequestIdIsReplaced(String id) {
    assertThat(caller.get("/v1/accounts", "X-Request-Id: " + id).header("X-Request-Id"))
        .matches("[0-9a-f]{32}");
  }

  @ParameterizedTest
  @CsvSource({
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01,0af7651916cd43dd8448eb211c80319c",
    "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x,0af7651916cd43dd8448eb211c80319c",
    "00-00000000000000000000000000000000-b7ad6b7169203331-01,",
    "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01,",
    "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01,",
    "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01,",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x,",
    "nonsense,"
  })
  void aValidTraceIsContinued(String traceparent, String traceId) {
    var problem = caller.get("/nope", "traceparent: " + traceparent).json();
    assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
    assertThat(problem.path("traceId").asString().equals(traceId)).isEqualTo(traceId != null);
  }
}
