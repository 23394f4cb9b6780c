package io.clientele.inmemory.ledger;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Assets;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Assets in memory, for tests and demos. Safe for use by many threads. */
public final class InMemoryAssets implements Assets {
  private final OutageSwitch backing = new OutageSwitch("assets");
  private final TreeMap<AssetCode, Asset> assets = new TreeMap<>();
  private final InMemoryChangeStore changes;

  /** Appends its audit entries through {@code changes}. */
  public InMemoryAssets(InMemoryChangeStore changes) {
    this.changes = changes;
  }

  @Override
  public synchronized Added add(Change<Asset> defined) {
    backing.require();
    var asset = defined.state();
    var known = assets.get(asset.code());
    if (known != null) {
      return known.equals(asset) ? Added.SAME : Added.DIFFERENT;
    }
    return changes.store(
        defined,
        ChangeSubject.named("asset:" + asset.code()),
        InMemoryChangeStore.Results.withoutKey(Added.STORED),
        () -> {
          assets.put(asset.code(), asset);
          return Optional.empty();
        });
  }

  @Override
  public synchronized Optional<Asset> find(AssetCode code) {
    backing.require();
    return Optional.ofNullable(assets.get(code));
  }

  @Override
  public synchronized List<Asset> list(@Nullable AssetCode after, int limit) {
    backing.require();
    var rest = after == null ? assets : assets.tailMap(after, false);
    return rest.values().stream().limit(limit).toList();
  }

  /** From now on every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage. */
  public void endOutage() {
    backing.endOutage();
  }
}
