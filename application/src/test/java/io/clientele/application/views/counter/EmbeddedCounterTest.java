package io.clientele.application.views.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.JobRunner;
import io.clientele.application.views.ViewCounterSettings;
import io.clientele.domain.views.Sharding;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The documentation of the counter and of the runner shows parts of this class. */
class EmbeddedCounterTest {
  @Test
  void aViewThatNoJobHasStoredIsStoredByTheClose() {
    var ledger = new InMemoryViewLedger(new Sharding(2));
    var flushes = new InMemoryFlushLog();
    var id = new UUID(1, 2);
    // @start region="start" :
    var settings = ViewCounterSettings.of(Duration.ofMinutes(5));
    var views = new DirectViewCounter(ledger, flushes, settings);
    // @start region="run" :
    var executor = Executors.newScheduledThreadPool(2);
    var jobs = new JobRunner(views.jobs(), executor, new Random());
    jobs.start();
    // @end
    views.recorder().count(id); // in the code that shows an account
    // @end

    // @start region="stop" :
    jobs.close();
    executor.shutdown();
    views.close(); // stores the views that no job has stored yet
    // @end
    assertThat(ledger.viewsOf(id)).isEqualTo(1);
  }
}
