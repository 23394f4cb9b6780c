package io.clientele.bootstrap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.clientele.application.audit.KnownChainHeads;
import io.clientele.application.audit.VerifyRecentAuditTrail;
import io.clientele.application.audit.VerifyWholeAuditTrail;
import io.clientele.application.kernel.Job;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.ChainHeadStore;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.inmemory.audit.InMemoryAuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AuditVerificationJobsTest {
  private static final String RECENT = "audit-verification";
  private static final String WHOLE = "audit-verification-whole";
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final ChainHead CUT_OFF = new ChainHead(7, new Sha256Hash("c".repeat(64)));

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final AtomicReference<ChainHead> elsewhere = new AtomicReference<>(ChainHead.NONE);
  private final AtomicLong nanos = new AtomicLong();
  private final CollectedGauges gauges = new CollectedGauges();
  private final Logger log = (Logger) LoggerFactory.getLogger(AuditVerificationJobs.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final KnownChainHeads known = new KnownChainHeads(new Elsewhere());
  private final List<Break> faults = new ArrayList<>();
  private final InstantSource clock = () -> NOON.plusNanos(nanos.get());
  private final AuditVerificationJobs watch =
      new AuditVerificationJobs(
          new VerifyRecentAuditTrail(trail, known, clock),
          new VerifyWholeAuditTrail(trail, known, clock),
          nanos::get,
          Set.of(faults::add));
  private final Map<String, Job> jobs =
      watch.jobs().stream().collect(Collectors.toMap(Job::name, Function.identity()));

  /** The newest head that others have seen. */
  private final class Elsewhere implements ChainHeadStore {
    @Override
    public ChainHead newest() {
      return elsewhere.get();
    }

    @Override
    public void publish(ChainHead head) {
      elsewhere.set(head);
    }
  }

  @BeforeEach
  void listen() {
    watch.register(gauges.meter());
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stop() {
    log.detachAppender(lines);
    gauges.close();
  }

  @Test
  void theLastHourIsVerifiedOftenAndTheWholeChainHourly() {
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
  void aBrokenChainStaysBrokenUntilTheSameJobFindsItIntact() {
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

    elsewhere.set(ChainHead.NONE);
    run(RECENT);
    assertThat(isBroken()).isTrue();
    run(WHOLE);
    assertThat(isBroken()).isFalse();
  }

  @Test
  void listenersAreToldOfEachFault() {
    run(RECENT);
    assertThat(faults).isEmpty();
    watch.lost(CUT_OFF);
    assertThat(faults).containsExactly(new Break(Fault.END_MISSING, 7L, null, null));
    elsewhere.set(CUT_OFF);
    run(WHOLE);
    assertThat(faults).extracting(Break::fault).containsOnly(Fault.END_MISSING).hasSize(2);
  }

  @Test
  void aLostHeadIsReportedForAMinute() {
    watch.lost(CUT_OFF);
    pass(Duration.ofSeconds(59));
    assertThat(isBroken()).isTrue();
    watch.lost(CUT_OFF);
    pass(Duration.ofSeconds(59));
    assertThat(isBroken()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(isBroken()).isFalse();
  }

  @Test
  void theAgeIsThatOfTheLastSuccessfulVerification() {
    pass(Duration.ofSeconds(90));
    assertThat(age()).isEqualTo(90);
    run(RECENT);
    assertThat(age()).isZero();

    pass(Duration.ofSeconds(7));
    trail.startOutage();
    assertThatThrownBy(() -> run(RECENT)).isInstanceOf(PortUnavailable.class);
    assertThat(age()).isEqualTo(7);
    assertThat(isBroken()).isFalse();
  }

  @Test
  void theAgeOfTheWholeIsThatOfTheLastCompleteVerificationByAnyInstance() {
    pass(Duration.ofHours(5));
    assertThat(wholeAge()).isEqualTo(5 * 3_600);
    trail.verifyAfter(
        VerificationCheckpoint.beginning(clock.instant()), 1, clock.instant(), List.of());
    pass(Duration.ofHours(2));
    run(WHOLE);
    assertThat(wholeAge()).isEqualTo(2 * 3_600);
    pass(Duration.ofHours(22));
    run(WHOLE);
    assertThat(wholeAge()).isZero();
  }

  @Test
  void anUnreadableBrokenChainStaysBroken() {
    elsewhere.set(CUT_OFF);
    run(RECENT);
    trail.startOutage();
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
