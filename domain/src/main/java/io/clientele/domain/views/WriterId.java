package io.clientele.domain.views;

import java.util.Objects;
import java.util.UUID;

/** The id of one start of one process as a writer. Never used again once its row is removed. */
public record WriterId(UUID value) {
  public WriterId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
