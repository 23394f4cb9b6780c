package io.clientele.domain.parcel;

import io.clientele.domain.kernel.Uuid7;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The id of a parcel: a UUID of version 7. */
public record ParcelId(UUID value) {
  public ParcelId {
    Uuid7.require(value);
  }

  /** Parses the spelling with 36 characters in lower case. */
  public static ParcelId parse(String text) {
    return new ParcelId(Uuid7.parse(text));
  }

  /** Returns a new id of this instant. */
  public static ParcelId of(Instant at, RandomGenerator random) {
    return new ParcelId(Uuid7.of(at, random));
  }

  /** The name of the parcel in the audit. */
  public String subject() {
    return "parcel:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
