package io.clientele.persistence.audit;

import io.clientele.domain.audit.chain.ChainBlock;
import io.clientele.domain.audit.chain.ChainVerifier;
import io.clientele.domain.audit.chain.EncryptedAuditEntry;
import io.clientele.domain.audit.chain.Sha256Hash;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.change.ChainedRecords.ChainedRecord;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Assembles blocks from rows, one row for each entry, and passes each complete block to the
 * verifier.
 */
final class BlockAssembler {
  /** The columns that {@link #take} reads, in their order; the last ones are the stored entry's. */
  static final String COLUMNS =
      "block.number, block.previous, block.hash, block.first_at, block.last_at, link.id, link.at,"
          + " link.hash, entry.actor, entry.action, entry.account_id, entry.subject,"
          + " entry.request_id, entry.sealed, entry.digest";

  private final ChainVerifier walk;
  private final RecordLookup records;
  private final List<ChainBlock.Link> links = new ArrayList<>();
  private final Map<AuditEntryId, Sha256Hash> found = new HashMap<>();
  private long number;
  private Sha256Hash previous = Sha256Hash.NONE;
  private Sha256Hash stated = Sha256Hash.NONE;
  private Instant firstAt = Instant.MIN;
  private Instant lastAt = Instant.MAX;
  private Optional<Break> broken = Optional.empty();

  BlockAssembler(ChainVerifier walk, RecordLookup records) {
    this.walk = walk;
    this.records = records;
  }

  /** Looks up records of other contexts. */
  @FunctionalInterface
  interface RecordLookup {
    Map<UUID, ChainedRecord> find(Collection<UUID> ids) throws SQLException;
  }

  /** The first fault in the blocks that are whole. */
  Optional<Break> broken() {
    return broken;
  }

  /** Takes the next row, by number of the block and place of the entry. */
  void take(ResultSet row) throws SQLException {
    var block = row.getLong(1);
    if (block != number) {
      step();
      number = block;
      previous = Sha256Hash.of(row.getBytes(2));
      stated = Sha256Hash.of(row.getBytes(3));
      firstAt = Timestamps.instant(row, 4);
      lastAt = Timestamps.instant(row, 5);
    }
    var id = row.getObject(6, UUID.class);
    var at = row.getObject(7, OffsetDateTime.class);
    var hash = row.getBytes(8);
    if (id == null || at == null || hash == null) {
      stated = Sha256Hash.NONE; // its arrays differ in length
      return;
    }
    var link = new ChainBlock.Link(new AuditEntryId(id), at.toInstant(), Sha256Hash.of(hash));
    links.add(link);
    var actor = row.getString(9);
    if (actor != null) {
      found.put(link.id(), entry(row, link, actor).hash());
    }
  }

  /** The stored entry of the row, which has the id and the time of its link. */
  private static EncryptedAuditEntry entry(ResultSet row, ChainBlock.Link link, String actor)
      throws SQLException {
    var account = row.getObject(11, UUID.class);
    return new EncryptedAuditEntry(
        link.id(),
        link.at(),
        actor,
        row.getString(10),
        account == null ? null : new AccountId(account),
        row.getString(12),
        row.getString(13),
        row.getBytes(14),
        row.getBytes(15));
  }

  /** The first fault, after all rows to the block of this number. */
  Optional<Break> end(long last) throws SQLException {
    step();
    if (broken.isEmpty() && walk.head().number() < last) {
      broken = Optional.of(new Break(Fault.BLOCK_MISSING, walk.head().number() + 1, null, null));
    }
    return broken;
  }

  private void step() throws SQLException {
    if (broken.isEmpty() && number > 0) {
      findOtherRecords();
      var block = new ChainBlock(number, previous, links);
      broken = walk.step(block, isPlaced() ? stated : Sha256Hash.NONE, found);
    }
    number = 0;
    links.clear();
    found.clear();
  }

  /** Compares entries that are not in the audit's table with the records of other contexts. */
  private void findOtherRecords() throws SQLException {
    var missing = links.stream().filter(link -> !found.containsKey(link.id())).toList();
    var others = records.find(missing.stream().map(link -> link.id().value()).toList());
    for (var link : missing) {
      var record = others.get(link.id().value());
      if (record != null && record.at().equals(link.at())) {
        found.put(link.id(), RecordTables.hash(record.rest(), record.digest()));
      }
    }
  }

  /** No hash covers the first and the last time of a block, since they follow from its entries. */
  private boolean isPlaced() {
    var first = Instant.MAX;
    var last = Instant.MIN;
    for (var link : links) {
      first = link.at().isBefore(first) ? link.at() : first;
      last = link.at().isAfter(last) ? link.at() : last;
    }
    return first.equals(firstAt) && last.equals(lastAt);
  }
}
