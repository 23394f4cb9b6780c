package io.clientele.application.notice;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.Notices;
import java.time.InstantSource;
import java.util.Objects;

/** Adds the tasks that send a notice, where the service can send mails. */
public final class AnnounceNotice {
  private final Notices notices;
  private final boolean canSend;
  private final InstantSource clock;

  /**
   * Announces in this store.
   *
   * @param canSend whether the service has a mail server; without one no notice is announced, so
   *     that no old one is sent when it gets one
   */
  public AnnounceNotice(Notices notices, boolean canSend, InstantSource clock) {
    this.notices = Objects.requireNonNull(notices, "notices");
    this.canSend = canSend;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Announces a notice; does nothing for one that was announced before. */
  public void announce(Notice notice) {
    if (canSend) {
      notices.announce(notice, clock.instant());
    }
  }

  /** Announces a notice to one operator; does nothing for one that was announced before. */
  void announceTo(OperatorId operator, Notice notice) {
    if (canSend) {
      notices.announceTo(operator, notice, clock.instant());
    }
  }
}
