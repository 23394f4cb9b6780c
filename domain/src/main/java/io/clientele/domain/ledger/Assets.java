package io.clientele.domain.ledger;

import io.clientele.domain.kernel.Change;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores assets. Each call is one transaction. Throws {@code PortUnavailable}. */
public interface Assets {
  /** Stores a new asset with its event. */
  Added add(Change<Asset> defined);

  /** Returns the asset of this code. */
  Optional<Asset> find(AssetCode code);

  /** Returns assets in the order of their codes, after {@code after}. */
  List<Asset> list(@Nullable AssetCode after, int limit);

  /** How {@link #add} ends. */
  enum Added {
    STORED,
    /** There is an equal asset; nothing was stored. */
    SAME,
    /** There is an asset of this code with another scale or kind; nothing was stored. */
    DIFFERENT
  }
}
