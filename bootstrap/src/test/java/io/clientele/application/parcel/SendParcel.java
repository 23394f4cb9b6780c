package io.clientele.application.parcel;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.parcel.Parcel;
import io.clientele.domain.parcel.ParcelId;
import io.clientele.domain.parcel.ParcelLabel;
import io.clientele.domain.parcel.ParcelPermission;
import io.clientele.domain.parcel.Parcels;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Sends a parcel to an account. */
public final class SendParcel {
  private final Parcels parcels;
  private final RandomGenerator random;
  private final InstantSource clock;

  public SendParcel(Parcels parcels, RandomGenerator random, InstantSource clock) {
    this.parcels = parcels;
    this.random = random;
    this.clock = clock;
  }

  /** Stores a new parcel. */
  public Outcome send(Actor actor, AccountId account, ParcelLabel label) {
    if (!actor.may(ParcelPermission.SEND_PARCELS)) {
      return new Outcome.Denied();
    }
    var by = actor.acts(clock.instant());
    var sent = Parcel.send(ParcelId.of(by.at(), random), account, label, by);
    return switch (parcels.add(sent)) {
      case STORED -> new Outcome.Sent(sent.state());
      case ID_TAKEN -> throw new IllegalStateException("two parcels got one id");
    };
  }

  /** How it ends. */
  public sealed interface Outcome {
    /** The parcel is stored. */
    record Sent(Parcel parcel) implements Outcome {}

    /** The actor may not send parcels. */
    record Denied() implements Outcome {}
  }
}
