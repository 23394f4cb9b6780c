package io.clientele.application.views.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import io.clientele.testkit.views.ViewsSample;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ViewBufferTest {
  private final ViewsSample sample = new ViewsSample(8);
  private final ProducerState memory =
      new ProducerState(new Shard(0), sample.writer(), ViewBuffer.room());
  private final ViewBuffer intake =
      new ViewBuffer(
          new ShardMap<>(new InMemoryViewLedger(new Sharding(1)), shard -> memory), () -> 0);

  @Test
  void countedViewsAreInTheirShardOnceDrained() {
    var id = sample.subject();
    intake.recorder().count(id);
    intake.recorder().count(id);
    assertThat(memory.counted().accepted()).isZero();
    intake.drain();
    intake.drain();
    assertThat(memory.counted().accepted()).isEqualTo(2);
  }

  @Test
  void aViewAfterTheEndIsCountedAsLost() {
    intake.recorder().count(sample.subject());
    intake.close();
    intake.recorder().count(sample.subject());
    var lost = Map.of("buffer-full", 0L, "closed", 1L);
    assertThat(intake.figures(Stream.empty()).lost()).as("before a drain").isEqualTo(lost);
    intake.drain();
    assertThat(intake.figures(Stream.empty()).lost()).isEqualTo(lost);
    assertThat(memory.counted().accepted()).isEqualTo(1);
    assertThat(memory.counted().lost()).isEqualTo(1);
  }

  @Test
  void viewsAboveTheBoundBeforeADrainAreCountedAsLost() {
    var all = ViewBuffer.ACCOUNTS_MAX + 1;
    for (var i = 0; i < all; i++) {
      intake.recorder().count(sample.subject());
    }
    intake.drain();
    var counted = memory.counted();
    assertThat(counted.lost()).isPositive();
    assertThat(counted.accepted() + counted.lost()).isEqualTo(all);
    assertThat(intake.figures(Stream.empty()).lost())
        .isEqualTo(Map.of("buffer-full", counted.lost(), "closed", 0L));
    assertThat(intake.figures(Stream.empty()).fill()).isGreaterThan(0.99);
  }
}
