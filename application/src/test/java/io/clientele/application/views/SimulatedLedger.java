package io.clientele.application.views;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Counted;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Persisted;
import io.clientele.domain.views.Posting;
import io.clientele.domain.views.Retirement;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ShardBooks;
import io.clientele.domain.views.Shards;
import io.clientele.domain.views.Verdict;
import io.clientele.domain.views.Via;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewLedger;
import io.clientele.domain.views.WriterId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A ledger whose questions and answers may get lost. */
final class SimulatedLedger implements ViewLedger {
  private final ViewLedger ledger;
  private final Faults faults;

  SimulatedLedger(ViewLedger ledger, Faults faults) {
    this.ledger = ledger;
    this.faults = faults;
  }

  @Override
  public Shards shards() {
    return ledger.shards();
  }

  @Override
  public void register(WriterId writer, Via via, Collection<Shard> shards) {
    ask(() -> ledger.register(writer, via, shards));
  }

  @Override
  public Map<Shard, Mark> heartbeat(Collection<Counted> counted) {
    return ask(() -> ledger.heartbeat(counted));
  }

  @Override
  public Applied applied(Shard shard) {
    return ask(() -> ledger.applied(shard));
  }

  @Override
  public Posting apply(Shard shard, SealedBatch batch) {
    return ask(() -> ledger.apply(shard, batch));
  }

  @Override
  public Posting applyDirect(
      Shard shard, ViewBatch batch, Instant formedAt, Collection<Counted> movedFrom) {
    return ask(() -> ledger.applyDirect(shard, batch, formedAt, movedFrom));
  }

  @Override
  public void quarantine(Shard shard, List<SealedBatch> segments, Verdict why) {
    ask(() -> ledger.quarantine(shard, segments, why));
  }

  @Override
  public Retirement retire(Counted old, Via via, Mark base, WriterId next) {
    return ask(() -> ledger.retire(old, via, base, next));
  }

  @Override
  public void remove(Shard shard, WriterId writer, Mark applied, Duration silentFor) {
    ask(() -> ledger.remove(shard, writer, applied, silentFor));
  }

  @Override
  public Persisted totals(Collection<AccountId> accounts) {
    return ask(() -> ledger.totals(accounts));
  }

  @Override
  public List<ShardBooks> books(Collection<Shard> shards) {
    return ask(() -> ledger.books(shards));
  }

  private <T> T ask(Supplier<T> question) {
    faults.before("view ledger");
    var answer = question.get();
    faults.after("view ledger");
    return answer;
  }

  private void ask(Runnable question) {
    faults.before("view ledger");
    question.run();
    faults.after("view ledger");
  }
}
