package io.clientele.domain.parcel;

import io.clientele.domain.kernel.Change;
import java.util.Optional;

/** Stores parcels. Each call is one transaction. Throws {@code PortUnavailable}. */
public interface Parcels {
  /** Stores a new parcel with its event. */
  Added add(Change<Parcel> sent);

  /** Stores that a parcel was delivered, with its event; does nothing the second time. */
  void deliver(Change<Parcel> delivered);

  /** Returns the parcel of this id. */
  Optional<Parcel> find(ParcelId id);

  /** Returns the number of all parcels. */
  long count();

  /** How {@link #add} ends. */
  enum Added {
    STORED,
    /** There is a parcel of this id; nothing was stored. */
    ID_TAKEN
  }
}
