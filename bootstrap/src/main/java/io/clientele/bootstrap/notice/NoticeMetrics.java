package io.clientele.bootstrap.notice;

import io.clientele.application.notice.SendNotice;
import io.clientele.bootstrap.telemetry.Meters;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import org.jspecify.annotations.Nullable;

/** Counts the mails that were sent, and the attempts that failed. */
final class NoticeMetrics implements Meters, SendNotice.Listener {
  private volatile @Nullable LongCounter sent;
  private volatile @Nullable LongCounter failed;

  @Override
  public void register(Meter meter) {
    sent = counter(meter, "clientele.notices.sent", "Notices that a mail server took");
    failed = counter(meter, "clientele.notices.failed", "Attempts to send a notice that failed");
  }

  @Override
  public void attempted(boolean isSent) {
    var counter = isSent ? sent : failed;
    if (counter != null) {
      counter.add(1);
    }
  }

  private static LongCounter counter(Meter meter, String name, String description) {
    var counter = meter.counterBuilder(name).setDescription(description).build();
    counter.add(0);
    return counter;
  }
}
