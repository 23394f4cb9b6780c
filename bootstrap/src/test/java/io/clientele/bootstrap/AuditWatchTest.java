package io.clientele.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.clientele.application.audit.KnownHeads;
import io.clientele.application.audit.VerifyWholeAudit;
import io.clientele.application.audit.WatchAudit;
import io.clientele.application.views.Job;
import io.clientele.domain.PortUnavailable;
import io.clientele.domain.audit.AuditHeads;
import io.clientele.domain.audit.Checkpoint;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import io.clientele.testkit.InMemoryAuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AuditWatchTest {
  private static final String RECENT = "audit-verification";
  private static final String WHOLE = "audit-verification-whole";
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Head CUT_OFF = new Head(7, new Hash("c".repeat(64)));

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final AtomicReference<Head> elsewhere = new AtomicReference<>(Head.NONE);
  private final AtomicLong nanos = new AtomicLong();
  private final Gauges gauges = new Gauges();
  private final Logger log = (Logger) LoggerFactory.getLogger(AuditWatch.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final KnownHeads known = new KnownHeads(new Elsewhere());
  private final InstantSource clock = () -> NOON.plusNanos(nanos.get());
  private final AuditWatch watch =
      new AuditWatch(
          new WatchAudit(trail, known, clock),
          new VerifyWholeAudit(trail, known, clock),
          gauges.meter(),
          nanos::get);
  private final Map<String, Job> jobs =
      watch.jobs().stream().collect(Collectors.toMap(Job::name, Function.identity()));

  /** The newest head that others have seen. */
  private final class Elsewhere implements AuditHeads {
    @Override
    public Head newest() {
      return elsewhere.get();
    }

    @Override
    public void publish(Head head) {
      elsewhere.set(head);
    }
  }

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stop() {
    log.detachAppender(lines);
    gauges.close();
  }

  @Test
  void theLastHourIsVerifiedOftenAndTheWholeIsLookedAfterEachHour() {
    assertThat(jobs).containsOnlyKeys(RECENT, WHOLE);
    assertThat(jobs.get(RECENT).period()).isEqualTo(Duration.ofMinutes(5));
    assertThat(jobs.get(WHOLE).period()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aWholeChainIsNotBroken() {
    assertThat(isBroken()).isFalse();
    run(RECENT);
    run(WHOLE);
    assertThat(isBroken()).isFalse();
    assertThat(lines.list).isEmpty();
  }

  @Test
  void aBrokenChainStaysSoUntilTheSameLookFindsItWhole() {
    elsewhere.set(CUT_OFF);
    run(WHOLE);
    assertThat(isBroken()).isTrue();
    assertThat(lines.list)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getLevel()).hasToString("ERROR");
              assertThat(line.getFormattedMessage()).isEqualTo("the audit was tampered with");
              assertThat(line.getKeyValuePairs().toString()).contains("END_MISSING");
            });

    elsewhere.set(Head.NONE);
    run(RECENT);
    assertThat(isBroken()).isTrue();
    run(WHOLE);
    assertThat(isBroken()).isFalse();
  }

  @Test
  void aHeadThatIsLostIsToldForAMinuteAfterItWasLastMissed() {
    watch.lost();
    pass(Duration.ofSeconds(59));
    assertThat(isBroken()).isTrue();
    watch.lost();
    pass(Duration.ofSeconds(59));
    assertThat(isBroken()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(isBroken()).isFalse();
  }

  @Test
  void theAgeIsThatOfTheLastLookThatCouldBeDone() {
    pass(Duration.ofSeconds(90));
    assertThat(age()).isEqualTo(90);
    run(RECENT);
    assertThat(age()).isZero();

    pass(Duration.ofSeconds(7));
    trail.goAway();
    assertThatThrownBy(() -> run(RECENT)).isInstanceOf(PortUnavailable.class);
    assertThat(age()).isEqualTo(7);
    assertThat(isBroken()).isFalse();
  }

  @Test
  void theAgeOfTheWholeIsThatOfTheLastCompleteVerificationByAnyInstance() {
    pass(Duration.ofHours(5));
    assertThat(wholeAge()).isEqualTo(5 * 3_600);
    trail.verifyAfter(Checkpoint.beginning(clock.instant()), 1, clock.instant(), List.of());
    pass(Duration.ofHours(2));
    run(WHOLE);
    assertThat(wholeAge()).isEqualTo(2 * 3_600);
    pass(Duration.ofHours(22));
    run(WHOLE);
    assertThat(wholeAge()).isZero();
  }

  @Test
  void aChainThatWasBrokenAndCannotBeReadIsBrokenStill() {
    elsewhere.set(CUT_OFF);
    run(RECENT);
    trail.goAway();
    assertThatThrownBy(() -> run(RECENT)).isInstanceOf(PortUnavailable.class);
    assertThat(isBroken()).isTrue();
  }

  private void run(String job) {
    jobs.get(job).work().run();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private boolean isBroken() {
    return gauges.whole("clientele.audit.broken") == 1;
  }

  private double wholeAge() {
    return gauges.fraction("clientele.audit.verification.month.age");
  }

  private double age() {
    return gauges.fraction("clientele.audit.verification.age");
  }
}
