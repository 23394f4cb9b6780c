package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.SignedInOperator;
import io.clientele.http.testing.TestClient;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A refused sign-in tells no reason, neither by its response nor by its duration. */
class UserEnumerationTest {
  private static final int ROUNDS = 100;
  private static final String ACTIVE = "active@example.com";
  private static final String DISABLED = "disabled@example.com";
  private static final String UNKNOWN = "unknown@example.com";
  private static final String WRONG = "wrong, but as long as others";

  /** An e-mail and a password that a sign-in tries. */
  private enum Try {
    UNKNOWN_EMAIL(UNKNOWN, WRONG),
    WRONG_PASSWORD(ACTIVE, WRONG),
    DISABLED_RIGHT_PASSWORD(DISABLED, SignedInOperator.PASSWORD);

    private final String email;
    private final String password;

    Try(String email, String password) {
      this.email = email;
      this.password = password;
    }

    RawSocketClient.Answer made() {
      return SignedInOperator.signIn(caller, email, password);
    }
  }

  private static InMemoryServer service;
  private static TestClient caller;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    caller = new TestClient(service.port());
    SignedInOperator.of(caller, ACTIVE, "operator");
    var disabled = SignedInOperator.of(caller, DISABLED, "operator");
    var path = "/v1/operators/" + disabled.id();
    assertThat(caller.call("PATCH", path, "{\"status\":\"disabled\"}").status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theResponsesAreEqual() {
    var unknown = Try.UNKNOWN_EMAIL.made();
    assertThat(unknown.status()).isEqualTo(401);
    for (var one : Try.values()) {
      var answer = one.made();
      assertThat(answer.status()).isEqualTo(unknown.status());
      assertThat(headers(answer)).isEqualTo(headers(unknown));
      assertThat(body(answer)).isEqualTo(body(unknown));
    }
  }

  /**
   * Each round makes every try once, in a rotating order, so that other work of the machine delays
   * all tries alike. A try without the hash would be faster in nearly every round. Equal tries each
   * win half of the rounds: a quarter is five standard deviations away.
   */
  @Test
  void theResponseTimesAreEqual() {
    var tries = Try.values();
    var took = new long[tries.length][ROUNDS];
    for (var round = -10; round < ROUNDS; round++) {
      for (var i = 0; i < tries.length; i++) {
        var which = Math.floorMod(round + i, tries.length);
        var began = System.nanoTime();
        assertThat(tries[which].made().status()).isEqualTo(401);
        took[which][Math.max(0, round)] = System.nanoTime() - began;
      }
    }
    var medians = new TreeMap<Try, Double>();
    for (var one : tries) {
      medians.put(one, Arrays.stream(took[one.ordinal()]).sorted().toArray()[ROUNDS / 2] / 1e6);
    }
    System.out.println("Medians of " + ROUNDS + " tries to sign in, ms: " + medians);
    for (var i = 1; i < tries.length; i++) {
      assertThat(wins(took[0], took[i]))
          .as(tries[0] + " against " + tries[i])
          .isBetween(ROUNDS / 4, 3 * ROUNDS / 4);
    }
  }

  /** Returns in how many rounds the first try was faster. */
  private static int wins(long[] one, long[] other) {
    var wins = 0;
    for (var round = 0; round < ROUNDS; round++) {
      wins += one[round] < other[round] ? 1 : 0;
    }
    return wins;
  }

  private static Map<String, String> headers(RawSocketClient.Answer answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeIf(name -> name.matches("date|x-request-id"));
    return headers;
  }

  /** Returns the body without the id of the request. */
  private static String body(RawSocketClient.Answer answer) {
    return answer.body().replaceAll("/requests/\\w+|\"traceId\":\"\\w+\"", "");
  }
}
