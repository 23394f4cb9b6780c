package io.clientele.domain.ledger;

import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that happened to an asset or a pocket. A transfer is an event of its own. */
public sealed interface LedgerEvent extends DomainEvent {
  /** An asset was defined. */
  record AssetDefined(Asset asset) implements LedgerEvent {
    @Override
    public String action() {
      return "asset.defined";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("code", null, asset.code().value())
          .of("scale", null, String.valueOf(asset.scale()))
          .details();
    }
  }

  /** A pocket was opened. */
  record PocketOpened(Pocket pocket) implements LedgerEvent {
    @Override
    public String action() {
      return "pocket.opened";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("asset", null, pocket.asset().code().value())
          .of("name", null, pocket.name())
          .of("floor", null, floor(pocket))
          .details();
    }
  }

  /** The status or the floor of a pocket was changed. */
  record PocketAmended(Pocket before, Pocket after) implements LedgerEvent {
    @Override
    public String action() {
      return "pocket.amended";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("status", status(before), status(after))
          .of("floor", floor(before), floor(after))
          .details();
    }
  }

  private static String status(Pocket pocket) {
    return pocket.status().name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String floor(Pocket pocket) {
    var floor = pocket.floor();
    return floor == null ? null : pocket.text(floor);
  }
}
