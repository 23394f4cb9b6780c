package io.clientele.persistence.audit;

import static io.clientele.domain.audit.chain.VerificationResult.Fault.END_MISSING;
import static io.clientele.domain.audit.chain.VerificationResult.Fault.ENTRY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.AuditChain.Step;
import io.clientele.domain.audit.chain.ChainHead;
import io.clientele.domain.audit.chain.VerificationCheckpoint;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.audit.chain.VerificationResult.Fault;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.kernel.Sample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests manipulations of the trail by a superuser, and verifications of the whole chain in steps.
 */
class AuditCheckpointIT {
  private static final int BLOCKS = 3;
  private static final int IN_BLOCK = 4;
  private static final Instant NOW = Sample.BEGINNING;
  private static final VerificationCheckpoint BEGINNING = VerificationCheckpoint.beginning(NOW);

  private final Database database = TestPostgres.V18.emptied();
  private final JdbcAuditTrail trail = new JdbcAuditTrail(database, TestPostgres.CHANGES);
  private final JdbcAuditChain chain = new JdbcAuditChain(database);

  @BeforeEach
  void chainThreeBlocks() {
    var sample = new AccountSample(1);
    for (var i = 0; i < BLOCKS * IN_BLOCK; i++) {
      var opening = sample.opening();
      AuditEntry.of(opening, opening.state().id(), "subject").forEach(trail::append);
      if (i % IN_BLOCK == IN_BLOCK - 1) {
        chain.chain();
      }
    }
  }

  @Test
  void aCheckpointHidesNothingFromAVerificationOfItsRange() {
    var end = chain.verifyAfter(BEGINNING, BLOCKS, NOW, List.of(chain.head())).reached();
    assertThat(end)
        .isEqualTo(new VerificationCheckpoint(NOW, chain.head(), BLOCKS * IN_BLOCK, NOW, true));

    TestPostgres.tamper(
        database,
        "UPDATE audit_entry SET actor = 'x' WHERE id = (SELECT ids[1] FROM audit_block WHERE number"
            + " = 2)");
    assertThat(chain.verifyAfter(end, BLOCKS, NOW, List.of()).broken()).isNull();
    var broken = verified().broken();
    assertThat(broken).isNotNull();
    assertThat(broken.fault()).isEqualTo(ENTRY_CHANGED);
    assertThat(broken.block()).isEqualTo(2);
    assertThat(chain.verifyAfter(BEGINNING, BLOCKS, NOW, List.of()).broken()).isEqualTo(broken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DELETE FROM audit_entry WHERE actor = (SELECT min(actor) FROM audit_entry) ;"
            + " ENTRY_MISSING",
        "DELETE FROM audit_block WHERE number = 2                                   ;"
            + " BLOCK_MISSING",
        "UPDATE audit_block SET hash = sha256(hash) WHERE number = 3                ;"
            + " BLOCK_CHANGED",
        "DELETE FROM subject_key                                                    ;"
            + " KEY_DESTROYED",
        "INSERT INTO audit_entry (at, id, actor, action, request_id) VALUES ('1999-01-01',"
            + " gen_random_uuid(), 'x', 'x', '')                     ; ENTRY_INSERTED"
      })
  void aVerificationOfTheWholeChainFindsItInSteps(String change, Fault fault) {
    assertThat(wholeInSteps().broken()).isNull();
    TestPostgres.tamper(database, change);
    var broken = wholeInSteps().broken();
    assertThat(broken).isNotNull();
    assertThat(broken.fault()).isEqualTo(fault);
  }

  @Test
  void aReforgedChainIsFoundByACheckpoint() {
    wholeInSteps();
    TestPostgres.tamper(
        database,
        "DELETE FROM audit_block",
        "INSERT INTO audit_pending_2 (entry_at, entry_id) SELECT at, id FROM audit_entry");
    assertThat(chain.chain().entries()).isEqualTo(BLOCKS * IN_BLOCK);
    var broken = verified().broken();
    assertThat(broken).isNotNull();
    assertThat(broken.block()).isEqualTo(1);

    TestPostgres.tamper(database, "DELETE FROM audit_checkpoint WHERE number = 1");
    assertThat(verified().broken())
        .isEqualTo(new VerificationResult.Break(END_MISSING, 2L, null, null));
    TestPostgres.tamper(database, "DELETE FROM audit_checkpoint");
    assertThat(verified().broken()).isNull();
  }

  private Step wholeInSteps() {
    var step = new Step(BEGINNING, null);
    while (step.broken() == null && !step.reached().isEnd()) {
      step = chain.verifyAfter(step.reached(), 1, NOW, List.of());
    }
    return step;
  }

  private VerificationResult verified() {
    return chain.verify(new AuditTimeRange(Sample.BEGINNING, null), List.<ChainHead>of());
  }
}
