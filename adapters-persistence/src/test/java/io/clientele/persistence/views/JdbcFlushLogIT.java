package io.clientele.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.history.FlushLog;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.views.history.FlushLogContract;
import org.junit.jupiter.api.Test;

class JdbcFlushLogIT implements FlushLogContract {
  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public FlushLog flushLog() {
    return new JdbcFlushLog(postgres().emptied());
  }

  @Override
  public FlushLog unreachableFlushLog() {
    return new JdbcFlushLog(TestPostgres.away());
  }

  @Test
  void theOldestFlushesAreDeletedAboveTenThousand() {
    var log = flushLog();
    postgres()
        .shared()
        .work()
        .update(
            "INSERT INTO view_flush (at, batches, accounts, views, rejected, duration_millis)"
                + " SELECT now(), n, n, n, 0, n FROM generate_series(1, 10000) AS n");
    log.append(new FlushRecord(Sample.BEGINNING, 1, 1, 1, 0, 1));
    assertThat(
            postgres()
                .shared()
                .work()
                .list(
                    "SELECT count(*), min(batches) FROM view_flush WHERE accounts > 1",
                    row -> row.getLong(2)))
        .containsExactly(2L);
  }
}
