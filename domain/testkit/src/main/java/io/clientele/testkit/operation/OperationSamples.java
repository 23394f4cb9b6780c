package io.clientele.testkit.operation;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.operation.ClaimedOperation;
import io.clientele.domain.operation.NewOperation;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.OperationMessage;
import io.clientele.domain.operation.OperationResult;
import io.clientele.domain.operation.OperationResult.Verdict;
import io.clientele.domain.operation.Operations;
import io.clientele.testkit.kernel.Sample;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Operations for the contracts. */
final class OperationSamples {
  /** The time of all tests. */
  static final Instant NOW = Sample.BEGINNING;

  /** The length of a lease. */
  static final Duration LEASE = Duration.ofMinutes(1);

  private OperationSamples() {}

  static List<ClaimedOperation> claim(Operations operations, Instant now) {
    return operations.claim(9, now, now.plus(LEASE));
  }

  static List<OperationId> ids(List<ClaimedOperation> claimed) {
    return claimed.stream().map(ClaimedOperation::id).toList();
  }

  static OperationId id(int number) {
    return OperationId.of(NOW.plusMillis(number), new Random(number));
  }

  static NewOperation operation(int number, String subject, @Nullable IdempotencyKey key) {
    return new NewOperation(
        id(number), "operator:ada", subject, null, key, message("request " + number));
  }

  static IdempotencyKey key(String name, String body) {
    return new IdempotencyKey("operator:ada", "POST", "/v1/products", name, body);
  }

  static OperationResult result(Verdict verdict, @Nullable AccountId account) {
    return new OperationResult(verdict, account, message("response"));
  }

  static OperationMessage message(String text) {
    return new OperationMessage(text.getBytes(StandardCharsets.UTF_8));
  }
}
