package io.clientele.application.ledger;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.LedgerPermission;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists assets, a page at a time, in the order of their codes. */
public final class ListAssets {
  private final Assets assets;

  public ListAssets(Assets assets) {
    this.assets = Objects.requireNonNull(assets, "assets");
  }

  /** Returns up to {@code limit} assets, those after {@code after}. */
  public Access<List<Asset>> list(Actor actor, @Nullable AssetCode after, int limit) {
    return Access.when(actor.may(LedgerPermission.VIEW_LEDGER), () -> assets.list(after, limit));
  }
}
