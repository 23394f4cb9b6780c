package io.clientele.domain.ledger;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pocket holds an amount of one asset for an account or for the house.
 *
 * @param owner null for a pocket of the house
 * @param name unique among the pockets of one owner and asset
 * @param floor the least available amount (posted − held), in minor units, 0 or less; null for a
 *     house pocket without a floor
 * @param version of the pocket's own fields; storing a change raises it
 */
public record Pocket(
    PocketId id,
    @Nullable AccountId owner,
    Asset asset,
    String name,
    @Nullable BigInteger floor,
    Status status,
    long version) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /** Throws {@link InvalidValue} with all faults. */
  public Pocket {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(status, "status");
    var faults = new ArrayList<InvalidValue.Fault>();
    requireName(name);
    if (floor == null && owner != null) {
      faults.add(new InvalidValue.Fault("floor", "must be there for a pocket of an account"));
    }
    if (floor != null && (floor.signum() > 0 || floor.negate().compareTo(Amount.MAX) > 0)) {
      faults.add(new InvalidValue.Fault("floor", "must be 0 or less, with at most 38 digits"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
  }

  /** Returns the name if it has the shape of one. */
  public static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidValue("name", "must be 1 to 40 small letters, digits and hyphens");
    }
    return name;
  }

  /** The uses that a pocket allows. */
  public enum Status {
    /** Takes part in transfers. */
    OPEN,
    /** Neither pays nor receives; holds may be released. */
    FROZEN,
    /** Empty permanently. */
    CLOSED
  }

  /** Opens a new pocket. */
  public static Change<Pocket> open(Pocket pocket, Provenance by) {
    var event =
        new LedgerEvent.PocketOpened(pocket.asset.code(), pocket.name, pocket.terms().floor());
    return Change.of(pocket, event, by);
  }

  /** Whether the pocket belongs to the house. */
  public boolean isHouse() {
    return owner == null;
  }

  /** Changes status and floor; without a difference it is an empty change. */
  public Change<Pocket> amend(Status newStatus, @Nullable BigInteger newFloor, Provenance by) {
    var after = new Pocket(id, owner, asset, name, newFloor, newStatus, version);
    return after.equals(this)
        ? Change.none(this, by)
        : new Change<>(
            after, List.of(new LedgerEvent.PocketAmended(terms(), after.terms())), by, null);
  }

  /** Returns this pocket at the version that is stored now. */
  public Pocket at(long stored) {
    return new Pocket(id, owner, asset, name, floor, status, stored);
  }

  private LedgerEvent.Terms terms() {
    return new LedgerEvent.Terms(
        status.name().toLowerCase(Locale.ROOT), floor == null ? null : text(floor));
  }

  /** Writes an amount of the asset. */
  public String text(BigInteger minor) {
    return Amount.text(minor, asset.scale());
  }
}
