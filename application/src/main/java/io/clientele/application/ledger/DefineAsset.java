package io.clientele.application.ledger;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.LedgerPermission;
import java.time.InstantSource;
import java.util.Objects;

/** Defines an asset. An asset never changes afterwards. */
public final class DefineAsset {
  private final Assets assets;
  private final InstantSource clock;

  public DefineAsset(Assets assets, InstantSource clock) {
    this.assets = Objects.requireNonNull(assets, "assets");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Stores the asset. Repeating the call changes nothing. */
  public Outcome define(Actor actor, Asset asset) {
    if (!actor.may(LedgerPermission.ADMINISTER_LEDGER)) {
      return Outcome.DENIED;
    }
    return switch (assets.add(Asset.define(asset, actor.acts(clock.instant())))) {
      case STORED -> Outcome.DEFINED;
      case SAME -> Outcome.SAME;
      case DIFFERENT -> Outcome.DIFFERENT;
    };
  }

  /** The outcome of a call. */
  public enum Outcome {
    /** The asset is stored. */
    DEFINED,
    /** There is an equal asset. */
    SAME,
    /** There is an asset of this code with another scale or kind. */
    DIFFERENT,
    /** The actor may not define assets. */
    DENIED
  }
}
