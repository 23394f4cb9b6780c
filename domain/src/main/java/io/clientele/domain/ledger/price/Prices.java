package io.clientele.domain.ledger.price;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.ledger.Asset;

/** Stores prices. Each call is one transaction. Throws {@code PortUnavailable}. */
public interface Prices {
  /** Stores a new price with its event. Both assets must exist. */
  Recorded add(Change<Price> recorded);

  /**
   * Returns the holdings of the account with their newest prices in the quote asset, all of one
   * instant. Future prices are not used.
   */
  Portfolio portfolio(AccountId account, Asset quote);

  /** How {@link #add} ends. */
  enum Recorded {
    STORED,
    /** There is an equal price; nothing was stored. */
    SAME,
    /** There is another price of this asset, quote and instant; nothing was stored. */
    DIFFERENT
  }
}
