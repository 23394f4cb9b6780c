package io.clientele.domain.account;

import io.clientele.domain.kernel.AccountId;
import java.time.Instant;

/** Where a page ends in its order: the sorted value of its last account, and its id. */
public sealed interface PagePosition {
  /** Settles ties. */
  AccountId id();

  /** Whether it is a place in this order. */
  boolean fits(AccountOrder order);

  /** By time of creation. */
  record Created(Instant at, AccountId id) implements PagePosition {
    @Override
    public boolean fits(AccountOrder order) {
      return order == AccountOrder.CREATED || order == AccountOrder.CREATED_DESCENDING;
    }
  }

  /** By name, folded as the store folds it. */
  record Named(String folded, AccountId id) implements PagePosition {
    @Override
    public boolean fits(AccountOrder order) {
      return order == AccountOrder.NAME || order == AccountOrder.NAME_DESCENDING;
    }
  }

  /** By views. */
  record Viewed(long views, AccountId id) implements PagePosition {
    @Override
    public boolean fits(AccountOrder order) {
      return order == AccountOrder.VIEWS || order == AccountOrder.VIEWS_DESCENDING;
    }
  }
}
