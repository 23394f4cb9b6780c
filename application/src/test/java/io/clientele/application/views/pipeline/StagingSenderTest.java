package io.clientele.application.views.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.views.fixture.CounterFixture;
import io.clientele.application.views.fixture.InterceptedPort;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class StagingSenderTest {
  private static final Shard SHARD = new Shard(0);

  private final CounterFixture bench = new CounterFixture(1);
  private final StagingSender writer = bench.lanes().get(0).staged();
  private final ProducerState memory = writer.memory();
  private final UUID id = bench.sample.subject();

  /** A ledger from before this writer. */
  private final InMemoryViewLedger restored = new InMemoryViewLedger(bench.shards, bench::now);

  @Test
  void itRegistersOnceAndBeforeItSends() {
    bench.ledger.before("register", InterceptedPort.times(1, InterceptedPort::lose));
    assertThat(writer.mayBeRegistered()).isFalse();
    memory.add(id, 2, 0);
    assertThatThrownBy(() -> writer.send(true)).isInstanceOf(PortUnavailable.class);
    assertThat(bench.staging.calls("add")).isZero();
    writer.send(true);
    memory.add(id, 3, 0);
    writer.send(true);
    assertThat(writer.mayBeRegistered()).isTrue();
    assertThat(bench.ledger.calls("register")).as("the lost one and one more").isEqualTo(2);
    assertThat(seen()).isEqualTo(new Offset(2, 5));
  }

  @Test
  void viewsOfAnUnregisteredWriterAreInNoBatch() {
    bench.ledger.before("register", InterceptedPort::lose);
    memory.add(id, 2, 0);
    assertThatThrownBy(() -> writer.send(true)).isInstanceOf(PortUnavailable.class);
    assertThat(memory.hasUnsent()).isTrue();
    assertThat(memory.keepsAny()).isFalse();
  }

  @Test
  void aRefusedBatchIsTakenBackAndAnUnansweredOneStays() {
    bench.staging.before("add", InterceptedPort::refuse);
    memory.add(id, 2, 0);
    assertThatThrownBy(() -> writer.send(true)).isInstanceOf(PortUnavailable.class);
    assertThat(memory.keepsAny()).isFalse();
    bench.staging.before("add", InterceptedPort::lose);
    assertThatThrownBy(() -> writer.send(true)).isInstanceOf(PortUnavailable.class);
    assertThat(memory.keepsAny()).isTrue();
    bench.staging.before("add", InterceptedPort::refuse);
    assertThatThrownBy(() -> writer.send(true)).isInstanceOf(PortUnavailable.class);
    assertThat(memory.hasUnsent()).as("the try before may arrive").isFalse();
  }

  @Test
  void aBatchHasAtMostTheAccountsOfOneScript() {
    for (var i = 0; i <= ViewBatch.ACCOUNTS_MAX; i++) {
      memory.add(bench.sample.subject(), 1, 0);
    }
    writer.send(true);
    assertThat(seen()).isEqualTo(new Offset(2, ViewBatch.ACCOUNTS_MAX + 1));
  }

  @Test
  void withoutRoomNothingIsSent() {
    memory.add(id, 2, 0);
    writer.send(false);
    assertThat(bench.staging.calls("add")).isZero();
    assertThat(memory.hasUnsent()).isTrue();
  }

  @Test
  void sendingAllReturnsTheLastOffset() throws InterruptedException {
    memory.add(id, 2, 0);
    memory.add(bench.sample.subject(), 3, 0);
    assertThat(writer.sendAll(Duration.ofSeconds(1))).contains(new Offset(1, 5));
  }

  @Test
  void batchesThatStagingLostAreResent() {
    send(2);
    var older = bench.fast.state(SHARD);
    send(3);
    bench.fast.restore(SHARD, older);
    send(4);
    writer.send(true);
    assertThat(seen()).isEqualTo(new Offset(3, 9));
  }

  @Test
  void aGapOfDroppedBatchesIsResetToTheLedgersOffset() {
    send(2);
    new ShardFlush(bench.fast, bench.durable).run(SHARD);
    writer.applied(memory.writer(), new Offset(1, 2));
    send(3);
    bench.fast.restore(SHARD, StagingState.EMPTY);
    writer.sync();
    writer.send(true);
    assertThat(seen()).isEqualTo(new Offset(2, 5));
    assertThat(bench.fast.segments(SHARD)).hasSize(1);
  }

  @Test
  void withoutKeptBatchesStagingIsNotCalled() {
    writer.sync();
    assertThat(bench.staging.calls("seen")).isZero();
  }

  @Test
  void aMissingRowRetiresTheNameOfAllKeptBatches() {
    var old = memory.writer();
    send(2);
    bench.ledger.redirectTo(restored);
    writer.applied(old, null);
    assertThat(memory.writer()).isNotEqualTo(old);
    assertThat(memory.counted().accepted()).isEqualTo(2);
    assertThat(rows()).containsExactly(memory.writer());
  }

  @Test
  void anExistingRowIsKept() {
    var name = memory.writer();
    send(2);
    writer.applied(name, null);
    assertThat(bench.ledger.calls("retire")).isEqualTo(1);
    assertThat(memory.writer()).isEqualTo(name);
  }

  @Test
  void aRowBehindStaysWhileStagingHasTheGap() {
    var name = memory.writer();
    send(2);
    writer.applied(name, new Offset(1, 2));
    writer.applied(name, Offset.START);
    assertThat(memory.writer()).isEqualTo(name);
    bench.fast.restore(SHARD, StagingState.EMPTY);
    writer.applied(name, Offset.START);
    assertThat(memory.writer()).isNotEqualTo(name);
  }

  @Test
  void aRetirementWithALostAnswerIsRepeatedWithOneName() {
    var old = memory.writer();
    send(2);
    bench.ledger.redirectTo(restored);
    bench.ledger.after("retire", InterceptedPort.times(1, InterceptedPort::lose));
    assertThatThrownBy(() -> writer.applied(old, null)).isInstanceOf(PortUnavailable.class);
    assertThat(memory.writer()).isEqualTo(old);
    writer.applied(old, null);
    assertThat(memory.writer()).isNotEqualTo(old);
    assertThat(rows()).as("one name, not two").containsExactly(memory.writer());
  }

  private void send(long views) {
    memory.add(id, views, 0);
    writer.send(true);
  }

  private List<WriterId> rows() {
    return restored.snapshots(List.of(SHARD)).get(0).writers().stream()
        .map(WriterRow::writer)
        .toList();
  }

  private Offset seen() {
    return bench.fast.seen(SHARD, memory.writer());
  }
}
