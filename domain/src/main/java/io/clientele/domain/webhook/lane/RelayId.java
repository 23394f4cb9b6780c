package io.clientele.domain.webhook.lane;

import java.util.Objects;
import java.util.UUID;

/** The id of an instance of the service that delivers events; new at each start. */
public record RelayId(UUID value) {
  public RelayId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
