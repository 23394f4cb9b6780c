package io.clientele.persistence.ledger.chain;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.BlockProof;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPosition;
import io.clientele.persistence.audit.JdbcAuditChain;
import io.clientele.persistence.audit.JdbcChainProof;
import io.clientele.persistence.change.ChainedRecords;
import io.clientele.persistence.event.JdbcEventFeed;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The audit's chain and the feed of a database with transfers. */
public record TransferFeed(JdbcAuditChain chain, JdbcEventFeed feed, JdbcChainProof proof) {
  private static final EventFilter TRANSFERS = new EventFilter(Set.of("transfer.*"), null);

  /** Returns the chain and the feed of this database. */
  public static TransferFeed of(Database database) {
    var records = Set.<ChainedRecords>of(new ChainedTransfers());
    return new TransferFeed(
        new JdbcAuditChain(database, records),
        new JdbcEventFeed(database, TestPostgres.CHANGES.subjectKeys(), records),
        new JdbcChainProof(database, records));
  }

  /** Chains all that waits. */
  void extend() {
    while (chain.chain().entries() > 0) {
      chain.head();
    }
  }

  /** Chains all that waits, and returns the events of all transfers. */
  public List<Event> events() {
    extend();
    return feed.read(EventPosition.START, TRANSFERS, 10_000, false).events();
  }

  List<BlockProof> proofs() {
    return proof.blocks(1, 100);
  }

  VerificationResult verify() {
    return chain.verify(new AuditTimeRange(Instant.EPOCH, null), List.of());
  }
}
