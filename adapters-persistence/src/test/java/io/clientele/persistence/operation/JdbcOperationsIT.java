package io.clientele.persistence.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.operation.NewOperation;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.OperationMessage;
import io.clientele.domain.operation.OperationResult;
import io.clientele.domain.operation.OperationResult.Verdict;
import io.clientele.domain.operation.Operations;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.operation.OperationsContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JdbcOperationsIT implements OperationsContract {
  private static final Instant NOW = Sample.BEGINNING;
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Database database = TestPostgres.V18.emptied();

  @Override
  public Operations operations(int queuedMax) {
    return new JdbcOperations(database, TestPostgres.CHANGES.subjectKeys(), queuedMax);
  }

  @Override
  public void erase(AccountId account) {
    TestPostgres.erase(database, account);
    TestPostgres.CHANGES.record(
        database.work(),
        transaction -> {
          new OperationEraser().erase(transaction, account, new Sample(9).act());
          transaction.erase(account);
          return true;
        });
  }

  @Override
  public Operations operationsAway() {
    return new JdbcOperations(TestPostgres.away(), TestPostgres.CHANGES.subjectKeys(), 9);
  }

  @Test
  void neitherTheRequestNorTheResponseIsReadableInTheTable() {
    var operations = operations(9);
    operations.accept(secret(1, null), NOW);
    assertThat(stored("request")).doesNotContain("Ada");
    var claimed = operations.claim(1, NOW, NOW.plus(LEASE)).getFirst();
    var response = new OperationResult(Verdict.DONE, null, secret(1, null).request());
    operations.end(claimed, response, NOW);
    assertThat(stored("response")).doesNotContain("Ada");
    assertThat(database.work().list("SELECT 1 FROM operation WHERE request IS NULL", row -> 1))
        .as("the request is forgotten")
        .hasSize(1);
  }

  @Test
  void anOperationThatWasAcceptedWhileItsAccountWasErasedIsDroppedAtItsTurn() {
    var operations = operations(9);
    operations.accept(secret(1, ACCOUNT), NOW);
    TestPostgres.erase(database, ACCOUNT);
    TestPostgres.CHANGES.record(
        database.work(),
        transaction -> {
          transaction.erase(ACCOUNT);
          return true;
        });
    operations.accept(secret(2, null), NOW);
    assertThat(operations.claim(1, NOW, NOW.plus(LEASE))).isEmpty();
    assertThat(operations.claim(1, NOW, NOW.plus(LEASE))).hasSize(1);
    assertThat(operations.figures(NOW).queued()).isEqualTo(1);
  }

  private String stored(String column) {
    var rows = database.work().list("SELECT " + column + " FROM operation", row -> row.getBytes(1));
    return new String(rows.getFirst(), StandardCharsets.ISO_8859_1);
  }

  private static NewOperation secret(int number, AccountId account) {
    var message = new OperationMessage("Ada Lovelace".getBytes(StandardCharsets.UTF_8));
    var id = OperationId.of(NOW, new Random(number));
    return new NewOperation(id, "operator:ada", "order:1", account, null, message);
  }
}
