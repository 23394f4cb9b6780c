package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.SignedInOperator;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A refresh token is good once; a second use ends its session. Concurrent clients race for five
 * tokens, for a thousand with {@code -Plong}.
 */
class ConcurrentRefreshTest {
  private static final int RACERS = 100;
  private static final int TOKENS = Boolean.getBoolean("clientele.long") ? 1_000 : 5;

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

  @Test
  void ofAHundredRefreshesWithOneTokenOneSucceedsAndTheFamilyEnds() throws Exception {
    for (var i = 0; i < TOKENS; i++) {
      var visitor = SignedInOperator.of(caller, "racer" + i + "@example.com", "operator");

      var answers = atOnce(visitor::refreshed);

      assertThat(answers).extracting(RawSocketClient.Answer::status).containsOnly(200, 401);
      var winners = answers.stream().filter(answer -> answer.status() == 200).toList();
      assertThat(winners).hasSize(1);
      isDead(visitor.with(winners.getFirst()), visitor);
    }
  }

  @Test
  void anOldTokenEndsTheNewestOfItsFamily() {
    var first = SignedInOperator.of(caller, "owner@example.com", "operator");
    var second = first.with(first.refreshed());
    var third = second.with(second.refreshed());
    assertThat(third.status()).isEqualTo(200);

    assertThat(first.refreshed().status()).isEqualTo(401);

    isDead(third, second, first);
  }

  @Test
  void otherFamiliesOfTheOperatorStayValid() {
    var one = SignedInOperator.of(caller, "two@example.com", "operator");
    var other = one.with(SignedInOperator.signIn(caller, one.email(), SignedInOperator.PASSWORD));
    assertThat(one.refreshed().status()).isEqualTo(200);
    assertThat(one.refreshed().status()).isEqualTo(401);
    service.context(InMemoryIdentity.class).bearers.refresh();

    assertThat(one.status()).isEqualTo(401);
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.refreshed().status()).isEqualTo(200);
  }

  @Test
  void anUnissuedTokenEndsNothing() {
    var visitor = SignedInOperator.of(caller, "calm@example.com", "operator");
    var invented =
        new SignedInOperator(
            caller, visitor.id(), visitor.email(), visitor.access(), "x".repeat(43));

    assertThat(invented.refreshed().status()).isEqualTo(401);
    assertThat(visitor.refreshed().status()).isEqualTo(200);
  }

  private static void isDead(SignedInOperator... family) {
    service.context(InMemoryIdentity.class).bearers.refresh();
    for (var member : family) {
      assertThat(member.refreshed().status()).isEqualTo(401);
      assertThat(member.status()).isEqualTo(401);
    }
  }

  private static List<RawSocketClient.Answer> atOnce(Callable<RawSocketClient.Answer> racer)
      throws Exception {
    var start = new CyclicBarrier(RACERS);
    var answers = new ArrayList<RawSocketClient.Answer>();
    try (var threads = Executors.newFixedThreadPool(RACERS)) {
      var racing = new ArrayList<Future<RawSocketClient.Answer>>();
      for (var i = 0; i < RACERS; i++) {
        racing.add(
            threads.submit(
                () -> {
                  start.await();
                  return racer.call();
                }));
      }
      for (var one : racing) {
        answers.add(one.get());
      }
    }
    return answers;
  }
}
