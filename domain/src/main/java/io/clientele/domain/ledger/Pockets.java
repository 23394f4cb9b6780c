package io.clientele.domain.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores pockets. Each call is one transaction. Throws {@code PortUnavailable}. */
public interface Pockets {
  /** How many pockets {@link #named} reads at once where a store has no better way. */
  int PAGE = 200;

  /** Stores a new pocket with its event and a balance of 0. */
  Opened open(Change<Pocket> opened);

  /** Stores a change of status or floor under the version that was read. */
  Amended amend(Change<Pocket> amended);

  /** Returns the pocket of this id. */
  Optional<Pocket> find(PocketId id);

  /**
   * Returns the pockets that exist. Status, floor and version may be some minutes old; the other
   * fields never change.
   */
  Map<PocketId, Pocket> findAll(Collection<PocketId> ids);

  /**
   * Returns pockets in the order of their ids, after {@code after}.
   *
   * @param owner null for pockets of the house
   */
  List<Pocket> list(@Nullable AccountId owner, @Nullable PocketId after, int limit);

  /**
   * Returns the owner's pocket of this name in each asset that has one. Status, floor and version
   * may be some minutes old.
   */
  default Map<AssetCode, Pocket> named(AccountId owner, String name) {
    var named = new HashMap<AssetCode, Pocket>();
    @Nullable PocketId after = null;
    while (true) {
      var page = list(owner, after, PAGE);
      for (var pocket : page) {
        if (pocket.name().equals(name)) {
          named.put(pocket.asset().code(), pocket);
        }
        after = pocket.id();
      }
      if (page.size() < PAGE) {
        return named;
      }
    }
  }

  /** How {@link #open} ends. */
  enum Opened {
    STORED,
    /** The owner has a pocket of this asset and name; nothing was stored. */
    EXISTS,
    /** The account of the owner is closed; nothing was stored. */
    OWNER_ENDED
  }

  /** How {@link #amend} ends. */
  enum Amended {
    STORED,
    /** Another change was first; nothing was stored. */
    STALE,
    /** A pocket to be closed holds something; nothing was stored. */
    NOT_EMPTY,
    /** The available amount lies below the new floor; nothing was stored. */
    BELOW_FLOOR
  }
}
