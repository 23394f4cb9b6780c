package io.clientele.testkit.notice;

import static io.clientele.testkit.notice.NoticeChoicesContract.ADA;
import static io.clientele.testkit.notice.NoticeChoicesContract.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.NoticeDelivery;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.NoticeLanguage;
import io.clientele.domain.notice.Notices;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.Tasks;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of every {@link Notices}. Implement it in the test of your own store. */
public interface NoticesContract {
  /** The time of all tests. */
  Instant NOW = Sample.BEGINNING;

  /** The store of each test, without notices. */
  Notices notices();

  /** The choices by which the store announces. */
  NoticeChoices choices();

  /** The tasks that the store adds. */
  Tasks tasks();

  /** A store whose server cannot be reached. A call must end within seconds. */
  Notices noticesAway();

  @Test
  default void eachOperatorThatChoseTheKindGetsOneTask() {
    choose(ADA, NoticeKind.DEAD_LETTER);
    choose(BOB, NoticeKind.IMPORT_DONE);
    var notice = notice("dead-letter:1");
    assertThat(notices().announce(notice, NOW)).isEqualTo(1);
    var delivery = new NoticeDelivery(notice, ADA);
    var claimed = claim();
    assertThat(claimed).extracting(ClaimedTask::id).containsExactly(delivery.taskId());
    assertThat(NoticeDelivery.parse(claimed.get(0).payload())).isEqualTo(delivery);
  }

  @Test
  default void aNoticeThatIsAnnouncedAgainAddsNoTaskEvenAfterTheFirstIsDone() {
    choose(ADA, NoticeKind.DEAD_LETTER);
    var notices = notices();
    notices.announce(notice("dead-letter:1"), NOW);
    claim().forEach(tasks()::done);
    assertThat(notices.announce(notice("dead-letter:1"), NOW.plusSeconds(9))).isZero();
    assertThat(claim()).isEmpty();
    choose(BOB, NoticeKind.DEAD_LETTER);
    assertThat(notices.announce(notice("dead-letter:1"), NOW)).isEqualTo(1);
    assertThat(notices.announce(notice("dead-letter:2"), NOW)).isEqualTo(2);
  }

  @Test
  default void aNoticeForOneOperatorAddsOneTaskIfItChoseTheKind() {
    choose(ADA, NoticeKind.DEAD_LETTER);
    choose(BOB, NoticeKind.DEAD_LETTER);
    var notices = notices();
    var notice = notice("dead-letter:1");
    assertThat(notices.announceTo(ADA, notice, NOW)).isEqualTo(1);
    assertThat(notices.announceTo(ADA, notice, NOW.plusSeconds(9))).isZero();
    var delivery = new NoticeDelivery(notice, ADA);
    assertThat(claim()).extracting(ClaimedTask::id).containsExactly(delivery.taskId());
    choose(BOB, NoticeKind.IMPORT_DONE);
    assertThat(notices.announceTo(BOB, notice, NOW)).isZero();
  }

  @Test
  default void ofConcurrentAnnouncementsOneAddsTheTask() throws Exception {
    choose(ADA, NoticeKind.DEAD_LETTER);
    var notices = notices();
    var calls = new ArrayList<Callable<Integer>>();
    for (var i = 0; i < 8; i++) {
      calls.add(() -> notices.announce(notice("dead-letter:1"), NOW));
    }
    var threads = Executors.newFixedThreadPool(calls.size());
    try {
      var added = 0;
      for (Future<Integer> call : threads.invokeAll(calls)) {
        added += call.get();
      }
      assertThat(added).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(claim()).hasSize(1);
  }

  @Test
  default void aSentNoticeIsKnownOfItsOperatorOnly() {
    choose(ADA, NoticeKind.DEAD_LETTER);
    choose(BOB, NoticeKind.DEAD_LETTER);
    var notices = notices();
    var notice = notice("dead-letter:1");
    notices.announce(notice, NOW);
    var delivery = new NoticeDelivery(notice, ADA);
    assertThat(notices.isSent(delivery)).isFalse();
    notices.sent(delivery, NOW);
    assertThat(notices.isSent(delivery)).isTrue();
    assertThat(notices.isSent(new NoticeDelivery(notice, BOB))).isFalse();
    assertThat(notices.isSent(new NoticeDelivery(notice("dead-letter:2"), ADA))).isFalse();
  }

  @Test
  default void oldNoticesAreForgotten() {
    choose(ADA, NoticeKind.DEAD_LETTER);
    var notices = notices();
    notices.announce(notice("dead-letter:1"), NOW);
    notices.announce(notice("dead-letter:2"), NOW.plusSeconds(1));
    assertThat(notices.forget(NOW.plusSeconds(1))).isEqualTo(1);
    claim().forEach(tasks()::done);
    assertThat(notices.announce(notice("dead-letter:2"), NOW)).isZero();
    assertThat(notices.announce(notice("dead-letter:1"), NOW)).isEqualTo(1);
  }

  @Test
  default void thePositionOnlyAdvances() {
    var notices = notices();
    assertThat(notices.position()).isEmpty();
    notices.advance(new EventPosition(7));
    notices.advance(new EventPosition(3));
    assertThat(notices.position()).contains(new EventPosition(7));
    notices.advance(new EventPosition(8));
    assertThat(notices.position()).contains(new EventPosition(8));
  }

  @Test
  default void noticesThatAreAwayAreUnavailableAndNotNone() {
    var away = noticesAway();
    var delivery = new NoticeDelivery(notice("dead-letter:1"), ADA);
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.announce(delivery.notice(), NOW),
            () -> away.announceTo(ADA, delivery.notice(), NOW),
            () -> away.isSent(delivery),
            () -> away.sent(delivery, NOW),
            () -> away.position(),
            () -> away.advance(new EventPosition(1)),
            () -> away.forget(NOW)));
  }

  /** Stores that the operator chose notices of this kind alone. */
  private void choose(OperatorId operator, NoticeKind kind) {
    var choices = choices();
    choices.save(
        choices.find(operator).choose(Set.of(kind), NoticeLanguage.EN, new Sample(1).act()));
  }

  private List<ClaimedTask> claim() {
    return tasks()
        .claim(Set.of(NoticeDelivery.TASK_KIND), 9, NOW.plusSeconds(60), NOW.plusSeconds(120));
  }

  private static Notice notice(String source) {
    return new Notice(NoticeKind.DEAD_LETTER, source, NOW, "a webhook", "event 1, timeout");
  }
}
