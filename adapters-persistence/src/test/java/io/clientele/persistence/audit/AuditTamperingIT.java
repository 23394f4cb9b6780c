package io.clientele.persistence.audit;

import static io.clientele.domain.audit.chain.VerificationResult.Fault.BLOCK_CHANGED;
import static io.clientele.domain.audit.chain.VerificationResult.Fault.BLOCK_MISSING;
import static io.clientele.domain.audit.chain.VerificationResult.Fault.END_MISSING;
import static io.clientele.domain.audit.chain.VerificationResult.Fault.ENTRY_CHANGED;
import static io.clientele.domain.audit.chain.VerificationResult.Fault.ENTRY_INSERTED;
import static io.clientele.domain.audit.chain.VerificationResult.Fault.ENTRY_MISSING;
import static io.clientele.domain.audit.chain.VerificationResult.Fault.KEY_DESTROYED;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.audit.chain.VerificationResult.Break;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.kernel.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verification finds and locates every change that a superuser makes to the trail. */
class AuditTamperingIT {
  private static final int ENTRIES = 12;
  private static final int IN_BLOCK = 4;

  /** The number of an entry in the order of time: 6 is the third entry of the second block. */
  private static final int VICTIM = 6;

  private final Database database = TestPostgres.V18.emptied();
  private final JdbcAuditTrail trail = new JdbcAuditTrail(database, TestPostgres.CHANGES);
  private final JdbcAuditChain chain = new JdbcAuditChain(database);
  private final List<AuditEntryId> ids = new ArrayList<>();
  private ChainHead head = ChainHead.NONE;

  @BeforeEach
  void chainThreeBlocks() {
    var sample = new AccountSample(1);
    for (var i = 0; i < ENTRIES; i++) {
      var opening = sample.opening();
      AuditEntry.of(opening, opening.state().id(), "subject").forEach(trail::append);
      if (i % IN_BLOCK == IN_BLOCK - 1) {
        chain.chain();
      }
    }
    head = chain.head();
    trail
        .page(new AuditQuery(AuditQuery.Filter.ALL, null, ENTRIES))
        .entries()
        .forEach(entry -> ids.add(entry.id()));
    Collections.reverse(ids);
  }

