package io.clientele.persistence.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Rows of one context that are audit entries and events of their own: the chain of the audit covers
 * them, and the feed shows them, without a row in the tables of either. Contexts contribute them.
 * Implementations are safe for use by many threads.
 */
public interface ChainedRecords {
  /**
   * The name of the published view of the records. Its columns are {@code at}, {@code id}, and
   * those of a published event: {@code type}, {@code subject_kind}, {@code subject}, {@code
   * version}, {@code account_id}, {@code changed}, {@code sealed}, {@code trace}; {@code version}
   * is NULL for a record that published no event.
   */
  String view();

  /** Returns those of the records that exist, as they are stored now. */
  List<ChainedRecord> find(Connection connection, Collection<UUID> ids) throws SQLException;

  /**
   * One record.
   *
   * @param at in whole microseconds
   * @param rest the SHA-256 of all that the digest does not cover
   * @param digest of the published event; empty if there is none
   */
  @SuppressWarnings("ArrayRecordComponent")
  record ChainedRecord(UUID id, Instant at, byte[] rest, byte[] digest) {}
}
