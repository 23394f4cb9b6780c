package io.clientele.testkit.views.counter;

import static io.clientele.testkit.kernel.internal.ConcurrentCalls.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import io.clientele.testkit.views.ViewsSample;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A flush makes each counted view durable once, and the reconciliation accounts for every view.
 * Implement it in the test of your own {@link FlushControl}; each test begins with one call of
 * {@link #flushControl}.
 */
public interface FlushControlContract {
  /** The control of a counter that has counted nothing. */
  FlushControl flushControl();

  /** Counts views in the counter of this test. */
  void count(UUID subject, int views);

  /** Reads the durable total of a subject from the store behind the counter of this test. */
  long persisted(UUID subject);

  /** Makes the durable totals unreachable. */
  void storeGoesAway();

  /** Ends {@link #storeGoesAway}; nothing was lost meanwhile. */
  void storeComesBack();

  @Test
  default void aFlushMakesAllCountedViewsDurable() {
    var control = flushControl();
    var subjects = new ViewsSample(73).subjects(3);
    count(subjects.get(0), 3);
    count(subjects.get(1), 2);
    assertThat(flush(control).views()).isEqualTo(5);
    assertThat(subjects).extracting(this::persisted).containsExactly(3L, 2L, 0L);
  }

  @Test
  default void aSecondFlushAddsNothing() {
    var control = flushControl();
    var subject = new ViewsSample(73).subject();
    count(subject, 3);
    flush(control);
    assertThat(flush(control).views()).isZero();
    assertThat(persisted(subject)).isEqualTo(3);
  }

  @Test
  default void concurrentFlushesAddEachViewOnce() {
    var control = flushControl();
    var subjects = new ViewsSample(73).subjects(20);
    subjects.forEach(subject -> count(subject, 4));
    together(4, thread -> flush(control));
    assertThat(subjects).extracting(this::persisted).containsOnly(4L);
  }

  @Test
  default void aFlushOfAnUnreachableStoreFailsAndLosesNothing() {
    var control = flushControl();
    var subject = new ViewsSample(73).subject();
    count(subject, 3);
    storeGoesAway();
    UnavailabilityAssertions.assertUnavailable(List.of(() -> flush(control)));
    storeComesBack();
    assertThat(flush(control).views()).isEqualTo(3);
    assertThat(persisted(subject)).isEqualTo(3);
  }

  @Test
  default void theReconciliationHasEveryViewBeforeAndAfterAFlush() {
    var control = flushControl();
    count(new ViewsSample(73).subject(), 5);
    var before = control.reconcile();
    assertThat(before.counted()).isEqualTo(5);
    assertThat(somewhere(before)).isEqualTo(5);
    flush(control);
    var after = control.reconcile();
    assertThat(after.counted()).isEqualTo(5);
    assertThat(after.applied()).isEqualTo(5);
    assertThat(somewhere(after)).isEqualTo(5);
    assertThat(List.of(before, after)).extracting(Reconciliation::balanced).containsOnly(true);
  }

  @Test
  default void theReconciliationOfOneKindHasNoViewOfTheOther() {
    var control = flushControl();
    var id = new ViewsSample(73).id().value();
    count(id, 5);
    count(SubjectKind.PRODUCT.subject(id), 3);
    flush(control);
    count(SubjectKind.PRODUCT.subject(id), 1);
    var accounts = control.reconcile(SubjectKind.ACCOUNT);
    var products = control.reconcile(SubjectKind.PRODUCT);
    assertThat(List.of(accounts, products))
        .extracting(Reconciliation::counted, Reconciliation::applied, Reconciliation::balanced)
        .containsExactly(tuple(5L, 5L, true), tuple(4L, 3L, true));
    assertThat(control.reconcile().counted()).isEqualTo(9);
  }

  @Test
  default void withoutTheStoreThereIsNoReconciliation() {
    var control = flushControl();
    count(new ViewsSample(73).subject(), 5);
    storeGoesAway();
    UnavailabilityAssertions.assertUnavailable(
        List.of(control::reconcile, () -> control.reconcile(SubjectKind.ACCOUNT)));
  }

  private static FlushRecord flush(FlushControl control) {
    return control.flush(Duration.ofSeconds(10)).orElseThrow();
  }

  private static long somewhere(Reconciliation read) {
    return Objects.requireNonNull(read.unsent())
        + Objects.requireNonNull(read.open())
        + Objects.requireNonNull(read.sealed())
        + read.applied()
        + read.rejected();
  }
}
