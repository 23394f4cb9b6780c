package io.clientele.testkit.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.testkit.kernel.Sample;
import org.junit.jupiter.api.Test;

class InMemoryFlushLogTest implements FlushLogContract {
  @Override
  public FlushLog flushLog() {
    return new InMemoryFlushLog();
  }

  @Override
  public FlushLog unreachableFlushLog() {
    var log = new InMemoryFlushLog();
    log.startOutage();
    return log;
  }

  @Test
  void theOldestFlushesAreRemovedAboveTheBound() {
    var log = new InMemoryFlushLog();
    for (var i = 0; i <= InMemoryFlushLog.KEPT_MAX; i++) {
      log.append(new FlushRecord(Sample.BEGINNING, i, 0, 0, 0, 0));
    }
    var all = log.page(null, Integer.MAX_VALUE);
    assertThat(all).hasSize(InMemoryFlushLog.KEPT_MAX);
    assertThat(all.get(all.size() - 1).flush().batches()).isEqualTo(1);
  }
}
