package io.clientele.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.clientele.application.audit.KnownHeads;
import io.clientele.application.audit.WatchAudit;
import io.clientele.application.views.Job;
import io.clientele.domain.PortUnavailable;
import io.clientele.domain.audit.AuditHeads;
import io.clientele.domain.audit.Hash;
import io.clientele.domain.audit.Head;
import io.clientele.testkit.InMemoryAuditTrail;
import java.time.Duration;
import java.time.InstantSource;
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
  private static final String LATELY = "audit-verification";
  private static final String MONTH = "audit-verification-month";
  private static final Head CUT_OFF = new Head(7, new Hash("c".repeat(64)));

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final AtomicReference<Head> elsewhere = new AtomicReference<>(Head.NONE);
  private final AtomicLong nanos = new AtomicLong();
  private final Gauges gauges = new Gauges();
  private final Logger log = (Logger) LoggerFactory.getLogger(AuditWatch.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final AuditWatch watch =
      new AuditWatch(
          new WatchAudit(trail, new KnownHeads(new Elsewhere()), InstantSource.system()),
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
  void whatCameLatelyIsVerifiedOftenAndTheMonthOnceADay() {
    assertThat(jobs).containsOnlyKeys(LATELY, MONTH);
    assertThat(jobs.get(LATELY).period()).isEqualTo(Duration.ofMinutes(5));
    assertThat(jobs.get(MONTH).period()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aWholeChainIsNotBroken() {
    assertThat(isBroken()).isFalse();
    run(LATELY);
    run(MONTH);
    assertThat(isBroken()).isFalse();
    assertThat(lines.list).isEmpty();
  }

  @Test
  void aBrokenChainStaysSoUntilTheSameLookFindsItWhole() {
    elsewhere.set(CUT_OFF);
    run(MONTH);
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
    run(LATELY);
    assertThat(isBroken()).isTrue();
    run(MONTH);
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
    run(LATELY);
    assertThat(age()).isZero();

    pass(Duration.ofSeconds(7));
    trail.goAway();
    assertThatThrownBy(() -> run(LATELY)).isInstanceOf(PortUnavailable.class);
    assertThat(age()).isEqualTo(7);
    assertThat(isBroken()).isFalse();
  }

  @Test
  void aChainThatWasBrokenAndCannotBeReadIsBrokenStill() {
    elsewhere.set(CUT_OFF);
    run(LATELY);
    trail.goAway();
    assertThatThrownBy(() -> run(LATELY)).isInstanceOf(PortUnavailable.class);
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

  private double age() {
    return gauges.fraction("clientele.audit.verification.age");
  }
}
