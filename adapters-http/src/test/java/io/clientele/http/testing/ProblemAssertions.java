package io.clientele.http.testing;

import static org.assertj.core.api.Assertions.assertThat;

/** Asserts what every error response must contain. */
public final class ProblemAssertions {
  private ProblemAssertions() {}

  public static void isProblem(RawSocketClient.Answer answer, int status) {
    isProblem(answer);
    assertThat(answer.status()).isEqualTo(status);
  }

  public static void isProblem(RawSocketClient.Answer answer) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Server")).isNull();
    assertThat(answer.header("X-Forged")).isNull();
    assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
    assertThat(answer.body())
        .contains("\"type\":", "\"title\":", "\"detail\":", "\"instance\":", "\"traceId\":")
        .doesNotContain("html", "jetty", "Exception", "mallory", "script");
  }
}
