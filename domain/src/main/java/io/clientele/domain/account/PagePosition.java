package io.clientele.domain.account;

import io.clientele.domain.kernel.AccountId;
import java.time.Instant;
import java.util.Objects;

/** The end of a page in its order: the sort value and the id of its last account. */
public sealed interface PagePosition {
  /** Orders accounts of equal sort values. */
  AccountId id();

  /** Whether this position belongs to this order. */
  boolean fits(AccountOrder order);

  /** By time of creation. */
  record Created(Instant at, AccountId id) implements PagePosition {
    public Created {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(id, "id");
    }

    @Override
    public boolean fits(AccountOrder order) {
      return order == AccountOrder.CREATED || order == AccountOrder.CREATED_DESCENDING;
    }
  }

  /** By name, in the folded form of the store. */
  record Named(String folded, AccountId id) implements PagePosition {
    public Named {
      Objects.requireNonNull(folded, "folded");
      Objects.requireNonNull(id, "id");
    }

    @Override
    public boolean fits(AccountOrder order) {
      return order == AccountOrder.NAME || order == AccountOrder.NAME_DESCENDING;
    }
  }

  /** By views. */
  record Viewed(long views, AccountId id) implements PagePosition {
    public Viewed {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public boolean fits(AccountOrder order) {
      return order == AccountOrder.VIEWS || order == AccountOrder.VIEWS_DESCENDING;
    }
  }
}