  @Test
  void anUntouchedChainIsIntact() {
    assertThat(verified(head)).isEqualTo(new VerificationResult(ENTRIES, 0, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor = 'another'",
        "action = 'account.closed'",
        "account_id = '0199f3b2-7c00-7000-8000-000000000001'",
        "account_id = NULL",
        "subject = NULL",
        "subject = 'subject2'",
        "request_id = 'another'",
        "sealed = NULL",
        "sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)"
      })
  void aChangedColumnIsFound(String change) {
    tamper("UPDATE audit_entry SET " + change + " WHERE id = :victim");
    assertBroken(ENTRY_CHANGED, VICTIM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE id = :victim",
        "UPDATE audit_entry SET at = at + interval '2 months' WHERE id = :victim",
        "UPDATE audit_entry SET id = gen_random_uuid() WHERE id = :victim",
        "DELETE FROM audit_entry WHERE id = :victim"
      })
  void aMovedEntryIsFound(String change) {
    tamper(change);
    assertBroken(ENTRY_MISSING, VICTIM);
  }

  @Test
  void theFirstBrokenEntryIsNamed() {
    tamper("DELETE FROM audit_entry WHERE id >= :victim");
    assertBroken(ENTRY_MISSING, VICTIM);
  }

  @Test
  void swappedContentsOfTwoEntriesAreFound() {
    tamper(
        """
        WITH other AS (SELECT sealed FROM audit_entry WHERE id <> :victim ORDER BY id LIMIT 1)
        UPDATE audit_entry SET sealed = other.sealed FROM other WHERE id = :victim
        """);
    assertBroken(ENTRY_CHANGED, VICTIM);
  }

  @Test
  void anInsertedEntryIsFound() {
    tamper(
        """
        INSERT INTO audit_entry (at, id, actor, action, request_id)
        SELECT at + interval '1 microsecond', '0199f3b2-7c00-7000-8000-000000000001', actor, action, ''
        FROM audit_entry WHERE id = :victim
        """);
    var broken = verified(head).broken();
    assertThat(broken.fault()).isEqualTo(ENTRY_INSERTED);
    assertThat(broken.entry()).hasToString("0199f3b2-7c00-7000-8000-000000000001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE subject_key SET wrapped = NULL, wrapped_by = NULL, destroyed_at = now()"
            + " WHERE account_id = (SELECT account_id FROM audit_entry WHERE id = :victim)",
        "DELETE FROM subject_key"
            + " WHERE account_id = (SELECT account_id FROM audit_entry WHERE id = :victim)"
      })
  void aKeyThatIsDestroyedWithoutAnErasureIsFound(String change) {
    tamper(change);
    var broken = verified(head).broken();
    assertThat(broken.fault()).isEqualTo(KEY_DESTROYED);
    assertThat(broken.entry()).isEqualTo(ids.get(VICTIM));
  }

  @Test
  void aVerificationStopsAtTheEndOfItsRange() {
    var at =
        database
            .work()
            .list(
                "SELECT at FROM audit_entry WHERE id = ?",
                row -> Timestamps.instant(row, 1),
                ids.get(4).value())
            .getFirst();
    tamper("DELETE FROM audit_entry WHERE id >= :victim");
    assertThat(chain.verify(new AuditTimeRange(Sample.BEGINNING, at), List.of(head)))
        .isEqualTo(new VerificationResult(4, 0, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ids = ids[2:4] || ids[1]                                         ; ENTRY_MISSING",
        "hashes = hashes[2:4] || hashes[1]                                ; ENTRY_CHANGED",
        "times = times[2:4] || times[1]                                   ; ENTRY_MISSING",
        "ids = ids[2:4] || ids[1], times = times[2:4] || times[1], "
            + "hashes = hashes[2:4] || hashes[1]                          ; BLOCK_CHANGED",
        "ids = ids[1:3], times = times[1:3], hashes = hashes[1:3]         ; BLOCK_CHANGED",
        "hash = sha256(hash)                                              ; BLOCK_CHANGED",
        "previous = sha256(previous)                                      ; BLOCK_CHANGED",
        "first_at = first_at - interval '1 day'                           ; BLOCK_CHANGED",
        "last_at = last_at + interval '1 day'                             ; BLOCK_CHANGED"
      })
  void aChangedBlockIsFound(String change, Fault fault) {
    tamper("UPDATE audit_block SET " + change + " WHERE number = 2");
    var broken = verified(head).broken();
    assertThat(broken.fault()).isEqualTo(fault);
    assertThat(broken.block()).isEqualTo(2);
    assertThat(ids.subList(IN_BLOCK, 2 * IN_BLOCK)).contains(broken.entry());
  }

  @Test
  void entriesSwappedBetweenBlocksAreFound() {
    tamper(
        """
        UPDATE audit_block AS one
        SET ids = other.ids[1] || one.ids[2:4], times = other.times[1] || one.times[2:4],
          hashes = other.hashes[1] || one.hashes[2:4]
        FROM audit_block AS other
        WHERE one.number + other.number = 3
        """);
    var broken = verified(head).broken();
    assertThat(broken.fault()).isEqualTo(BLOCK_CHANGED);
    assertThat(broken.block()).isEqualTo(1);
  }

  @Test
  void swappedBlocksAreFound() {
    tamper(
        "UPDATE audit_block SET number = 9 WHERE number = 1",
        "UPDATE audit_block SET number = 1 WHERE number = 2",
        "UPDATE audit_block SET number = 2 WHERE number = 9");
    assertThat(verified(head).broken().block()).isEqualTo(1);
  }

  @Test
  void aMissingBlockIsFound() {
    tamper("DELETE FROM audit_block WHERE number = 2");
    assertThat(verified(head).broken()).isEqualTo(new Break(BLOCK_MISSING, 2L, null, null));
  }

  @Test
  void aMissingBeginningIsFound() {
    tamper("DELETE FROM audit_block WHERE number = 1");
    assertThat(verified(head).broken()).isEqualTo(new Break(BLOCK_MISSING, 1L, null, null));
  }

  @Test
  void blocksNameTheirMissingEntries() {
    tamper("DELETE FROM audit_entry WHERE at >= (SELECT at FROM audit_entry WHERE id = :victim)");
    assertBroken(ENTRY_MISSING, VICTIM);
  }

  @Test
  void entriesWithoutTheirBlocksAreFound() {
    tamper("DELETE FROM audit_block WHERE number = 3");
    var broken = verified(ChainHead.NONE).broken();
    assertThat(broken.fault()).isEqualTo(ENTRY_INSERTED);
    assertThat(broken.entry()).isEqualTo(ids.get(2 * IN_BLOCK));
  }

  @Test
  void aCutEndIsFoundByTheHead() {
    tamper(
        "DELETE FROM audit_entry WHERE id = ANY (ARRAY(SELECT unnest(ids) FROM audit_block WHERE"
            + " number = 3))",
        "DELETE FROM audit_block WHERE number = 3");
    assertThat(verified(ChainHead.NONE).isIntact()).isTrue();
    assertThat(verified(head).broken()).isEqualTo(new Break(END_MISSING, 3L, null, null));
  }

  @Test
  void anEntryRemovedBeforeChainingIsChainedAsMissing() {
    trail.append(
        new AuditEntry(new AccountSample(1).act(), "account.erased", null, null, List.of()));
    tamper("DELETE FROM audit_entry WHERE action = 'account.erased'");
    assertThat(verified(head).unchained()).isZero();
    chain.chain();
    assertThat(verified(head).broken().fault()).isEqualTo(ENTRY_MISSING);
  }

  @Test
  void anUntrackedEntryIsFound() {
    trail.append(
        new AuditEntry(new AccountSample(1).act(), "account.erased", null, null, List.of()));
    assertThat(verified(head)).isEqualTo(new VerificationResult(ENTRIES, 1, null));
    tamper("DELETE FROM audit_pending_2");
    assertThat(verified(head).broken().fault()).isEqualTo(ENTRY_INSERTED);
  }

  private void assertBroken(Fault fault, int number) {
    var broken = verified(head).broken();
    assertThat(broken.fault()).isEqualTo(fault);
    assertThat(broken.entry()).isEqualTo(ids.get(number));
    assertThat(broken.block()).isEqualTo(1 + number / IN_BLOCK);
  }

  private VerificationResult verified(ChainHead known) {
    return chain.verify(new AuditTimeRange(Sample.BEGINNING, null), List.of(known));
  }

  private void tamper(String... statements) {
    for (var statement : statements) {
      TestPostgres.tamper(database, statement.replace(":victim", "'" + ids.get(VICTIM) + "'"));
    }
  }
}
