package io.clientele.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.persistence.audit.JdbcAuditChain;
import io.clientele.persistence.audit.JdbcChainProof;
import io.clientele.persistence.change.ChainedRecords;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.chain.ChainedTransfers;
import io.clientele.persistence.testbed.HeldCommit;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.event.EventFeedContract;
import io.clientele.testkit.kernel.Sample;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcEventFeedIT implements EventFeedContract {
  private final Database database = TestPostgres.V18.emptied();
  private final JdbcAuditChain chain = new JdbcAuditChain(database);
  private final EventFeed feed = feed(database);

  @Override
  public EventFeed feed() {
    return feed;
  }

  @Override
  public Runnable begin(PublishedEvent event) {
    return HeldCommit.of(
        database,
        sql ->
            TestPostgres.CHANGES.record(
                sql,
                transaction -> {
                  transaction.append(
                      new Provenance(
                          "operator:1", event.at(), Causation.UNKNOWN.within(event.trace())),
                      new Happened(event.type(), event.changed()),
                      event.about());
                  return true;
                }));
  }

  @Override
  public void chain() {
    chain.chain();
  }

  @Override
  public void forget(AccountId account) {
    TestPostgres.forget(database, account);
  }

  @Override
  public EventFeed unreachableFeed() {
    return feed(TestPostgres.away());
  }

  @Test
  void oneTransactionOfManyBlocksIsReadWhole() {
    var sample = new Sample(11);
    append(sample, 2_500);
    while (chain.chain().entries() > 0) {
      assertThat(chain.head().number()).isPositive();
    }
    var page = feed.read(EventPosition.START, EventFilter.ALL, 5_000, false);
    assertThat(page.events()).hasSize(2_500).extracting(Event::position).isSorted();
    assertThat(page.next()).isEqualTo(EventPosition.of(3, 499));
  }

  @Test
  void theProofCoversEachEventByItsDigest() {
    append(new Sample(12), 3);
    chain.chain();
    var blocks = new JdbcChainProof(database, Set.of()).blocks(1, 20);
    assertThat(blocks).hasSize(1);
    var proof = blocks.getFirst();
    assertThat(proof.block().hash()).isEqualTo(proof.hash());
    var events = feed.read(EventPosition.START, EventFilter.ALL, 10, false).events();
    for (var i = 0; i < 3; i++) {
      var entry = proof.entries().get(i);
      var event = events.get(i);
      assertThat(entry.digest()).isEqualTo(event.published().digest(event.id()));
      assertThat(EncryptedAuditEntry.hash(entry.rest(), entry.digest()))
          .isEqualTo(entry.link().hash());
    }
  }

  /** A scan of the ledger for each entry of a block would stop the feed: none can be planned. */
  @Test
  void anEntryOfABlockIsFoundByIndexInEachTable() {
    var records = Set.<ChainedRecords>of(new ChainedTransfers());
    var keys = TestPostgres.CHANGES.subjectKeys();
    var read = new JdbcEventFeed(database, keys, records).events();
    var plan =
        database
            .work()
            .transaction(
                connection -> {
                  Sql.update(connection, "SET LOCAL enable_seqscan = off");
                  var any = new Object[] {1, 20, 1, 1, null, null, null, null, null, 100};
                  return Sql.list(connection, "EXPLAIN " + read, row -> row.getString(1), any);
                });
    assertThat(plan)
        .anyMatch(line -> line.contains("Index Scan using transfer_pkey"))
        .anyMatch(line -> line.contains("Index Scan using event_"))
        .noneMatch(line -> line.contains("Seq Scan on transfer"));
  }

  private void append(Sample sample, int count) {
    TestPostgres.CHANGES.record(
        database.work(),
        transaction -> {
          var act = new Provenance("operator:1", sample.act().at());
          IntStream.rangeClosed(1, count)
              .forEach(
                  version ->
                      transaction.append(
                          act,
                          new Happened("operator.changed", List.of("name")),
                          ChangeSubject.named("operator:" + sample.id()).at(version)));
          return true;
        });
  }

  private static EventFeed feed(Database database) {
    return new JdbcEventFeed(database, TestPostgres.CHANGES.subjectKeys(), Set.of());
  }

  private record Happened(String action, List<String> changed) implements DomainEvent {
    @Override
    public boolean isPublished() {
      return true;
    }

    @Override
    public List<FieldChange> details() {
      return changed.stream().map(field -> new FieldChange(field, null, "x")).toList();
    }
  }
}
