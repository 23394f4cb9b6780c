package io.clientele.application.notice;

import io.clientele.domain.account.ImportListener;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeKind;
import java.util.Objects;

/**
 * Announces imports of accounts. An import whose process ends within seconds after the commit may
 * not be announced.
 */
public final class AnnounceImport implements ImportListener {
  private final AnnouncePendingNotices pending;

  /** Adds its notices to these, because a request must not wait for them. */
  public AnnounceImport(AnnouncePendingNotices pending) {
    this.pending = Objects.requireNonNull(pending, "pending");
  }

  @Override
  public void imported(Summary summary) {
    pending.add(
        new Notice(
            NoticeKind.IMPORT_DONE,
            NoticeKind.IMPORT_DONE.text() + ":" + summary.first(),
            summary.by().at(),
            summary.by().actor(),
            "%d / %d".formatted(summary.opened(), summary.opened() + summary.refused())));
  }
}
