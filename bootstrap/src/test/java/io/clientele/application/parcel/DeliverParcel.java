package io.clientele.application.parcel;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.parcel.Parcel;
import io.clientele.domain.parcel.ParcelId;
import io.clientele.domain.parcel.ParcelPermission;
import io.clientele.domain.parcel.Parcels;
import java.time.InstantSource;

/** Marks a parcel as delivered. */
public final class DeliverParcel {
  private final Parcels parcels;
  private final InstantSource clock;

  public DeliverParcel(Parcels parcels, InstantSource clock) {
    this.parcels = parcels;
    this.clock = clock;
  }

  /** Delivering twice is one delivery. */
  public Outcome deliver(Actor actor, ParcelId id) {
    if (!actor.may(ParcelPermission.SEND_PARCELS)) {
      return new Outcome.Denied();
    }
    var found = parcels.find(id);
    if (found.isEmpty()) {
      return new Outcome.NoSuchParcel();
    }
    var change = found.get().deliver(actor.acts(clock.instant()));
    if (!change.isNone()) {
      parcels.deliver(change);
    }
    return new Outcome.Delivered(change.state());
  }

  /** How it ends. */
  public sealed interface Outcome {
    /** The parcel is delivered. */
    record Delivered(Parcel parcel) implements Outcome {}

    /** The actor may not deliver parcels. */
    record Denied() implements Outcome {}

    /** There is no parcel of this id. */
    record NoSuchParcel() implements Outcome {}
  }
}
