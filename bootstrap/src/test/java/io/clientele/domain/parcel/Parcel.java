package io.clientele.domain.parcel;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that was sent to an account.
 *
 * @param label null once the account is erased
 */
public record Parcel(
    ParcelId id, AccountId account, @Nullable ParcelLabel label, boolean isDelivered) {
  /** Sends a new parcel. */
  public static Change<Parcel> send(
      ParcelId id, AccountId account, ParcelLabel label, Provenance by) {
    return Change.of(new Parcel(id, account, label, false), new ParcelEvent.Sent(label), by);
  }

  /** Delivering twice is one delivery. */
  public Change<Parcel> deliver(Provenance by) {
    return isDelivered
        ? Change.none(this, by)
        : Change.of(new Parcel(id, account, label, true), new ParcelEvent.Delivered(), by);
  }
}
