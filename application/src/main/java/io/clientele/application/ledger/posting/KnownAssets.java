package io.clientele.application.ledger.posting;

import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Assets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers assets that were looked up: an asset never changes. An asset that is not remembered is
 * looked up, so an asset of another process is found at once. Safe for use by many threads.
 */
public final class KnownAssets {
  private static final int KNOWN_MAX = 10_000;

  private final Assets assets;
  private final Map<AssetCode, Asset> known = new ConcurrentHashMap<>();

  public KnownAssets(Assets assets) {
    this.assets = Objects.requireNonNull(assets, "assets");
  }

  /** Returns the asset of this code, if there is one. */
  public Optional<Asset> find(AssetCode code) {
    var asset = known.get(code);
    if (asset != null) {
      return Optional.of(asset);
    }
    var found = assets.find(code);
    if (found.isPresent() && known.size() < KNOWN_MAX) {
      known.put(code, found.get());
    }
    return found;
  }

  /** Returns the asset of a stored transfer or pocket. */
  public Asset stored(AssetCode code) {
    return find(code)
        .orElseThrow(() -> new IllegalStateException("a stored asset is missing: " + code));
  }
}
