package io.clientele.application.parcel;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.parcel.Parcel;
import io.clientele.domain.parcel.ParcelId;
import io.clientele.domain.parcel.ParcelPermission;
import io.clientele.domain.parcel.Parcels;
import java.util.Optional;

/** Shows one parcel. */
public final class ViewParcel {
  private final Parcels parcels;

  public ViewParcel(Parcels parcels) {
    this.parcels = parcels;
  }

  /** Returns the parcel, if there is one of this id. */
  public Access<Optional<Parcel>> view(Actor actor, ParcelId id) {
    return Access.when(actor.may(ParcelPermission.VIEW_PARCELS), () -> parcels.find(id));
  }
}
