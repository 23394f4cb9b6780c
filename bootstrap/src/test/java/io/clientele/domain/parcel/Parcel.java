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
public record Parcel(ParcelId id, AccountId account, @Nullable ParcelLabel label) {
  /** Sends a new parcel. */
  public static Change<Parcel> send(
      ParcelId id, AccountId account, ParcelLabel label, Provenance by) {
    return Change.of(new Parcel(id, account, label), new ParcelEvent.Sent(label), by);
  }
}
