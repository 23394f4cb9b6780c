package io.clientele.application.notice;

import io.clientele.domain.account.EndedImports;
import io.clientele.domain.account.EndedImports.Summary;
import io.clientele.domain.notice.Notice;
import io.clientele.domain.notice.NoticeKind;
import java.util.List;
import java.util.Objects;

/**
 * Announces imports of accounts that ended. Any number of instances may run this at the same time,
 * and a run that dies is repeated: an operator gets one notice of an import. Runs as a job, every
 * few seconds.
 */
public final class AnnounceImports {
  private static final int BATCH_MAX = 100;

  private final EndedImports imports;
  private final AnnounceNotice announceNotice;

  /** Announces these imports. */
  public AnnounceImports(EndedImports imports, AnnounceNotice announceNotice) {
    this.imports = Objects.requireNonNull(imports, "imports");
    this.announceNotice = Objects.requireNonNull(announceNotice, "announceNotice");
  }

  /** Announces all imports that were not announced yet. */
  public void announce() {
    List<Summary> ended;
    do {
      ended = imports.unannounced(BATCH_MAX);
      ended.forEach(this::announce);
    } while (ended.size() == BATCH_MAX);
  }

  private void announce(Summary summary) {
    announceNotice.announce(
        new Notice(
            NoticeKind.IMPORT_DONE,
            NoticeKind.IMPORT_DONE.text() + ":" + summary.first(),
            summary.at(),
            summary.actor(),
            "%d / %d".formatted(summary.opened(), summary.opened() + summary.refused())));
    imports.announced(summary.first());
  }
}
