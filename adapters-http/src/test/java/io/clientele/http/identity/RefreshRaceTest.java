package io.clientele.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.Caller;
import io.clientele.http.InMemoryService;
import io.clientele.http.Wire;
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
 * A refresh token is good once; whoever else has it ends what it belongs to. Five tokens are raced
 * for, a thousand with {@code -Plong}.
 */
class RefreshRaceTest {
  private static final int RACERS = 100;
  private static final int TOKENS = Boolean.getBoolean("clientele.long") ? 1_000 : 5;

  private static InMemoryService service;
  private static Caller caller;

  @BeforeAll
  static void start() {
    service = new InMemoryService();
    caller = new Caller(service.port());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void ofAHundredWithOneTokenOneWinsAndTheFamilyIsDeadAfterwards() throws Exception {
    for (var i = 0; i < TOKENS; i++) {
      var visitor = Visitor.of(caller, "racer" + i + "@example.com", "operator");

      var answers = atOnce(visitor::refreshed);

      assertThat(answers).extracting(Wire.Answer::status).containsOnly(200, 401);
      var winners = answers.stream().filter(answer -> answer.status() == 200).toList();
      assertThat(winners).hasSize(1);
      isDead(visitor.with(winners.getFirst()), visitor);
    }
  }

  @Test
  void anOldTokenEndsTheNewestOfItsFamilyToo() {
    var first = Visitor.of(caller, "owner@example.com", "operator");
    var second = first.with(first.refreshed());
    var third = second.with(second.refreshed());
    assertThat(third.status()).isEqualTo(200);

    assertThat(first.refreshed().status()).isEqualTo(401);

    isDead(third, second, first);
  }

  @Test
  void otherFamiliesOfTheSameOperatorLiveOn() {
    var one = Visitor.of(caller, "two@example.com", "operator");
    var other = one.with(Visitor.signIn(caller, one.email(), Visitor.PASSWORD));
    assertThat(one.refreshed().status()).isEqualTo(200);
    assertThat(one.refreshed().status()).isEqualTo(401);
    service.access().admission.refresh();

    assertThat(one.status()).isEqualTo(401);
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.refreshed().status()).isEqualTo(200);
  }

  @Test
  void aTokenThatWasNeverGivenOutEndsNothing() {
    var visitor = Visitor.of(caller, "calm@example.com", "operator");
    var invented =
        new Visitor(caller, visitor.id(), visitor.email(), visitor.access(), "x".repeat(43));

    assertThat(invented.refreshed().status()).isEqualTo(401);
    assertThat(visitor.refreshed().status()).isEqualTo(200);
  }

  private static void isDead(Visitor... family) {
    service.access().admission.refresh();
    for (var member : family) {
      assertThat(member.refreshed().status()).isEqualTo(401);
      assertThat(member.status()).isEqualTo(401);
    }
  }

  private static List<Wire.Answer> atOnce(Callable<Wire.Answer> racer) throws Exception {
    var start = new CyclicBarrier(RACERS);
    var answers = new ArrayList<Wire.Answer>();
    try (var threads = Executors.newFixedThreadPool(RACERS)) {
      var racing = new ArrayList<Future<Wire.Answer>>();
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
