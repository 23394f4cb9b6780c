package io.clientele.persistence.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.proof.LedgerProof;
import io.clientele.domain.ledger.proof.LedgerProof.DayProof;
import io.clientele.domain.ledger.proof.LedgerReconciliation.Fault;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.HouseFold;
import io.clientele.persistence.ledger.JdbcAssets;
import io.clientele.persistence.ledger.JdbcLedger;
import io.clientele.persistence.ledger.JdbcPockets;
import io.clientele.persistence.testbed.TestPostgres;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcLedgerProofIT {
  private static final Asset USD = new Asset(new AssetCode("USD"), 2, Asset.Kind.MONEY);
  private static final Provenance BY = new Provenance("test", Instant.EPOCH);

  private final Database database = TestPostgres.V18.emptied();
  private final JdbcLedger ledger = new JdbcLedger(database, TestPostgres.CHANGES);
  private final LedgerProof proof = new JdbcLedgerProof(database);
  private PocketId house = PocketId.of(Instant.EPOCH, new Random());
  private PocketId ada = house;
  private PocketId grace = house;

  @BeforeEach
  void post() {
    new JdbcAssets(database, TestPostgres.CHANGES).add(Asset.define(USD, BY));
    house = open(null, null);
    ada = open(AccountId.of(Instant.now(), new Random()), BigInteger.ZERO);
    grace = open(AccountId.of(Instant.now(), new Random()), BigInteger.ZERO);
    book(new Instruction.Post(List.of(leg(house, ada, 1_000))));
    book(new Instruction.Post(List.of(leg(ada, grace, 300), leg(grace, ada, 100))));
    book(new Instruction.Hold(List.of(leg(ada, grace, 50)), Duration.ofHours(1), null));
  }

  private PocketId open(@Nullable AccountId owner, @Nullable BigInteger floor) {
    var id = PocketId.of(Instant.now(), new Random());
    var one = new Pocket(id, owner, USD, "main", floor, Pocket.Status.OPEN, 0);
    new JdbcPockets(database, TestPostgres.CHANGES).open(Pocket.open(one, BY));
    return id;
  }

  private static Leg leg(PocketId from, PocketId to, long amount) {
    return new Leg(from, to, USD.code(), Amount.of(amount));
  }

  private void book(Instruction instruction) {
    var note = new TransferNote("test", Metadata.NONE, null);
    var transfer = new Transfer(new TransferId(UUID.randomUUID()), instruction, note, "test");
    assertThat(ledger.post(List.of(transfer)).getFirst()).isInstanceOf(Outcome.Booked.class);
  }

  /** Changes rows as an intruder with all rights does, past the triggers. */
  private void tamper(String statement) {
    database
        .work()
        .transaction(
            connection -> {
              Sql.list(
                  connection,
                  "SELECT set_config('session_replication_role', 'replica', true)",
                  row -> true);
              return Sql.update(connection, statement);
            });
  }

  @Test
  void aLedgerBalancesBeforeAndAfterItsHouseEntriesAreFolded() {
    var before = proof.reconcile();
    assertThat(before.faults()).isEmpty();
    assertThat(before.sums()).hasSize(1);
    assertThat(before.isBalanced()).isTrue();
    assertThat(before.checkedTo()).isNull();
    fold();
    assertThat(proof.reconcile().isBalanced()).isTrue();
  }

  private void fold() {
    var fold = new HouseFold(database);
    var folded = 0L;
    while (folded == 0) {
      folded = fold.fold();
    }
  }

  @Test
  void twoAmountsThatMakeUpForEachOtherAreFound() {
    tamper("UPDATE balance SET posted = posted + 7 WHERE pocket = '" + ada + "'");
    assertThat(proof.reconcile().isBalanced()).isFalse();
    assertThat(proof.reconcile().sums().getFirst().sum()).isEqualTo(BigInteger.valueOf(7));
    tamper("UPDATE balance SET posted = posted - 7 WHERE pocket = '" + grace + "'");
    var found = proof.reconcile();
    assertThat(found.sums().getFirst().sum()).isZero();
    assertThat(found.faults()).containsExactly(Fault.BALANCES);
    tamper(
        "UPDATE entry SET delta = delta + 7, posted_after = posted_after + 7 WHERE seq = 1 AND"
            + " pocket = '"
            + ada
            + "'");
    tamper(
        "UPDATE entry SET delta = delta - 7, posted_after = posted_after - 7 WHERE seq = 1 AND"
            + " pocket = '"
            + grace
            + "'");
    assertThat(proof.reconcile().faults()).containsExactly(Fault.LEGS);
  }

  @Test
  void holdsFloorsAndNumbersAreChecked() {
    tamper("UPDATE hold SET rest = rest - 1");
    assertThat(proof.reconcile().faults()).containsExactly(Fault.HOLDS);
    tamper("UPDATE hold SET rest = rest + 1");
    tamper("UPDATE pocket SET floor = 0 WHERE id = '" + house + "'");
    assertThat(proof.reconcile().faults()).containsExactly(Fault.FLOORS);
    tamper("UPDATE pocket SET floor = NULL WHERE id = '" + house + "'");
    tamper("UPDATE balance SET seq = seq + 1 WHERE pocket = '" + ada + "'");
    assertThat(proof.reconcile().faults()).containsExactly(Fault.NUMBERS);
  }

  @Test
  void aDayIsProvedOnceItIsOver() {
    assertThat(proof.proveNextDay()).isEqualTo(DayProof.NOTHING_TO_PROVE);
    fold();
    tamper("UPDATE transfer SET booked_at = booked_at - interval '1 day'");
    tamper("UPDATE entry SET booked_at = booked_at - interval '1 day'");
    assertThat(proof.proveNextDay()).isEqualTo(DayProof.PROVED);
    assertThat(proof.proveNextDay()).isEqualTo(DayProof.NOTHING_TO_PROVE);
    book(new Instruction.Post(List.of(leg(ada, grace, 10))));
    var found = proof.reconcile();
    assertThat(found.isBalanced()).isTrue();
    assertThat(found.checkedTo()).isBefore(found.asOf());
    tamper("UPDATE balance SET posted = posted + 1");
    assertThat(proof.reconcile().faults()).containsExactly(Fault.BALANCES);
  }

  @Test
  void aDayWhoseEntriesWereChangedIsNotProved() {
    fold();
    tamper("UPDATE transfer SET booked_at = booked_at - interval '1 day'");
    tamper("UPDATE entry SET booked_at = booked_at - interval '1 day'");
    tamper("UPDATE entry SET delta = delta + 1 WHERE seq = 1 AND pocket = '" + grace + "'");
    assertThat(proof.proveNextDay()).isEqualTo(DayProof.BROKEN);
    assertThat(proof.reconcile().checkedTo()).isNull();
  }
}
