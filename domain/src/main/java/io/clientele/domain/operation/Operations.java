package io.clientele.domain.operation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores queued writes and leases them to instances. Each call is one transaction. Requests and
 * responses are stored encrypted, under the key of the account whose data they hold.
 *
 * <p>Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface Operations {
  /** The largest number of operations that wait or run, of a service. */
  int QUEUED_MAX = 10_000;

  /** Stores an operation behind all that were accepted before. */
  Accepted accept(NewOperation operation, Instant now);

  /** Returns an operation; empty if there is none, and once it is dropped or erased. */
  Optional<Operation> find(OperationId id);

  /**
   * Leases operations that are due: of each subject the one that was accepted first, if it is not
   * leased and does not wait for its next attempt.
   *
   * @param limit the greatest number of operations, at least 1
   * @param until the end of the lease; then the operation can be claimed again
   */
  List<ClaimedOperation> claim(int limit, Instant now, Instant until);

  /**
   * Ends an operation and forgets its request.
   *
   * @param result whose verdict is final: not {@link OperationResult.Verdict#UNAVAILABLE}
   */
  Settled end(ClaimedOperation operation, OperationResult result, Instant now);

  /** Releases an operation after an attempt that decided nothing. */
  Settled retry(ClaimedOperation operation, Instant next);

  /**
   * Drops operations that ended before this instant.
   *
   * @param limit the greatest number that one call drops
   * @return the number of dropped operations
   */
  int drop(Instant before, int limit);

  /** Returns how many operations wait. */
  OperationFigures figures(Instant now);

  /** How {@link #accept} ends. */
  sealed interface Accepted {
    /** The operation is stored. */
    record Stored() implements Accepted {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.stored(this);
      }
    }

    /** The caller's key has an operation with the same request; nothing was stored. */
    record Repeated(OperationId id) implements Accepted {
      public Repeated {
        Objects.requireNonNull(id, "id");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.repeated(this);
      }
    }

    /** The caller's key has an operation with another request; nothing was stored. */
    record KeyMismatched() implements Accepted {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.keyMismatched(this);
      }
    }

    /** So many operations wait that the store takes no more; nothing was stored. */
    record QueueFull() implements Accepted {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.queueFull(this);
      }
    }

    /** The account is erased; nothing was stored. */
    record AccountErased() implements Accepted {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.accountErased(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R stored(Stored stored);

      R repeated(Repeated repeated);

      R keyMismatched(KeyMismatched keyMismatched);

      R queueFull(QueueFull queueFull);

      R accountErased(AccountErased accountErased);
    }
  }

  /** How the end of an attempt is stored. */
  enum Settled {
    STORED,
    /**
     * The lease is over, or the account was erased and its operations with it; nothing was stored.
     */
    LEASE_LOST
  }
}
