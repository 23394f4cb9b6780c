package io.clientele.application.notice;

import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeadLetterListener;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Announces dead letters of webhooks: the first of a webhook in each hour, because a broken
 * receiver makes up to 100 a day.
 */
public final class AnnounceDeadLetter implements DeadLetterListener {
  private final AnnounceNotice announceNotice;

  /** Announces by this. */
  public AnnounceDeadLetter(AnnounceNotice announceNotice) {
    this.announceNotice = Objects.requireNonNull(announceNotice, "announceNotice");
  }

  @Override
  public void setAside(DeadLetter letter) {
    var hour = letter.since().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
    announceNotice.announce(
        new Notice(
            NoticeKind.DEAD_LETTER,
            "%s:%s:%d".formatted(NoticeKind.DEAD_LETTER.text(), letter.webhook(), hour),
            letter.since(),
            letter.webhook().toString(),
            "event %s, %s".formatted(letter.eventId(), letter.lastFault())));
  }
}
