package io.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.Flush;
import io.clientele.domain.views.FlushLog;
import io.clientele.testkit.FlushLogContract;
import io.clientele.testkit.Sample;
import org.junit.jupiter.api.Test;

class JdbcFlushLogIT implements FlushLogContract {
  Postgres postgres() {
    return Postgres.V18;
  }

  @Override
  public FlushLog flushLog() {
    return new JdbcFlushLog(postgres().emptied());
  }

  @Override
  public FlushLog flushLogAway() {
    return new JdbcFlushLog(Postgres.away());
  }

  @Test
  void theOldestGoWhenThereAreTenThousand() {
    var log = flushLog();
    postgres()
        .shared()
        .work()
        .update(
            "INSERT INTO view_flush (at, batches, accounts, views, rejected, duration_millis)"
                + " SELECT now(), n, n, n, 0, n FROM generate_series(1, 10000) AS n");
    log.append(new Flush(Sample.BEGINNING, 1, 1, 1, 0, 1));
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
