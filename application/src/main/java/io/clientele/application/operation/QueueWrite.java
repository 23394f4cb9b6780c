package io.clientele.application.operation;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.operation.NewOperation;
import io.clientele.domain.operation.OperationId;
import io.clientele.domain.operation.OperationMessage;
import io.clientele.domain.operation.Operations;
import io.clientele.domain.operation.Operations.Accepted;
import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Queues a write that is judged as far as its request tells. */
public final class QueueWrite {
  private final Operations operations;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Runnable queued;

  /**
   * Queues writes in this store.
   *
   * @param queued runs after an operation is stored, so that it does not wait for the next poll
   */
  public QueueWrite(
      Operations operations, InstantSource clock, RandomGenerator random, Runnable queued) {
    this.operations = Objects.requireNonNull(operations, "operations");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.queued = Objects.requireNonNull(queued, "queued");
  }

  /**
   * A write.
   *
   * @param subject names what is written; null for what the write creates
   * @param account whose data the request holds; null for none
   * @param key null for a request without a key
   */
  public record Request(
      @Nullable String subject,
      @Nullable AccountId account,
      @Nullable IdempotencyKey key,
      OperationMessage message) {
    public Request {
      Objects.requireNonNull(message, "message");
    }
  }

  /** How a call ends. */
  public sealed interface Outcome {
    /** The operation waits, or an earlier request with the key is this operation. */
    record Queued(OperationId id, boolean isRepeated) implements Outcome {
      public Queued {
        Objects.requireNonNull(id, "id");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.queued(this);
      }
    }

    /** The key was used for another request. */
    record KeyMismatch() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.keyMismatch(this);
      }
    }

    /** Too many operations wait. */
    record QueueFull() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.queueFull(this);
      }
    }

    /** The account is erased. */
    record AlreadyErased() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.alreadyErased(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R queued(Queued queued);

      R keyMismatch(KeyMismatch keyMismatch);

      R queueFull(QueueFull queueFull);

      R alreadyErased(AlreadyErased alreadyErased);
    }
  }

  /** Queues the write. The permission that it needs is the route's, and is judged again later. */
  public Outcome queue(Actor actor, Request request) {
    var now = clock.instant();
    var id = OperationId.of(now, random);
    var subject = Objects.requireNonNullElseGet(request.subject, () -> "operation:" + id);
    var operation =
        new NewOperation(id, actor.name(), subject, request.account, request.key, request.message);
    var accepted = operations.accept(operation, now);
    if (accepted instanceof Accepted.Stored) {
      queued.run();
      return new Outcome.Queued(id, false);
    }
    if (accepted instanceof Accepted.Repeated repeated) {
      return new Outcome.Queued(repeated.id(), true);
    }
    if (accepted instanceof Accepted.KeyMismatched) {
      return new Outcome.KeyMismatch();
    }
    return accepted instanceof Accepted.QueueFull
        ? new Outcome.QueueFull()
        : new Outcome.AlreadyErased();
  }
}
