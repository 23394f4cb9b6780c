package io.clientele.application.notice;

import io.clientele.domain.audit.chain.AuditBreakListener;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeKind;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;

/** Announces each fault of the audit trail once, however often it is found. */
public final class AnnounceAuditBreak implements AuditBreakListener {
  private final AnnouncePendingNotices pending;
  private final InstantSource clock;

  /** Adds its notices to these, because it must not wait for the database. */
  public AnnounceAuditBreak(AnnouncePendingNotices pending, InstantSource clock) {
    this.pending = Objects.requireNonNull(pending, "pending");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public void broken(Break fault) {
    var name = fault.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
    var block = fault.block() == null ? "none" : fault.block().toString();
    pending.add(
        new Notice(
            NoticeKind.AUDIT_BROKEN,
            "%s:%s:%s".formatted(NoticeKind.AUDIT_BROKEN.text(), name, block),
            clock.instant(),
            "block " + block,
            name));
  }
}
